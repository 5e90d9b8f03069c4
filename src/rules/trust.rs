//! Who is behind an address, as far as the address itself proves it: visitors who trusted the old one may be led to the new one. Knows hosts that many
//! share; asks nobody.

use url::Url;

use super::suffix::is_suffix;
use crate::format::PublisherFile;

/// Hosts that many share, with the number of first path segments that name the one whose pages they are. Only on these does a path prove anything.
/// From the hosts that the links of published catalogues lead to most.
const SHARED: [(&str, usize); 38] = [
    ("about.me", 1),
    ("apps.apple.com", 5),
    ("bitbucket.org", 1),
    ("blog.csdn.net", 1),
    ("calendly.com", 1),
    ("chromewebstore.google.com", 3),
    ("codeberg.org", 1),
    ("crates.io", 2),
    ("discord.com", 2),
    ("discord.gg", 1),
    ("dev.to", 1),
    ("docs.google.com", 3),
    ("drive.google.com", 3),
    ("facebook.com", 1),
    ("forms.gle", 1),
    ("gist.github.com", 1),
    ("git.sr.ht", 1),
    ("gitea.com", 1),
    ("github.com", 1),
    ("gitlab.com", 1),
    ("hub.docker.com", 2),
    ("huggingface.co", 1),
    ("instagram.com", 1),
    ("launchpad.net", 1),
    ("linkedin.com", 2),
    ("linktr.ee", 1),
    ("marketplace.visualstudio.com", 2),
    ("medium.com", 1),
    ("npmjs.com", 3),
    ("www.npmjs.com", 3),
    ("pypi.org", 2),
    ("raw.githubusercontent.com", 1),
    ("sites.google.com", 2),
    ("sourceforge.net", 2),
    ("t.me", 1),
    ("twitter.com", 1),
    ("x.com", 1),
    ("youtube.com", 1),
];

/// The hosts that a publisher is known by: its own site, when that is all there is on its host, and the domains that a maintainer has verified.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trust {
    hosts: Vec<String>,
}

impl Trust {
    /// The hosts of `publisher`.
    #[must_use]
    pub fn of(publisher: Option<&PublisherFile>) -> Self {
        let Some(publisher) = publisher else { return Self::default() };
        let site = publisher.url.get().and_then(|link| web(&link.text)).filter(|url| url.path() == "/");
        let site = site.and_then(|url| url.host_str().map(str::to_lowercase));
        let verified = publisher.verified.get().map(|_| publisher.domains.items()).unwrap_or_default();
        let verified = verified.iter().map(|domain| domain.value.to_lowercase());
        Self { hosts: site.into_iter().chain(verified).filter(|host| is_of_one(host)).collect() }
    }

    /// Whether `link`, a web or mail address, leads to one of these hosts, or to a host below one.
    #[must_use]
    pub fn covers(&self, link: &str) -> bool {
        let host = match (web(link), mailbox(link)) {
            (Some(url), _) => url.host_str().map(str::to_lowercase),
            (None, Some((_, host))) => Some(host),
            (None, None) => None,
        };
        let below = |host: &str, own: &str| host == own || host.strip_suffix(own).is_some_and(|rest| rest.ends_with('.'));
        host.is_some_and(|host| self.hosts.iter().any(|own| below(&host, own)))
    }
}

/// Whether everything below `host` belongs to one owner: it is no shared host and, by the Public Suffix List with its private part, no suffix that many
/// register below.
fn is_of_one(host: &str) -> bool {
    !is_suffix(host) && SHARED.iter().all(|(shared, _)| *shared != host && !shared.ends_with(&format!(".{host}")))
}

/// Whether `old` and `new` prove by themselves to lead to the same owner: the same mailbox, or the same account on a shared host.
#[must_use]
pub fn is_same_owner(old: &str, new: &str) -> bool {
    match (web(old), web(new)) {
        (Some(old), Some(new)) => account(&old).is_some_and(|account_of_old| Some(account_of_old) == account(&new)),
        (None, None) => mailbox(old).is_some_and(|old| Some(old) == mailbox(new)),
        _ => false,
    }
}

/// Whom `link` leads to, to be shown: the host, with the account on a shared one; the whole of a mail address.
#[must_use]
pub fn owner(link: &str) -> Option<String> {
    match web(link) {
        Some(url) => {
            let host = url.host_str()?.to_lowercase();
            Some(account(&url).map_or(host.clone(), |(_, account)| format!("{host}/{}", account.join("/"))))
        }
        None => mailbox(link).map(|(name, host)| format!("{name}@{host}")),
    }
}

/// The host and the first segments of an address on a shared host, if they name an account. A user name or another port proves nothing.
fn account(url: &Url) -> Option<(String, Vec<String>)> {
    let host = url.host_str()?.to_lowercase();
    let (_, n) = SHARED.iter().find(|(shared, _)| *shared == host.strip_prefix("www.").unwrap_or(&host) || *shared == host)?;
    let segments: Vec<String> = url.path_segments()?.take(*n).map(str::to_lowercase).filter(|segment| !segment.is_empty()).collect();
    let is_plain = url.username().is_empty() && url.password().is_none() && url.port().is_none();
    (is_plain && segments.len() == *n).then_some((host, segments))
}

fn web(link: &str) -> Option<Url> {
    Url::parse(link.trim()).ok().filter(|url| url.scheme() == "https" && url.host_str().is_some())
}

/// The two parts of a mail address; the host in lower case.
fn mailbox(link: &str) -> Option<(String, String)> {
    let link = link.trim();
    let (name, host) = link.strip_prefix("mailto:").unwrap_or(link).split_once('@')?;
    let is_plain = !name.is_empty() && !host.is_empty() && !link.contains(['/', '?', '#', ' ', ',']) && !host.contains(['@', ':']);
    is_plain.then(|| (name.to_owned(), host.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_a_shared_host_the_account_is_the_owner() {
        let same = [
            ("https://github.com/acme/a", "https://github.com/Acme/b/tree/main"),
            ("https://www.npmjs.com/package/@acme/a", "https://www.npmjs.com/package/@acme/a?tab=readme"),
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
            ("help@mail.example", "evil@mail.example"),
            ("help@mail.example", "help@mail.example?cc=evil@mail.example"),
        ];
        for (old, new) in other {
            assert!(!is_same_owner(old, new), "{old} {new}");
        }
    }

    #[test]
    fn a_publisher_is_known_by_hosts_that_are_its_own_alone() {
        let hosts = |yaml: &str| {
            let path = crate::source::ContentPath::new("publishers/acme.yaml").expect("a path");
            let document = crate::format::Document::read(path, Ok(yaml.as_bytes().to_vec()));
            let crate::format::Content::Publisher(file) = &document.content else { panic!("a publisher") };
            Trust::of(Some(file)).hosts
        };
        assert_eq!(hosts("name: A\nurl: https://acme.example/"), ["acme.example"]);
        assert_eq!(hosts("name: A\nurl: https://acme.github.io/"), ["acme.github.io"]);
        assert_eq!(hosts("name: A\nurl: https://blogs.example/acme"), [""; 0]);
        assert_eq!(hosts("name: A\nurl: https://github.com/"), [""; 0]);
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
