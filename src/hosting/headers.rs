//! The response headers of production, by path.

use std::fmt::Write as _;

use super::media_type::NAMED;
use super::pattern::matches;
use super::policy::{FRAMED_BY_ANYBODY, policy_in_header, policy_in_page};
use crate::site::{Address, Site, SiteFile};

/// How long a file may be kept whose name changes with its bytes: a year. `no-transform` keeps proxies from altering what the pages have a checksum of.
const FOR_EVER: &str = "public, max-age=31536000, immutable, no-transform";

/// How long everything else may be kept: until the next time it is asked for.
const REVALIDATE: &str = "public, max-age=0, must-revalidate";

/// The header of the preview instead of both.
pub const NO_STORE: &str = "no-store";

/// Folders that contain nothing but files whose names change with their bytes.
const HASHED: [&str; 2] = ["assets/*", "images/*"];

/// The headers of a site.
///
/// No two rules give the same path the same header: Cloudflare would send both values, joined by a comma. The one exception are policies, which may be
/// several, and then all apply.
#[derive(Debug, Clone)]
pub struct Headers {
    root: String,
    rules: Vec<Rule>,
}

/// The published contract, which scripts of every site may read.
const API: &str = "api/*";

/// The cards of listings that other sites show in a frame.
const EMBEDS: &str = "listings/:listing/embed/";

/// Headers of the paths that a pattern below the root describes.
#[derive(Debug, Clone)]
struct Rule {
    pattern: &'static str,
    headers: Vec<(&'static str, String)>,
}

impl Headers {
    /// The headers of a site at `address` that must not be framed.
    #[must_use]
    pub fn new(address: &Address) -> Self {
        Self::with(address, false)
    }

    /// The headers of `site`.
    #[must_use]
    pub fn for_site(site: &Site) -> Self {
        Self::with(&site.address, site.catalogue.settings.embed)
    }

    fn with(address: &Address, has_embeds: bool) -> Self {
        // A list of strings (RFC 9651); no character of an address ends one.
        let speculation = format!("\"{}\"", address.url(&SiteFile::Speculation.path()));
        let everywhere = vec![
            ("Content-Security-Policy", if has_embeds { policy_in_page() } else { policy_in_header() }),
            ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=()".to_owned()),
            ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
            ("Speculation-Rules", speculation),
            ("X-Content-Type-Options", "nosniff".to_owned()),
        ];
        let mut rules = vec![Rule { pattern: "*", headers: everywhere }];
        if has_embeds {
            // What no rule names stays out of frames: the older header forbids them everywhere, and only the policy of the cards overrides it.
            rules[0].headers.push(("X-Frame-Options", "DENY".to_owned()));
            rules.push(Rule { pattern: EMBEDS, headers: vec![("Content-Security-Policy", FRAMED_BY_ANYBODY.to_owned())] });
        }
        rules.push(Rule { pattern: API, headers: vec![("Access-Control-Allow-Origin", "*".to_owned())] });
        rules.extend(HASHED.map(|pattern| Rule { pattern, headers: vec![("Cache-Control", FOR_EVER.to_owned())] }));
        rules.extend(NAMED.map(|(pattern, kind)| Rule { pattern, headers: vec![("Content-Type", kind.to_owned())] }));
        Self { root: address.root().to_owned(), rules }
    }

    /// The headers of `path`, which begins at the host's root: those of the rules, and how long it may be kept where no rule says so. Each is one line of
    /// an answer; two policies are two lines.
    #[must_use]
    pub fn for_path(&self, path: &str) -> Vec<(&'static str, &str)> {
        let below = path.strip_prefix(&*self.root).unwrap_or_default();
        let rules = self.rules.iter().filter(|rule| matches(rule.pattern, below));
        let mut headers: Vec<_> = rules.flat_map(|rule| &rule.headers).map(|(name, value)| (*name, value.as_str())).collect();
        if headers.iter().all(|(name, _)| *name != "Cache-Control") {
            headers.push(("Cache-Control", REVALIDATE));
        }
        headers
    }

