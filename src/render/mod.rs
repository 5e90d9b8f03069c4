//! A planned site → bytes. A page's bytes depend on its `Page`, the site and the theme alone. Knows no file system and no clock.

mod asked;
mod assets;
mod data;
mod prose;
mod reason;
mod reference;
mod resolved_theme;
mod script;
mod share;
mod templates;
mod title;
mod view;
mod views;

pub use asked::{UnknownVariable, unknown_variables};
pub use assets::Asset;
pub use reference::template_reference;
pub use resolved_theme::{MissingFile, Pictures, ResolvedTheme, ThemeError, ThemeParts, built_in_document};
pub use share::Card;
pub use templates::{RenderError, fill};
pub(crate) use views::state_key;
pub use views::{SubmissionRow, Submissions};

use std::sync::{Arc, OnceLock};

use crate::inputs::Inputs;
use crate::language::Language;
use crate::search::{CORE_PATH, Index, is_index_path};
use crate::site::{Page, PageKind, Site, SitePath};
use crate::source::ContentPath;
use views::{Assets, SiteWide};

/// A rendered page.
#[derive(Debug)]
pub enum Rendered {
    /// The bytes of the page.
    Bytes(Vec<u8>),
    /// The bytes of a file of the content folder.
    Content(ContentPath),
}

/// How a site is rendered.
#[derive(Debug, Clone, Default)]
pub struct RenderOptions {
    /// The script that reloads the page in the preview.
    pub live_url: Option<String>,
}

/// Renders the pages of one site, from any number of threads.
#[derive(Debug)]
pub struct Renderer {
    site: Arc<Site>,
    templates: templates::Templates,
    assets: Vec<Asset>,
    links: assets::Links,
    /// Made when it is first asked for: a preview is seldom searched and often rebuilt.
    index: OnceLock<Index>,
    cards: OnceLock<share::Cards>,
}

impl Renderer {
    /// Prepares the templates, the hashed assets and what all pages share.
    ///
    /// # Errors
    /// When a template cannot be parsed.
    pub fn new(site: Arc<Site>, theme: &ResolvedTheme, options: &RenderOptions) -> Result<Self, RenderError> {
        let index_url = site.address.url(&SitePath::file(CORE_PATH.to_owned()));
        let (assets, links) = assets::link(theme, index_url, &site);
        let shared = SiteWide::new(&site, &links.shown, &links.index_url, options);
        let templates = templates::Templates::new(theme, &site.language, Some(&shared))?;
        Ok(Self { site, templates, assets, links, index: OnceLock::new(), cards: OnceLock::new() })
    }

    /// The parts of the search index with their addresses below the root.
    pub fn index(&self) -> impl Iterator<Item = (SitePath, &[u8])> {
        self.searched().files().map(|(path, bytes)| (SitePath::file(path), bytes))
    }

    /// The part of the search index at an address below the root.
    #[must_use]
    pub fn index_part(&self, path: &str) -> Option<&[u8]> {
        if is_index_path(path) { self.searched().file(path) } else { None }
    }

    fn searched(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.site))
    }

    /// The stylesheets, scripts and icon, under names that change with their bytes.
    #[must_use]
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// The stylesheets and icons of a page, as JSON: `css` and `operator_css`, each with `url` and `integrity`; `favicon_url`; and `frame`, the
    /// colours of the browser's own frame, light and dark.
    #[must_use]
    pub fn style_links(&self) -> serde_json::Value {
        let Assets { css, operator_css, favicon_url, frame, .. } = &self.links.shown;
        serde_json::json!({"css": css, "operator_css": operator_css, "favicon_url": favicon_url, "frame": frame})
    }

    /// The site whose pages these are.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Renders one page.
    ///
    /// # Errors
    /// When its template fails, which for the built-in templates would be a fault of ours.
    pub fn render(&self, page: &Page) -> Result<Rendered, RenderError> {
        match self.values(page)? {
            Some(values) => Ok(Rendered::Bytes(self.templates.render(values)?.into_bytes())),
            None => Ok(self.data(page)),
        }
    }

    /// Renders one page, unless `is_there` says that a page of the same inputs is there already: `None` then. Returns the page with its inputs, where these can
    /// be named without making it.
    ///
    /// # Errors
    /// When its template fails.
    pub fn render_unless(&self, page: &Page, is_there: &dyn Fn(Inputs) -> bool) -> Result<Option<(Option<Inputs>, Rendered)>, RenderError> {
        let Some(values) = self.values(page)? else { return Ok(Some((None, self.data(page)))) };
        let inputs = self.templates.inputs(&values);
        if is_there(inputs) {
            return Ok(None);
        }
        Ok(Some((Some(inputs), Rendered::Bytes(self.templates.render(values)?.into_bytes()))))
    }

    /// What `page` passes to its template, if it has one.
    fn values(&self, page: &Page) -> Result<Option<templates::Values>, RenderError> {
        let Some(values) = views::view(&self.site, page) else { return Ok(None) };
        Ok(Some(values.with(&self.share(page)?)))
    }

    /// A page that has no template.
    fn data(&self, page: &Page) -> Rendered {
        let site = &*self.site;
        Rendered::Bytes(match &page.kind {
            PageKind::Media(path) => return Rendered::Content(path.clone()),
            PageKind::File(file) => data::file(site, *file, &self.links.shown.favicon_url, &self.links.drawn_icons),
            PageKind::Api(file) => data::api(site, file),
            PageKind::Badge(listing) => data::badge(site, listing),
            PageKind::Oembed(listing) => data::oembed(site, listing),
            PageKind::Feed(of) => data::feed(site, of),
            PageKind::SitemapPart(place) => data::sitemap_part(site, *place),
            _ => unreachable!("every other page has a template"),
        })
    }

    /// Renders the page of `submissions`, whose address is [`Site::queue`].
    ///
    /// # Errors
    /// When its template fails.
    pub fn queue(&self, submissions: &Submissions) -> Result<Vec<u8>, RenderError> {
        let page = Page { path: Site::queue(), kind: PageKind::Queue };
        let values = views::queue(&self.site, &page, Some(submissions)).with(&self.share(&page)?);
        Ok(self.templates.render(values)?.into_bytes())
    }
}

/// Parses every template of `theme`.
///
/// # Errors
/// When one cannot be parsed.
pub fn check_templates(theme: &ResolvedTheme) -> Result<(), RenderError> {
    templates::Templates::new::<SiteWide<'_>>(theme, &Language::default(), None).map(drop)
}
