//! The pages to be: a small value each, with its address and what it shows by reference.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::api::listing_path;
use super::{Address, ApiFile, Indexes, Neighbours, NewsKind, Order, PER_INDEX, PER_PAGE, SiteFile, SitePath, SitemapEntry};
use crate::catalogue::{App, Catalogue, Listing, Publisher, Tag};
use crate::language::Language;
use crate::picture::{Pictures, Published};
use crate::rules::{self, Rule};
use crate::source::ContentPath;

/// Versions on a listing's own page, the newest ones.
pub const N_VERSIONS: usize = 5;

/// A site before it is rendered.
#[derive(Debug)]
pub struct Site {
    /// The content.
    pub catalogue: Catalogue,
    /// The URL at which it is published.
    pub address: Address,
    /// The catalogue in the orders of its lists.
    pub indexes: Indexes,
    /// The tags and apps that pages lead to because they go together.
    pub neighbours: Neighbours,
    /// The language of its messages.
    pub language: Language,
    /// The published images, by the contributed ones.
    pub pictures: Pictures,
    /// The pages for search engines, in the parts that one sitemap each contains. At least one.
    pub sitemaps: Vec<Vec<SitemapEntry>>,
    /// In the order of addresses.
    pages: Vec<Page>,
}

/// A page to be.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its address.
    pub path: SitePath,
    /// The content.
    pub kind: PageKind,
}

