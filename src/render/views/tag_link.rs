//! Categories as links with the number of their listings. Knows no markup.

use std::sync::Arc;

use crate::catalogue::Tag;
use crate::render::view::view;
use crate::site::{Order, Site};

view! {
    /// A category with listings.
    TagLink<'site>("a link to a category") {
        /// The name.
        label: &'site str,
        /// The URL of its page.
        url: String,
        /// How many listings it has.
        n: usize,
        /// The description, one sentence.
        description: Option<&'site str>,
    }
}

impl<'site> TagLink<'site> {
    /// The link to `tag`, if it has listings.
    pub(super) fn new(site: &Site, tag: &'site Tag) -> Option<Self> {
        let n = site.indexes.by_tag.get(&tag.id)?.len();
        let url = site.address.url(&Site::tag(&tag.id, Order::Updated, 1));
        Some(Self { label: &tag.label, url, n, description: tag.description.as_deref() })
    }
}

/// Categories with listings, the largest first.
pub(in crate::render) fn tag_links(site: &Site) -> Vec<TagLink<'_>> {
    let mut links: Vec<_> = site.catalogue.tags.iter().filter_map(|tag: &Arc<Tag>| TagLink::new(site, tag)).collect();
    links.sort_by(|a, b| (b.n, a.label).cmp(&(a.n, b.label)));
    links
}
