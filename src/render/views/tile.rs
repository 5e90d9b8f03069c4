//! An app or a publisher in a list. Knows no markup.

use super::icon::Icon;
use crate::catalogue::{App, Publisher};
use crate::render::view::view;
use crate::site::Site;

view! {
    /// An app or a publisher in a list.
    Tile<'site>("a tile") {
        /// The name.
        name: &'site str,
        /// The URL of its page.
        url: String,
        /// Its icon.
        icon: Icon,
        /// How many listings it has.
        n: usize,
        /// The description of an app, one sentence.
        summary: Option<&'site str>,
        /// Whether a publisher has shown that a domain is theirs.
        verified: bool,
    }
}

impl<'site> Tile<'site> {
    /// The tile of an app.
    pub(in crate::render) fn of_app(site: &Site, app: &'site App) -> Self {
        Self {
            name: &app.name,
            url: site.address.url(&Site::app(&app.slug)),
            icon: Icon::new(site, app.icon.as_ref(), &app.name),
            n: site.indexes.by_app.get(&app.slug).map_or(0, Vec::len),
            summary: app.description.as_deref(),
            verified: false,
        }
    }

    /// The tile of a publisher.
    pub(in crate::render) fn of_publisher(site: &Site, publisher: &'site Publisher) -> Self {
        Self {
            name: &publisher.name,
            url: site.address.url(&Site::publisher(&publisher.slug)),
            icon: Icon::new(site, None, &publisher.name),
            n: site.indexes.by_publisher.get(&publisher.slug).map_or(0, Vec::len),
            summary: None,
            verified: publisher.verified.is_some(),
        }
    }
}
