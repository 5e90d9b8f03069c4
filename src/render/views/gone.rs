//! What is no longer at an address: a tombstone or the way to the new one. Knows no markup.

use std::sync::Arc;

use serde_json::json;

use crate::catalogue::Listing;
use crate::format::State;
use crate::render::context::{app_link, card, cards, day, reason};
use crate::render::frame::Frame;
use crate::render::templates::Values;
use crate::render::title::title;
use crate::site::{Order, Page, Site, SitePath};

pub(super) fn tombstone(site: &Site, page: &Page, listing: &Arc<Listing>) -> (&'static str, Values) {
    let lifecycle = listing.lifecycle.as_ref();
    let replacement = lifecycle
        .and_then(|lifecycle| lifecycle.replaced_by.as_ref())
        .and_then(|mention| site.catalogue.listings.get(&mention.slug))
        .filter(|replacement| !replacement.is_gone());
    let others = site.shelf.for_app_of(listing);
    let alternatives = others
        .iter()
        .filter(|other| other.state().is_none() && replacement.is_none_or(|replacement| replacement.slug != other.slug))
        .take(6);
    let app = listing.app.as_ref().filter(|app| site.shelf.by_app.contains_key(&app.slug));
    let tombstone = json!({
        "name": listing.name,
        "state": listing.state().map(State::word),
        "since": lifecycle.and_then(|lifecycle| lifecycle.since).map(|date| day(site, date)),
        "reason": lifecycle.and_then(|lifecycle| lifecycle.reason).map(|because| reason(site, because)),
        "note": lifecycle.and_then(|lifecycle| lifecycle.note.as_ref()),
        "replacement": replacement.map(|replacement| card(site, replacement)),
        "alternatives": cards(site, alternatives),
        "app": app.map(|app| app_link(site, app)),
    });
    let frame =
        Frame::new(page, "tombstone", &*listing.name).noindex().below(site.language.text("browse"), Site::browse(Order::Updated, 1));
    ("tombstone.html", frame.values(site).with("tombstone", &tombstone))
}

pub(super) fn redirect(site: &Site, page: &Page, to: &SitePath, name: &str) -> (&'static str, Values) {
    let redirect = json!({"to": site.address.url(to), "name": name});
    let frame = Frame::new(page, "redirect", name)
        .title(title(site, &site.language.say("moved-title", &[("name", name.into()), ("address", page.path.as_str().into())])))
        .canonical(to.clone())
        .noindex();
    ("redirect.html", frame.values(site).with("redirect", &redirect))
}
