//! The frame that all pages share: title, description, the way from the home page, feeds. Knows no kind of page.

use serde_json::Value;

use super::day::Day;
use super::page::{Breadcrumb, FeedLink, OgType, PageFrame, PageType};
use crate::catalogue::Repository;
use crate::format::ForgeKind;
use crate::render::data;
use crate::render::templates::Values;
use crate::render::title::title;
use crate::render::view::View;
use crate::site::{FeedOf, Page, Site, SitePath, encoded};
use crate::source::ContentPath;

/// The frame of a page, while it is put together.
pub(in crate::render) struct Frame<'page> {
    page: &'page Page,
    kind: PageType,
    heading: String,
    title: Option<String>,
    description: Option<String>,
    canonical: Option<SitePath>,
    noindex: bool,
    nav_key: Option<String>,
    trail: Vec<(String, SitePath)>,
    feeds: Vec<(String, SitePath)>,
    json_ld: Vec<Value>,
    og_type: OgType,
    source: Option<ContentPath>,
    json: Option<SitePath>,
}

impl<'page> Frame<'page> {
    pub(super) fn new(page: &'page Page, kind: PageType, heading: impl Into<String>) -> Self {
        Self {
            page,
            kind,
            heading: heading.into(),
            title: None,
            description: None,
            canonical: Some(page.path.clone()),
            noindex: false,
            nav_key: None,
            trail: Vec::new(),
            feeds: Vec::new(),
            json_ld: Vec::new(),
            og_type: OgType::Website,
            source: None,
            json: None,
        }
    }

    pub(super) fn title(mut self, title: String) -> Self {
        self.title = Some(title);
        self
    }

    pub(super) fn description(mut self, text: Option<&str>) -> Self {
        self.description = text.map(str::to_owned);
        self
    }

    pub(super) fn canonical(mut self, path: SitePath) -> Self {
        self.canonical = Some(path);
        self
    }

    pub(super) fn no_canonical(mut self) -> Self {
        self.canonical = None;
        self
    }

    pub(super) fn noindex(mut self) -> Self {
        self.noindex = true;
        self
    }

    pub(super) fn nav(mut self, key: &str) -> Self {
        self.nav_key = Some(key.to_owned());
        self
    }

    /// A step of the way from the home page to this one.
    pub(super) fn below(mut self, label: impl Into<String>, path: SitePath) -> Self {
        self.trail.push((label.into(), path));
        self
    }

    pub(super) fn feed(mut self, title: impl Into<String>, path: SitePath) -> Self {
        self.feeds.push((title.into(), path));
        self
    }

    pub(super) fn json_ld(mut self, data: Value) -> Self {
        self.json_ld.push(data);
        self
    }

    pub(super) fn article(mut self) -> Self {
        self.og_type = OgType::Article;
        self
    }

    /// The file of the content folder that this page is made of.
    pub(super) fn source(mut self, path: Option<ContentPath>) -> Self {
        self.source = path;
        self
    }

    pub(super) fn json(mut self, path: SitePath) -> Self {
        self.json = Some(path);
        self
    }

    /// The variables of a page that shows `view` in this frame.
    pub(super) fn around(self, site: &Site, view: &impl View) -> Values {
        self.put(site, Values::for_view(view))
    }

    /// `values` with those of this frame.
    pub(super) fn put(self, site: &Site, values: Values) -> Values {
        let settings = &site.catalogue.settings;
        let url = |path: &SitePath| site.address.url(path);
        let is_home = self.page.path.as_str().is_empty();
        let home = site.language.text("home");
        let mut breadcrumbs = Vec::new();
        let mut json_ld = self.json_ld;
        if !is_home {
            breadcrumbs.push(Breadcrumb { label: &home, url: Some(site.address.root().to_owned()) });
            breadcrumbs.extend(self.trail.iter().map(|(label, path)| Breadcrumb { label, url: Some(url(path)) }));
            breadcrumbs.push(Breadcrumb { label: &self.heading, url: None });
            // A page that no address leads to has no place on the way to it.
            if self.canonical.is_some() {
                json_ld.push(data::breadcrumbs(site, &self.trail, &self.heading, &self.page.path));
            }
        }
        let title = self.title.unwrap_or_else(|| match is_home {
            true => settings.title.to_string(),
            false => title(site, &self.heading),
        });
        let of_site = site.language.say("feed-of-changes-title", &[("site", (&*settings.title).into())]);
        let mut feeds: Vec<_> = self.feeds.iter().map(|(title, path)| FeedLink { title, url: url(path) }).collect();
        feeds.push(FeedLink { title: &of_site, url: url(&Site::feed(&FeedOf::Site)) });
        // Each page tells what it is: in its own words, or in those of its title and the catalogue.
        let described = || settings.description.as_ref().map_or_else(|| title.clone(), |about| format!("{title}: {about}"));
        let description = self.description.clone().unwrap_or_else(described);
        values.with(&PageFrame {
            kind: self.kind,
            title,
            heading: &self.heading,
            description: &description,
            // Below the heading are a page's own words alone: the others would say the heading again.
            lede: self.description.as_deref(),
            url: url(&self.page.path),
            canonical: self.canonical.map(|path| site.address.absolute(&path)),
            noindex: self.noindex,
            nav_key: self.nav_key.as_deref(),
            breadcrumbs,
            feeds,
            json_ld: data::json_ld(&json_ld),
            og_type: self.og_type,
            changed: self.source.as_ref().and_then(|path| site.catalogue.last_changes.of_page(path)).map(|date| Day::new(site, date)),
            edit_url: self.source.and_then(|path| edit_url(site, path.as_str())),
            json_url: self.json.map(|path| url(&path)),
        })
    }
}

/// Returns the URL for editing the file at `path` of the content folder on the forge.
fn edit_url(site: &Site, path: &str) -> Option<String> {
    let repository = site.catalogue.settings.repository.as_ref()?;
    let Repository { forge, url, branch, .. } = repository;
    let path = encoded(&repository.path(path));
    Some(match forge {
        Some(ForgeKind::Gitlab) => format!("{url}/-/edit/{branch}/{path}"),
        Some(ForgeKind::Forgejo | ForgeKind::Gitea) => format!("{url}/_edit/{branch}/{path}"),
        Some(ForgeKind::Github) | None => format!("{url}/edit/{branch}/{path}"),
    })
}
