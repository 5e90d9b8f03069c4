//! Apps, and the listings of one. Knows no markup.

use std::sync::Arc;

use serde_json::{Value, json};

use super::lists::{first, list_title, pager, part};
use crate::catalogue::App;
use crate::render::a_z;
use crate::render::context::{app_tile, cards, icon};
use crate::render::data;
use crate::render::frame::Frame;
use crate::render::templates::Values;
use crate::site::{FeedOf, Order, PER_INDEX, PER_PAGE, Page, Site};

pub(super) fn apps(site: &Site, page: &Page, number: usize) -> (&'static str, Values) {
    let all = &site.shelf.apps;
    let heading = site.language.text("apps");
    let apps = json!({
        "letters": a_z::letters(all, site, number, Site::apps_page),
        "sections": a_z::sections(all, number, |app| app_tile(site, app)),
        "pager": pager(site, number, all.len(), PER_INDEX, Site::apps_page),
    });
    let list =
        data::item_list(site, (number - 1) * PER_INDEX + 1, all.part(number).iter().map(|(_, app)| (&*app.name, Site::app(&app.slug))));
    let title = list_title(&heading, Order::Updated, number, site);
    ("apps.html", Frame::new(page, "apps", heading).title(title).nav("apps").json_ld(list).values(site).with("apps", &apps))
}

pub(super) fn app(site: &Site, page: &Page, app: &Arc<App>, number: usize) -> (&'static str, Values) {
    let mut listings = site.shelf.by_app.get(&app.slug).cloned().unwrap_or_default();
    // In the order of the page's sections, so that each of them goes on where the page before ended.
    listings.sort_by_key(|listing| (listing.state().is_some(), !listing.is_official()));
    let shown = part(&listings, number);
    let (active, inactive): (Vec<_>, Vec<_>) = shown.iter().partition(|listing| listing.state().is_none());
    let (official, community): (Vec<_>, Vec<_>) = active.into_iter().partition(|listing| listing.is_official());
    let n_community = listings.iter().filter(|listing| listing.state().is_none() && !listing.is_official()).count();
    let feed = Site::feed(&FeedOf::App(app.clone()));
    let view = json!({
        "name": app.name,
        "icon": icon(site, app.icon.as_ref(), &app.name),
        "description": app.description,
        "website": app.website.as_ref().filter(|link| link.is_web()).map(|link| json!({"url": link.text, "host": link.host()})),
        "aliases": app.aliases,
        "official": cards(site, official),
        "cards": cards(site, community),
        "n": n_community,
        "inactive": cards(site, inactive),
        "pager": pager(site, number, listings.len(), PER_PAGE, |number| Site::app_page(&app.slug, number)),
        "similar": similar_apps(site, app),
        "feed_url": (!listings.is_empty()).then(|| site.address.url(&feed)),
    });
    let heading = site.language.say("app-title", &[("app", (&*app.name).into())]);
    let mut frame = Frame::new(page, "app", &*app.name)
        .title(list_title(&heading, Order::Updated, number, site))
        .description(app.description.as_deref().filter(|_| number == 1))
        .nav("apps")
        .below(site.language.text("apps"), Site::apps())
        .source(&format!("apps/{}.yaml", app.slug));
    frame = if listings.is_empty() {
        frame.noindex()
    } else {
        frame.feed(heading, feed).json_ld(data::listing_list(site, first(number), shown))
    };
    ("app.html", frame.values(site).with("app", &view))
}

/// Up to six apps whose listings share the most tags with this one's.
pub(super) fn similar_apps(site: &Site, app: &App) -> Vec<Value> {
    let own = site.shelf.by_app.get(&app.slug).map(Vec::as_slice).unwrap_or_default();
    let mut shared: std::collections::BTreeMap<&Arc<str>, usize> = std::collections::BTreeMap::new();
    for tag in own.iter().flat_map(|listing| &listing.tags) {
        // A tag of hundreds of listings says little and would cost much: its first ones stand for it.
        for other in site.shelf.by_tag.get(&tag.id).into_iter().flatten().take(60) {
            if let Some(app) = &other.app {
                *shared.entry(&app.slug).or_default() += 1;
            }
        }
    }
    shared.remove(&app.slug);
    let mut ranked: Vec<_> = shared.into_iter().collect();
    ranked.sort_by_key(|&(slug, n)| (std::cmp::Reverse(n), slug));
    ranked.into_iter().take(6).filter_map(|(slug, _)| site.catalogue.apps.get(slug)).map(|app| app_tile(site, app)).collect()
}
