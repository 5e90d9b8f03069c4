//! The catalogue as values: every reference is an `Arc`, everything required is there.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::LastChanges;
use crate::format::{
    ChangeKind, ForgeKind, InstallMode, LevelSetting, Link, ListingFile, NavPlace, Reason, ReviewFile, ShareCards, SourceKind, State,
    Version, Visibility,
};
use crate::language::Noun;
use crate::parse::media::Media;
use crate::source::{ContentPath, Span};

/// Everything a marketplace lists.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// The marketplace as a whole.
    pub settings: Settings,
    /// Tags in the order of `tags.yaml`.
    pub tags: Vec<Arc<Tag>>,
    /// Apps by slug.
    pub apps: BTreeMap<Arc<str>, Arc<App>>,
    /// Publishers by slug.
    pub publishers: BTreeMap<Arc<str>, Arc<Publisher>>,
    /// Listings by slug, tombstones and unlisted ones among them.
    pub listings: BTreeMap<Arc<str>, Arc<Listing>>,
    /// Collections by slug.
    pub collections: Vec<Collection>,
    /// Announced connectors by slug.
    pub intents: Vec<Intent>,
    /// Pages of prose by slug.
    pub pages: Vec<Page>,
    /// Versions of the developer agreement.
    pub agreements: Vec<Page>,
    /// When its files were last changed.
    pub last_changes: LastChanges,
}

/// The repository of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// The kind of forge.
    pub forge: Option<ForgeKind>,
    /// Its web address without a trailing slash.
    pub url: Box<str>,
    /// The branch that is published.
    pub branch: Box<str>,
    /// The content folder from the top of the repository, with `/` at the end; empty when it is the top itself, `None` when the settings do not say it.
    pub folder: Option<Box<str>>,
}

impl Repository {
    /// The path of a file of the content folder from the top of the repository.
    #[must_use]
    pub fn path(&self, file: &str) -> String {
        format!("{}{file}", self.folder())
    }

    /// The content folder from the top of the repository, with `/` at the end; empty when it is the top itself.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.folder.as_deref().unwrap_or("content/")
    }
}

impl Settings {
    /// Says that the content folder is `folder` of the repository, unless the settings themselves say where it is.
    pub fn keep_in(&mut self, folder: &str) {
        if let Some(repository) = &mut self.repository {
            repository.folder.get_or_insert_with(|| folder.into());
        }
    }
}

/// The marketplace as a whole.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Its name.
    pub title: Box<str>,
    /// The description.
    pub description: Option<Box<str>>,
    /// The URL at which it is published.
    pub base_url: Option<Link>,
    /// Its language, a BCP 47 tag.
    pub language: Box<str>,
    /// The noun for a listing, if it is not the language's default.
    pub noun: Option<Noun>,
    /// The repository that the catalogue is built from.
    pub repository: Option<Repository>,
    /// Address of an installation, with `{slug}` and `{version}`.
    pub install_template: Option<Box<str>>,
    /// Data centres.
    pub regions: Vec<Label>,
    /// The page about sharing a listing across regions.
    pub region_help_url: Option<Link>,
    /// Ways of signing in.
    pub auth: Vec<Label>,
    /// The version of the developer agreement that is in force.
    pub agreement: Option<Box<str>>,
    /// Whether a listing may change between open and closed source at any time.
    pub may_switch_source: bool,
    /// The subjects with share cards.
    pub share_cards: Option<ShareCards>,
    /// The theme's name.
    pub theme: Option<Box<str>>,
    /// A mail or web address.
    pub contact: Option<Box<str>>,
    /// The URL for requesting a missing connector.
    pub request_connector_url: Option<Link>,
    /// Whom to tell of a security problem of the site.
    pub security: Option<Security>,
    /// Whether listings have badges.
    pub badges: bool,
    /// Whether the site has a page of submissions under way.
    pub queue: bool,
    /// Whether listings have cards that other sites can frame.
    pub embed: bool,
    /// Levels by rule name, where they are not the rules' own.
    pub levels: Vec<(Box<str>, LevelSetting)>,
}

/// Whom to tell of a security problem, and until when that applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Security {
    /// Mail or web addresses, at least one.
    pub contacts: Vec<Box<str>>,
    /// The last day.
    pub expires: Date,
    /// How reports are handled.
    pub policy: Option<Link>,
    /// A key for reports.
    pub encryption: Option<Link>,
    /// The page that thanks reporters.
    pub acknowledgments: Option<Link>,
}

/// An id and its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The id, as in files.
    pub id: Box<str>,
    /// The label for visitors.
    pub label: Box<str>,
}

