//! The page that a path of the content folder leads to, so that a text can name another by its file. Knows the folders; knows no address, and not whether
//! anything is there.

use crate::format::FileRole;
use crate::source::ContentPath;

/// The target of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// All listings: `listings/`
    Listings,
    /// A listing: `listings/<slug>/`, its `README.md` or its `listing.yaml`
    Listing(Box<str>),
    /// A page of the documentation of a listing: `listings/<slug>/docs/<name>.md`, by slug and name
    Doc(Box<str>, Box<str>),
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
    /// The announcements: `intents/` and every file in it
    Announced,
    /// A page of prose: `pages/<slug>.md`
    Page(Box<str>),
    /// A developer agreement: `agreements/<version>.md`
    Agreement(Box<str>),
}

impl Destination {
    /// The role and the slug of the file that the page is made of; `None` for pages that are made of several files.
    #[must_use]
    pub fn file(&self) -> Option<(FileRole, &str)> {
        match self {
            Self::Listing(slug) => Some((FileRole::Readme, slug)),
            Self::App(slug) => Some((FileRole::App, slug)),
            Self::Publisher(slug) => Some((FileRole::Publisher, slug)),
            Self::Collection(slug) => Some((FileRole::Collection, slug)),
            Self::Page(slug) => Some((FileRole::Page, slug)),
            Self::Agreement(version) => Some((FileRole::Agreement, version)),
            _ => None,
        }
    }

    /// Returns the target of `path`; `fragment` is the part after its `#`.
    #[must_use]
    pub fn from_path(path: &ContentPath, fragment: Option<&str>) -> Option<Self> {
        let segments: Vec<&str> = path.segments().collect();
        Some(match path.place() {
            (FileRole::Listing | FileRole::Readme, slug) => Self::Listing(slug.into()),
            (FileRole::Doc, slug) => Self::Doc(slug.into(), path.stem().into()),
            (FileRole::App, slug) => Self::App(slug.into()),
            (FileRole::Publisher, slug) => Self::Publisher(slug.into()),
            (FileRole::Tags, _) => fragment.filter(|id| !id.is_empty()).map_or(Self::Tags, |id| Self::Tag(id.into())),
            (FileRole::Collection, slug) => Self::Collection(slug.into()),
            (FileRole::Intent, _) => Self::Announced,
            (FileRole::Page, slug) => Self::Page(slug.into()),
            (FileRole::Agreement, version) => Self::Agreement(version.into()),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_the_page_that_shows_it() {
        let of = |path: &str, fragment| ContentPath::new(path).and_then(|path| Destination::from_path(&path, fragment));
        for path in ["listings/acme", "listings/acme/README.md", "listings/acme/listing.yaml"] {
            assert_eq!(of(path, None), Some(Destination::Listing("acme".into())), "{path}");
        }
        assert_eq!(of("tags.yaml", Some("crm")), Some(Destination::Tag("crm".into())));
        assert_eq!(of("pages/policy.md", Some("a")), Some(Destination::Page("policy".into())));
        assert_eq!(of("listings", None), Some(Destination::Listings));
        assert_eq!(of("listings/acme/docs/a.b.md", None), Some(Destination::Doc("acme".into(), "a.b".into())));
        for path in ["listings/acme/review.yaml", "listings/acme/docs/more/a.md", "catalogue.yaml", "apps/a.svg", "pages"] {
            assert_eq!(of(path, None), None, "{path}");
        }
    }
}
