//! What listings can be chosen by: the values of each group, and which of them each listing has. Knows the groups; knows no query.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::documents::Documents;
use super::part::{Cell, Class, ValuesPart};
use crate::catalogue::{Label, Listing};
use crate::format::{InstallMode, SourceKind};
use crate::site::{Site, fold};

/// A value with its label.
type Pair = (Arc<str>, String);

/// A group of values, of which listings have none, one or several.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) name: &'static str,
    pub(super) values: ValuesPart,
    /// The values of each listing. Empty for what the class of a listing says.
    pub(super) column: Vec<Cell>,
}

/// The names of the groups.
pub(super) const GROUPS: [&str; 9] = ["tag", "app", "source", "access", "auth", "publisher", "region", "official", "status"];

/// Every group of which a listing has a value.
pub(super) fn groups(site: &Site, documents: &Documents) -> Vec<Group> {
    let listings = &documents.listings;
    let of = |name, pairs: &(dyn Fn(&Listing) -> Vec<Pair> + Sync)| group(name, listings, pairs);
    let pair = |value: &str, label: &str| (Arc::from(value), label.to_owned());
    let named = |word: &'static str| pair(word, &site.language.text(label(word)));
    let labelled = |labels: &[Label]| labels.iter().map(|label| pair(&label.id, &label.label)).collect::<Vec<_>>();
    let regions = labelled(&site.catalogue.settings.regions);
    let by_class = |name, value: &dyn Fn(&Class) -> &'static str| {
        let mut values: Vec<(&str, String)> = Vec::new();
        for value in documents.classes.iter().map(value) {
            if !values.iter().any(|(known, _)| *known == value) {
                values.push((value, site.language.text(label(value))));
            }
        }
        let (values, labels) = values.into_iter().map(|(value, label)| (value.to_owned(), label)).unzip();
        Group { name, values: ValuesPart { values, labels }, column: Vec::new() }
    };
    let groups = [
        of("tag", &|listing| listing.tags.iter().map(|tag| (tag.id.clone(), tag.label.to_string())).collect()),
        of("app", &|listing| listing.app.iter().map(|app| (app.slug.clone(), app.name.to_string())).collect()),
        of("source", &|listing| listing.source().map(SourceKind::word).map(named).into_iter().collect()),
        of("access", &|listing| listing.mode.map(InstallMode::word).map(named).into_iter().collect()),
        of("auth", &|listing| labelled(&listing.auth)),
        of("publisher", &|listing| {
            listing.publisher.iter().map(|publisher| (publisher.slug.clone(), publisher.name.to_string())).collect()
        }),
        of("region", &|listing| if listing.regions.is_empty() { regions.clone() } else { labelled(&listing.regions) }),
        by_class("official", &Class::maker),
        by_class("status", &Class::status_word),
    ];
    groups.into_iter().filter(|group| !group.values.values.is_empty()).collect()
}

impl Group {
    /// Whether a choice in it would leave something out.
    pub(super) fn tells(&self) -> bool {
        let Some(first) = self.column.first() else { return self.values.values.len() > 1 };
        self.column.iter().any(|cell| cell != first)
    }
}

/// A group from what each listing has of it. Values are in the order of their labels.
fn group(name: &'static str, listings: &[Arc<Listing>], pairs: &(dyn Fn(&Listing) -> Vec<Pair> + Sync)) -> Group {
    let had: Vec<Vec<Pair>> = listings.par_iter().map(|listing| pairs(listing)).collect();
    let labels: BTreeMap<&Arc<str>, &String> = had.iter().flatten().map(|(value, label)| (value, label)).collect();
    let mut values: Vec<(&Arc<str>, &String)> = labels.into_iter().collect();
    values.sort_by_cached_key(|(value, label)| (fold(label), Arc::clone(value)));
    let places: BTreeMap<&Arc<str>, usize> = values.iter().enumerate().map(|(place, (value, _))| (*value, place)).collect();
    let cell = |pairs: &Vec<Pair>| Cell::from(pairs.iter().filter_map(|(value, _)| places.get(value).copied()).collect::<Vec<_>>());
    let column = had.par_iter().map(cell).collect();
    let (values, labels) = values.into_iter().map(|(value, label)| (value.to_string(), label.clone())).unzip();
    Group { name, values: ValuesPart { values, labels }, column }
}

impl Class {
    /// Its value in the group `official`.
    pub(super) fn maker(&self) -> &'static str {
        if self.official == 1 { "official" } else { "community" }
    }

    /// Its value in the group `status`.
    pub(super) fn status_word(&self) -> &'static str {
        match &*self.status {
            "deprecated" => "deprecated",
            "suspended" => "suspended",
            _ => "active",
        }
    }
}

/// The message for a value that every catalogue has.
fn label(value: &'static str) -> &'static str {
    match value {
        "open" => "open-source",
        "closed" => "closed-source",
        "request" => "on-request",
        "official" => "vendor",
        "community" => "others",
        same => same,
    }
}
