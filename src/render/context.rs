//! What all pages share, and the small shapes that pages are made of: icons, dates, cards.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Value, json};

use super::RenderOptions;
use super::assets::Links;
use crate::catalogue::{App, Image, Listing, Publisher};
use crate::format::{InstallMode, NavPlace, Reason, SourceKind, State};
use crate::hosting::policy_in_page;
use crate::site::{At, FeedOf, Order, Site, SiteFile, SitePath, hue};

/// The value `site` of every template.
pub(super) fn site(site: &Site, links: &Links, options: &RenderOptions) -> Value {
    let catalogue = &site.catalogue;
    let url = |path: &SitePath| site.address.url(path);
    let settings = &catalogue.settings;
    let say = |key| site.language.text(key);
    let mut nav = vec![json!({"key": "browse", "label": say("browse"), "url": url(&Site::browse(Order::Updated, 1))})];
    nav.push(json!({"key": "apps", "label": say("apps"), "url": url(&Site::apps())}));
    if !catalogue.collections.is_empty() {
        nav.push(json!({"key": "collections", "label": say("collections"), "url": url(&Site::collections())}));
    }
    if !site.shelf.months.is_empty() {
        nav.push(json!({"key": "new", "label": say("new"), "url": url(&site.news(0))}));
    }
    let prose = |place: NavPlace| catalogue.pages.iter().filter(move |page| page.nav == place);
    nav.extend(
        prose(NavPlace::Main)
            .take(5 - nav.len().min(5))
            .map(|page| json!({"key": page.slug, "label": page.title, "url": url(&Site::prose(&page.slug))})),
    );
    let mut footer: Vec<Value> =
        prose(NavPlace::Footer).map(|page| json!({"label": page.title, "url": url(&Site::prose(&page.slug))})).collect();
    if settings.repository.is_some() {
        footer.push(json!({"label": say("submit-title"), "url": url(&Site::submit())}));
    }
    footer.push(json!({"label": say("publishers"), "url": url(&Site::publishers())}));
    footer.push(json!({"label": say("categories"), "url": url(&Site::tags())}));
    footer.push(json!({"label": say("rules"), "url": url(&Site::rules())}));
    if settings.queue {
        footer.push(json!({"label": say("queue"), "url": url(&Site::queue())}));
    }
    if let Some(agreement) = catalogue.agreements.last() {
        footer.push(json!({"label": say("developer-agreement"), "url": url(&Site::agreement(&agreement.slug))}));
    }
    json!({
        "title": settings.title,
        "description": settings.description,
        "language": settings.language,
        "dir": site.language.direction(),
        "is_english": site.language.is_english(),
        "root": site.address.root(),
        "home_url": site.address.root(),
        "search_url": url(&Site::search()),
        "submit_url": settings.repository.as_ref().map(|_| url(&Site::submit())),
        "nav": nav,
        "footer": footer,
        "repository": settings.repository.as_ref().map(|repository| json!({"url": repository.url})),
        "contact": settings.contact.as_deref().map(contact),
        "request_connector_url": settings.request_connector_url.as_ref().map(|link| &link.text),
        "n_listings": site.shelf.updated.len(),
        "n_apps": site.shelf.apps.len(),
        "n_publishers": site.shelf.publishers.len(),
        "assets": links,
        "search": {"url": links.index_url},
        "opensearch_url": url(&SiteFile::OpenSearch.path()),
        "manifest_url": url(&SiteFile::Manifest.path()),
        "feed_url": url(&Site::feed(&FeedOf::Site)),
        "json_feed_url": url(&SiteFile::JsonFeed.path()),
        "live_url": options.live_url,
        "csp": policy_in_page(),
        "tags": tags(site),
    })
}

/// A mail or web address as a link.
pub(super) fn contact(text: &str) -> Value {
    let is_mail = text.contains('@') && !text.contains("://");
    let url = if is_mail && !text.starts_with("mailto:") { format!("mailto:{text}") } else { text.to_owned() };
    json!({"label": text.trim_start_matches("mailto:").trim_start_matches("https://"), "url": url})
}

/// Tags with listings, the largest first.
pub(super) fn tags(site: &Site) -> Vec<Value> {
    let mut tags: Vec<_> = site.catalogue.tags.iter().filter_map(|tag| Some((tag, site.shelf.by_tag.get(&tag.id)?.len()))).collect();
    tags.sort_by(|(a, n_a), (b, n_b)| (n_b, &a.label).cmp(&(n_a, &b.label)));
    let view = |(tag, n): (&Arc<crate::catalogue::Tag>, usize)| json!({"label": tag.label, "url": site.address.url(&Site::tag(&tag.id, Order::Updated, 1)), "n": n, "description": tag.description});
    tags.into_iter().map(view).collect()
}

/// A day as machines and as people write it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Day {
    iso: String,
    pub(super) text: String,
}

/// `2026-05-01` and, in the language of the site, `1 May 2026`.
pub(super) fn day(site: &Site, date: Date) -> Day {
    Day { iso: date.to_string(), text: site.language.date(date) }
}

/// A picture, or the letters drawn in its place.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Icon {
    /// For sizes up to 48 CSS pixels.
    small: Option<Source>,
    /// For larger ones.
    large: Option<Source>,
    letters: String,
    hue: u8,
}

/// The files of a picture.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Source {
    url: String,
    webp: Option<String>,
    width: u32,
    height: u32,
}

/// The icon of something called `name`.
pub(super) fn icon(site: &Site, image: Option<&Image>, name: &str) -> Icon {
    let source = |at| image.and_then(|image| source(site, image, at));
    Icon { small: source(At::Small), large: source(At::Large), letters: letters(name), hue: hue(name) }
}