/// A category.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its id, which is its slug.
    pub id: Arc<str>,
    /// The label for visitors.
    pub label: Box<str>,
    /// The description.
    pub description: Option<Box<str>>,
    /// Other words for it.
    pub aliases: Vec<Box<str>>,
}

/// An app that connectors are built for.
#[derive(Debug, PartialEq, Eq)]
pub struct App {
    /// Its slug.
    pub slug: Arc<str>,
    /// Its name.
    pub name: Box<str>,
    /// The vendor's page.
    pub website: Option<Link>,
    /// The kind.
    pub description: Option<Box<str>>,
    /// Other names.
    pub aliases: Vec<Box<str>>,
    /// Hosts of the vendor.
    pub domains: Vec<Box<str>>,
    /// Its icon.
    pub icon: Option<Image>,
}

/// A publisher of listings.
#[derive(Debug, PartialEq, Eq)]
pub struct Publisher {
    /// Their slug.
    pub slug: Arc<str>,
    /// Their name.
    pub name: Box<str>,
    /// Their site.
    pub url: Option<Link>,
    /// The description.
    pub description: Option<Box<str>>,
    /// Hosts they own.
    pub domains: Vec<Box<str>>,
    /// When and how that was verified.
    pub verified: Option<(Date, Option<Box<str>>)>,
    /// The URL for security reports.
    pub security_contact: Option<Box<str>>,
}

impl Publisher {
    /// Whether the publisher owns, verified, one of the app's hosts.
    #[must_use]
    pub fn owns(&self, app: &App) -> bool {
        self.verified.is_some() && self.domains.iter().any(|domain| app.domains.contains(domain))
    }
}

/// A connector.
#[derive(Debug)]
pub struct Listing {
    /// Its slug.
    pub slug: Arc<str>,
    /// Its name.
    pub name: Box<str>,
    /// The content of `listing.yaml`, for values that need no resolving.
    pub file: Arc<ListingFile>,
    /// The file it was read from.
    pub path: ContentPath,
    /// The app it connects to, if that is known.
    pub app: Option<Arc<App>>,
    /// The publisher.
    pub publisher: Option<Arc<Publisher>>,
    /// Its categories, each once, in the order of the listing.
    pub tags: Vec<Arc<Tag>>,
    /// Its icon.
    pub icon: Option<Image>,
    /// Its long description.
    pub readme: Option<Readme>,
    /// Its documentation, by file name.
    pub docs: Vec<Page>,
    /// How visitors get it, as far as anything says so.
    pub mode: Option<InstallMode>,
    /// Its versions, newest first.
    pub versions: Vec<Release>,
    /// The version that its publisher's recipes run.
    pub released: Option<Version>,
    /// The version that a visitor receives.
    pub shared: Option<Version>,
    /// Its regions; empty for all.
    pub regions: Vec<Label>,
    /// Its ways of signing in.
    pub auth: Vec<Label>,
    /// Its pictures.
    pub screenshots: Vec<Screenshot>,
    /// Files beside it that its README and its documentation may name, with their image facts if they are images.
    pub files: BTreeMap<ContentPath, Option<Media>>,
    /// The parent connector.
    pub parent: Option<Mention>,
    /// What it was copied from.
    pub derived_from: Option<Original>,
    /// The listings that must be installed too.
    pub depends_on: Vec<Mention>,
    /// The lifecycle; `None` while active.
    pub lifecycle: Option<Lifecycle>,
    /// The approval record.
    pub review: Option<Box<ReviewFile>>,
    /// Former slugs.
    pub former_slugs: Vec<Arc<str>>,
}

/// Another listing that is mentioned. It may have been left out of this build, so its name is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its slug.
    pub slug: Arc<str>,
    /// Its name.
    pub name: Box<str>,
    /// Whether it has a page.
    pub is_built: bool,
    /// The version visitors receive of it; none of a listing that is gone.
    pub shared: Option<Version>,
}

/// The listing that another one was copied from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// Which listing it is.
    pub listing: OriginalListing,
    /// The version that was copied.
    pub version: Option<Version>,
}

/// A listing of this catalogue or of another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OriginalListing {
    /// One of this catalogue.
    Here(Mention),
    /// The one with this slug in the catalogue at this URL.
    Elsewhere(Link, Box<str>),
}

/// The lifecycle of a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lifecycle {
    /// The state.
    pub state: State,
    /// Since when.
    pub since: Option<Date>,
    /// The reason.
    pub reason: Option<Reason>,
    /// The replacement.
    pub replaced_by: Option<Mention>,
    /// A sentence for visitors.
    pub note: Option<Box<str>>,
}