/// The content of a page.
#[derive(Debug, Clone)]
pub enum PageKind {
    /// The first page.
    Home,
    /// All listings in an order; a page of the list, from 1.
    Browse(Order, usize),
    /// The search page.
    Search,
    /// Listings side by side.
    Compare,
    /// A listing.
    Listing(Arc<Listing>),
    /// All versions of a listing.
    Versions(Arc<Listing>),
    /// A page of the documentation of a listing, by its place.
    Doc(Arc<Listing>, usize),
    /// The page that remains of a removed listing.
    Tombstone(Arc<Listing>),
    /// A former address of the page at `to`, which is called `name`.
    Redirect {
        /// The page's current path.
        to: SitePath,
        /// The name.
        name: Box<str>,
    },
    /// All apps; a page of the list, from 1.
    Apps(usize),
    /// An app; a page of its listings, from 1.
    App(Arc<App>, usize),
    /// All publishers; a page of the list, from 1.
    Publishers(usize),
    /// A publisher; a page of its listings, from 1.
    Publisher(Arc<Publisher>, usize),
    /// All tags.
    Tags,
    /// A tag, in an order; a page of the list, from 1.
    Tag(Arc<Tag>, Order, usize),
    /// All collections.
    Collections,
    /// A collection by its place.
    Collection(usize),
    /// A month of news by its place.
    News(usize),
    /// Announced connectors.
    Announced,
    /// Submissions that are under way. A build knows none: `pressmark queue` writes the page again.
    Queue,
    /// A page of prose by its place.
    Prose(usize),
    /// A developer agreement by its place.
    Agreement(usize),
    /// The form that writes a new listing.
    Submit,
    /// All rules that listings are checked by.
    Rules,
    /// A rule.
    Rule(&'static Rule),
    /// For addresses that are none.
    NotFound,
    /// A file that programs look for under this name.
    File(SiteFile),
    /// A file of the published contract.
    Api(ApiFile),
    /// A listing's badge.
    Badge(Arc<Listing>),
    /// A listing as a card that other sites show in a frame.
    Embed(Arc<Listing>),
    /// The oEmbed answer for other sites that show that card.
    Oembed(Arc<Listing>),
    /// A feed.
    Feed(FeedOf),
    /// A part of the addresses for search engines, by its place.
    SitemapPart(usize),
    /// A file of the content folder, as it is.
    Media(ContentPath),
}

/// The subject of a feed.
#[derive(Debug, Clone)]
pub enum FeedOf {
    /// Everything.
    Site,
    /// What concerns the security of those who use a listing.
    Security,
    /// A tag.
    Tag(Arc<Tag>),
    /// An app.
    App(Arc<App>),
    /// A publisher.
    Publisher(Arc<Publisher>),
    /// The releases of a listing.
    Listing(Arc<Listing>),
}

impl Site {
    /// The language of the texts of `listing`, where it is not that of the site.
    #[must_use]
    pub fn language_of<'listing>(&self, listing: &'listing Listing) -> Option<&'listing str> {
        let language = listing.file.language.get().map(|language| &**language);
        language.filter(|language| !language.eq_ignore_ascii_case(self.language.tag()))
    }

    /// Plans every page of `catalogue` for `address`.
    #[must_use]
    pub fn plan(catalogue: Catalogue, address: Address) -> Self {
        let mut site = Self::without_pages(catalogue, address);
        site.neighbours = Neighbours::new(&site.catalogue, &site.indexes);
        let pages = site.every_page();
        site.add(pages);
        // Files about the pages, which therefore come last.
        site.sitemaps = site.sitemaps();
        let files = site.every_file();
        site.add(files);
        site
    }

    /// The site of `catalogue` at `address` with its lists and addresses, for what shows no page of it.
    #[must_use]
    pub fn without_pages(catalogue: Catalogue, address: Address) -> Self {
        let indexes = Indexes::new(&catalogue);
        let settings = &catalogue.settings;
        let language = Language::with(&settings.language, &BTreeMap::new(), settings.noun.as_ref()).0;
        let (neighbours, pictures, sitemaps, pages) = (Neighbours::default(), Pictures::default(), Vec::new(), Vec::new());
        Self { catalogue, address, indexes, neighbours, language, pictures, sitemaps, pages }
    }

    /// The same site in other words than those that are shipped for its language.
    #[must_use]
    pub fn with_language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// The same site with `pictures` in place of the images that they are made from. Those are published no longer, and with them where a photograph
    /// was taken; but for what moves, which a picture is only the first frame of.
    #[must_use]
    pub fn with_pictures(mut self, pictures: Pictures) -> Self {
        self.pages.retain(|page| match &page.kind {
            PageKind::Media(path) => match pictures.get(path) {
                Published::Original => true,
                Published::Processed(picture) => picture.moves,
                Published::LeftOut => false,
            },
            _ => true,
        });
        self.pictures = pictures;
        self
    }

    /// Earlier pages win: a contributed file can never take the address of a page.
    fn add(&mut self, pages: Vec<Page>) {
        self.pages.extend(pages);
        self.pages.par_sort_by(|one, other| one.path.cmp(&other.path));
        self.pages.dedup_by(|later, earlier| later.path == earlier.path);
        self.pages.shrink_to_fit();
    }

    /// Every page in the order of addresses.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.pages.iter()
    }

    /// The page at an address below the root.
    #[must_use]
    pub fn page(&self, path: &str) -> Option<&Page> {
        self.pages.binary_search_by(|page| page.path.as_str().cmp(path)).ok().map(|place| &self.pages[place])
    }

    fn every_page(&self) -> Vec<Page> {
        let mut pages = Vec::new();
        let mut add = |path: SitePath, kind: PageKind| pages.push(Page { path, kind });
        add(SitePath::page(&[]), PageKind::Home);
        add(Self::search(), PageKind::Search);
        add(Self::compare(), PageKind::Compare);
        add(SitePath::file("404.html"), PageKind::NotFound);
        // Without a repository there is nowhere to send a listing to.
        if self.catalogue.settings.repository.is_some() {
            add(Self::submit(), PageKind::Submit);
        }
        for feed in [FeedOf::Site, FeedOf::Security] {
            add(Self::feed(&feed), PageKind::Feed(feed));
        }
        for order in Order::ALL {
            for page in 1..=n_pages(self.indexes.updated.len(), PER_PAGE) {
                add(Self::browse(order, page), PageKind::Browse(order, page));
            }
        }
        for number in 1..=n_pages(self.indexes.apps.len(), PER_INDEX) {
            add(Self::apps_page(number), PageKind::Apps(number));
        }
        for number in 1..=n_pages(self.indexes.publishers.len(), PER_INDEX) {
            add(Self::publishers_page(number), PageKind::Publishers(number));
        }
        add(Self::tags(), PageKind::Tags);
        for (slug, app) in &self.catalogue.apps {
            for number in 1..=n_pages(self.indexes.by_app.get(slug).map_or(0, Vec::len), PER_PAGE) {
                add(Self::app_page(slug, number), PageKind::App(app.clone(), number));
            }
            if self.indexes.by_app.contains_key(slug) || self.indexes.news.of_app(slug).next().is_some() {
                let feed = FeedOf::App(app.clone());
                add(Self::feed(&feed), PageKind::Feed(feed));
            }
            if let Some(icon) = &app.icon {
                add(SitePath::of_content(&icon.path), PageKind::Media(icon.path.clone()));
            }
        }
        for (slug, publisher) in &self.catalogue.publishers {
            for number in 1..=n_pages(self.indexes.by_publisher.get(slug).map_or(0, Vec::len), PER_PAGE) {
                add(Self::publisher_page(slug, number), PageKind::Publisher(publisher.clone(), number));
            }
            if self.indexes.by_publisher.contains_key(slug) || self.indexes.news.of_publisher(slug).next().is_some() {
                let feed = FeedOf::Publisher(publisher.clone());
                add(Self::feed(&feed), PageKind::Feed(feed));
            }
        }
        for tag in &self.catalogue.tags {
            let n_listings = self.indexes.by_tag.get(&tag.id).map_or(0, Vec::len);
            for order in Order::ALL {
                for page in 1..=n_pages(n_listings, PER_PAGE) {
                    add(Self::tag(&tag.id, order, page), PageKind::Tag(tag.clone(), order, page));
                }
            }
            if n_listings > 0 || self.indexes.news.of_tag(&tag.id).next().is_some() {
                let feed = FeedOf::Tag(tag.clone());
                add(Self::feed(&feed), PageKind::Feed(feed));
            }
        }
        if !self.catalogue.collections.is_empty() {
            add(Self::collections(), PageKind::Collections);
        }
        for (place, collection) in self.catalogue.collections.iter().enumerate() {
            add(Self::collection(&collection.slug), PageKind::Collection(place));
        }
        for place in 0..self.indexes.news.months.len() {
            add(self.news(place), PageKind::News(place));
        }
        if !self.catalogue.intents.is_empty() {
            add(Self::announced(), PageKind::Announced);
        }
        if self.catalogue.settings.queue {
            add(Self::queue(), PageKind::Queue);
        }
        for (place, page) in self.catalogue.pages.iter().enumerate() {
            add(Self::prose(&page.slug), PageKind::Prose(place));
            for path in page.files.keys() {
                add(SitePath::of_content(path), PageKind::Media(path.clone()));
            }
        }
        for (place, page) in self.catalogue.agreements.iter().enumerate() {
            add(Self::agreement(&page.slug), PageKind::Agreement(place));
        }
        add(Self::rules(), PageKind::Rules);
        for rule in rules::all() {
            add(Self::rule(rule), PageKind::Rule(rule));
            for former in rule.former {
                add(SitePath::page(&["rules", former]), PageKind::Redirect { to: Self::rule(rule), name: rule.code.name.into() });
            }
        }
        let listings: Vec<&Arc<Listing>> = self.catalogue.listings.values().collect();
        pages.par_extend(listings.par_iter().flat_map_iter(|listing| self.listing_pages(listing)));
        pages.par_extend(self.api().into_par_iter().map(|file| Page { path: file.path(), kind: PageKind::Api(file) }));
        pages
    }

    fn every_file(&self) -> Vec<Page> {
        let needed = |file: &SiteFile| match file {
            SiteFile::Security => self.catalogue.settings.security.is_some(),
            _ => true,
        };
        let files = SiteFile::ALL.into_iter().filter(needed).map(|file| Page { path: file.path(), kind: PageKind::File(file) });
        // One sitemap is `sitemap.xml` itself; of more, that file names the parts.
        let n_parts = if self.sitemaps.len() > 1 { self.sitemaps.len() } else { 0 };
        let parts = (0..n_parts).map(|place| Page { path: Self::sitemap_part(place + 1), kind: PageKind::SitemapPart(place) });
        files.chain(parts).collect()
    }

    /// Adds the pages at the former slug `former` of `listing`: a redirect, and for programs, which follow no page, its badge and its feed.
    fn former_pages(&self, listing: &Arc<Listing>, former: &str, add: &mut impl FnMut(SitePath, PageKind)) {
        add(Self::listing(former), PageKind::Redirect { to: Self::listing(&listing.slug), name: listing.name.clone() });
        if listing.is_gone() {
            return;
        }
        for doc in &listing.docs {
            add(Self::doc(former, &doc.slug), PageKind::Redirect { to: Self::doc(&listing.slug, &doc.slug), name: doc.title.clone() });
        }
        if let Some(path) = self.badge(listing) {
            let name = path.as_str().rsplit('/').next().unwrap_or_default().to_owned();
            add(SitePath::file(format!("listings/{former}/{name}")), PageKind::Badge(listing.clone()));
        }
        if !listing.versions.is_empty() {
            add(SitePath::file(format!("listings/{former}/feed.xml")), PageKind::Feed(FeedOf::Listing(listing.clone())));
        }
    }

    fn listing_pages(&self, listing: &Arc<Listing>) -> Vec<Page> {
        let mut pages = Vec::new();
        let mut add = |path: SitePath, kind: PageKind| pages.push(Page { path, kind });
        for former in &listing.former_slugs {
            self.former_pages(listing, former, &mut add);
        }
        if listing.is_gone() {
            add(Self::listing(&listing.slug), PageKind::Tombstone(listing.clone()));
            if let Some(path) = Self::last_feed(listing) {
                add(path, PageKind::Feed(FeedOf::Listing(listing.clone())));
            }
            return pages;
        }
        add(Self::listing(&listing.slug), PageKind::Listing(listing.clone()));
        for (place, doc) in listing.docs.iter().enumerate() {
            add(Self::doc(&listing.slug, &doc.slug), PageKind::Doc(listing.clone(), place));
        }
        if let Some(path) = self.badge(listing) {
            add(path, PageKind::Badge(listing.clone()));
        }
        if let Some(path) = self.embed(listing) {
            add(path, PageKind::Embed(listing.clone()));
        }
        if let Some(path) = self.oembed(listing) {
            add(path, PageKind::Oembed(listing.clone()));
        }
        if let Some(path) = Self::all_versions(listing) {
            add(path, PageKind::Versions(listing.clone()));
        }
        if !listing.versions.is_empty() {
            let feed = FeedOf::Listing(listing.clone());
            add(Self::feed(&feed), PageKind::Feed(feed));
        }
        let shown = listing.icon.iter().map(|icon| &icon.path).chain(listing.screenshots.iter().map(|shot| &shot.image.path));
        for path in shown.chain(listing.files.keys()) {
            add(SitePath::of_content(path), PageKind::Media(path.clone()));
        }
        pages
    }
}

