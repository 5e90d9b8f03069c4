//! Publishers, and the listings of one. Knows no markup.

use std::sync::Arc;

use super::card::{Card, cards};
use super::day::Day;
use super::frame::Frame;
use super::icon::Icon;
use super::letters::{LetterLink, LetterSection, letters, sections};
use super::link::{Link, WebLink};
use super::page::PageType;
use super::pager::{Pager, first, list_title, part};
use super::site_wide::contact;
use super::tile::Tile;
use crate::catalogue;
use crate::format::FileRole;
use crate::render::data;
use crate::render::templates::Values;
use crate::render::view::view;
use crate::site::{FeedOf, Indexes, Order, PER_INDEX, Page, Site};

view! {
    /// Publishers from A to Z.
    Publishers<'site>("a page of all publishers") {
        /// The letters of the whole list.
        letters: Vec<LetterLink>,
        /// The publishers of this page, below their letters.
        sections: Vec<LetterSection<'site>>,
        /// The position in the list, with links to the other pages.
        pager: Pager,
    }
}

view! {
    /// A publisher and a page of their listings.
    Publisher<'site>("a publisher") {
        /// The name.
        name: &'site str,
        /// Their icon.
        icon: Icon,
        /// The description, one sentence.
        description: Option<&'site str>,
        /// Their own website.
        url: Option<WebLink<'site>>,
        /// Domains that they have shown to be theirs.
        verified: Vec<VerifiedDomain<'site>>,
        /// The URL for reporting a security problem.
        security_contact: Option<Link<'site>>,
        /// Their listings.
        cards: Vec<Card<'site>>,
        /// How many listings they have on all pages, without those that are no longer recommended.
        n: usize,
        /// Listings that are no longer recommended.
        inactive: Vec<Card<'site>>,
        /// The position in the list, with links to the other pages.
        pager: Pager,
        /// The URL of their Atom feed; absent where they have no listings.
        feed_url: Option<String>,
    }
}

view! {
    /// A domain that a publisher has shown to be theirs.
    VerifiedDomain<'site>("a verified domain") {
        /// The domain.
        domain: &'site str,
        /// The day on which they did.
        date: Day,
        /// How they did, in a few words.
        method: Option<&'site str>,
    }
}

pub(super) fn publishers(site: &Site, page: &Page, number: usize) -> Values {
    let all = &site.indexes.publishers;
    let heading = site.language.text("publishers");
    let publishers = Publishers {
        letters: letters(all, site, number, Site::publishers_page),
        sections: sections(all, number, |publisher| Tile::of_publisher(site, publisher)),
        pager: Pager::new(site, number, all.len(), PER_INDEX, Site::publishers_page),
    };
    let shown = all.part(number).iter().map(|(_, publisher)| (&*publisher.name, Site::publisher(&publisher.slug)));
    let list = data::item_list(site, (number - 1) * PER_INDEX + 1, shown);
    let title = list_title(&heading, Order::Updated, number, site);
    Frame::new(page, PageType::Publishers, heading).title(title).json_ld(list).around(site, &publishers)
}

pub(super) fn publisher(site: &Site, page: &Page, publisher: &Arc<catalogue::Publisher>, number: usize) -> Values {
    let listings = site.indexes.by_publisher.get(&publisher.slug).map(Vec::as_slice).unwrap_or_default();
    let shown = part(listings, number);
    let (active, inactive): (Vec<_>, Vec<_>) = shown.iter().partition(|listing| listing.state().is_none());
    let feed = Site::feed(&FeedOf::Publisher(publisher.clone()));
    let verified = publisher.verified.iter().flat_map(|(on, method)| {
        publisher.domains.iter().map(move |domain| VerifiedDomain { domain, date: Day::new(site, *on), method: method.as_deref() })
    });
    let view = Publisher {
        name: &publisher.name,
        icon: Icon::new(site, None, &publisher.name),
        description: publisher.description.as_deref(),
        url: WebLink::new(publisher.url.as_ref()),
        verified: verified.collect(),
        security_contact: publisher.security_contact.as_deref().map(contact),
        cards: cards(site, active),
        n: Indexes::n_active(listings),
        inactive: cards(site, inactive),
        pager: Pager::of_listings(site, number, listings, |number| Site::publisher_page(&publisher.slug, number)),
        feed_url: (!listings.is_empty()).then(|| site.address.url(&feed)),
    };
    let heading = site.language.say("publisher-title", &[("publisher", (&*publisher.name).into())]);
    let mut frame = Frame::new(page, PageType::Publisher, &*publisher.name)
        .title(list_title(&heading, Order::Updated, number, site))
        .description(publisher.description.as_deref().filter(|_| number == 1))
        .below(site.language.text("publishers"), Site::publishers())
        .source(FileRole::Publisher.path(&publisher.slug))
        .json_ld(data::organization(site, publisher))
        .json_ld(data::listing_list(site, first(number), shown));
    frame = if listings.is_empty() { frame.noindex() } else { frame.feed(heading, feed) };
    frame.around(site, &view)
}
