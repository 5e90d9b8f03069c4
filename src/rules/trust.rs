//! Who owns the target of a URL, as far as the URL itself proves it: visitors who trusted the old one may be led to the new one. Knows hosts that many
//! share; asks no one.

use url::Url;

use super::address::is_below;
use super::suffix::{is_suffix, registered};
use crate::format::PublisherFile;

/// Hosts on which an account is named by a segment of the path, after the segments given here. Only there does a path prove anything: elsewhere the first
/// segment can be a page that leads anywhere.
const ACCOUNTS: [(&str, &[&str]); 16] = [
    ("bitbucket.org", &[]),
    ("codeberg.org", &[]),
    ("crates.io", &["crates"]),
    ("gist.github.com", &[]),
    ("git.sr.ht", &[]),
    ("gitea.com", &[]),
    ("github.com", &[]),
    ("gitlab.com", &[]),
    ("hub.docker.com", &["r"]),
    ("npmjs.com", &["package"]),
    ("packagist.org", &["packages"]),
    ("pypi.org", &["project"]),
    ("raw.githubusercontent.com", &[]),
    ("rubygems.org", &["gems"]),
    ("sourceforge.net", &["projects"]),
    ("sr.ht", &[]),
];

/// First segments on forges that are pages of the forge itself, many of which lead to the account after them.
const PAGES_OF_FORGES: &str = "- about account admin api apps assets codespaces collections contact customer-stories dashboard enterprise events explore features \
    groups help issues join login logout marketplace new notifications oauth org organizations orgs projects pulls readme repo search \
    security sessions settings site snippets sponsors stars team topics trending user users wiki workspace";

/// Other shared hosts: no one's own, whatever a publisher's file says.
const SHARED: &str = "about.me apple.com archive.org bit.ly blogspot.com bsky.app calendly.com csdn.net dev.to discord.com discord.gg docker.com dropbox.com \
    facebook.com forms.gle gmail.com goo.gl google.com hotmail.com huggingface.co icloud.com instagram.com launchpad.net linkedin.com \
    linktr.ee mastodon.social medium.com microsoft.com notion.site notion.so outlook.com proton.me reddit.com slack.com substack.com t.me \
    telegram.org tinyurl.com twitter.com wordpress.com x.com yahoo.com youtu.be youtube.com";

/// The keys of a listing whose values lead visitors somewhere.
pub const LEADING: [&str; 11] = [
    "docs_url",
    "install.landing_url",
    "install.url",
    "privacy_url",
    "source_url",
    "support.docs",
    "support.email",
    "support.url",
    "terms_url",
    "videos[].url",
    "website",
];

/// The hosts that a publisher is known by: its own site, when it is alone on its host, and the domains that a maintainer has verified.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trust {
    hosts: Vec<String>,
}

impl Trust {
    /// The hosts of `publisher`.
    #[must_use]
    pub fn for_publisher(publisher: Option<&PublisherFile>) -> Self {
        let Some(publisher) = publisher else { return Self::default() };
        let is_all = |url: &Url| url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        let site = publisher.url.get().and_then(|link| web(&link.text)).filter(is_all);
        let site = site.and_then(|url| url.host_str().map(str::to_lowercase));
        let verified = publisher.verified.get().map(|_| publisher.domains.items()).unwrap_or_default();
        let verified = verified.iter().map(|domain| domain.value.to_lowercase());
        Self { hosts: site.into_iter().chain(verified).filter(|host| is_of_one(host)).collect() }
    }

    /// Whether `link`, a URL or e-mail address, leads to one of these hosts, or to a host below one.
    #[must_use]
    pub fn covers(&self, link: &str) -> bool {
        let host = match (web(link), mailbox(link)) {
            (Some(url), _) => url.host_str().map(str::to_lowercase),
            (None, Some((_, host))) => Some(host),
            (None, None) => None,
        };
        host.is_some_and(|host| self.hosts.iter().any(|own| is_below(&host, own)))
    }

