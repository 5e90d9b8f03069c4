//! `pressmark-package.json`: what is in a package, in the words of the catalogue that it comes from. One definition makes its types and its schema. It is made of the
//! files of a package and of nothing else, so that a reader can make it once more and compare.

use std::collections::BTreeSet;

use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::catalogue::{RawCatalogue, RawListing};
use crate::contract::object::object;
use crate::contract::{Described as _, Origin, published};
use crate::format::{FileRole, Link, SettingsFile, Version, in_block};
use crate::source::Spanned;
use crate::text::pretty_json;

/// The JSON Schema of the manifest, as a text.
#[must_use]
pub fn schema() -> String {
    let title = "pressmark-package.json: the manifest of a package of Pressmark listings";
    let mut schema = published(Manifest::schema(), &format!("urn:pressmark:package:{VERSION}"), title);
    schema["properties"]["schema"]["const"] = json!(VERSION);
    pretty_json(&schema)
}

/// The version of the manifest that is written, and the newest that is read.
pub(super) const VERSION: u32 = 1;

object! {
    /// What is in a package.
    pub struct Manifest {
        /// The version of this shape: 1.
        pub schema: u32,
        /// The URL of the catalogue that the package comes from, with a slash at its end; missing if it has none.
        pub catalogue: Option<String> = "Option::is_none" => Url,
        /// The listings, by slug.
        pub listings: Vec<PackagedListing>,
        /// The names of the apps that they connect to.
        pub apps: Vec<String>,
        /// The slugs of their publishers.
        pub publishers: Vec<String>,
        /// The ids of their tags.
        pub tags: Vec<String>,
        /// Every other file of the package, by path.
        pub files: Vec<PackagedFile>,
    }
}

object! {
    /// A listing in a package.
    pub struct PackagedListing {
        /// Its slug.
        pub slug: String,
        /// What visitors call it.
        pub name: String,
        /// The app that it connects to.
        pub app: String,
        /// Its publisher.
        pub publisher: Option<String> = "Option::is_none",
        /// The latest released version, which is the one in the package; missing if it has none.
        pub version: Option<String> = "Option::is_none",
        /// The note of that version, in Markdown.
        pub notes: Option<String> = "Option::is_none",
        /// The listing that it is a child of.
        pub parent: Option<String> = "Option::is_none",
        /// The listings that must also be installed.
        pub depends_on: Vec<String> = "Vec::is_empty",
        /// The slugs that it had before.
        pub former_slugs: Vec<String> = "Vec::is_empty",
        /// The listing that it is a modified copy of.
        pub derived_from: Option<Origin> = "Option::is_none",
        /// The listing that it was imported from.
        pub imported_from: Option<Origin> = "Option::is_none",
    }
}

object! {
    /// A file of a package.
    pub struct PackagedFile {
        /// Its path, which is that in a content folder.
        pub path: String,
        /// How many bytes it has.
        pub bytes: u64,
        /// Its SHA-256, in hexadecimal digits.
        pub sha256: String => Sha256,
    }
}

impl Manifest {
    /// The manifest of `files`, paths with bytes in order, of which `raw` is made. `None` when a listing has no name or no app.
    pub(super) fn of(catalogue: Option<String>, raw: &RawCatalogue, files: &[(&str, &[u8])]) -> Option<Self> {
        let listings: Vec<RawListing<'_>> = raw.listings().collect();
        let apps: BTreeSet<String> = listings.iter().filter_map(|listing| listing.file.app.get()).map(ToString::to_string).collect();
        Some(Self {
            schema: VERSION,
            catalogue,
            listings: listings.iter().map(PackagedListing::of).collect::<Option<_>>()?,
            apps: apps.into_iter().collect(),
            publishers: raw.slugs(FileRole::Publisher).map(str::to_owned).collect(),
            tags: raw.tag_ids().into_iter().map(str::to_owned).collect(),
            files: files.iter().map(|(path, bytes)| PackagedFile::of(path, bytes)).collect(),
        })
    }

    /// The bytes of the file.
    pub(super) fn bytes(&self) -> Vec<u8> {
        pretty_json(self).into_bytes()
    }
}

impl PackagedListing {
    fn of(listing: &RawListing<'_>) -> Option<Self> {
        let file = listing.file;
        let version = file.released_entry();
        Some(Self {
            slug: listing.slug.to_owned(),
            name: file.name.get()?.to_string(),
            app: file.app.get()?.to_string(),
            publisher: file.publisher.get().map(ToString::to_string),
            version: version.and_then(|entry| entry.version.get()).map(ToString::to_string),
            notes: version.and_then(|entry| entry.notes.get()).map(ToString::to_string),
            parent: file.parent.get().map(ToString::to_string),
            depends_on: file.depends_on.items().iter().map(owned).collect(),
            former_slugs: file.former_slugs.items().iter().map(owned).collect(),
            derived_from: Origin::of_clone(listing),
            imported_from: Origin::of_copy(listing),
        })
    }
}

fn owned(text: &Spanned<Box<str>>) -> String {
    text.to_string()
}

impl Origin {
    /// What `listing` was imported from.
    pub(super) fn of_copy(listing: &RawListing<'_>) -> Option<Self> {
        let origin = listing.file.imported_from.get()?;
        Self::new(origin.catalogue.get(), origin.listing.get().map(|slug| &**slug), origin.version.get())
    }

    /// What `listing` is a modified copy of. Without a catalogue, that is a listing of its own.
    pub(super) fn of_clone(listing: &RawListing<'_>) -> Option<Self> {
        let origin = listing.file.derived_from.get()?;
        Self::new(origin.catalogue.get(), origin.listing.get().map(|slug| &**slug), origin.version.get())
    }

    fn new(catalogue: Option<&Link>, listing: Option<&str>, version: Option<&Version>) -> Option<Self> {
        Some(Self { catalogue: catalogue.map(Link::folder), listing: listing?.to_string(), version: version.map(ToString::to_string) })
    }

    /// The lines of the key `key` that names it.
    pub(super) fn lines(&self, key: &str) -> String {
        let line = |key: &str, text: &str| format!("  {key}: {}\n", in_block(text));
        let catalogue = self.catalogue.as_deref().map(|url| line("catalogue", url)).unwrap_or_default();
        let version = self.version.as_deref().map(|version| line("version", version)).unwrap_or_default();
        format!("{key}:\n{catalogue}{}{version}", line("listing", &self.listing))
    }
}

impl PackagedFile {
    pub(super) fn of(path: &str, bytes: &[u8]) -> Self {
        let digest = Sha256::digest(bytes);
        let sha256 = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Self { path: path.to_owned(), bytes: bytes.len() as u64, sha256 }
    }
}

/// The URL of the catalogue with `settings`, with a slash at its end.
pub(super) fn url_of(settings: &SettingsFile) -> Option<String> {
    settings.base_url.get().filter(|link| link.is_web()).map(Link::folder)
}
