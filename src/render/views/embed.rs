//! A listing as a card that other sites show in a frame: what its page hands to its template, and what the listing's own page offers of it. Knows no
//! headers; that the card can be framed is for `hosting`.

use std::sync::Arc;

use super::frame::Frame;
use super::icon::Icon;
use super::page::PageType;
use crate::catalogue::Listing;
use crate::render::data;
use crate::render::templates::Values;
use crate::render::title::title;
use crate::render::view::view;
use crate::site::{Page, Site};

view! {
    /// A listing as a card that other sites show in a frame.
    Embed<'site>("a card for other sites") {
        /// The name of the listing.
        name: &'site str,
        /// The URL of its page.
        url: String,
        /// Its icon.
        icon: Icon,
        /// The name of its app.
        app: Option<&'site str>,
        /// The name of its publisher.
        publisher: Option<&'site str>,
        /// The summary, one sentence.
        summary: Option<&'site str>,
        /// The language of its texts, where it is not that of the site.
        lang: Option<&'site str>,
    }
}

view! {
    /// The embeddable card, on the page of a listing.
    EmbedOffer("an offer of a card") {
        /// The URL of the card.
        url: String,
        /// The markup that shows it on another site; absent where the site has no base URL.
        markup: Option<String>,
        /// The full URL of its oEmbed data.
        oembed_url: Option<String>,
    }
}

/// The card of `listing`.
pub(super) fn embed(site: &Site, page: &Page, listing: &Arc<Listing>) -> Values {
    let target = Site::listing(&listing.slug);
    let summary = listing.file.summary.get().map(|summary| &**summary);
    let embed = Embed {
        name: &listing.name,
        url: site.address.url(&target),
        icon: Icon::new(site, listing.icon.as_ref(), &listing.name),
        app: listing.app.as_ref().map(|app| &*app.name),
        publisher: listing.publisher.as_ref().map(|publisher| &*publisher.name),
        summary,
        lang: site.language_of(listing),
    };
    Frame::new(page, PageType::Embed, &*listing.name)
        .title(title(site, &listing.name))
        .description(summary)
        .canonical(target)
        .noindex()
        .around(site, &embed)
}

/// Returns the embeddable card of `listing`, where it has one. The markup to copy names the site, so it needs the base URL.
pub(super) fn offer(site: &Site, listing: &Listing) -> Option<EmbedOffer> {
    let card = site.embed(listing)?;
    let oembed = site.oembed(listing);
    Some(EmbedOffer {
        url: site.address.url(&card),
        markup: oembed.as_ref().map(|_| data::frame_markup(site, listing, &card)),
        oembed_url: oembed.map(|path| site.address.absolute(&path)),
    })
}
