//! What each kind of page hands to its template: the contract with whoever writes templates. Knows no markup.

use std::sync::Arc;

use serde_json::{Value, json};

use super::a_z::AToZ;
use super::context::{self, app_tile, card, cards, day, icon, link, reason, tags};
use super::frame::{Frame, title};
use super::templates::Values;
use super::{data, embed, listing, prose, queue, rule, submit};
use crate::catalogue::{App, Listing, Publisher, Tag};
use crate::format::State;
use crate::site::{FEW, FeedOf, NewsKind, Order, PER_INDEX, PER_PAGE, Page, Show, Site, SitePath};

/// The template of `page` and its values.
pub(super) fn view(site: &Site, page: &Page) -> (&'static str, Values) {
    match &page.show {
        Show::Home => home(site, page),
        Show::Browse(order, number) => browse(site, page, *order, *number),
        Show::Search => search(site, page),
        Show::Listing(listing) => listing::view(site, page, listing),
        Show::Versions(listing) => listing::versions(site, page, listing),
        Show::Embed(listing) => embed::view(site, page, listing),
        Show::Tombstone(listing) => tombstone(site, page, listing),
        Show::Redirect(listing) => redirect(site, page, listing),
        Show::Apps(number) => apps(site, page, *number),
        Show::App(app, number) => self::app(site, page, app, *number),
        Show::Publishers(number) => publishers(site, page, *number),
        Show::Publisher(publisher, number) => self::publisher(site, page, publisher, *number),
        Show::Tags => tag_list(site, page),
        Show::Tag(tag, order, number) => self::tag(site, page, tag, *order, *number),
        Show::Collections => collections(site, page),
        Show::Collection(place) => collection(site, page, *place),
        Show::News(place) => news(site, page, *place),
        Show::Announced => announced(site, page),
        Show::Queue => queue::view(site, page, None),
        Show::Prose(place) => prose_page(site, page, &site.catalogue.pages[*place], "prose"),
        Show::Agreement(place) => prose_page(site, page, &site.catalogue.agreements[*place], "agreement"),
        Show::Submit => submit::view(site, page),
        Show::Rules => rule::index(site, page),
        Show::Rule(shown) => rule::view(site, page, shown),
        Show::NotFound => {
            ("not_found.html", Frame::new(page, "not-found", site.language.text("not-found")).noindex().no_canonical().values(site))
        }
        Show::File(_) | Show::ListingJson(_) | Show::Badge(_) | Show::Oembed(_) | Show::Feed(_) | Show::SitemapPart(_) | Show::Media(_) => {
            unreachable!("data and files have no template")
        }
    }
}

fn home(site: &Site, page: &Page) -> (&'static str, Values) {
    let catalogue = &site.catalogue;
    let mut apps = context::apps_in_use(site, catalogue);
    apps.sort_by_key(|app| std::cmp::Reverse(site.shelf.by_app.get(&app.slug).map_or(0, Vec::len)));
    let examples = apps.iter().take(5).map(|app| {
        let query: String = url::form_urlencoded::byte_serialize(app.name.as_bytes()).collect();
        link(&app.name, format!("{}?q={query}", site.address.url(&Site::search())))
    });
    let newest = site.shelf.months.iter().find_map(|((year, month), news)| {
        let new: Vec<&Arc<Listing>> = news
            .iter()
            .filter(|entry| entry.kind == NewsKind::New && entry.listing.state().is_none())
            .map(|entry| &entry.listing)
            .collect();
        let label = site.language.say("new-in", &[("month", site.language.month(*year, *month).into())]);
        (!new.is_empty()).then(|| json!({"label": label, "cards": cards(site, new.into_iter().take(6))}))
    });
    let publish = catalogue.pages.iter().find(|page| &*page.slug == "publish").map(|page| site.address.url(&Site::prose(&page.slug)));
    let home = json!({
        "tags": tags(site),
        "apps": apps.iter().take(12).map(|app| app_tile(site, app)).collect::<Vec<_>>(),
        "new": newest,
        "updated": cards(site, site.shelf.updated.iter().take(6)),
        "collections": catalogue.collections.iter().take(3).map(|collection| collection_view(site, collection)).collect::<Vec<_>>(),
        "examples": examples.collect::<Vec<_>>(),
        "publish_url": publish,
    });
    let frame = Frame::new(page, "home", &*catalogue.settings.title)
        .description(catalogue.settings.description.as_deref())
        .json_ld(data::web_site(site));
    ("home.html", frame.values(site).with("home", &home))
}

