//! Publishers, and the listings of one. Knows no markup.

use std::sync::Arc;

use serde_json::json;

use super::lists::{first, list_title, pager, part};
use crate::catalogue::Publisher;
use crate::render::a_z;
use crate::render::context::{self, cards, day, icon};
use crate::render::data;
use crate::render::frame::Frame;
use crate::render::templates::Values;
use crate::site::{FeedOf, Order, PER_INDEX, PER_PAGE, Page, Site};

pub(super) fn publishers(site: &Site, page: &Page, number: usize) -> (&'static str, Values) {
    let all = &site.shelf.publishers;
    let view = |publisher: &Arc<Publisher>| {
        let n = site.shelf.by_publisher.get(&publisher.slug).map_or(0, Vec::len);
        let url = site.address.url(&Site::publisher(&publisher.slug));
        json!({"name": publisher.name, "url": url, "icon": icon(site, None, &publisher.name), "n": n, "verified": publisher.verified.is_some()})
    };
    let heading = site.language.text("publishers");
    let publishers = json!({
        "letters": a_z::letters(all, site, number, Site::publishers_page),
        "sections": a_z::sections(all, number, view),
        "pager": pager(site, number, all.len(), PER_INDEX, Site::publishers_page),
    });
    let shown = all.part(number).iter().map(|(_, publisher)| (&*publisher.name, Site::publisher(&publisher.slug)));
    let list = data::item_list(site, (number - 1) * PER_INDEX + 1, shown);
    let title = list_title(&heading, Order::Updated, number, site);
    ("publishers.html", Frame::new(page, "publishers", heading).title(title).json_ld(list).values(site).with("publishers", &publishers))
}

pub(super) fn publisher(site: &Site, page: &Page, publisher: &Arc<Publisher>, number: usize) -> (&'static str, Values) {
    let listings = site.shelf.by_publisher.get(&publisher.slug).map(Vec::as_slice).unwrap_or_default();
    let shown = part(listings, number);
    let (active, inactive): (Vec<_>, Vec<_>) = shown.iter().partition(|listing| listing.state().is_none());
    let feed = Site::feed(&FeedOf::Publisher(publisher.clone()));
    let verified = publisher.verified.iter().flat_map(|(on, method)| {
        publisher.domains.iter().map(move |domain| json!({"domain": domain, "date": day(site, *on), "method": method}))
    });
    let view = json!({
        "name": publisher.name,
        "icon": icon(site, None, &publisher.name),
        "description": publisher.description,
        "url": publisher.url.as_ref().filter(|link| link.is_web()).map(|link| json!({"url": link.text, "host": link.host()})),
        "verified": verified.collect::<Vec<_>>(),
        "security_contact": publisher.security_contact.as_deref().map(context::contact),
        "cards": cards(site, active),
        "n": listings.iter().filter(|listing| listing.state().is_none()).count(),
        "inactive": cards(site, inactive),
        "pager": pager(site, number, listings.len(), PER_PAGE, |number| Site::publisher_page(&publisher.slug, number)),
        "feed_url": (!listings.is_empty()).then(|| site.address.url(&feed)),
    });
    let heading = site.language.say("publisher-title", &[("publisher", (&*publisher.name).into())]);
    let mut frame = Frame::new(page, "publisher", &*publisher.name)
        .title(list_title(&heading, Order::Updated, number, site))
        .description(publisher.description.as_deref().filter(|_| number == 1))
        .below(site.language.text("publishers"), Site::publishers())
        .source(&format!("publishers/{}.yaml", publisher.slug))
        .json_ld(data::organization(site, publisher))
        .json_ld(data::listing_list(site, first(number), shown));
    frame = if listings.is_empty() { frame.noindex() } else { frame.feed(heading, feed) };
    ("publisher.html", frame.values(site).with("publisher", &view))
}
