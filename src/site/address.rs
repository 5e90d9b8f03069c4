//! The one place where an address is made. Knows the base path; knows no page.

use url::Url;

use crate::source::ContentPath;

/// A path below the site's root: `listings/slack/`, `catalogue.json`, or empty for the home page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(Box<str>);

impl SitePath {
    /// A page with a folder of its own, from its segments. Segments are slugs or numbers, checked when they were read.
    #[must_use]
    pub(super) fn page(segments: &[&str]) -> Self {
        Self(segments.iter().map(|segment| format!("{segment}/")).collect::<String>().into())
    }

    /// A single file.
    #[must_use]
    pub(crate) fn file(path: impl Into<Box<str>>) -> Self {
        Self(path.into())
    }

    /// A file of the content folder, which keeps its path.
    #[must_use]
    pub fn of_content(path: &ContentPath) -> Self {
        Self(path.as_str().into())
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file that contains it.
    #[must_use]
    pub fn file_path(&self) -> String {
        if self.0.is_empty() || self.0.ends_with('/') { format!("{}index.html", self.0) } else { self.0.to_string() }
    }
}

/// The URL at which the site is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Scheme and host without a trailing slash, such as `https://host`.
    origin: String,
    /// The base path with a slash at both ends, such as `/` or `/some/path/`.
    root: String,
}

impl Address {
    /// The address of a site at `base`; its path counts as a folder. Query and fragment are dropped.
    #[must_use]
    pub fn new(base: &Url) -> Self {
        let origin = base.origin().ascii_serialization();
        let path = base.path().trim_matches('/');
        let root = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
        Self { origin, root }
    }

    /// The address of a site that does not know where it will be published.
    #[must_use]
    pub fn local() -> Self {
        Self { origin: "http://localhost".to_owned(), root: "/".to_owned() }
    }

    /// Whether the site knows where it will be published.
    #[must_use]
    pub fn is_known(&self) -> bool {
        *self != Self::local()
    }

    /// The base path.
    #[must_use]
    pub fn root(&self) -> &str {
        &self.root
    }

    /// The address from the host's root, ready to print.
    #[must_use]
    pub fn url(&self, path: &SitePath) -> String {
        format!("{}{}", self.root, encoded(path.as_str()))
    }

    /// The address with scheme and host.
    #[must_use]
    pub fn absolute(&self, path: &SitePath) -> String {
        format!("{}{}", self.origin, self.url(path))
    }

    /// The address of the home page with scheme and host, with a slash at its end.
    #[must_use]
    pub fn home(&self) -> String {
        self.absolute(&SitePath::file(""))
    }
}

/// The path with every byte percent-encoded that RFC 3986 does not allow in a path segment.
pub(crate) fn encoded(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_path_is_before_every_url() {
        let address = Address::new(&Url::parse("https://host.example/some/path").expect("a URL"));
        let page = SitePath::page(&["listings", "slack"]);
        assert_eq!(address.url(&page), "/some/path/listings/slack/");
        assert_eq!(address.absolute(&page), "https://host.example/some/path/listings/slack/");
        assert_eq!(page.file_path(), "listings/slack/index.html");
        assert_eq!(address.url(&SitePath::page(&[])), "/some/path/");
    }

    #[test]
    fn a_file_name_cannot_break_out_of_an_attribute() {
        let address = Address::new(&Url::parse("https://host.example").expect("a URL"));
        assert_eq!(address.url(&SitePath::file("listings/a/\"><x y.png")), "/listings/a/%22%3E%3Cx%20y.png");
    }
}
