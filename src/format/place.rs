//! What a file is, from its path alone.

use crate::source::ContentPath;

/// The role of a path in the content folder. Slugs are as written, well-formed or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place<'path> {
    /// `catalogue.yaml`
    Settings,
    /// `tags.yaml`
    Tags,
    /// `apps/<slug>.yaml`
    App(&'path str),
    /// An image beside an app's file.
    AppIcon,
    /// `publishers/<slug>.yaml`
    Publisher(&'path str),
    /// `listings/<slug>/listing.yaml`
    Listing(&'path str),
    /// `listings/<slug>/README.md`
    Readme(&'path str),
    /// `listings/<slug>/review.yaml`
    Review(&'path str),
    /// Any other file in `listings/<slug>/`
    ListingFile(&'path str),
    /// `collections/<slug>.yaml`
    Collection(&'path str),
    /// `intents/<slug>.yaml`
    Intent(&'path str),
    /// `agreements/<version>.md`
    Agreement(&'path str),
    /// `pages/<slug>.md`
    Page(&'path str),
    /// An image beside the pages.
    PageImage,
    /// `themes/<name>/theme.yaml`
    Theme(&'path str),
    /// `themes/<name>/templates/<template>.html` or `.svg`: the template, such as `components/card.html`
    ThemeTemplate(&'path str),
    /// Any other file in `themes/<name>/`: a stylesheet, a font, a logo.
    ThemeFile,
    /// A file that nothing reads.
    Stray,
}

/// Endings of images that can be shown.
const IMAGES: [&str; 6] = ["svg", "png", "webp", "jpg", "jpeg", "gif"];

impl<'path> Place<'path> {
    /// The files and folders at the top of a content folder, in order.
    pub const TOP: [&'static str; 10] =
        ["agreements", "apps", "catalogue.yaml", "collections", "intents", "listings", "pages", "publishers", "tags.yaml", "themes"];

    /// Whether `path` begins as content does. At the top of a repository, what does not is no content.
    #[must_use]
    pub fn is_content(path: &ContentPath) -> bool {
        path.segments().next().is_some_and(|first| Self::TOP.contains(&first))
    }

    /// Returns the role of `path`.
    #[must_use]
    pub fn of(path: &'path ContentPath) -> Self {
        let segments: Vec<&str> = path.segments().collect();
        let extension = path.extension();
        let is_image = IMAGES.contains(&extension.as_str());
        match segments[..] {
            ["catalogue.yaml"] => Self::Settings,
            ["tags.yaml"] => Self::Tags,
            ["apps", _] if is_image => Self::AppIcon,
            ["apps", file] => file.strip_suffix(".yaml").map_or(Self::Stray, Self::App),
            ["publishers", file] => file.strip_suffix(".yaml").map_or(Self::Stray, Self::Publisher),
            ["collections", file] => file.strip_suffix(".yaml").map_or(Self::Stray, Self::Collection),
            ["intents", file] => file.strip_suffix(".yaml").map_or(Self::Stray, Self::Intent),
            ["agreements", file] => file.strip_suffix(".md").map_or(Self::Stray, Self::Agreement),
            ["pages", _, ..] if is_image => Self::PageImage,
            ["pages", file] => file.strip_suffix(".md").map_or(Self::Stray, Self::Page),
            ["listings", slug, "listing.yaml"] => Self::Listing(slug),
            ["listings", slug, "README.md"] => Self::Readme(slug),
            ["listings", slug, "review.yaml"] => Self::Review(slug),
            ["listings", slug, _, ..] => Self::ListingFile(slug),
            ["themes", name, "theme.yaml"] => Self::Theme(name),
            ["themes", name, "templates", ..] if matches!(extension.as_str(), "html" | "svg") => {
                Self::ThemeTemplate(&path.as_str()["themes//templates/".len() + name.len()..])
            }
            ["themes", _, _, ..] => Self::ThemeFile,
            _ => Self::Stray,
        }
    }

    /// The slug of the listing that the file at `path` belongs to.
    #[must_use]
    pub fn listing_slug(path: &ContentPath) -> Option<&str> {
        let mut segments = path.segments();
        match (segments.next(), segments.next(), segments.next()) {
            (Some("listings"), Some(slug), Some(_)) => Some(slug),
            _ => None,
        }
    }

    /// The folder of the listing that the file at `path` belongs to, without a trailing slash.
    #[must_use]
    pub fn listing_folder(path: &ContentPath) -> Option<&str> {
        let slug = Self::listing_slug(path)?;
        path.as_str().get(.."listings/".len() + slug.len())
    }

    /// Whether the file is an image by its name.
    #[must_use]
    pub fn is_image(path: &ContentPath) -> bool {
        IMAGES.contains(&path.extension().as_str())
    }
}