/// Addresses of pages.
impl Site {
    /// The search page.
    #[must_use]
    pub fn search() -> SitePath {
        SitePath::page(&["search"])
    }

    /// The page that compares listings.
    #[must_use]
    pub fn compare() -> SitePath {
        SitePath::page(&["compare"])
    }

    /// The form that writes a new listing.
    #[must_use]
    pub fn submit() -> SitePath {
        SitePath::page(&["submit"])
    }

    /// A page of all listings.
    #[must_use]
    pub fn browse(order: Order, page: usize) -> SitePath {
        ordered(&["browse"], order, page)
    }

    /// A listing.
    #[must_use]
    pub fn listing(slug: &str) -> SitePath {
        SitePath::page(&["listings", slug])
    }

    /// A listing as data, and what became of a slug that a listing had.
    #[must_use]
    pub fn listing_json(slug: &str) -> SitePath {
        listing_path(slug)
    }

    /// A listing's badge, if it has one: not where the catalogue does without, and not where a file of the listing has its name.
    #[must_use]
    pub fn badge(&self, listing: &Listing) -> Option<SitePath> {
        let path = format!("listings/{}/badge.svg", listing.slug);
        let shown = listing.icon.iter().map(|icon| &icon.path).chain(listing.screenshots.iter().map(|shot| &shot.image.path));
        let is_taken = shown.chain(listing.files.keys()).any(|file| file.as_str() == path);
        (self.catalogue.settings.badges && listing.is_listed() && !is_taken).then(|| SitePath::file(path))
    }

