//! Collects the URLs to check, and where they are used. Knows a raw catalogue; makes no requests.

use std::collections::BTreeMap;

use url::{Host, Url};

use super::host::{domain, is_public, is_reserved};
use crate::catalogue::RawCatalogue;
use crate::format::{Content, Document, FileRole};
use crate::rules::web_addresses;
use crate::source::{ContentPath, Span};

/// The most places that are kept for one URL, so that a help centre that ten thousand listings link to does not become ten thousand tasks.
pub(super) const MAX_PLACES: usize = 20;

/// A URL and where it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The URL, without its fragment.
    pub url: Url,
    /// The places where it is used, in the order of their files.
    pub places: Vec<(ContentPath, Span)>,
    /// Domains of the publishers and apps that use it: a redirect to one of them is no risk.
    pub own_domains: Vec<Box<str>>,
    /// The listings whose landing page it is.
    pub landing_of: Vec<Landing>,
}

/// A listing whose landing page is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Landing {
    /// Its name.
    pub name: Box<str>,
    /// Its file.
    pub path: ContentPath,
    /// The place of the URL there.
    pub span: Span,
}

/// All targets by URL.
pub type Targets = BTreeMap<String, Target>;

/// Every web URL in active listings, their descriptions, their publishers and their apps, without those that cannot or must not be checked:
/// see [`why_not_checked`].
#[must_use]
pub fn targets(raw: &RawCatalogue) -> Targets {
    let mut targets = Targets::new();
    for document in raw.documents() {
        let Some(own) = owners_domains(raw, document) else { continue };
        let landing = landing(document);
        for address in web_addresses(document) {
            let mut url = address.url.into_owned();
            url.set_fragment(None);
            if why_not_checked(&url).is_some() {
                continue;
            }
            let target = targets.entry(url.to_string()).or_insert_with(|| Target::new(url));
            if target.places.len() < MAX_PLACES {
                target.places.push((document.path.clone(), address.span));
                target.own_domains.extend(own.iter().cloned());
                target.landing_of.extend(landing.iter().filter(|landing| !address.in_prose && landing.span == address.span).cloned());
            }
        }
    }
    targets
}

/// The landing page that `document` names, if it is a listing that is available on request.
fn landing(document: &Document) -> Option<Landing> {
    let Content::Listing(file) = &document.content else { return None };
    Some(Landing { name: file.name.get()?.clone(), path: document.path.clone(), span: file.landing_page()?.span })
}

/// The domains of those responsible for `document`; `None` if its URLs are not checked.
pub(super) fn owners_domains(raw: &RawCatalogue, document: &Document) -> Option<Vec<Box<str>>> {
    let slug = match document.place() {
        (FileRole::Listing | FileRole::Readme | FileRole::Doc, slug) => slug,
        (FileRole::App | FileRole::Publisher, _) => {
            let domains = match &document.content {
                Content::App(app) => app.domains.items(),
                Content::Publisher(publisher) => publisher.domains.items(),
                _ => return None,
            };
            return Some(domains.iter().map(|domain| domain.value.clone()).collect());
        }
        _ => return None,
    };
    let listing = raw.listing(slug).filter(|listing| !listing.is_gone())?;
    let publisher = listing.file.publisher.get().and_then(|slug| raw.publisher(slug));
    let app = listing.file.app.get().and_then(|name| raw.app(name));
    let domains =
        publisher.iter().flat_map(|publisher| publisher.domains.items()).chain(app.iter().flat_map(|(_, app)| app.domains.items()));
    Some(domains.map(|domain| domain.value.clone()).collect())
}

/// Why `url` is never checked; `None` if it may be.
#[must_use]
pub fn why_not_checked(url: &Url) -> Option<&'static str> {
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
    /// A URL that is used nowhere yet.
    #[must_use]
    pub fn new(url: Url) -> Self {
        Self { url, places: Vec::new(), own_domains: Vec::new(), landing_of: Vec::new() }
    }

    /// Its registrable domain: requests to one domain wait for each other.
    #[must_use]
    pub fn domain(&self) -> &str {
        domain(self.url.host_str().unwrap_or_default())
    }

    /// Whether the domain `name` belongs to a publisher or app that uses the URL.
    #[must_use]
    pub fn is_own(&self, name: &str) -> bool {
        self.own_domains.iter().any(|own| domain(own) == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_and_reserved_urls_are_not_checked() {
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
            assert!(why_not_checked(&text.parse().expect("a URL")).is_some(), "{text}");
        }
        for text in ["https://acme.com/", "http://acme.com/a?b", "http://8.8.8.8/", "https://acme.com:443/"] {
            assert_eq!(why_not_checked(&text.parse().expect("a URL")), None, "{text}");
        }
    }
}
