//! The page that a path of the content folder leads to, so that a text can name another by its file. Knows the folders; knows no address, and not whether
//! anything is there.

use std::collections::BTreeSet;

use super::{Draft, ListingDraft};
use crate::format::{Content, Place};
use crate::source::ContentPath;

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// All listings: `listings/`
    Listings,
    /// A listing: `listings/<slug>/`, its `README.md` or its `listing.yaml`
    Listing(Box<str>),
    /// All apps: `apps/`
    Apps,
    /// An app: `apps/<slug>.yaml`
    App(Box<str>),
    /// All publishers: `publishers/`
    Publishers,
    /// A publisher: `publishers/<slug>.yaml`
    Publisher(Box<str>),
    /// All tags: `tags.yaml`
    Tags,
    /// A tag: `tags.yaml#<id>`
    Tag(Box<str>),
    /// All collections: `collections/`
    Collections,
    /// A collection: `collections/<slug>.yaml`
    Collection(Box<str>),
    /// What is announced: `intents/` and every file in it
    Announced,
    /// A page of prose: `pages/<slug>.md`
    Page(Box<str>),
    /// A developer agreement: `agreements/<version>.md`
    Agreement(Box<str>),
}

impl Destination {
    /// What `path` leads to; `fragment` is what stands behind its `#`.
    #[must_use]
    pub fn of(path: &ContentPath, fragment: Option<&str>) -> Option<Self> {
        let segments: Vec<&str> = path.segments().collect();
        Some(match Place::of(path) {
            Place::Listing(slug) | Place::Readme(slug) => Self::Listing(slug.into()),
            Place::App(slug) => Self::App(slug.into()),
            Place::Publisher(slug) => Self::Publisher(slug.into()),
            Place::Tags => fragment.filter(|id| !id.is_empty()).map_or(Self::Tags, |id| Self::Tag(id.into())),
            Place::Collection(slug) => Self::Collection(slug.into()),
            Place::Intent(_) => Self::Announced,
            Place::Page(slug) => Self::Page(slug.into()),
            Place::Agreement(version) => Self::Agreement(version.into()),
            _ => match segments[..] {
                ["listings"] => Self::Listings,
                ["listings", slug] => Self::Listing(slug.into()),
                ["apps"] => Self::Apps,
                ["publishers"] => Self::Publishers,
                ["collections"] => Self::Collections,
                ["intents"] => Self::Announced,
                _ => return None,
            },
        })
    }
}

/// Files that may be published as they are. Nothing that a browser would run is among them.
const PUBLISHED: [&str; 13] = ["svg", "png", "webp", "jpg", "jpeg", "gif", "md", "txt", "json", "yaml", "yml", "csv", "pdf"];

/// Whether a file of a listing may be published, by its name.
#[must_use]
pub fn is_published(path: &ContentPath) -> bool {
    PUBLISHED.contains(&path.extension().as_str())
}

impl Draft {
    /// Whether there is a file at `path` that may be published.
    #[must_use]
    pub(crate) fn publishable(&self, path: &ContentPath) -> bool {
        match self.document(path.as_str()).map(|document| &document.content) {
            Some(Content::Image(_)) => true,
            Some(Content::File) => is_published(path),
            _ => false,
        }
    }
}

impl ListingDraft<'_> {
    /// The files of its folder that are published because its page shows them or leads to them.
    #[must_use]
    pub fn shown_files(&self) -> BTreeSet<ContentPath> {
        let within = format!("listings/{}", self.slug);
        let icon = self.icon().map(|(document, _)| document.path.clone());
        let screenshots =
            self.file.screenshots.items().iter().filter_map(|entry| self.beside(entry.file.get()?)).map(|document| document.path.clone());
        let links = self.readme().into_iter().flat_map(|(document, outline)| outline.links.iter().map(move |link| (document, link)));
        let named = links.filter_map(|(document, link)| {
            let path = link.target.split(['?', '#']).next().unwrap_or_default();
            let path = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
            document.path.resolve(&path, &within)
        });
        icon.into_iter().chain(screenshots).chain(named).filter(|path| self.draft.publishable(path)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_the_page_that_shows_it() {
        let of = |path: &str, fragment| ContentPath::new(path).and_then(|path| Destination::of(&path, fragment));
        for path in ["listings/acme", "listings/acme/README.md", "listings/acme/listing.yaml"] {
            assert_eq!(of(path, None), Some(Destination::Listing("acme".into())), "{path}");
        }
        assert_eq!(of("tags.yaml", Some("crm")), Some(Destination::Tag("crm".into())));
        assert_eq!(of("pages/policy.md", Some("a")), Some(Destination::Page("policy".into())));
        assert_eq!(of("listings", None), Some(Destination::Listings));
        for path in ["listings/acme/review.yaml", "listings/acme/docs/a.md", "catalogue.yaml", "apps/a.svg", "pages"] {
            assert_eq!(of(path, None), None, "{path}");
        }
    }
}
