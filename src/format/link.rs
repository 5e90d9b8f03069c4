//! An address in a content file. Knows its parts; knows neither where it is nor whether it is welcome.

use url::Url;

/// An address: `https://…`, `http://…` or whatever scheme was written; which ones are welcome is a rule's business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The address as written.
    pub text: Box<str>,
    /// The address as parsed by the WHATWG URL standard.
    pub url: Url,
}

impl Link {
    /// The host in its readable form, without `www.`; empty for addresses without one.
    #[must_use]
    pub fn host(&self) -> &str {
        let host = self.url.host_str().unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }

    /// Whether a page may print it as a link.
    #[must_use]
    pub fn is_web(&self) -> bool {
        matches!(self.url.scheme(), "https" | "http")
    }

    /// The address as that of a folder, such as the one that a catalogue is published at: with a slash at its end, without query and fragment.
    #[must_use]
    pub fn folder(&self) -> String {
        let mut url = self.url.clone();
        url.set_query(None);
        url.set_fragment(None);
        if !url.path().ends_with('/') {
            url.set_path(&format!("{}/", url.path()));
        }
        url.into()
    }
}
