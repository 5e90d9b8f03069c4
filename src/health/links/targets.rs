//! Which addresses are asked, and for whose sake. Knows a draft; asks nobody.

use std::collections::BTreeMap;

use url::{Host, Url};

use super::host::{domain, is_public, is_reserved};
use crate::catalogue::Draft;
use crate::format::{Content, Document, Place};
use crate::rules::web_addresses;
use crate::source::{ContentPath, Span};

/// Places of one address that are kept: a help centre that ten thousand listings name is one duty.
const MAX_PLACES: usize = 20;

/// An address and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The address, without its fragment.
    pub url: Url,
    /// The places that name it, in the order of their files.
    pub places: Vec<(ContentPath, Span)>,
    /// Domains that the publishers and apps which name it own: a move to one of them is no risk.
    pub own_domains: Vec<Box<str>>,
}

/// All addresses by their text.
pub type Targets = BTreeMap<String, Target>;

/// Every address of the web that active listings, their descriptions, their publishers and their apps name. What cannot or must not be asked is left out:
/// see [`why_not_asked`].
#[must_use]
pub fn targets(draft: &Draft) -> Targets {
    let mut targets = Targets::new();
    for document in draft.documents() {
        let Some(own) = owners_domains(draft, document) else { continue };
        for address in web_addresses(document) {
            let mut url = address.url.into_owned();
            url.set_fragment(None);
            if why_not_asked(&url).is_some() {
                continue;
            }
            let target = targets.entry(url.to_string()).or_insert_with(|| Target { url, places: Vec::new(), own_domains: Vec::new() });
            if target.places.len() < MAX_PLACES {
                target.places.push((document.path.clone(), address.span));
                target.own_domains.extend(own.iter().cloned());
            }
        }
    }
    targets
}

/// The domains of those who answer for `document`; `None` if its addresses are nobody's duty.
fn owners_domains(draft: &Draft, document: &Document) -> Option<Vec<Box<str>>> {
    let slug = match Place::of(&document.path) {
        Place::Listing(slug) | Place::Readme(slug) => slug,
        Place::App(_) | Place::Publisher(_) => {
            let domains = match &document.content {
                Content::App(app) => app.domains.items(),
                Content::Publisher(publisher) => publisher.domains.items(),
                _ => return None,
            };
            return Some(domains.iter().map(|domain| domain.value.clone()).collect());
        }
        _ => return None,
    };
    let listing = draft.listing(slug).filter(|listing| !listing.is_gone())?;
    let publisher = listing.file.publisher.get().and_then(|slug| draft.publisher(slug));
    let app = listing.file.app.get().and_then(|name| draft.app(name));
    let domains =
        publisher.iter().flat_map(|publisher| publisher.domains.items()).chain(app.iter().flat_map(|(_, app)| app.domains.items()));
    Some(domains.map(|domain| domain.value.clone()).collect())
}

/// Why `url` is never asked, whoever names it; `None` if it may be.
#[must_use]
pub fn why_not_asked(url: &Url) -> Option<&'static str> {
    let is_web = matches!((url.scheme(), url.port_or_known_default()), ("http" | "https", Some(80 | 443)));
    if !is_web {
        return Some("it is not an http or https URL on the default port");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Some("it contains a user name or a password");
    }
    match url.host() {
        Some(Host::Domain(name)) if is_reserved(name) => Some("its host is reserved for examples"),
        Some(Host::Domain(name)) if !name.trim_end_matches('.').contains('.') => Some("its host has no domain"),
        Some(Host::Domain(_)) => None,
        Some(Host::Ipv4(ip)) if is_public(ip.into()) => None,
        Some(Host::Ipv6(ip)) if is_public(ip.into()) => None,
        _ => Some("its host is not public"),
    }
}

impl Target {
    /// Whose server it is: requests to one domain wait for each other.
    #[must_use]
    pub fn domain(&self) -> &str {
        domain(self.url.host_str().unwrap_or_default())
    }

    /// Whether `domain` belongs to those who name the address.
    #[must_use]
    pub fn is_own(&self, name: &str) -> bool {
        self.own_domains.iter().any(|own| domain(own) == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_not_be_asked_is_not() {
        for text in [
            "ftp://acme.com/",
            "https://acme.com:8443/",
            "http://acme.com:22/",
            "https://you:secret@acme.com/",
            "https://you@acme.com/",
            "http://localhost/",
            "http://printer/",
            "http://127.0.0.1/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://169.254.169.254/latest/",
            "http://[::1]/",
            "http://[::ffff:10.0.0.1]/",
            "https://acme.example/",
            "https://www.example.com/",
        ] {
            assert!(why_not_asked(&text.parse().expect("a URL")).is_some(), "{text}");
        }
        for text in ["https://acme.com/", "http://acme.com/a?b", "http://8.8.8.8/", "https://acme.com:443/"] {
            assert_eq!(why_not_asked(&text.parse().expect("a URL")), None, "{text}");
        }
    }
}
