//! Which pages a browser may fetch before they are asked for ([speculation rules](https://wicg.github.io/nav-speculation/speculation-rules.html)).

use serde_json::json;

use crate::site::{Address, Site, SitePath};

/// The file that the header `Speculation-Rules` names: pages are fetched while a pointer rests on their links. Not the search, whose answers depend on the
/// query, and no feeds or data.
#[must_use]
pub fn speculation(address: &Address) -> String {
    let (root, search) = (address.url(&SitePath::file("")), address.url(&Site::search()));
    let pages = json!({"href_matches": [root, format!("{root}*/")]});
    let not_search = json!({"not": {"href_matches": format!("{search}*")}});
    let rules = json!({"prefetch": [{"where": {"and": [pages, not_search]}, "eagerness": "moderate"}]});
    format!("{rules}\n")
}
