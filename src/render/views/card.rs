//! A listing in a list, with the words that a visitor must know first. Knows no markup.

use std::sync::Arc;

use super::day::Day;
use super::icon::Icon;
use super::link::NamedLink;
use crate::catalogue::Listing;
use crate::format::{InstallMode, SourceKind, State};
use crate::render::view::{view, words};
use crate::site::{Order, Site};

view! {
    /// A listing in a list.
    Card<'site>("a listing's card") {
        /// The name of its folder.
        slug: &'site str,
        /// The name.
        name: &'site str,
        /// The URL of its page.
        url: String,
        /// The summary, one sentence.
        summary: Option<&'site str>,
        /// The publisher.
        publisher: Option<NamedLink<'site>>,
        /// The app it is for.
        app: Option<NamedLink<'site>>,
        /// Its icon.
        icon: Icon,
        /// The badges, the most important first: at most two.
        badges: Vec<Badge>,
        /// Its first categories, at most three.
        tags: Vec<NamedLink<'site>>,
        /// The version that visitors receive.
        version: Option<String>,
        /// The day of its last version; in lists of what is new, that of its first.
        updated: Option<Day>,
        /// The language of its texts, where it is not that of the site.
        lang: Option<&'site str>,
    }
}

view! {
    /// A word about a listing.
    Badge("a badge") {
        /// The kind, for styles: it is in the class, as `badge-official`.
        kind: BadgeKind,
        /// The label, in the site's language.
        label: String,
    }
}

words! {
    /// Kinds of badges.
    BadgeKind {
        /// It works, but something better should be used.
        Deprecated = "deprecated",
        /// It must not be installed at present.
        Suspended = "suspended",
        /// It comes from the makers of its app.
        Official = "official",
        /// Visitors ask for it first.
        Request = "request",
        /// Its source is hidden.
        Closed = "closed",
    }
}

impl<'site> Card<'site> {
    /// The card of `listing`.
    pub(in crate::render) fn new(site: &Site, listing: &'site Listing) -> Self {
        let tags = listing.tags.iter().take(3);
        Self {
            slug: &listing.slug,
            name: &listing.name,
            url: site.address.url(&Site::listing(&listing.slug)),
            summary: listing.file.summary.get().map(|summary| &**summary),
            publisher: listing.publisher.as_ref().map(|publisher| NamedLink::to_publisher(site, publisher)),
            app: listing.app.as_ref().map(|app| NamedLink::to_app(site, app)),
            icon: Icon::new(site, listing.icon.as_ref(), &listing.name),
            badges: badges(site, listing),
            tags: tags.map(|tag| NamedLink { name: &tag.label, url: site.address.url(&Site::tag(&tag.id, Order::Updated, 1)) }).collect(),
            version: listing.shared.as_ref().map(ToString::to_string),
            updated: listing.updated().map(|date| Day::new(site, date)),
            lang: site.language_of(listing),
        }
    }
}

/// The cards of some listings.
pub(in crate::render) fn cards<'site>(site: &Site, listings: impl IntoIterator<Item = &'site Arc<Listing>>) -> Vec<Card<'site>> {
    listings.into_iter().map(|listing| Card::new(site, listing)).collect()
}

/// The cards of some listings, each with the day of its first version: where they are in the order in which they came.
pub(in crate::render) fn new_cards<'site>(site: &Site, listings: impl IntoIterator<Item = &'site Arc<Listing>>) -> Vec<Card<'site>> {
    let with_first_day =
        |listing: &'site Arc<Listing>| Card { updated: listing.added().map(|date| Day::new(site, date)), ..Card::new(site, listing) };
    listings.into_iter().map(with_first_day).collect()
}

/// The cards of some listings that are in `order`.
pub(in crate::render) fn cards_in<'site>(
    site: &Site,
    order: Order,
    listings: impl IntoIterator<Item = &'site Arc<Listing>>,
) -> Vec<Card<'site>> {
    if order == Order::New { new_cards(site, listings) } else { cards(site, listings) }
}

/// At most two words: what a visitor must know first.
fn badges(site: &Site, listing: &Listing) -> Vec<Badge> {
    let badge = |kind, key| Badge { kind, label: site.language.text(key) };
    let state = match listing.state() {
        Some(State::Deprecated) => Some(badge(BadgeKind::Deprecated, "deprecated")),
        Some(State::Suspended) => Some(badge(BadgeKind::Suspended, "suspended")),
        _ => None,
    };
    let official = listing.is_official().then(|| badge(BadgeKind::Official, "official"));
    let closed = (listing.source() == Some(SourceKind::Closed)).then(|| badge(BadgeKind::Closed, "closed-source"));
    let request = (listing.mode == Some(InstallMode::Request)).then(|| badge(BadgeKind::Request, "on-request"));
    [state, official, request, closed].into_iter().flatten().take(2).collect()
}