    /// Whether a link to `new`, which led to `old`, is proven to lead to an owner that visitors were led to before, or to the publisher itself.
    #[must_use]
    pub fn allows(&self, old: Option<&str>, new: &str) -> bool {
        self.covers(new) || old.and_then(proof).is_some_and(|old| Some(old) == proof(new))
    }
}

/// Whether everything below `host` belongs to one owner: it is no shared host and, by the Public Suffix List with its private part, no suffix that many
/// register below.
fn is_of_one(host: &str) -> bool {
    let domain = registered(host);
    let mut shared = ACCOUNTS.iter().map(|(shared, _)| *shared).chain(SHARED.split(' '));
    !is_suffix(host) && shared.all(|shared| domain != registered(shared))
}

/// Proves the owner of `link`, with the same text for every link of the same owner: a mailbox, or an account on a host where the path names one.
#[must_use]
pub fn proof(link: &str) -> Option<String> {
    match web(link) {
        Some(url) => account(&url).map(|(host, account)| format!("{host}/{account}")),
        None => mailbox(link).map(|(name, host)| format!("{name}@{host}")),
    }
}

/// The owner of `link`, to be shown: the host, with the account on a shared one; the whole of an e-mail address.
#[must_use]
pub fn owner(link: &str) -> Option<String> {
    proof(link).or_else(|| Url::parse(link).ok()?.host_str().map(str::to_lowercase))
}

/// The host and the account of a URL on a host where the path names one.
fn account(url: &Url) -> Option<(String, String)> {
    let host = url.host_str()?.trim_start_matches("www.");
    let (host, before) = ACCOUNTS.iter().find(|(shared, _)| *shared == host)?;
    let mut segments = url.path_segments()?;
    let is_below = before.iter().all(|wanted| segments.next() == Some(*wanted));
    let account = segments.next()?.to_lowercase();
    let is_valid = !account.is_empty() && account.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '@' | '~'));
    let is_page = before.is_empty() && PAGES_OF_FORGES.split(' ').any(|page| page == account);
    (is_below && is_valid && !is_page).then(|| ((*host).to_owned(), account))
}

/// A URL that every program reads in the same way: by HTTPS, without user name, password or port, and with no character that some read as another.
fn web(link: &str) -> Option<Url> {
    let is_valid = |c: char| !c.is_whitespace() && !c.is_control() && c != '\\';
    let url = Url::parse(link).ok().filter(|_| link.chars().all(is_valid))?;
    let is_plain = url.scheme() == "https" && url.username().is_empty() && url.password().is_none() && url.port().is_none();
    let authority = link.split_once("://").map_or("", |(_, rest)| rest).split(['/', '?', '#']).next().unwrap_or_default();
    (is_plain && url.host_str().is_some() && !authority.contains(['@', ':'])).then_some(url)
}

