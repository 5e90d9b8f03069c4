//! What all pages share: the name of the site, its menus, its files. Knows no kind of page.

use std::borrow::Cow;

use super::assets::Assets;
use super::link::Link;
use super::tag_link::{TagLink, tag_links};
use crate::format::NavPlace;
use crate::hosting::policy_in_page;
use crate::render::RenderOptions;
use crate::render::view::view;
use crate::site::{FeedOf, Order, Site, SiteFile, SitePath};

view! {
    /// The site's values for every template.
    SiteWide<'site>("the site") {
        /// The title of the catalogue.
        title: &'site str,
        /// The description, one sentence.
        description: Option<&'site str>,
        /// Its language, such as `en`.
        language: &'site str,
        /// The direction of its script: `ltr` or `rtl`.
        dir: &'static str,
        /// Whether its language is English. Texts of Pressmark itself are, such as those of the rules.
        is_english: bool,
        /// The path of the site on its server: `/`, or such as `/catalogue/`.
        root: &'site str,
        /// The URL of the home page.
        home_url: &'site str,
        /// The URL of the search page.
        search_url: String,
        /// The URL of the form for submissions, where there is one.
        submit_url: Option<String>,
        /// The main menu.
        nav: Vec<MenuLink<'site>>,
        /// The links at the foot of each page.
        footer: Vec<Link<'site>>,
        /// The repository of the catalogue.
        repository: Option<Repository<'site>>,
        /// How to reach the people who run the catalogue.
        contact: Option<Link<'site>>,
        /// The URL for requesting a missing listing.
        request_connector_url: Option<&'site str>,
        /// How many listings there are.
        n_listings: usize,
        /// How many apps have listings.
        n_apps: usize,
        /// How many publishers have listings.
        n_publishers: usize,
        /// Stylesheets, scripts and images.
        assets: &'site Assets,
        /// The search index.
        search: SearchIndex<'site>,
        /// The URL of the description by which browsers add the search.
        opensearch_url: String,
        /// The URL of the web app manifest.
        manifest_url: String,
        /// The URL of the Atom feed of all changes.
        feed_url: String,
        /// The URL of the same feed as JSON.
        json_feed_url: String,
        /// The URL of the script that reloads the page; in the preview only.
        live_url: Option<&'site str>,
        /// The content security policy of every page.
        csp: String,
        /// Categories with listings, the largest first.
        tags: Vec<TagLink<'site>>,
    }
}

view! {
    /// An entry of the main menu.
    MenuLink<'site>("an entry of the menu") {
        /// The key: compare it with `page.nav_key`.
        key: &'site str,
        /// The name.
        label: Cow<'site, str>,
        /// Its URL.
        url: String,
    }
}

view! {
    /// The repository of the catalogue.
    Repository<'site>("a repository") {
        /// Its URL.
        url: &'site str,
    }
}

view! {
    /// The search index.
    SearchIndex<'site>("the search index") {
        /// The URL of its first part.
        url: &'site str,
    }
}

impl<'site> SiteWide<'site> {
    /// Returns the shared values of the pages of `site`, with `assets` and the search index at `index_url`.
    pub(in crate::render) fn new(site: &'site Site, assets: &'site Assets, index_url: &'site str, options: &'site RenderOptions) -> Self {
        let catalogue = &site.catalogue;
        let settings = &catalogue.settings;
        let url = |path: &SitePath| site.address.url(path);
        Self {
            title: &settings.title,
            description: settings.description.as_deref(),
            language: &settings.language,
            dir: site.language.direction(),
            is_english: site.language.is_english(),
            root: site.address.root(),
            home_url: site.address.root(),
            search_url: url(&Site::search()),
            submit_url: settings.repository.as_ref().map(|_| url(&Site::submit())),
            nav: menu(site),
            footer: footer(site),
            repository: settings.repository.as_ref().map(|repository| Repository { url: &repository.url }),
            contact: settings.contact.as_deref().map(contact),
            request_connector_url: settings.request_connector_url.as_ref().map(|link| &*link.text),
            n_listings: site.indexes.updated.len(),
            n_apps: site.indexes.apps.len(),
            n_publishers: site.indexes.publishers.len(),
            assets,
            search: SearchIndex { url: index_url },
            opensearch_url: url(&SiteFile::OpenSearch.path()),
            manifest_url: url(&SiteFile::Manifest.path()),
            feed_url: url(&Site::feed(&FeedOf::Site)),
            json_feed_url: url(&SiteFile::JsonFeed.path()),
            live_url: options.live_url.as_deref(),
            csp: policy_in_page(),
            tags: tag_links(site),
        }
    }
}

/// The main menu: five entries at most.
fn menu(site: &Site) -> Vec<MenuLink<'_>> {
    let catalogue = &site.catalogue;
    let entry = |key, path: SitePath| MenuLink { key, label: site.language.text(key).into(), url: site.address.url(&path) };
    let mut menu = vec![entry("browse", Site::browse(Order::Updated, 1)), entry("apps", Site::apps())];
    if !catalogue.collections.is_empty() {
        menu.push(entry("collections", Site::collections()));
    }
    if !site.indexes.news.months.is_empty() {
        menu.push(entry("new", site.news(0)));
    }
    let pages = catalogue.pages.iter().filter(|page| page.nav == NavPlace::Main).take(5 - menu.len().min(5));
    menu.extend(pages.map(|page| MenuLink {
        key: &page.slug,
        label: (&*page.title).into(),
        url: site.address.url(&Site::prose(&page.slug)),
    }));
    menu
}

/// The links at the foot of each page.
fn footer(site: &Site) -> Vec<Link<'_>> {
    let catalogue = &site.catalogue;
    let entry = |key, path: SitePath| Link::new(site.language.text(key), site.address.url(&path));
    let pages = catalogue.pages.iter().filter(|page| page.nav == NavPlace::Footer);
    let mut footer: Vec<_> = pages.map(|page| Link::new(&*page.title, site.address.url(&Site::prose(&page.slug)))).collect();
    if catalogue.settings.repository.is_some() {
        footer.push(entry("submit-title", Site::submit()));
    }
    footer.push(entry("publishers", Site::publishers()));
    footer.push(entry("categories", Site::tags()));
    footer.push(entry("rules", Site::rules()));
    if catalogue.settings.queue {
        footer.push(entry("queue", Site::queue()));
    }
    if let Some(agreement) = catalogue.agreements.last() {
        footer.push(entry("developer-agreement", Site::agreement(&agreement.slug)));
    }
    footer
}

/// An e-mail address or URL as a link.
pub(super) fn contact(text: &str) -> Link<'_> {
    let is_mail = text.contains('@') && !text.contains("://");
    let url = if is_mail && !text.starts_with("mailto:") { format!("mailto:{text}") } else { text.to_owned() };
    Link::new(text.trim_start_matches("mailto:").trim_start_matches("https://"), url)
}