    /// The file `_headers`, as Netlify and Cloudflare read it.
    #[must_use]
    pub fn file(&self) -> String {
        let mut text = format!(
            "# Response headers, for hosts that read this file. Cache-Control is set only for files that may be cached: for all others, these hosts\n\
             # say `{REVALIDATE}` on their own, and a second value would be added to the first.\n"
        );
        for rule in &self.rules {
            let _ = write!(text, "\n{}{}\n", self.root, rule.pattern);
            for (name, value) in &rule.headers {
                let _ = writeln!(text, "  {name}: {value}");
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use url::Url;

    use super::*;
    use crate::hosting::{media_type, policy_in_page};

    fn headers(base: &str) -> Headers {
        Headers::new(&Address::new(&Url::parse(base).expect("a URL")))
    }

    /// Returns the headers that a host sends for `path` by a `_headers` file: every rule that fits, values of the same name joined.
    fn read(file: &str, path: &str) -> BTreeMap<String, String> {
        let mut found: BTreeMap<String, String> = BTreeMap::new();
        let mut fits = false;
        for line in file.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            match line.strip_prefix("  ") {
                None => fits = matches(line, path),
                Some(header) if fits => {
                    let (name, value) = header.split_once(": ").expect("a header");
                    found.entry(name.to_owned()).and_modify(|all| *all += &format!(", {value}")).or_insert(value.to_owned());
                }
                Some(_) => {}
            }
        }
        found
    }

    const PATHS: [&str; 13] = [
        "",
        "listings/slack/",
        "listings/slack/embed/",
        "assets/style.0123456789.css",
        "images/0123456789.webp",
        "feed.xml",
        "security.xml",
        "tags/crm/feed.xml",
        "speculation.json",
        "catalogue.json",
        "api/v1/updates.json",
        "api/v1/listings/slack.json",
        "404.html",
    ];

    #[test]
    fn the_file_says_what_the_preview_sends() {
        let bases = ["https://host.example/", "https://host.example/some/path/"];
        for (base, has_embeds) in bases.into_iter().flat_map(|base| [(base, false), (base, true)]) {
            let address = Address::new(&Url::parse(base).expect("a URL"));
            let headers = Headers::with(&address, has_embeds);
            let file = headers.file();
            let root = address.root();
            for path in PATHS {
                let sent = headers.for_path(&format!("{root}{path}"));
                let mut wanted: BTreeMap<String, String> = BTreeMap::new();
                for (name, value) in sent {
                    let all = wanted.entry(name.to_owned()).or_default();
                    assert!(all.is_empty() || name == "Content-Security-Policy", "{path}: {name} is given twice");
                    *all = if all.is_empty() { value.to_owned() } else { format!("{all}, {value}") };
                }
                if wanted["Cache-Control"] == REVALIDATE {
                    wanted.remove("Cache-Control");
                }
                assert_eq!(read(&file, &format!("{root}{path}")), wanted, "{path}");
            }
        }
    }

    #[test]
    fn only_hashed_names_are_cached() {
        let headers = headers("https://host.example/");
        for path in PATHS {
            let kept = headers.for_path(&format!("/{path}")).contains(&("Cache-Control", FOR_EVER));
            assert_eq!(kept, path.starts_with("assets/") || path.starts_with("images/"), "{path}");
        }
    }

    #[test]
    fn scripts_of_other_sites_read_the_contract_and_nothing_else() {
        let headers = headers("https://host.example/");
        for path in PATHS {
            let is_open = headers.for_path(&format!("/{path}")).contains(&("Access-Control-Allow-Origin", "*"));
            assert_eq!(is_open, path.starts_with("api/"), "{path}");
        }
    }

    #[test]
    fn a_type_that_is_stated_is_the_one_that_is_served() {
        let headers = headers("https://host.example/");
        for path in PATHS {
            let stated = headers.for_path(&format!("/{path}")).into_iter().find(|(name, _)| *name == "Content-Type");
            assert!(stated.is_none_or(|(_, kind)| kind == media_type(path)), "{path}");
        }
    }

    #[test]
    fn the_policy_of_pages_is_that_of_the_header_without_what_browsers_ignore_there() {
        let headers = headers("https://host.example/");
        let policy =
            headers.for_path("/").into_iter().find(|(name, _)| *name == "Content-Security-Policy").map(|(_, policy)| policy.to_owned());
        assert_eq!(policy, Some(policy_in_page() + "; frame-ancestors 'none'"));
    }

    #[test]
    fn the_file_keeps_to_the_limits_of_hosts() {
        let file = headers("https://host.example/some/path/").file();
        let n_rules = file.lines().filter(|line| line.starts_with('/')).count();
        // Cloudflare takes 100 rules and 2,000 characters a line.
        assert!(n_rules <= 100 && file.lines().all(|line| line.len() <= 2000), "{n_rules} rules");
        assert!(file.contains("\n/some/path/assets/*\n") && file.contains("  Speculation-Rules: \"/some/path/speculation.json\"\n"));
    }
}