/// The orders of a list as links.
fn orders(site: &Site, current: Order, path: impl Fn(Order) -> SitePath) -> Vec<Value> {
    let view = |order: Order| {
        let label = site.language.text(match order {
            Order::Updated => "order-updated",
            Order::New => "order-new",
            Order::AToZ => "order-a-z",
        });
        json!({"key": order.key(), "label": label, "url": site.address.url(&path(order)), "current": order == current})
    };
    Order::ALL.into_iter().map(view).collect()
}

/// The pages of a list as links: the first, the last, and two around the current one.
fn pager(site: &Site, number: usize, n_total: usize, per_page: usize, path: impl Fn(usize) -> SitePath) -> Value {
    let n_pages = n_total.div_ceil(per_page).max(1);
    let url = |number: usize| site.address.url(&path(number));
    let mut links = Vec::new();
    let mut last = 0;
    for shown in (1..=n_pages).filter(|&shown| shown == 1 || shown == n_pages || shown.abs_diff(number) <= 2) {
        if shown > last + 1 {
            links.push(json!({"page": 0, "url": "", "current": false, "gap": true}));
        }
        links.push(json!({"page": shown, "url": url(shown), "current": shown == number, "gap": false}));
        last = shown;
    }
    json!({
        "page": number,
        "n_pages": n_pages,
        "n_total": n_total,
        "first": if n_total == 0 { 0 } else { (number - 1) * per_page + 1 },
        "last": (number * per_page).min(n_total),
        "previous": (number > 1).then(|| url(number - 1)),
        "next": (number < n_pages).then(|| url(number + 1)),
        "links": links,
    })
}

/// The listings on page `number` of a list.
fn part(listings: &[Arc<Listing>], number: usize) -> &[Arc<Listing>] {
    let first = ((number - 1) * PER_PAGE).min(listings.len());
    &listings[first..(first + PER_PAGE).min(listings.len())]
}

/// The place in the list of the first listing on page `number`, from 1.
fn first(number: usize) -> usize {
    (number - 1) * PER_PAGE + 1
}

/// What a title says of the order and the page, so that titles stay unique.
fn list_title(heading: &str, order: Order, number: usize, site: &Site) -> String {
    let heading = match order {
        Order::Updated => heading.to_owned(),
        Order::New => site.language.say("heading-new", &[("heading", heading.into())]),
        Order::AToZ => site.language.say("heading-a-z", &[("heading", heading.into())]),
    };
    let paged = || site.language.say("heading-page", &[("heading", (&*heading).into()), ("page", number.into())]);
    title(site, &if number > 1 { paged() } else { heading })
}

fn browse(site: &Site, page: &Page, order: Order, number: usize) -> (&'static str, Values) {
    let listings = match order {
        Order::Updated => &site.shelf.updated,
        Order::New => &site.shelf.new,
        Order::AToZ => &site.shelf.a_z,
    };
    let browse = json!({
        "order": order.key(),
        "orders": orders(site, order, |order| Site::browse(order, 1)),
        "tags": tags(site),
        "cards": cards(site, part(listings, number)),
        "pager": pager(site, number, listings.len(), PER_PAGE, |number| Site::browse(order, number)),
    });
    let heading = site.language.text("browse-connectors");
    let mut frame = Frame::new(page, "browse", &*heading)
        .title(list_title(&heading, order, number, site))
        .nav("browse")
        .json_ld(data::listing_list(site, first(number), part(listings, number)));
    if order != Order::Updated {
        frame = frame.canonical(Site::browse(Order::Updated, 1));
    }
    ("browse.html", frame.values(site).with("browse", &browse))
}

/// Apps that the search page leads to where there is no script.
const APPS_TO_START_FROM: usize = 48;

fn search(site: &Site, page: &Page) -> (&'static str, Values) {
    // Without a script these are a way in, not the list of all apps, which may be long.
    let mut apps = context::apps_in_use(site, &site.catalogue);
    apps.sort_by_key(|app| std::cmp::Reverse(site.shelf.by_app.get(&app.slug).map_or(0, Vec::len)));
    apps.truncate(APPS_TO_START_FROM);
    let search = json!({
        "tags": tags(site),
        "apps": apps.into_iter().map(|app| app_tile(site, app)).collect::<Vec<_>>(),
        "apps_url": site.address.url(&Site::apps()),
        "browse_url": site.address.url(&Site::browse(Order::Updated, 1)),
        "az_url": site.address.url(&Site::browse(Order::AToZ, 1)),
    });
    ("search.html", Frame::new(page, "search", site.language.text("search")).noindex().values(site).with("search", &search))
}

