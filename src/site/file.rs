//! The files that a site has one of, under names that programs look for.

use super::SitePath;

/// A file of which a site has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SiteFile {
    /// The catalogue as data.
    Catalogue,
    /// The feed of all changes as JSON Feed.
    JsonFeed,
    /// The addresses for search engines.
    Sitemap,
    /// Its path.
    Robots,
    /// The search as a browser can offer it.
    OpenSearch,
    /// Name and icon for a browser that keeps the site at hand.
    Manifest,
    /// The site in a nutshell for language models.
    Llms,
    /// Whom to tell of a security problem.
    Security,
    /// Response headers for hosts that read them from a file.
    Headers,
    /// Former addresses for hosts that redirect on their own.
    Redirects,
    /// The speculation rules: pages that browsers may prefetch.
    Speculation,
    /// Tells GitHub Pages to serve the files as they are.
    NoJekyll,
}

impl SiteFile {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Catalogue,
        Self::JsonFeed,
        Self::Sitemap,
        Self::Robots,
        Self::OpenSearch,
        Self::Manifest,
        Self::Llms,
        Self::Security,
        Self::Headers,
        Self::Redirects,
        Self::Speculation,
        Self::NoJekyll,
    ];

    /// Its address.
    #[must_use]
    pub fn path(self) -> SitePath {
        SitePath::file(match self {
            Self::Catalogue => "catalogue.json",
            Self::JsonFeed => "feed.json",
            Self::Sitemap => "sitemap.xml",
            Self::Robots => "robots.txt",
            Self::OpenSearch => "opensearch.xml",
            Self::Manifest => "manifest.webmanifest",
            Self::Llms => "llms.txt",
            Self::Security => ".well-known/security.txt",
            Self::Headers => "_headers",
            Self::Redirects => "_redirects",
            Self::Speculation => "speculation.json",
            Self::NoJekyll => ".nojekyll",
        })
    }
}