/// A version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Its number.
    pub version: Version,
    /// The day it was published.
    pub date: Option<Date>,
    /// The notes, in Markdown.
    pub notes: Option<Box<str>>,
    /// The changes.
    pub changes: Vec<(ChangeKind, Box<str>)>,
    /// That it was withdrawn.
    pub withdrawn: Option<Withdrawal>,
}

/// The withdrawal of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// The day.
    pub since: Option<Date>,
    /// The reason.
    pub reason: Option<Box<str>>,
}

/// A long description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readme {
    /// Its file.
    pub path: ContentPath,
    /// Its Markdown.
    pub text: Arc<str>,
    /// The part of the text that is Markdown.
    pub body: Span,
}

impl Readme {
    /// The Markdown of its body.
    #[must_use]
    pub fn body_text(&self) -> &str {
        self.text.get(self.body.range()).unwrap_or_default()
    }
}

/// An image file of the content folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Its file.
    pub path: ContentPath,
    /// Its type and size.
    pub media: Media,
}

/// A picture of a connector at work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screenshot {
    /// The image.
    pub image: Image,
    /// The content.
    pub alt: Box<str>,
    /// A line below it.
    pub caption: Option<Box<str>>,
}

/// A curated set.
#[derive(Debug)]
pub struct Collection {
    /// Its slug.
    pub slug: Arc<str>,
    /// Its title.
    pub title: Box<str>,
    /// The description.
    pub description: Option<Box<str>>,
    /// The curator.
    pub curator: Option<Box<str>>,
    /// When it was last gone through.
    pub updated: Option<Date>,
    /// Its members in order; those left out of this build are not among them.
    pub members: Vec<Member>,
}

/// A member of a collection.
#[derive(Debug)]
pub struct Member {
    /// The listing.
    pub listing: Arc<Listing>,
    /// Why it is here.
    pub why: Option<Box<str>>,
}

/// A connector that is announced.
#[derive(Debug)]
pub struct Intent {
    /// Its name.
    pub connector: Box<str>,
    /// The builder.
    pub developer: Box<str>,
    /// The profile it will be published under.
    pub company_profile: Option<Box<str>>,
    /// When it is expected.
    pub expected: Option<Date>,
}

/// A page of prose.
#[derive(Debug)]
pub struct Page {
    /// Its slug.
    pub slug: Arc<str>,
    /// Its title.
    pub title: Box<str>,
    /// The text.
    pub description: Option<Box<str>>,
    /// The place of its link.
    pub nav: NavPlace,
    /// Its place among the links.
    pub order: u32,
    /// Its text.
    pub text: Readme,
    /// Its headings of the second level: text and id. None of a page of documentation.
    pub headings: Vec<(Box<str>, Box<str>)>,
    /// Images beside the pages.
    pub files: BTreeMap<ContentPath, Option<Media>>,
}

impl Listing {
    /// Whether the source can be read, where the listing says so.
    #[must_use]
    pub fn source(&self) -> Option<SourceKind> {
        self.file.source.get().copied()
    }

    /// The state, `None` while active.
    #[must_use]
    pub fn state(&self) -> Option<State> {
        self.lifecycle.as_ref().map(|lifecycle| lifecycle.state)
    }

    /// Whether only a tombstone remains.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        matches!(self.state(), Some(State::Removed | State::Unpublished))
    }

    /// Whether it is in lists, feeds, search and bulk data.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        !self.is_gone() && self.may_be_listed()
    }

    /// Whether lists may name it: while it is in the catalogue, and after that.
    #[must_use]
    pub fn may_be_listed(&self) -> bool {
        // What cannot be read is no leave to show it to everybody.
        !self.file.visibility.is_wrong() && self.file.visibility() == Visibility::Listed
    }

    /// Whether its publisher owns the app.
    #[must_use]
    pub fn is_official(&self) -> bool {
        self.publisher.as_ref().zip(self.app.as_ref()).is_some_and(|(publisher, app)| publisher.owns(app))
    }

    /// The day of the newest version that has one. A withdrawn version counts only where there is no other.
    #[must_use]
    pub fn updated(&self) -> Option<Date> {
        let standing = self.versions.iter().filter(|release| release.withdrawn.is_none()).filter_map(|release| release.date).max();
        standing.or_else(|| self.versions.iter().filter_map(|release| release.date).max())
    }

    /// The day of the oldest version that has one.
    #[must_use]
    pub fn added(&self) -> Option<Date> {
        self.versions.iter().filter_map(|release| release.date).min()
    }
}