fn tombstone(site: &Site, page: &Page, listing: &Arc<Listing>) -> (&'static str, Values) {
    let lifecycle = listing.lifecycle.as_ref();
    let replacement = lifecycle
        .and_then(|lifecycle| lifecycle.replaced_by.as_ref())
        .and_then(|mention| site.catalogue.listings.get(&mention.slug))
        .filter(|replacement| !replacement.is_gone());
    let others = site.shelf.by_app.get(&listing.app.slug).map(Vec::as_slice).unwrap_or_default();
    let alternatives = others
        .iter()
        .filter(|other| other.state().is_none() && replacement.is_none_or(|replacement| replacement.slug != other.slug))
        .take(6);
    let has_app_page = site.shelf.by_app.contains_key(&listing.app.slug);
    let tombstone = json!({
        "name": listing.name,
        "state": listing.state().map(State::word),
        "since": lifecycle.and_then(|lifecycle| lifecycle.since).map(|date| day(site, date)),
        "reason": lifecycle.and_then(|lifecycle| lifecycle.reason).map(|because| reason(site, because)),
        "note": lifecycle.and_then(|lifecycle| lifecycle.note.as_ref()),
        "replacement": replacement.map(|replacement| card(site, replacement)),
        "alternatives": cards(site, alternatives),
        "app": has_app_page.then(|| link(&listing.app.name, site.address.url(&Site::app(&listing.app.slug)))),
    });
    let frame =
        Frame::new(page, "tombstone", &*listing.name).noindex().below(site.language.text("browse"), Site::browse(Order::Updated, 1));
    ("tombstone.html", frame.values(site).with("tombstone", &tombstone))
}

fn redirect(site: &Site, page: &Page, listing: &Arc<Listing>) -> (&'static str, Values) {
    let target = Site::listing(&listing.slug);
    let redirect = json!({"to": site.address.url(&target), "name": listing.name});
    let frame = Frame::new(page, "redirect", &*listing.name)
        .title(title(site, &site.language.say("moved-title", &[("name", (&*listing.name).into()), ("address", page.path.as_str().into())])))
        .canonical(target)
        .noindex();
    ("redirect.html", frame.values(site).with("redirect", &redirect))
}

fn apps(site: &Site, page: &Page, number: usize) -> (&'static str, Values) {
    let all = AToZ::new(site.catalogue.apps.values(), |app| app.name.to_string());
    let heading = site.language.text("apps");
    let apps = json!({
        "letters": all.letters(site, number, Site::apps_page),
        "sections": all.sections(number, |app| app_tile(site, app)),
        "pager": pager(site, number, all.len(), PER_INDEX, Site::apps_page),
    });
    let list = data::item_list(site, (number - 1) * PER_INDEX + 1, all.part(number).map(|app| (&*app.name, Site::app(&app.slug))));
    let title = list_title(&heading, Order::Updated, number, site);
    ("apps.html", Frame::new(page, "apps", heading).title(title).nav("apps").json_ld(list).values(site).with("apps", &apps))
}

