//! `pressmark-package.json`: what is in a package, in the words of the catalogue that it comes from. `manifest.schema.json` describes it. It is made of the
//! files of a package and of nothing else, so that a reader can make it once more and compare.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::version_entry::released;
use crate::catalogue::{RawCatalogue, RawListing};
use crate::format::{Document, FileRole, Link, SettingsFile};
use crate::parse::yaml::{Node, NodeKind};
use crate::source::Spanned;

/// The JSON Schema of the manifest.
pub const SCHEMA: &str = include_str!("manifest.schema.json");

/// The version of the manifest that is written, and the newest that is read.
pub(super) const VERSION: u32 = 1;

/// What is in a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of this shape: 1.
    pub schema: u32,
    /// The URL of the catalogue that the package comes from, with a slash at its end; missing if it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub catalogue: Option<String>,
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

/// A listing in a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackagedListing {
    /// Its slug.
    pub slug: String,
    /// What visitors call it.
    pub name: String,
    /// The app that it connects to.
    pub app: String,
    /// Its publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The latest released version, which is the one in the package; missing if it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The note of that version, in Markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// The listing that it is a child of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// The listings that must also be installed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<String>,
    /// The slugs that it had before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_slugs: Vec<String>,
    /// The listing that it is a modified copy of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub derived_from: Option<Origin>,
    /// The listing that it was imported from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imported_from: Option<Origin>,
}

/// A version of a listing, perhaps of another catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// The URL of the catalogue; missing where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub catalogue: Option<String>,
    /// The slug there.
    pub listing: String,
    /// The version there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

/// A file of a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackagedFile {
    /// Its path, which is that in a content folder.
    pub path: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// Its SHA-256, in hexadecimal digits.
    pub sha256: String,
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
        match serde_json::to_string_pretty(self) {
            Ok(json) => (json + "\n").into_bytes(),
            Err(error) => unreachable!("texts and numbers: {error}"),
        }
    }
}

impl PackagedListing {
    fn of(listing: &RawListing<'_>) -> Option<Self> {
        let file = listing.file;
        let version = released(file);
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
        Some(Self {
            catalogue: origin.catalogue.get().map(Link::folder),
            listing: origin.listing.get()?.to_string(),
            version: origin.version.get().map(ToString::to_string),
        })
    }

    /// What `listing` is a modified copy of. Without a catalogue, that is a listing of its own.
    fn of_clone(listing: &RawListing<'_>) -> Option<Self> {
        let pairs = pairs(listing.document, CLONED)?;
        let text = |key: &str| pairs.iter().find(|(known, _)| *known == key).map(|(_, text)| (*text).to_owned());
        Some(Self { catalogue: text("catalogue"), listing: text("listing")?, version: text("version") })
    }
}

/// The key of the listing that one is a modified copy of.
pub(super) const CLONED: &str = "derived_from";

/// The texts in the group `key` of `document`.
pub(super) fn pairs<'file>(document: &'file Document, key: &str) -> Option<Vec<(&'file str, &'file str)>> {
    if !document.text.as_deref()?.contains(key) {
        return None;
    }
    let group = |node: &'file Node| match &node.kind {
        NodeKind::Mapping(entries) => Some(entries),
        _ => None,
    };
    let (_, node) = group(document.tree()?)?.iter().find(|(known, _)| &*known.value == key)?;
    let texts = group(node)?.iter().filter_map(|(key, value)| match &value.kind {
        NodeKind::Scalar { text, .. } if !value.is_null() => Some((&*key.value, &**text)),
        _ => None,
    });
    Some(texts.collect())
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
