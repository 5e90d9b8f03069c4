//! Which listing of a catalogue is the copy of a listing in a package. Knows slugs, origins and names; decides nothing about what is written.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use super::manifest::{PackagedListing, url_of};
use crate::catalogue::RawCatalogue;
use crate::contract::Origin;

/// By what a copy was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FoundBy {
    /// It says that it was imported from the listing, or the listing says that it was imported from it.
    ImportedFrom,
    /// It has the slug of the listing, or had it before, or the listing had its slug before.
    Slug,
    /// It has the app and the name of the listing.
    AppAndName,
}

impl FoundBy {
    /// In words.
    #[must_use]
    pub fn phrase(self) -> &'static str {
        match self {
            Self::ImportedFrom => "by `imported_from`",
            Self::Slug => "by its slug",
            Self::AppAndName => "by its app and name",
        }
    }
}

/// The result of a look-up.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Copy<'raw> {
    /// There is none.
    None,
    /// The one listing that it is.
    One(&'raw str, FoundBy),
    /// Any of these could be it.
    Several(Vec<&'raw str>, FoundBy),
}

/// The listings of a catalogue by everything that they can be found by.
#[derive(Debug)]
pub(super) struct Copies<'raw> {
    raw: &'raw RawCatalogue,
    url: Option<String>,
    by_origin: HashMap<(Option<String>, String), Vec<&'raw str>>,
    by_name: HashMap<(&'raw str, String), Vec<&'raw str>>,
}

impl<'raw> Copies<'raw> {
    pub(super) fn of(raw: &'raw RawCatalogue) -> Self {
        let mut copies = Self { raw, url: url_of(raw.settings()), by_origin: HashMap::new(), by_name: HashMap::new() };
        for listing in raw.listings() {
            if let Some(Origin { catalogue, listing: origin, .. }) = Origin::of_copy(&listing) {
                copies.by_origin.entry((catalogue, origin)).or_default().push(listing.slug);
            }
            if let (Some(app), Some(name)) = (listing.file.app.get(), listing.file.name.get()) {
                copies.by_name.entry((app, folded(name))).or_default().push(listing.slug);
            }
        }
        copies
    }

    /// The copy of `listing`, which comes from `catalogue`.
    pub(super) fn find(&self, listing: &PackagedListing, catalogue: Option<&String>) -> Copy<'raw> {
        let slugs: Vec<&str> = std::iter::once(&listing.slug).chain(&listing.former_slugs).map(String::as_str).collect();
        let copies = slugs.iter().filter_map(|slug| self.by_origin.get(&(catalogue.cloned(), (*slug).to_owned()))).flatten().copied();
        let original = listing.imported_from.as_ref().filter(|origin| origin.catalogue.is_some() && origin.catalogue == self.url);
        let original = original.and_then(|origin| self.slug(&origin.listing));
        let found = unique(copies.chain(original), FoundBy::ImportedFrom);
        let found = found.or_else(|| unique(slugs.iter().filter_map(|slug| self.slug(slug)), FoundBy::Slug));
        let by_name = || self.by_name.get(&(listing.app.as_str(), folded(&listing.name))).into_iter().flatten().copied();
        found.or_else(|| unique(by_name(), FoundBy::AppAndName)).unwrap_or(Copy::None)
    }

    /// The slug here of the listing that is called `slug` in `catalogue` and is not in the package.
    pub(super) fn slug_of(&self, slug: &str, catalogue: Option<&String>) -> Option<&'raw str> {
        match self.by_origin.get(&(catalogue.cloned(), slug.to_owned())).map(Vec::as_slice) {
            Some([one]) => Some(one),
            _ => self.slug(slug),
        }
    }

    fn slug(&self, slug: &str) -> Option<&'raw str> {
        let slug = self.raw.followed(slug)?;
        self.raw.listing(slug).map(|listing| listing.slug)
    }
}

/// The one of `found`, or all of them; `None` when there is none.
fn unique<'raw>(found: impl Iterator<Item = &'raw str>, by: FoundBy) -> Option<Copy<'raw>> {
    let found: Vec<&str> = found.collect::<BTreeSet<_>>().into_iter().collect();
    match found[..] {
        [] => None,
        [one] => Some(Copy::One(one, by)),
        _ => Some(Copy::Several(found, by)),
    }
}

/// A name as it is compared: without case and extra spaces.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