fn app(site: &Site, page: &Page, app: &Arc<App>, number: usize) -> (&'static str, Values) {
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
fn similar_apps(site: &Site, app: &App) -> Vec<Value> {
    let own = site.shelf.by_app.get(&app.slug).map(Vec::as_slice).unwrap_or_default();
    let mut shared: std::collections::BTreeMap<&Arc<str>, usize> = std::collections::BTreeMap::new();
    for tag in own.iter().flat_map(|listing| &listing.tags) {
        // A tag of hundreds of listings says little and would cost much: its first ones stand for it.
        for other in site.shelf.by_tag.get(&tag.id).into_iter().flatten().take(60) {
            *shared.entry(&other.app.slug).or_default() += 1;
        }
    }
    shared.remove(&app.slug);
    let mut ranked: Vec<_> = shared.into_iter().collect();
    ranked.sort_by_key(|&(slug, n)| (std::cmp::Reverse(n), slug));
    ranked.into_iter().take(6).filter_map(|(slug, _)| site.catalogue.apps.get(slug)).map(|app| app_tile(site, app)).collect()
}

fn publishers(site: &Site, page: &Page, number: usize) -> (&'static str, Values) {
    let all = AToZ::new(site.catalogue.publishers.values(), |publisher| publisher.name.to_string());
    let view = |publisher: &Arc<Publisher>| {
        let n = site.shelf.by_publisher.get(&publisher.slug).map_or(0, Vec::len);
        let url = site.address.url(&Site::publisher(&publisher.slug));
        json!({"name": publisher.name, "url": url, "icon": icon(site, None, &publisher.name), "n": n, "verified": publisher.verified.is_some()})
    };
    let heading = site.language.text("publishers");
    let publishers = json!({
        "letters": all.letters(site, number, Site::publishers_page),
        "sections": all.sections(number, view),
        "pager": pager(site, number, all.len(), PER_INDEX, Site::publishers_page),
    });
    let shown = all.part(number).map(|publisher| (&*publisher.name, Site::publisher(&publisher.slug)));
    let list = data::item_list(site, (number - 1) * PER_INDEX + 1, shown);
    let title = list_title(&heading, Order::Updated, number, site);
    ("publishers.html", Frame::new(page, "publishers", heading).title(title).json_ld(list).values(site).with("publishers", &publishers))
}

fn publisher(site: &Site, page: &Page, publisher: &Arc<Publisher>, number: usize) -> (&'static str, Values) {
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

fn tag_list(site: &Site, page: &Page) -> (&'static str, Values) {
    let in_use = site.catalogue.tags.iter().filter(|tag| site.shelf.by_tag.contains_key(&tag.id));
    let list = data::item_list(site, 1, in_use.map(|tag| (&*tag.label, Site::tag(&tag.id, Order::Updated, 1))));
    ("tags.html", Frame::new(page, "tags", site.language.text("categories")).json_ld(list).values(site).with("tag_list", &tags(site)))
}

fn tag(site: &Site, page: &Page, tag: &Arc<Tag>, order: Order, number: usize) -> (&'static str, Values) {
    let listings = site.shelf.of_tag(&tag.id, order);
    let feed = Site::feed(&FeedOf::Tag(tag.clone()));
    let view = json!({
        "label": tag.label,
        "description": tag.description,
        "orders": orders(site, order, |order| Site::tag(&tag.id, order, 1)),
        "cards": cards(site, part(listings, number)),
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
fn related_tags(site: &Site, tag: &Tag) -> Vec<Value> {
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

fn collection_view(site: &Site, collection: &crate::catalogue::Collection) -> Value {
    let icons = collection.members.iter().take(4).map(|member| icon(site, member.listing.icon.as_ref(), &member.listing.name));
    json!({
        "title": collection.title,
        "url": site.address.url(&Site::collection(&collection.slug)),
        "description": collection.description,
        "n": collection.members.len(),
        "icons": icons.collect::<Vec<_>>(),
    })
}

fn collections(site: &Site, page: &Page) -> (&'static str, Values) {
    let all: Vec<Value> = site.catalogue.collections.iter().map(|collection| collection_view(site, collection)).collect();
    let listed = site.catalogue.collections.iter().map(|collection| (&*collection.title, Site::collection(&collection.slug)));
    let frame =
        Frame::new(page, "collections", site.language.text("collections")).nav("collections").json_ld(data::item_list(site, 1, listed));
    ("collections.html", frame.values(site).with("collections", &all))
}

fn collection(site: &Site, page: &Page, place: usize) -> (&'static str, Values) {
    let collection = &site.catalogue.collections[place];
    let items = collection.members.iter().map(|member| json!({"card": card(site, &member.listing), "why": member.why}));
    let view = json!({
        "title": collection.title,
        "description": collection.description,
        "curator": collection.curator,
        "updated": collection.updated.map(|date| day(site, date)),
        "items": items.collect::<Vec<_>>(),
    });
    let listings = collection.members.iter().map(|member| &member.listing);
    let frame = Frame::new(page, "collection", &*collection.title)
        .description(collection.description.as_deref())
        .nav("collections")
        .below(site.language.text("collections"), Site::collections())
        .source(&format!("collections/{}.yaml", collection.slug))
        .json_ld(data::listing_list(site, 1, listings));
    ("collection.html", frame.values(site).with("collection", &view))
}

fn news(site: &Site, page: &Page, place: usize) -> (&'static str, Values) {
    let month_label = |(year, month): (i16, i8)| site.language.month(year, month);
    let (month, entries) = &site.shelf.months[place];
    let view = |entry: &crate::site::News| {
        let (kind, label, text) = match entry.kind {
            NewsKind::New => ("new", "new", None),
            NewsKind::Release(place) => {
                let release = &entry.listing.versions[place];
                let version = ("version", release.version.to_string().into());
                let text = match first_line(release.notes.as_deref()) {
                    Some(notes) => site.language.say("news-version", &[version, ("notes", notes.into())]),
                    None => site.language.say("version-number", &[version]),
                };
                ("release", "news-release", Some(text))
            }
            NewsKind::Deprecated => ("deprecated", "deprecated", None),
            NewsKind::Suspended => ("removed", "suspended", None),
        };
        json!({"kind": kind, "label": site.language.text(label), "date": day(site, entry.date), "card": card(site, &entry.listing), "text": text})
    };
    // A month of a large catalogue has thousands of entries: the page shows the newest, the feeds and the listings have all.
    let shown = entries.iter().take(100).map(view);
    let months = site.shelf.months.iter().enumerate().map(|(other, (month, entries))| {
        json!({"label": month_label(*month), "url": site.address.url(&site.news(other)), "current": other == place, "n": entries.len()})
    });
    let news = json!({
        "month_label": month_label(*month),
        "entries": shown.collect::<Vec<_>>(),
        "months": months.take(36).collect::<Vec<_>>(),
        "older": (place + 1 < site.shelf.months.len()).then(|| site.address.url(&site.news(place + 1))),
        "newer": (place > 0).then(|| site.address.url(&site.news(place - 1))),
        "announced_url": (!site.catalogue.intents.is_empty()).then(|| site.address.url(&Site::announced())),
        "feed_url": site.address.url(&Site::feed(&FeedOf::Site)),
    });
    let mut frame = Frame::new(page, "new", site.language.text("new-and-updated")).nav("new");
    if place > 0 {
        let heading = site.language.say("new-in", &[("month", month_label(*month).into())]);
        frame = frame.title(title(site, &heading)).below(site.language.text("new"), site.news(0));
    }
    ("new.html", frame.values(site).with("news", &news))
}

/// The first line of some notes without Markdown's list and emphasis marks.
fn first_line(notes: Option<&str>) -> Option<String> {
    let line = notes?.lines().map(|line| line.trim_start_matches(['*', '-', '#', ' '])).find(|line| !line.is_empty())?;
    Some(line.replace(['*', '`', '_'], ""))
}

fn announced(site: &Site, page: &Page) -> (&'static str, Values) {
    let view = |intent: &crate::catalogue::Intent| {
        json!({
            "connector": intent.connector,
            "developer": intent.developer,
            "company_profile": intent.company_profile,
            "expected": intent.expected.map(|date| day(site, date)),
        })
    };
    let announced: Vec<Value> = site.catalogue.intents.iter().map(view).collect();
    let frame =
        Frame::new(page, "announced", site.language.text("announced-connectors")).nav("new").below(site.language.text("new"), site.news(0));
    ("announced.html", frame.values(site).with("announced", &announced))
}

fn prose_page(site: &Site, page: &Page, text: &crate::catalogue::Page, folder: &str) -> (&'static str, Values) {
    let entry = |other: &crate::catalogue::Page, at: SitePath| json!({"label": other.title, "url": site.address.url(&at), "current": other.slug == text.slug});
    let mut section: Vec<_> = if folder == "agreement" {
        // Every version stays within reach of the newest.
        site.catalogue.agreements.iter().rev().map(|other| entry(other, Site::agreement(&other.slug))).collect()
    } else {
        // Pages whose names begin alike, such as `manual` and `manual-themes`, form a section.
        let stem = |slug: &str| slug.split('-').next().unwrap_or_default().to_owned();
        let pages = site.catalogue.pages.iter().filter(|other| folder == "prose" && stem(&other.slug) == stem(&text.slug));
        pages.map(|other| entry(other, Site::prose(&other.slug))).collect()
    };
    if section.len() < 2 {
        section.clear();
    }
    let view = json!({
        "html": prose::page(site, text),
        "toc": text.headings.iter().map(|(label, id)| json!({"label": label, "id": id})).collect::<Vec<_>>(),
        "section": section,
        "lang": site.catalogue.settings.language,
    });
    let frame = Frame::new(page, "prose", &*text.title)
        .description(text.description.as_deref())
        .nav(&text.slug)
        .article()
        .source(text.text.path.as_str());
    ("prose.html", frame.values(site).with("prose", &view))
}
