//! The bytes of a package → its files, once nothing about them is in doubt. A package comes from anywhere: everything is judged here, and nothing is written.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use serde::Deserialize;

use super::limits::{MANIFEST, MAX_BYTES, limit};
use super::manifest::{Manifest, PackagedFile, VERSION};
use super::names::Names;
use super::{Refused, zip};
use crate::catalogue::RawCatalogue;
use crate::format::{Document, FileRole};
use crate::parse::yaml;
use crate::source::ContentPath;
use crate::text::printable;

/// A package whose files are what its manifest says.
#[derive(Debug)]
pub struct Package {
    /// What is in it.
    pub manifest: Manifest,
    /// The bytes of its files.
    pub(super) files: BTreeMap<ContentPath, Vec<u8>>,
    /// Its files as documents.
    pub(super) raw: RawCatalogue,
}

/// What every version of the manifest begins with.
#[derive(Deserialize)]
struct AnyVersion {
    schema: u32,
}

impl Package {
    /// Reads the package in `archive`.
    ///
    /// # Errors
    /// When it is not exactly what `pressmark export` writes: with the one thing that is wrong with it.
    pub fn open(archive: &[u8]) -> Result<Self, Refused> {
        if archive.len() as u64 > MAX_BYTES {
            return Err(Refused::archive(format!("it has {} bytes; the limit is {MAX_BYTES}", archive.len())));
        }
        let mut names = Names::default();
        let mut entries = zip::read(archive, |name| names.add(name), limit)?;
        let at = entries.iter().position(|(name, _)| *name == MANIFEST);
        let at = at.ok_or_else(|| Refused::archive(format!("it contains no `{MANIFEST}`: it is not a package of `pressmark export`")))?;
        let (_, written) = entries.remove(at);
        let manifest = manifest(&written)?;
        compare(&manifest.files, &entries)?;
        let files: Vec<(ContentPath, Vec<u8>)> =
            entries.into_iter().filter_map(|(name, bytes)| Some((ContentPath::new(name)?, bytes))).collect();
        let raw = RawCatalogue::from_documents(documents(&files));
        let package = Self { manifest, files: files.into_iter().collect(), raw };
        package.agree()?;
        Ok(package)
    }

    /// Whether the manifest says of the listings what their files say.
    fn agree(&self) -> Result<(), Refused> {
        if let Some(path) = unsound_yaml(&self.raw) {
            return Err(Refused::entry(path.as_str(), "contains mistakes in its YAML"));
        }
        if let Some(slug) = self.raw.slugs(FileRole::Listing).find(|slug| self.raw.listing(slug).is_none()) {
            return Err(Refused::entry(&format!("listings/{slug}/listing.yaml"), "cannot be read"));
        }
        let named: Vec<(&str, &[u8])> = self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
        let Some(own) = Manifest::of(self.manifest.catalogue.clone(), &self.raw, &named) else {
            return Err(Refused::archive("a listing in it has no `name` or no `app`"));
        };
        let said: HashMap<&str, _> = self.manifest.listings.iter().map(|listing| (listing.slug.as_str(), listing)).collect();
        if let Some(listing) = own.listings.iter().find(|listing| said.get(listing.slug.as_str()) != Some(listing)) {
            let path = format!("listings/{}/listing.yaml", listing.slug);
            return Err(Refused::entry(&path, format!("does not say what `{MANIFEST}` says of this listing")));
        }
        if own.listings.is_empty() {
            return Err(Refused::archive("it contains no listing"));
        }
        if own != self.manifest {
            return Err(Refused::entry(MANIFEST, "does not say what the files of the package say"));
        }
        Ok(())
    }
}

/// The first file whose YAML can be read in more than one way, because of duplicate keys or other mistakes.
pub(super) fn unsound_yaml(raw: &RawCatalogue) -> Option<&ContentPath> {
    let documents: Vec<&Document> = raw.documents().filter(|document| document.role.value_type().is_some()).collect();
    let is_unsound = |document: &&&Document| document.text.as_deref().is_none_or(|text| !yaml::parse(text).1.is_empty());
    documents.par_iter().find_first(is_unsound).map(|document| &document.path)
}

/// Every file as a document, on all cores.
fn documents(files: &[(ContentPath, Vec<u8>)]) -> Vec<Document> {
    files.par_iter().map(|(path, bytes)| Document::read(path.clone(), Ok(bytes.clone()))).collect()
}

fn manifest(bytes: &[u8]) -> Result<Manifest, Refused> {
    let broken = |error: serde_json::Error| Refused::entry(MANIFEST, format!("cannot be read: {}", printable(&error.to_string())));
    let AnyVersion { schema } = serde_json::from_slice(bytes).map_err(broken)?;
    if schema > VERSION {
        let why = format!("is of version {schema}, and this program reads versions up to {VERSION}: use a newer pressmark");
        return Err(Refused::entry(MANIFEST, why));
    }
    serde_json::from_slice(bytes).map_err(broken)
}

/// Whether the files of the archive, `entries`, are those that the manifest names, in its order.
fn compare(said: &[PackagedFile], entries: &[(&str, Vec<u8>)]) -> Result<(), Refused> {
    let known: HashMap<&str, &PackagedFile> = said.iter().map(|file| (file.path.as_str(), file)).collect();
    for (name, bytes) in entries {
        let file = known.get(name).ok_or_else(|| Refused::entry(name, format!("is not named in `{MANIFEST}`")))?;
        if **file != PackagedFile::of(name, bytes) {
            return Err(Refused::entry(name, format!("has been changed: it does not have the SHA-256 that `{MANIFEST}` gives")));
        }
    }
    let there: HashMap<&str, ()> = entries.iter().map(|(name, _)| (*name, ())).collect();
    match said.iter().find(|file| !there.contains_key(file.path.as_str())) {
        Some(file) => Err(Refused::entry(&file.path, format!("is named in `{MANIFEST}` and missing"))),
        None => Ok(()),
    }
}
