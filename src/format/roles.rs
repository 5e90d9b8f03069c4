//! The roles of files in a catalogue: one row each says where such files are, which keys they have, how large they may be and how they are read.
//! Everything else that depends on the role of a file follows from the table. Knows no file.

use std::sync::LazyLock;

use super::content::{agreement, of_yaml, page, readme};
use super::{
    AppFile, CollectionFile, Content, ContentFile, FileRole, IntentFile, ListingFile, PageFront, PublisherFile, Reader, ReviewFile,
    SettingsFile, TagsFile, ThemeFile, Value, ValueType,
};

/// A row of the table.
struct Row {
    role: FileRole,
    name: &'static str,
    /// Segments of a path: `*` is a slug, at the end `**` is one segment or more.
    pattern: &'static str,
    /// The endings of the file name, in any case; none if the pattern says it all.
    endings: &'static [&'static str],
    value_type: Option<ValueType>,
    /// Most bytes.
    limit: u64,
    reading: Reading,
}

/// How the bytes of a file are read. Whatever it is, it is searched for secrets.
#[derive(Clone, Copy)]
pub(super) enum Reading {
    /// As text with content.
    Text(fn(&str, &mut Reader) -> Option<Content>),
    /// As an image.
    Image,
    /// As a file that is published as it is.
    File,
    /// Not at all.
    Nothing,
}

/// The path of the settings, which is what makes a folder a catalogue's.
pub const SETTINGS: &str = "catalogue.yaml";

/// Most bytes of a file that is published as it is; no file may have more.
const MAX_FILE: u64 = 8 * 1024 * 1024;

/// Endings of images that can be shown.
const IMAGES: &[&str] = &["svg", "png", "webp", "jpg", "jpeg", "gif"];

const fn file(role: FileRole, name: &'static str, pattern: &'static str) -> Row {
    Row { role, name, pattern, endings: &[], value_type: None, limit: MAX_FILE, reading: Reading::File }
}

const fn image(role: FileRole, name: &'static str, pattern: &'static str) -> Row {
    Row { endings: IMAGES, limit: 4 * 1024 * 1024, reading: Reading::Image, ..file(role, name, pattern) }
}

const fn prose(role: FileRole, name: &'static str, pattern: &'static str, read: fn(&str, &mut Reader) -> Option<Content>) -> Row {
    Row { limit: 512 * 1024, reading: Reading::Text(read), ..file(role, name, pattern) }
}

const fn yaml<T: ContentFile>(name: &'static str, pattern: &'static str) -> Row {
    Row { value_type: Some(T::TYPE), limit: 256 * 1024, reading: Reading::Text(of_yaml::<T>), ..file(T::ROLE, name, pattern) }
}

/// All roles in the order of the reference. The first row that fits a path is its role.
static ROLES: [Row; 21] = [
    yaml::<SettingsFile>("catalogue", SETTINGS),
    yaml::<TagsFile>("tags", "tags.yaml"),
    yaml::<AppFile>("app", "apps/*.yaml"),
    image(FileRole::AppIcon, "app-icon", "apps/*"),
    yaml::<PublisherFile>("publisher", "publishers/*.yaml"),
    yaml::<ListingFile>("listing", "listings/*/listing.yaml"),
    prose(FileRole::Readme, "readme", "listings/*/README.md", readme),
    prose(FileRole::Doc, "doc", "listings/*/docs/*.md", readme),
    yaml::<ReviewFile>("review", "listings/*/review.yaml"),
    image(FileRole::ListingImage, "listing-image", "listings/*/**"),
    file(FileRole::ListingFile, "listing-file", "listings/*/**"),
    yaml::<CollectionFile>("collection", "collections/*.yaml"),
    yaml::<IntentFile>("intent", "intents/*.yaml"),
    prose(FileRole::Agreement, "agreement", "agreements/*.md", agreement),
    Row { value_type: Some(PageFront::TYPE), ..prose(FileRole::Page, "page", "pages/*.md", page) },
    image(FileRole::PageImage, "page-image", "pages/**"),
    yaml::<ThemeFile>("theme", "themes/*/theme.yaml"),
    Row { endings: &["html", "svg"], ..file(FileRole::ThemeTemplate, "theme-template", "themes/*/templates/**") },
    Row { limit: MAX_FILE, ..image(FileRole::ThemeImage, "theme-image", "themes/*/**") },
    file(FileRole::ThemeFile, "theme-file", "themes/*/**"),
    Row { reading: Reading::Nothing, ..file(FileRole::Stray, "stray", "**") },
];

/// The files and folders at the top of a content folder, in order.
pub static TOP: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut top: Vec<&str> = ROLES.iter().filter_map(|row| row.pattern.split('/').next()).filter(|&name| name != "**").collect();
    top.sort_unstable();
    top.dedup();
    top
});

impl FileRole {
    /// The most bytes that any file may have.
    pub const LARGEST: u64 = MAX_FILE;

    /// The role of the file at `path`, a path below the content folder.
    #[must_use]
    pub(super) fn of(path: &str) -> Self {
        ROLES.iter().find(|row| row.fits(path)).map_or(Self::Stray, |row| row.role)
    }

    /// The roles of files with keys, in the order of the reference.
    pub fn with_keys() -> impl Iterator<Item = Self> {
        ROLES.iter().filter(|row| row.value_type.is_some()).map(|row| row.role)
    }

