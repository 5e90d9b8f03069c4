//! The catalogue, and the apps, tags and publishers that its listings name. What is unlisted is in none of them.

use rayon::prelude::*;
use std::sync::Arc;

use super::listing::entry;
use crate::catalogue::Listing;
use crate::contract::{App, Apps, Catalogue, CataloguePart, Entry, Part, Publisher, Publishers, SCHEMA, Tag, Tags};
use crate::site::{ApiFile, FeedOf, Order, Site};

/// `catalogue.json`
pub(super) fn catalogue(site: &Site) -> Catalogue {
    let settings = &site.catalogue.settings;
    let parts: Vec<Part> = site.parts().enumerate().filter_map(|(place, listings)| part_of(site, place, listings)).collect();
    Catalogue {
        schema: SCHEMA,
        url: site.address.home(),
        title: settings.title.to_string(),
        description: settings.description.as_deref().map(str::to_owned),
        language: settings.language.to_string(),
        n_listings: site.indexes.by_slug.len(),
        listings: parts.is_empty().then(|| entries(site, &site.indexes.by_slug)),
        parts: (!parts.is_empty()).then_some(parts),
    }
}

fn part_of(site: &Site, place: usize, listings: &[Arc<Listing>]) -> Option<Part> {
    Some(Part {
        url: site.address.absolute(&ApiFile::Part(place).path()),
        first: listings.first()?.slug.to_string(),
        last: listings.last()?.slug.to_string(),
        n_listings: listings.len(),
    })
}

/// A part of the catalogue.
pub(super) fn part(site: &Site, place: usize) -> CataloguePart {
    CataloguePart { schema: SCHEMA, catalogue: site.address.home(), listings: entries(site, site.parts().nth(place).unwrap_or_default()) }
}

fn entries(site: &Site, listings: &[Arc<Listing>]) -> Vec<Entry> {
    listings.par_iter().map(|listing| entry(site, listing)).collect()
}

/// `apps.json`
pub(super) fn apps(site: &Site) -> Apps {
    let used = site.indexes.by_app.iter().filter_map(|(slug, listings)| Some((site.catalogue.apps.get(slug)?, listings.len())));
    let apps = used.map(|(app, n_listings)| App {
        slug: app.slug.to_string(),
        name: app.name.to_string(),
        url: site.address.absolute(&Site::app(&app.slug)),
        feed: site.address.absolute(&Site::feed(&FeedOf::App(app.clone()))),
        n_listings,
        website: app.website.as_ref().map(|link| link.text.to_string()),
        description: app.description.as_deref().map(str::to_owned),
        aliases: app.aliases.iter().map(ToString::to_string).collect(),
    });
    Apps { schema: SCHEMA, catalogue: site.address.home(), apps: apps.collect() }
}

/// `tags.json`
pub(super) fn tags(site: &Site) -> Tags {
    let tags = site.catalogue.tags.iter().map(|tag| {
        let n_listings = site.indexes.by_tag.get(&tag.id).map_or(0, Vec::len);
        let feed = Site::feed(&FeedOf::Tag(tag.clone()));
        Tag {
            id: tag.id.to_string(),
            label: tag.label.to_string(),
            url: site.address.absolute(&Site::tag(&tag.id, Order::Updated, 1)),
            feed: site.page(feed.as_str()).is_some().then(|| site.address.absolute(&feed)),
            n_listings,
            description: tag.description.as_deref().map(str::to_owned),
            aliases: tag.aliases.iter().map(ToString::to_string).collect(),
        }
    });
    Tags { schema: SCHEMA, catalogue: site.address.home(), tags: tags.collect() }
}

/// `publishers.json`
pub(super) fn publishers(site: &Site) -> Publishers {
    let used = site.indexes.by_publisher.iter().filter_map(|(slug, listings)| Some((site.catalogue.publishers.get(slug)?, listings.len())));
    let publishers = used.map(|(publisher, n_listings)| Publisher {
        slug: publisher.slug.to_string(),
        name: publisher.name.to_string(),
        url: site.address.absolute(&Site::publisher(&publisher.slug)),
        feed: site.address.absolute(&Site::feed(&FeedOf::Publisher(publisher.clone()))),
        n_listings,
        website: publisher.url.as_ref().map(|link| link.text.to_string()),
        description: publisher.description.as_deref().map(str::to_owned),
        verified: publisher.verified.as_ref().map(|(date, _)| date.to_string()),
    });
    Publishers { schema: SCHEMA, catalogue: site.address.home(), publishers: publishers.collect() }
}