/// The files of `image` at a size.
pub(super) fn source(site: &Site, image: &Image, at: At) -> Option<Source> {
    let drawn = site.drawn(&image.path, &image.media, at)?;
    let webp = drawn.webp.as_ref().map(|path| site.address.url(path));
    Some(Source { url: site.address.url(&drawn.path), webp, width: drawn.width, height: drawn.height })
}

/// The first letters of the first two words; a single word gives one or, in Latin script, two.
pub(super) fn letters(name: &str) -> String {
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (first, second) = (words.next().unwrap_or("?"), words.next());
    let initial = |word: &str| word.chars().next().into_iter().flat_map(char::to_uppercase).collect::<String>();
    match second {
        Some(second) => initial(first) + &initial(second),
        None if first.is_ascii() => first.chars().take(2).flat_map(char::to_uppercase).collect(),
        None => initial(first),
    }
}

/// A name with its address.
pub(super) fn link(name: &str, url: impl Into<String>) -> Value {
    json!({"name": name, "url": url.into()})
}

/// The publisher with the address of their page.
pub(super) fn publisher_link(site: &Site, publisher: &Publisher) -> Value {
    link(&publisher.name, site.address.url(&Site::publisher(&publisher.slug)))
}

/// The app with the address of its page.
pub(super) fn app_link(site: &Site, app: &App) -> Value {
    link(&app.name, site.address.url(&Site::app(&app.slug)))
}

/// A listing in a list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Card<'site> {
    slug: &'site str,
    name: &'site str,
    url: String,
    summary: Option<&'site str>,
    publisher: Option<Value>,
    app: Option<Value>,
    icon: Icon,
    badges: Vec<Badge>,
    tags: Vec<Value>,
    version: Option<String>,
    updated: Option<Day>,
    lang: Option<&'site str>,
}

/// A word about a listing.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Badge {
    kind: &'static str,
    label: String,
}

/// The card of `listing`.
pub(super) fn card<'site>(site: &Site, listing: &'site Listing) -> Card<'site> {
    let url = |path: &SitePath| site.address.url(path);
    Card {
        slug: &listing.slug,
        name: &listing.name,
        url: url(&Site::listing(&listing.slug)),
        summary: listing.file.summary.get().map(|summary| &**summary),
        publisher: listing.publisher.as_ref().map(|publisher| publisher_link(site, publisher)),
        app: listing.app.as_ref().map(|app| app_link(site, app)),
        icon: icon(site, listing.icon.as_ref(), &listing.name),
        badges: badges(site, listing),
        tags: listing.tags.iter().take(3).map(|tag| link(&tag.label, url(&Site::tag(&tag.id, Order::Updated, 1)))).collect(),
        version: listing.shared.as_ref().map(ToString::to_string),
        updated: listing.updated().map(|date| day(site, date)),
        lang: site.language_of(listing),
    }
}

/// The cards of some listings.
pub(super) fn cards<'site>(site: &Site, listings: impl IntoIterator<Item = &'site Arc<Listing>>) -> Vec<Card<'site>> {
    listings.into_iter().map(|listing| card(site, listing)).collect()
}

/// The cards of some listings, each with the day of its first version: where they stand in the order in which they came.
pub(super) fn new_cards<'site>(site: &Site, listings: impl IntoIterator<Item = &'site Arc<Listing>>) -> Vec<Card<'site>> {
    let with_first_day =
        |listing: &'site Arc<Listing>| Card { updated: listing.added().map(|date| day(site, date)), ..card(site, listing) };
    listings.into_iter().map(with_first_day).collect()
}

/// The cards of some listings that stand in `order`.
pub(super) fn cards_in<'site>(site: &Site, order: Order, listings: impl IntoIterator<Item = &'site Arc<Listing>>) -> Vec<Card<'site>> {
    if order == Order::New { new_cards(site, listings) } else { cards(site, listings) }
}

/// At most two words: what a visitor must know first.
fn badges(site: &Site, listing: &Listing) -> Vec<Badge> {
    let badge = |kind, key| Badge { kind, label: site.language.text(key) };
    let state = match listing.state() {
        Some(State::Deprecated) => Some(badge("deprecated", "deprecated")),
        Some(State::Suspended) => Some(badge("suspended", "suspended")),
        _ => None,
    };
    let official = listing.is_official().then(|| badge("official", "official"));
    let closed = (listing.source() == Some(SourceKind::Closed)).then(|| badge("closed", "closed-source"));
    let request = (listing.mode == Some(InstallMode::Request)).then(|| badge("request", "on-request"));
    [state, official, request, closed].into_iter().flatten().take(2).collect()
}

/// An app or publisher as a tile.
pub(super) fn app_tile(site: &Site, app: &App) -> Value {
    let n = site.shelf.by_app.get(&app.slug).map_or(0, Vec::len);
    let url = site.address.url(&Site::app(&app.slug));
    json!({"name": app.name, "url": url, "icon": icon(site, app.icon.as_ref(), &app.name), "n": n, "summary": app.description})
}

/// The reason in a sentence.
pub(super) fn reason(site: &Site, reason: Reason) -> String {
    site.language.text(match reason {
        Reason::Superseded => "reason-superseded",
        Reason::Unmaintained => "reason-unmaintained",
        Reason::Broken => "reason-broken",
        Reason::VendorShutdown => "reason-vendor-shutdown",
        Reason::Policy => "reason-policy",
        Reason::Security => "reason-security",
        Reason::AuthorRequest => "reason-author-request",
    })
}
