//! The orders of a list of listings, as links. Knows no markup.

use crate::render::view::{view, words};
use crate::site::{Order, Site, SitePath};

view! {
    /// An order that a list can be read in.
    OrderLink("a link to an order") {
        /// The order, as in the URL.
        key: OrderKey,
        /// The name.
        label: String,
        /// The URL of the list in this order.
        url: String,
        /// Whether the list on this page is in this order.
        current: bool,
    }
}

words! {
    /// Orders of listings.
    OrderKey {
        /// The last version first.
        Updated = "updated",
        /// The latest to come first.
        New = "new",
        /// By name.
        Alphabetical = "a-z",
    }
}

impl From<Order> for OrderKey {
    fn from(order: Order) -> Self {
        match order {
            Order::Updated => Self::Updated,
            Order::New => Self::New,
            Order::Alphabetical => Self::Alphabetical,
        }
    }
}

/// The orders of a list as links; none where listings have no dates to be ordered by.
pub(super) fn orders(site: &Site, current: Order, path: impl Fn(Order) -> SitePath) -> Vec<OrderLink> {
    let link = |order: Order| {
        let label = site.language.text(match order {
            Order::Updated => "order-updated",
            Order::New => "order-new",
            Order::Alphabetical => "order-a-z",
        });
        OrderLink { key: order.into(), label, url: site.address.url(&path(order)), current: order == current }
    };
    if site.indexes.is_dated { Order::ALL.into_iter().map(link).collect() } else { Vec::new() }
}
