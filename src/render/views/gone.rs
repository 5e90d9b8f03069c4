//! What is no longer at an address: a tombstone or the way to the new one. Knows no markup.

use std::sync::Arc;

use super::card::{Card, cards};
use super::day::Day;
use super::frame::Frame;
use super::link::NamedLink;
use super::page::PageType;
use crate::catalogue::Listing;
use crate::format::State;
use crate::render::reason::reason;
use crate::render::templates::Values;
use crate::render::title::title;
use crate::render::view::view;
use crate::site::{Order, Page, Site, SitePath};

view! {
    /// The page that remains of a removed listing.
    Tombstone<'site>("a tombstone") {
        /// The name of the listing.
        name: &'site str,
        /// Its state.
        state: Option<State>,
        /// The day on which that began.
        since: Option<Day>,
        /// Why, in a sentence of the site's language.
        reason: Option<String>,
        /// A sentence of the publisher or of the catalogue.
        note: Option<&'site str>,
        /// The listing to use in its place.
        replacement: Option<Card<'site>>,
        /// Other listings for the same app.
        alternatives: Vec<Card<'site>>,
        /// The app that it was for, if that has other listings.
        app: Option<NamedLink<'site>>,
    }
}

view! {
    /// A former URL of a listing or of a rule.
    Redirect<'site>("a redirect") {
        /// Its current URL.
        to: String,
        /// The name of the listing or of the rule.
        name: &'site str,
    }
}

pub(super) fn tombstone(site: &Site, page: &Page, listing: &Arc<Listing>) -> Values {
    let lifecycle = listing.lifecycle.as_ref();
    let replacement = lifecycle
        .and_then(|lifecycle| lifecycle.replaced_by.as_ref())
        .and_then(|mention| site.catalogue.listings.get(&mention.slug))
        .filter(|replacement| !replacement.is_gone());
    let others = site.indexes.for_app_of(listing);
    let alternatives = others
        .iter()
        .filter(|other| other.state().is_none() && replacement.is_none_or(|replacement| replacement.slug != other.slug))
        .take(6);
    let app = listing.app.as_ref().filter(|app| site.indexes.by_app.contains_key(&app.slug));
    let tombstone = Tombstone {
        name: &listing.name,
        state: listing.state(),
        since: lifecycle.and_then(|lifecycle| lifecycle.since).map(|date| Day::new(site, date)),
        reason: lifecycle.and_then(|lifecycle| lifecycle.reason).map(|because| reason(site, because)),
        note: lifecycle.and_then(|lifecycle| lifecycle.note.as_deref()),
        replacement: replacement.map(|replacement| Card::new(site, replacement)),
        alternatives: cards(site, alternatives),
        app: app.map(|app| NamedLink::to_app(site, app)),
    };
    let mut frame = Frame::new(page, PageType::Tombstone, &*listing.name)
        .noindex()
        .below(site.language.text("browse"), Site::browse(Order::Updated, 1))
        .json(Site::listing_json(&listing.slug));
    if let Some(feed) = Site::last_feed(listing) {
        frame = frame.feed(site.language.say("feed-of-releases-title", &[("name", (&*listing.name).into())]), feed);
    }
    frame.around(site, &tombstone)
}

pub(super) fn redirect(site: &Site, page: &Page, to: &SitePath, name: &str) -> Values {
    let redirect = Redirect { to: site.address.url(to), name };
    let heading = site.language.say("moved-title", &[("name", name.into()), ("address", page.path.as_str().into())]);
    Frame::new(page, PageType::Redirect, name).title(title(site, &heading)).canonical(to.clone()).noindex().around(site, &redirect)
}