    /// The card of a listing that other sites can frame, where the catalogue offers one.
    #[must_use]
    pub fn embed(&self, listing: &Listing) -> Option<SitePath> {
        let is_offered = self.catalogue.settings.embed && listing.is_listed();
        is_offered.then(|| SitePath::page(&["listings", &listing.slug, "embed"]))
    }

    /// Returns the path of a listing's oEmbed file: only in a site with a base URL.
    #[must_use]
    pub fn oembed(&self, listing: &Listing) -> Option<SitePath> {
        let is_offered = self.embed(listing).is_some() && self.address.is_known();
        is_offered.then(|| SitePath::file(format!("listings/{}/oembed.json", listing.slug)))
    }

    /// All versions of a listing.
    #[must_use]
    pub fn versions(slug: &str) -> SitePath {
        SitePath::page(&["listings", slug, "versions"])
    }

    /// The page of all versions of `listing`, if its own page does not have them all.
    #[must_use]
    pub fn all_versions(listing: &Listing) -> Option<SitePath> {
        (listing.versions.len() > N_VERSIONS).then(|| Self::versions(&listing.slug))
    }

    /// The page `name` of the documentation of a listing.
    #[must_use]
    pub fn doc(slug: &str, name: &str) -> SitePath {
        SitePath::page(&["listings", slug, "docs", name])
    }

    /// All apps.
    #[must_use]
    pub fn apps() -> SitePath {
        Self::apps_page(1)
    }

    /// A page of all apps. Their order is in the address, because a number alone could be the name of one.
    #[must_use]
    pub fn apps_page(number: usize) -> SitePath {
        if number > 1 { ordered(&["apps"], Order::Alphabetical, number) } else { SitePath::page(&["apps"]) }
    }

