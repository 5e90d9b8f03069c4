//! A listing as a card that other sites show in a frame: what its page hands to its template, and what the listing's own page offers of it. Knows no
//! headers; that the card can be framed is for `hosting`.

use std::sync::Arc;

use serde_json::{Value, json};

use super::context::icon;
use super::data;
use super::frame::Frame;
use super::templates::Values;
use super::title::title;
use crate::catalogue::Listing;
use crate::site::{Page, Site};

/// The card of `listing`.
pub(super) fn view(site: &Site, page: &Page, listing: &Arc<Listing>) -> (&'static str, Values) {
    let target = Site::listing(&listing.slug);
    let summary = listing.file.summary.get().map(|summary| &**summary);
    let values = json!({
        "name": listing.name,
        "url": site.address.url(&target),
        "icon": icon(site, listing.icon.as_ref(), &listing.name),
        "app": listing.app.as_ref().map(|app| &app.name),
        "publisher": listing.publisher.as_ref().map(|publisher| &publisher.name),
        "summary": summary,
        "lang": site.language_of(listing),
    });
    let frame =
        Frame::new(page, "embed", &*listing.name).title(title(site, &listing.name)).description(summary).canonical(target).noindex();
    ("embed.html", frame.values(site).with("embed", &values))
}

/// What the page of `listing` says of its card, where it has one. The markup to copy names the site, so it needs to know its address.
pub(super) fn offer(site: &Site, listing: &Listing) -> Option<Value> {
    let card = site.embed(listing)?;
    let oembed = site.oembed(listing);
    Some(json!({
        "url": site.address.url(&card),
        "markup": oembed.as_ref().map(|_| data::frame_markup(site, listing, &card)),
        "oembed_url": oembed.map(|path| site.address.absolute(&path)),
    }))
}