    /// The role of files with keys that is called `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::with_keys().find(|role| role.name() == name)
    }

    /// Its name, such as `listing`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// Where such files are, below the content folder. `*` stands for a slug, as in an editor's settings.
    #[must_use]
    pub fn pattern(self) -> &'static str {
        self.row().pattern
    }

    /// The keys of such a file; of a page, those in its front matter. `None` if such files have no keys.
    #[must_use]
    pub fn value_type(self) -> Option<ValueType> {
        self.row().value_type
    }

    /// How many bytes such a file may have.
    #[must_use]
    pub fn limit(self) -> u64 {
        self.row().limit
    }

    /// Whether such files belong to a listing and are neither its `listing.yaml` nor its review record.
    #[must_use]
    pub fn is_beside_listing(self) -> bool {
        matches!(self, Self::Readme | Self::Doc | Self::ListingImage | Self::ListingFile)
    }

    /// Whether such files are images that can be shown.
    #[must_use]
    pub fn is_image(self) -> bool {
        matches!(self.row().reading, Reading::Image)
    }

    pub(super) fn reading(self) -> Reading {
        self.row().reading
    }

    /// The part of `path`, the path of such a file, that the `*` of the pattern stands for: a slug, as written; empty without one.
    pub(super) fn slug(self, path: &str) -> &str {
        let segments = self.row().pattern.split('/').zip(path.split('/'));
        let slug =
            segments.filter(|(pattern, _)| *pattern != "**").find_map(|(pattern, name)| name.strip_suffix(pattern.strip_prefix('*')?));
        slug.unwrap_or_default()
    }

    fn row(self) -> &'static Row {
        let Some(row) = ROLES.get(self as usize) else { unreachable!("the table has a row for each role, in their order") };
        row
    }
}

impl Row {
    fn fits(&self, path: &str) -> bool {
        // Of all rows, most begin with another letter.
        let (first, other) = (self.pattern.as_bytes().first(), path.as_bytes().first());
        (first == other || first == Some(&b'*')) && fits(self.pattern, path) && (self.endings.is_empty() || has_ending(path, self.endings))
    }
}

fn fits(pattern: &str, path: &str) -> bool {
    match (pattern.split_once('/'), path.split_once('/')) {
        (Some((first, pattern)), Some((name, path))) => segment_fits(first, name) && fits(pattern, path),
        (None, None) => segment_fits(pattern, path),
        (None, Some(_)) => pattern == "**",
        (Some(_), None) => false,
    }
}

fn segment_fits(pattern: &str, name: &str) -> bool {
    pattern == "**" || pattern.strip_prefix('*').map_or(pattern == name, |ending| name.ends_with(ending))
}

fn has_ending(path: &str, endings: &[&str]) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').is_some_and(|(_, ending)| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_a_row_for_each_role_in_their_order() {
        for (at, row) in ROLES.iter().enumerate() {
            assert_eq!(row.role as usize, at, "{}", row.name);
        }
        assert_eq!(ROLES.len(), FileRole::Stray as usize + 1);
    }

    #[test]
    fn a_path_has_one_role_and_its_slug() {
        for (path, role, slug) in [
            ("catalogue.yaml", FileRole::Settings, ""),
            ("catalogue.yml", FileRole::Stray, ""),
            ("apps/slack.yaml", FileRole::App, "slack"),
            ("apps/.yaml", FileRole::App, ""),
            ("apps/slack.SVG", FileRole::AppIcon, "slack.SVG"),
            ("apps/icons/slack.svg", FileRole::Stray, ""),
            ("agreements/1.2.md", FileRole::Agreement, "1.2"),
            ("agreements/1.2.yaml", FileRole::Stray, ""),
            ("pages/about.md", FileRole::Page, "about"),
            ("pages/img/a*/b.png", FileRole::PageImage, ""),
            ("pages/img/about.md", FileRole::Stray, ""),
            ("listings/acme", FileRole::Stray, ""),
            ("listings/acme/listing.yaml", FileRole::Listing, "acme"),
            ("listings/acme/Listing.yaml", FileRole::ListingFile, "acme"),
            ("listings/acme/docs/README.md", FileRole::Doc, "acme"),
            ("listings/acme/docs/more/a.md", FileRole::ListingFile, "acme"),
            ("listings/acme/docs/a.MD", FileRole::ListingFile, "acme"),
            ("listings/acme/README.md", FileRole::Readme, "acme"),
            ("listings/acme/review.yaml", FileRole::Review, "acme"),
            ("listings/acme/icon.Png", FileRole::ListingImage, "acme"),
            ("listings/acme/docs/a.svg", FileRole::ListingImage, "acme"),
            ("themes/harbour/theme.yaml", FileRole::Theme, "harbour"),
            ("themes/harbour/templates/components/card.html", FileRole::ThemeTemplate, "harbour"),
            ("themes/harbour/templates/logo.svg", FileRole::ThemeTemplate, "harbour"),
            ("themes/harbour/templates/logo.png", FileRole::ThemeImage, "harbour"),
            ("themes/harbour/logo.svg", FileRole::ThemeImage, "harbour"),
            ("themes/harbour/site.css", FileRole::ThemeFile, "harbour"),
            ("themes/harbour.css", FileRole::Stray, ""),
            ("notes.md", FileRole::Stray, ""),
        ] {
            assert_eq!((FileRole::of(path), FileRole::of(path).slug(path)), (role, slug), "{path}");
        }
    }
}
