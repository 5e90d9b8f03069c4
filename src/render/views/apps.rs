//! Apps, and the listings of one. Knows no markup.

use std::sync::Arc;

use super::card::{Card, cards};
use super::frame::Frame;
use super::icon::Icon;
use super::letters::{LetterLink, LetterSection, letters, sections};
use super::link::WebLink;
use super::page::PageType;
use super::pager::{Pager, first, list_title, part};
use super::tile::Tile;
use crate::catalogue;
use crate::format::FileRole;
use crate::render::data;
use crate::render::templates::Values;
use crate::render::view::view;
use crate::site::{FeedOf, Indexes, Order, PER_INDEX, Page, Site};

view! {
    /// Apps from A to Z.
    Apps<'site>("a page of all apps") {
        /// The letters of the whole list.
        letters: Vec<LetterLink>,
        /// The apps of this page, below their letters.
        sections: Vec<LetterSection<'site>>,
        /// The position in the list, with links to the other pages.
        pager: Pager,
    }
}

view! {
    /// An app and a page of its listings.
    App<'site>("an app") {
        /// The name.
        name: &'site str,
        /// Its icon.
        icon: Icon,
        /// The description, one sentence.
        description: Option<&'site str>,
        /// Its own website.
        website: Option<WebLink<'site>>,
        /// Other names for it.
        aliases: &'site [Box<str>],
        /// Listings by the makers of the app.
        official: Vec<Card<'site>>,
        /// Listings by others.
        cards: Vec<Card<'site>>,
        /// How many listings by others there are on all pages.
        n: usize,
        /// Listings that are no longer recommended.
        inactive: Vec<Card<'site>>,
        /// The position in the list, with links to the other pages.
        pager: Pager,
        /// Apps with listings in the same categories.
        similar: Vec<Tile<'site>>,
        /// The URL of its Atom feed; absent where it has no listings.
        feed_url: Option<String>,
    }
}

pub(super) fn apps(site: &Site, page: &Page, number: usize) -> Values {
    let all = &site.indexes.apps;
    let heading = site.language.text("apps");
    let apps = Apps {
        letters: letters(all, site, number, Site::apps_page),
        sections: sections(all, number, |app| Tile::of_app(site, app)),
        pager: Pager::new(site, number, all.len(), PER_INDEX, Site::apps_page),
    };
    let list =
        data::item_list(site, (number - 1) * PER_INDEX + 1, all.part(number).iter().map(|(_, app)| (&*app.name, Site::app(&app.slug))));
    let title = list_title(&heading, Order::Updated, number, site);
    Frame::new(page, PageType::Apps, heading).title(title).nav("apps").json_ld(list).around(site, &apps)
}

pub(super) fn app(site: &Site, page: &Page, app: &Arc<catalogue::App>, number: usize) -> Values {
    // In the order of the page's sections, so that each of them goes on where the page before ended.
    let listings = site.indexes.by_app_vendor_first.get(&app.slug).map(Vec::as_slice).unwrap_or_default();
    let shown = part(listings, number);
    let (active, inactive): (Vec<_>, Vec<_>) = shown.iter().partition(|listing| listing.state().is_none());
    let (official, community): (Vec<_>, Vec<_>) = active.into_iter().partition(|listing| listing.is_official());
    let feed = Site::feed(&FeedOf::App(app.clone()));
    let view = App {
        name: &app.name,
        icon: Icon::new(site, app.icon.as_ref(), &app.name),
        description: app.description.as_deref(),
        website: WebLink::new(app.website.as_ref()),
        aliases: &app.aliases,
        official: cards(site, official),
        cards: cards(site, community),
        n: Indexes::n_active(listings) - Indexes::n_official(listings),
        inactive: cards(site, inactive),
        pager: Pager::of_listings(site, number, listings, |number| Site::app_page(&app.slug, number)),
        similar: site.neighbours.of_app(app).iter().map(|other| Tile::of_app(site, other)).collect(),
        feed_url: (!listings.is_empty()).then(|| site.address.url(&feed)),
    };
    let heading = site.language.say("app-title", &[("app", (&*app.name).into())]);
    let mut frame = Frame::new(page, PageType::App, &*app.name)
        .title(list_title(&heading, Order::Updated, number, site))
        .description(app.description.as_deref().filter(|_| number == 1))
        .nav("apps")
        .below(site.language.text("apps"), Site::apps())
        .source(FileRole::App.path(&app.slug));
    frame = if listings.is_empty() {
        frame.noindex()
    } else {
        frame.feed(heading, feed).json_ld(data::listing_list(site, first(number), shown))
    };
    frame.around(site, &view)
}
