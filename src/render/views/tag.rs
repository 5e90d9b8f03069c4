//! Categories, and the listings of one. Knows no markup.

use std::sync::Arc;

use serde_json::{Value, json};

use super::lists::{first, list_title, orders, pager, part};
use crate::catalogue::Tag;
use crate::render::context::{cards_in, tags};
use crate::render::data;
use crate::render::frame::Frame;
use crate::render::templates::Values;
use crate::site::{FEW, FeedOf, Order, PER_PAGE, Page, Site};

pub(super) fn tag_list(site: &Site, page: &Page) -> (&'static str, Values) {
    let in_use = site.catalogue.tags.iter().filter(|tag| site.shelf.by_tag.contains_key(&tag.id));
    let list = data::item_list(site, 1, in_use.map(|tag| (&*tag.label, Site::tag(&tag.id, Order::Updated, 1))));
    ("tags.html", Frame::new(page, "tags", site.language.text("categories")).json_ld(list).values(site).with("tag_list", &tags(site)))
}

pub(super) fn tag(site: &Site, page: &Page, tag: &Arc<Tag>, order: Order, number: usize) -> (&'static str, Values) {
    let listings = site.shelf.of_tag(&tag.id, order);
    let feed = Site::feed(&FeedOf::Tag(tag.clone()));
    let view = json!({
        "label": tag.label,
        "description": tag.description,
        "orders": orders(site, order, |order| Site::tag(&tag.id, order, 1)),
        "cards": cards_in(site, order, part(listings, number)),
        "pager": pager(site, number, listings.len(), PER_PAGE, |number| Site::tag(&tag.id, order, number)),
        "related": related_tags(site, tag),
        "feed_url": (!listings.is_empty()).then(|| site.address.url(&feed)),
    });
    let heading = site.language.say("category-title", &[("category", (&*tag.label).into())]);
    let mut frame = Frame::new(page, "tag", &*tag.label)
        .title(list_title(&heading, order, number, site))
        .description(tag.description.as_deref().filter(|_| number == 1))
        .nav("browse")
        .below(site.language.text("categories"), Site::tags());
    if order != Order::Updated {
        frame = frame.canonical(Site::tag(&tag.id, Order::Updated, 1));
    }
    if listings.len() < FEW {
        frame = frame.noindex();
    }
    if !listings.is_empty() {
        frame = frame.feed(heading, feed).json_ld(data::listing_list(site, first(number), part(listings, number)));
    }
    ("tag.html", frame.values(site).with("tag", &view))
}

/// Up to six tags that stand most often beside this one.
pub(super) fn related_tags(site: &Site, tag: &Tag) -> Vec<Value> {
    let mut beside: std::collections::BTreeMap<&Arc<str>, usize> = std::collections::BTreeMap::new();
    let listings = site.shelf.by_tag.get(&tag.id).map(Vec::as_slice).unwrap_or_default();
    for other in listings.iter().take(500).flat_map(|listing| &listing.tags) {
        *beside.entry(&other.id).or_default() += 1;
    }
    beside.remove(&tag.id);
    let mut ranked: Vec<_> = beside.into_iter().collect();
    ranked.sort_by_key(|&(id, n)| (std::cmp::Reverse(n), id));
    let view = |id: &Arc<str>| {
        let other = site.catalogue.tags.iter().find(|other| other.id == *id)?;
        let n = site.shelf.by_tag.get(id)?.len();
        Some(json!({"label": other.label, "url": site.address.url(&Site::tag(id, Order::Updated, 1)), "n": n}))
    };
    ranked.into_iter().take(6).filter_map(|(id, _)| view(id)).collect()
}