    /// An app.
    #[must_use]
    pub fn app(slug: &str) -> SitePath {
        Self::app_page(slug, 1)
    }

    /// A page of the listings of an app.
    #[must_use]
    pub fn app_page(slug: &str, number: usize) -> SitePath {
        ordered(&["apps", slug], Order::Updated, number)
    }

    /// All publishers.
    #[must_use]
    pub fn publishers() -> SitePath {
        Self::publishers_page(1)
    }

    /// A page of all publishers. Their order is in the address, because a number alone could be the name of one.
    #[must_use]
    pub fn publishers_page(number: usize) -> SitePath {
        if number > 1 { ordered(&["publishers"], Order::Alphabetical, number) } else { SitePath::page(&["publishers"]) }
    }

    /// A publisher.
    #[must_use]
    pub fn publisher(slug: &str) -> SitePath {
        Self::publisher_page(slug, 1)
    }

    /// A page of the listings of a publisher.
    #[must_use]
    pub fn publisher_page(slug: &str, number: usize) -> SitePath {
        ordered(&["publishers", slug], Order::Updated, number)
    }

    /// All tags.
    #[must_use]
    pub fn tags() -> SitePath {
        SitePath::page(&["tags"])
    }

    /// A page of a tag.
    #[must_use]
    pub fn tag(id: &str, order: Order, page: usize) -> SitePath {
        ordered(&["tags", id], order, page)
    }

    /// All collections.
    #[must_use]
    pub fn collections() -> SitePath {
        SitePath::page(&["collections"])
    }

    /// A collection.
    #[must_use]
    pub fn collection(slug: &str) -> SitePath {
        SitePath::page(&["collections", slug])
    }

    /// A month of news: the newest has the short address.
    #[must_use]
    pub fn news(&self, place: usize) -> SitePath {
        match self.indexes.news.months.get(place) {
            Some(((year, month), _)) if place > 0 => SitePath::page(&["new", &format!("{year}-{month:02}")]),
            _ => SitePath::page(&["new"]),
        }
    }

    /// Announced connectors.
    #[must_use]
    pub fn announced() -> SitePath {
        SitePath::page(&["announced"])
    }

    /// Submissions that are under way.
    #[must_use]
    pub fn queue() -> SitePath {
        SitePath::page(&["queue"])
    }

    /// A file beside the page of submissions.
    #[must_use]
    pub fn beside_queue(name: &str) -> SitePath {
        SitePath::file(format!("queue/{name}"))
    }

    /// The feed of a listing that is gone: those who followed it are told so, if the day is known.
    #[must_use]
    pub fn last_feed(listing: &Arc<Listing>) -> Option<SitePath> {
        (listing.is_gone() && !NewsKind::of(listing).is_empty()).then(|| Self::feed(&FeedOf::Listing(listing.clone())))
    }

    /// A page of prose.
    #[must_use]
    pub fn prose(slug: &str) -> SitePath {
        SitePath::page(&[slug])
    }

    /// A developer agreement.
    #[must_use]
    pub fn agreement(version: &str) -> SitePath {
        SitePath::page(&["agreements", version])
    }

    /// All rules.
    #[must_use]
    pub fn rules() -> SitePath {
        SitePath::page(&["rules"])
    }

    /// A rule.
    #[must_use]
    pub fn rule(rule: &Rule) -> SitePath {
        SitePath::page(&["rules", rule.code.name])
    }

    /// A feed.
    #[must_use]
    pub fn feed(of: &FeedOf) -> SitePath {
        SitePath::file(match of {
            FeedOf::Site => "feed.xml".to_owned(),
            FeedOf::Security => "security.xml".to_owned(),
            FeedOf::Tag(tag) => format!("tags/{}/feed.xml", tag.id),
            FeedOf::App(app) => format!("apps/{}/feed.xml", app.slug),
            FeedOf::Publisher(publisher) => format!("publishers/{}/feed.xml", publisher.slug),
            FeedOf::Listing(listing) => format!("listings/{}/feed.xml", listing.slug),
        })
    }
}

/// A page of a list: the first page of the default order has the shortest address.
fn ordered(list: &[&str], order: Order, page: usize) -> SitePath {
    let number = page.to_string();
    let mut segments = list.to_vec();
    if order != Order::ALL[0] {
        segments.push(order.key());
    }
    if page > 1 {
        segments.push(&number);
    }
    SitePath::page(&segments)
}

/// How many pages a list has: an empty one has one, too.
fn n_pages(n_items: usize, per_page: usize) -> usize {
    n_items.div_ceil(per_page).max(1)
}
