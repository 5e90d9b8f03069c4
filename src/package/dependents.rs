//! What depends on a listing: everything that is to be looked at before the listing changes. Knows the keys that say so.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::catalogue::RawCatalogue;
use crate::format::CollectionFile;

/// Something that depends on a listing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Dependent {
    /// How: `parent`, `depends_on` or `collection`.
    pub relation: &'static str,
    /// The slug of the listing or collection that depends on it.
    pub slug: String,
    /// The listing by which it does: another one where it depends on the changed listing only indirectly.
    pub on: String,
}

/// Who names whom in a catalogue.
#[derive(Debug)]
pub(super) struct Dependents(BTreeMap<String, BTreeSet<Dependent>>);

impl Dependents {
    pub(super) fn of(raw: &RawCatalogue) -> Self {
        let mut named: BTreeMap<String, BTreeSet<Dependent>> = BTreeMap::new();
        let mut add = |relation, slug: &str, on: &str| {
            let on = raw.followed(on).unwrap_or(on).to_owned();
            named.entry(on.clone()).or_default().insert(Dependent { relation, slug: slug.to_owned(), on });
        };
        for listing in raw.listings().filter(|listing| !listing.is_gone()) {
            if let Some(parent) = listing.file.parent.get() {
                add("parent", listing.slug, parent);
            }
            for needed in listing.file.depends_on.items() {
                add("depends_on", listing.slug, needed);
            }
        }
        for (document, collection) in raw.all::<CollectionFile>() {
            let members = collection.listings.items().iter().filter_map(|member| member.slug.get());
            members.for_each(|member| add("collection", document.place().1, member));
        }
        Self(named)
    }

    /// Everything that depends on `slug`: first what names it, then what names that, and so on.
    pub(super) fn on(&self, slug: &str) -> Vec<Dependent> {
        let mut found: Vec<Dependent> = self.0.get(slug).into_iter().flatten().cloned().collect();
        let mut seen: BTreeSet<String> = [slug.to_owned()].into();
        let mut at = 0;
        while let Some(dependent) = found.get(at).cloned() {
            at += 1;
            if dependent.relation != "collection" && seen.insert(dependent.slug.clone()) {
                // A collection only presents its members: one of a dependent says nothing about the listing itself.
                let next = self.0.get(&dependent.slug).into_iter().flatten().filter(|next| next.relation != "collection");
                found.extend(next.cloned());
            }
        }
        found
    }
}