/// The two parts of an e-mail address; the host in lower case. Only characters without a special meaning are allowed: in a link, `%2C` separates two addresses.
fn mailbox(link: &str) -> Option<(String, String)> {
    let (name, host) = link.strip_prefix("mailto:").unwrap_or(link).split_once('@')?;
    let is_plain = |text: &str, more: &[char]| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(&c));
    (is_plain(name, &['.', '-', '_', '+']) && is_plain(host, &['.', '-'])).then(|| (name.to_owned(), host.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_same_owner(old: &str, new: &str) -> bool {
        Trust::default().allows(Some(old), new)
    }

    #[test]
    fn on_a_shared_host_the_account_is_the_owner() {
        let same = [
            ("https://github.com/acme/a", "https://github.com/Acme/b/tree/main"),
            ("https://www.npmjs.com/package/@acme/a", "https://npmjs.com/package/@acme/b?tab=readme"),
            ("help@mail.example", "mailto:help@MAIL.example"),
        ];
        for (old, new) in same {
            assert!(is_same_owner(old, new), "{old} {new}");
        }
        let other = [
            ("https://github.com/acme/a", "https://github.com/evil/a"),
            ("https://github.com/acme/a", "https://github.com/"),
            ("https://github.com/acme/a", "https://github.com//acme/a"),
            ("https://github.com/acme/a", "https://github.com/acme/../evil/a"),
            ("https://github.com/acme/a", "https://github.com:8443/acme/a"),
            ("https://github.com/acme/a", "https://acme@github.com/acme/a"),
            ("https://github.com/acme/a", "http://github.com/acme/a"),
            ("https://github.com/acme/a", "https://github.com.evil.example/acme/a"),
            ("https://pypi.org/project/acme/", "https://pypi.org/project/evil/"),
            ("https://host.example/acme", "https://host.example/acme/2"),
            ("https://github.com/apps/acme", "https://github.com/apps/evil"),
            ("https://github.com/login/oauth/authorize?client_id=1", "https://github.com/login/oauth/authorize?client_id=2"),
            ("https://gitlab.com/groups/acme", "https://gitlab.com/groups/evil"),
            ("https://www.youtube.com/watch?v=1", "https://www.youtube.com/watch?v=2"),
            ("https://docs.google.com/forms/d/e/1", "https://docs.google.com/forms/d/e/2"),
            ("https://discord.gg/Acme", "https://discord.gg/acme"),
            ("https://github.com/acme/a", r"https://github.com/acme\@evil.example/a"),
            ("a%2Cb@mail.example", "a%2Cc@mail.example"),
            ("help@mail.example", "evil@mail.example"),
            ("help@mail.example", "help@mail.example?cc=evil@mail.example"),
        ];
        for (old, new) in other {
            assert!(!is_same_owner(old, new), "{old} {new}");
        }
    }

    #[test]
    fn a_shared_host_does_not_identify_a_publisher() {
        let hosts = |yaml: &str| {
            let path = crate::source::ContentPath::new("publishers/acme.yaml").expect("a path");
            let document = crate::format::Document::read(path, Ok(yaml.as_bytes().to_vec()));
            let crate::format::Content::Publisher(file) = &document.content else { panic!("a publisher") };
            Trust::for_publisher(Some(file)).hosts
        };
        assert_eq!(hosts("name: A\nurl: https://acme.example/"), ["acme.example"]);
        assert_eq!(hosts("name: A\nurl: https://acme.github.io/"), ["acme.github.io"]);
        assert_eq!(hosts("name: A\nurl: https://blogs.example/acme"), [""; 0]);
        let shared = [
            "github.com/",
            "www.github.com/",
            "www.facebook.com/?acme",
            "m.facebook.com/",
            "web.archive.org/",
            "bsky.app/#acme",
            "acme.example:8443/",
            "acme.example/?a",
        ];
        for url in shared {
            assert_eq!(hosts(&format!("name: A\nurl: https://{url}")), [""; 0], "{url}");
        }
        assert_eq!(hosts("name: A\ndomains: [acme.example]"), [""; 0]);
        assert_eq!(
            hosts("name: A\ndomains: [acme.example, github.com, google.com, github.io, co.uk]\nverified: {on: 2026-01-01}"),
            ["acme.example"]
        );
    }

    #[test]
    fn a_host_below_a_known_one_is_covered_and_one_that_ends_like_it_is_not() {
        let trust = Trust { hosts: vec!["acme.example".to_owned()] };
        for link in ["https://acme.example/x", "https://docs.ACME.example/", "help@acme.example", "mailto:help@eu.acme.example"] {
            assert!(trust.covers(link), "{link}");
        }
        for link in [
            "https://notacme.example/",
            "http://acme.example/",
            "https://acme.example.evil.example/",
            "acme.example",
            "ftp://acme.example/",
            "https://acme.example:8443/",
            "https://a@acme.example/",
            r"https://acme.example\@evil.example/",
            "evil%40evil.example%2Chelp@acme.example",
            "a@acme.example@evil.example",
        ] {
            assert!(!trust.covers(link), "{link}");
        }
    }

    #[test]
    fn an_owner_is_shown_with_its_account() {
        assert_eq!(owner("https://github.com/acme/x").as_deref(), Some("github.com/acme"));
        assert_eq!(owner("https://Acme.example/x/y").as_deref(), Some("acme.example"));
        assert_eq!(owner("me@mail.example").as_deref(), Some("me@mail.example"));
        assert_eq!(owner("nothing"), None);
    }
}
