//! What can be found, in a fixed order of merit: a number stands for a listing or an app everywhere in the index.

use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::part::Class;
use crate::catalogue::{App, Listing};
use crate::format::State;
use crate::site::{Site, fold};

/// Listings from 0 on, by class, name and slug; then the apps that have listings, by name.
#[derive(Debug)]
pub struct Documents {
    /// The listings.
    pub listings: Vec<Arc<Listing>>,
    /// The apps.
    pub apps: Vec<Arc<App>>,
    /// The first number of each class of listings.
    pub(super) classes: Vec<Class>,
}

impl Documents {
    /// The documents of `site`.
    pub(super) fn new(site: &Site) -> Self {
        let newest = site.indexes.updated.iter().filter_map(|listing| listing.updated()).max();
        let fresh_from = newest.and_then(|newest| newest.checked_sub(1.year()).ok());
        // The list is in the order of names; a stable sort keeps it inside each class.
        let mut listings = site.indexes.a_z.clone();
        listings.sort_by_cached_key(|listing| class(listing, fresh_from));
        let mut classes: Vec<Class> = Vec::new();
        for (first, listing) in listings.iter().enumerate() {
            let class = Class { first, ..class(listing, fresh_from) };
            if classes.last().is_none_or(|last| last.worth() != class.worth()) {
                classes.push(class);
            }
        }
        let mut apps: Vec<_> = site.indexes.by_app.keys().filter_map(|slug| site.catalogue.apps.get(slug)).cloned().collect();
        apps.sort_by_cached_key(|app| fold(&app.name));
        Self { listings, apps, classes }
    }
}

/// The class of a listing: what is recommended is before what is not, the vendor's own before others, the maintained before the dormant.
fn class(listing: &Listing, fresh_from: Option<Date>) -> Class {
    let status = match listing.state() {
        None => "active",
        Some(State::Suspended) => "suspended",
        Some(_) => "deprecated",
    };
    let is_active = status == "active";
    Class {
        first: 0,
        status: status.to_owned(),
        official: u8::from(listing.is_official()),
        fresh: u8::from(is_active && fresh_from.is_some_and(|day| listing.updated().is_some_and(|updated| updated > day))),
    }
}
