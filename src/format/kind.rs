//! The kinds of content file that have keys, by the names under which commands and schemas speak of them.

use super::{
    AppFile, CollectionFile, IntentFile, ListingFile, PageFront, Place, PublisherFile, ReviewFile, SettingsFile, TagsFile, ThemeFile,
    Value, ValueType,
};
use crate::source::ContentPath;

/// A kind of content file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// `catalogue.yaml`
    Catalogue,
    /// `tags.yaml`
    Tags,
    /// `apps/<slug>.yaml`
    App,
    /// `publishers/<slug>.yaml`
    Publisher,
    /// `listings/<slug>/listing.yaml`
    Listing,
    /// `listings/<slug>/review.yaml`
    Review,
    /// `collections/<slug>.yaml`
    Collection,
    /// `intents/<slug>.yaml`
    Intent,
    /// The front matter of `pages/<slug>.md`
    Page,
    /// `themes/<name>/theme.yaml`
    Theme,
}

impl FileKind {
    /// Every kind, in the order of the reference.
    pub const ALL: [Self; 10] = [
        Self::Catalogue,
        Self::Tags,
        Self::App,
        Self::Publisher,
        Self::Listing,
        Self::Review,
        Self::Collection,
        Self::Intent,
        Self::Page,
        Self::Theme,
    ];

    /// Its name, such as `listing`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Catalogue => "catalogue",
            Self::Tags => "tags",
            Self::App => "app",
            Self::Publisher => "publisher",
            Self::Listing => "listing",
            Self::Review => "review",
            Self::Collection => "collection",
            Self::Intent => "intent",
            Self::Page => "page",
            Self::Theme => "theme",
        }
    }

    /// The kind that is called `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind of the file at `path`, if such files have keys.
    #[must_use]
    pub fn of(path: &ContentPath) -> Option<Self> {
        match Place::of(path) {
            Place::Settings => Some(Self::Catalogue),
            Place::Tags => Some(Self::Tags),
            Place::App(_) => Some(Self::App),
            Place::Publisher(_) => Some(Self::Publisher),
            Place::Listing(_) => Some(Self::Listing),
            Place::Review(_) => Some(Self::Review),
            Place::Collection(_) => Some(Self::Collection),
            Place::Intent(_) => Some(Self::Intent),
            Place::Page(_) => Some(Self::Page),
            Place::Theme(_) => Some(Self::Theme),
            Place::Readme(_)
            | Place::ListingFile(_)
            | Place::Agreement(_)
            | Place::AppIcon
            | Place::PageImage
            | Place::ThemeTemplate(_)
            | Place::ThemeFile
            | Place::Stray => None,
        }
    }

    /// The path pattern of such files below the content folder; `*` stands for a slug, as in an editor's settings.
    #[must_use]
    pub fn pattern(self) -> &'static str {
        match self {
            Self::Catalogue => "catalogue.yaml",
            Self::Tags => "tags.yaml",
            Self::App => "apps/*.yaml",
            Self::Publisher => "publishers/*.yaml",
            Self::Listing => "listings/*/listing.yaml",
            Self::Review => "listings/*/review.yaml",
            Self::Collection => "collections/*.yaml",
            Self::Intent => "intents/*.yaml",
            Self::Page => "pages/*.md",
            Self::Theme => "themes/*/theme.yaml",
        }
    }

    /// The type of such a file.
    #[must_use]
    pub fn value_type(self) -> ValueType {
        match self {
            Self::Catalogue => SettingsFile::TYPE,
            Self::Tags => TagsFile::TYPE,
            Self::App => AppFile::TYPE,
            Self::Publisher => PublisherFile::TYPE,
            Self::Listing => ListingFile::TYPE,
            Self::Review => ReviewFile::TYPE,
            Self::Collection => CollectionFile::TYPE,
            Self::Intent => IntentFile::TYPE,
            Self::Page => PageFront::TYPE,
            Self::Theme => ThemeFile::TYPE,
        }
    }
}
