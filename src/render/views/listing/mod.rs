//! What a listing's page hands to its template. Knows no markup.

mod action;
mod banner;
mod facts;
mod help;
mod related;
mod release;

use std::sync::Arc;

pub(super) use release::{Versions, versions};

use super::card::{Card, cards};
use super::compare::compare_url;
use super::embed::{EmbedOffer, offer};
use super::frame::Frame;
use super::icon::{Icon, Picture};
use super::link::{HeadingLink, NamedLink};
use super::page::PageType;
use crate::catalogue;
use crate::catalogue::Screenshot;
use crate::format::{OperationEntry, SourceKind, VideoEntry};
use crate::render::templates::Values;
use crate::render::title::title;
use crate::render::view::{view, words};
use crate::render::{data, prose};
use crate::site::{FeedOf, ImageUse, N_VERSIONS, Page, Site, SitePath};
use crate::source::Spanned;
use action::Action;
use banner::{Banner, banners};
use facts::{Fact, QuickFact, facts, quick};
use help::{Document, Setup, Support, documents, setup, support};
use related::{Parent, Related};
use release::{Difference, Release};

/// Listings that need this one, on its page.
const FEW_DEPENDENTS: usize = 12;

view! {
    /// A listing.
    Listing<'site>("a listing") {
        /// The name of its folder.
        slug: &'site str,
        /// The name.
        name: &'site str,
        /// The summary, one sentence.
        summary: Option<&'site str>,
        /// The language of its texts, where it is not that of the site.
        lang: Option<&'site str>,
        /// Its icon.
        icon: Icon,
        /// The notices above everything else.
        banners: Vec<Banner<'site>>,
        /// The publisher.
        publisher: Option<Maker<'site>>,
        /// The app that it is for.
        app: Option<AppOf<'site>>,
        /// The one thing to do: install it, run a command, or ask its publisher.
        action: Option<Action<'site>>,
        /// The URL of the source.
        view_source_url: Option<&'site str>,
        /// The few facts at the top of the page.
        quick: Vec<QuickFact<'site>>,
        /// The sections of the page that there are.
        toc: Vec<HeadingLink<'site>>,
        /// Its long description.
        readme: Option<prose::Description>,
        /// Events that start it.
        triggers: Vec<Operation<'site>>,
        /// The capabilities.
        actions: Vec<Operation<'site>>,
        /// Its screenshots.
        screenshots: Vec<Shot<'site>>,
        /// Its videos.
        videos: Vec<Video<'site>>,
        /// The steps that a visitor has to take.
        setup: Option<Setup<'site>>,
        /// Its last versions, the newest first.
        versions: Vec<Release<'site>>,
        /// How many versions it has.
        n_versions: usize,
        /// The URL of the page of all versions, if there are more.
        versions_url: Option<String>,
        /// The note for visitors who receive another version than the publisher uses.
        shared_differs: Option<Difference>,
        /// Links to help.
        support: Option<Support<'site>>,
        /// The publisher's pages about it: website, documentation, privacy, terms.
        legal: Vec<Document<'site>>,
        /// The pages of its own documentation.
        docs: Vec<NamedLink<'site>>,
        /// Some of the listings that need it.
        dependents: Vec<NamedLink<'site>>,
        /// How many listings need it.
        n_dependents: usize,
        /// The URL of the page that compares it with listings that a visitor chose before.
        compare_url: String,
        /// Other listings that a visitor may want.
        related: Related<'site>,
        /// Listings that are parts of it.
        children: Vec<Card<'site>>,
        /// The listing that it is built on.
        parent: Option<Parent<'site>>,
        /// The table of facts.
        facts: Vec<Fact<'site>>,
        /// The URL of the Atom feed of its versions.
        feed_url: Option<String>,
        /// The URL of the same listing as JSON.
        json_url: String,
        /// The URL for reporting a problem with it.
        report_url: Option<String>,
        /// Markdown that shows its badge in a README.
        badge_markdown: Option<String>,
        /// How other sites can show it.
        embed: Option<EmbedOffer>,
        /// The collections that it is in.
        collections: Vec<NamedLink<'site>>,
    }
}

view! {
    /// The publisher of a listing.
    Maker<'site>("the publisher of a listing") {
        /// The name.
        name: &'site str,
        /// The URL of their page.
        url: String,
        /// The status of the publisher, for styles.
        mark: Option<Mark>,
        /// The same in the language of the site.
        mark_text: Option<String>,
    }
}

words! {
    /// The status of a publisher.
    Mark {
        /// They make the app.
        Official = "Official",
        /// They have shown that a domain is theirs.
        Verified = "Verified",
    }
}

view! {
    /// The app that a listing is for.
    AppOf<'site>("the app of a listing") {
        /// The name.
        name: &'site str,
        /// The URL of its page.
        url: String,
        /// Its icon.
        icon: Icon,
    }
}

view! {
    /// A trigger or an action.
    Operation<'site>("an operation") {
        /// The name.
        name: Option<&'site str>,
        /// The summary, one sentence.
        summary: Option<&'site str>,
    }
}

view! {
    /// A screenshot.
    Shot<'site>("a screenshot") {
        /// The URL of the image in full size.
        url: String,
        /// The image on the page.
        thumbnail: Picture,
        /// The alternative text.
        alt: &'site str,
        /// A sentence below it.
        caption: Option<&'site str>,
    }
}

view! {
    /// A video on another site.
    Video<'site>("a video") {
        /// Its URL.
        url: &'site str,
        /// The name.
        title: Option<&'site str>,
        /// The host that shows it.
        host: &'site str,
    }
}

impl<'site> Maker<'site> {
    fn new(site: &Site, listing: &'site catalogue::Listing) -> Option<Self> {
        let publisher = listing.publisher.as_ref()?;
        let domain = publisher.verified.as_ref().and(publisher.domains.first());
        let (mark, mark_text) = match domain {
            _ if listing.is_official() => (Some(Mark::Official), Some(site.language.text("official"))),
            Some(domain) => (Some(Mark::Verified), Some(site.language.say("domain-verified-name", &[("domain", (&**domain).into())]))),
            None => (None, None),
        };
        let NamedLink { name, url } = NamedLink::to_publisher(site, publisher);
        Some(Self { name, url, mark, mark_text })
    }
}

impl<'site> AppOf<'site> {
    fn new(site: &Site, app: &'site catalogue::App) -> Self {
        let NamedLink { name, url } = NamedLink::to_app(site, app);
        Self { name, url, icon: Icon::new(site, app.icon.as_ref(), &app.name) }
    }
}

impl<'site> Operation<'site> {
    fn all(entries: &'site [Spanned<OperationEntry>]) -> Vec<Self> {
        let operation = |entry: &'site Spanned<OperationEntry>| Self {
            name: entry.name.get().map(|name| &**name),
            summary: entry.summary.get().map(|text| &**text),
        };
        entries.iter().map(operation).collect()
    }
}

impl<'site> Shot<'site> {
    fn new(site: &Site, shot: &'site Screenshot) -> Option<Self> {
        let thumbnail = Picture::new(site, &shot.image, ImageUse::Small)?;
        let full = site.image_for(&shot.image.path, &shot.image.media, ImageUse::Full)?.lean();
        Some(Self { url: site.address.url(&full), thumbnail, alt: &shot.alt, caption: shot.caption.as_deref() })
    }
}

impl<'site> Video<'site> {
    fn new(video: &'site VideoEntry) -> Option<Self> {
        let link = video.url.get().filter(|link| link.is_web())?;
        Some(Self { url: &link.text, title: video.title.get().map(|title| &**title), host: link.host() })
    }
}

impl<'site> Listing<'site> {
    fn new(site: &'site Site, listing: &'site Arc<catalogue::Listing>) -> Self {
        let url = |path: &SitePath| site.address.url(path);
        let file = &listing.file;
        let operations = file.operations.get();
        let children = site.indexes.by_parent.get(&listing.slug).map(Vec::as_slice).unwrap_or_default();
        let dependents = site.indexes.by_dependency.get(&listing.slug).map(Vec::as_slice).unwrap_or_default();
        let collections = site.indexes.collections_of.get(&listing.slug).into_iter().flatten();
        let collections = collections.filter_map(|&place| site.catalogue.collections.get(place));
        let has_versions = !listing.versions.is_empty();
        let mut view = Self {
            slug: &listing.slug,
            name: &listing.name,
            summary: file.summary.get().map(|summary| &**summary),
            lang: site.language_of(listing),
            icon: Icon::new(site, listing.icon.as_ref(), &listing.name),
            banners: banners(site, listing),
            publisher: Maker::new(site, listing),
            app: listing.app.as_ref().map(|app| AppOf::new(site, app)),
            action: Action::new(site, listing),
            view_source_url: source_url(listing),
            quick: quick(site, listing),
            toc: Vec::new(),
            readme: prose::readme(site, listing),
            triggers: operations.map(|entry| Operation::all(entry.triggers.items())).unwrap_or_default(),
            actions: operations.map(|entry| Operation::all(entry.actions.items())).unwrap_or_default(),
            screenshots: listing.screenshots.iter().filter_map(|shot| Shot::new(site, shot)).collect(),
            videos: file.videos.items().iter().filter_map(|video| Video::new(video)).collect(),
            setup: setup(site, listing),
            versions: listing.versions.iter().take(N_VERSIONS).map(|release| Release::new(site, listing, release)).collect(),
            n_versions: listing.versions.len(),
            versions_url: Site::all_versions(listing).as_ref().map(url),
            shared_differs: Difference::new(site, listing),
            support: support(listing),
            legal: documents(site, listing),
            docs: listing.docs.iter().map(|doc| NamedLink { name: &doc.title, url: url(&Site::doc(&listing.slug, &doc.slug)) }).collect(),
            dependents: dependents.iter().take(FEW_DEPENDENTS).map(|other| NamedLink::to_listing(site, &other.slug, &other.name)).collect(),
            n_dependents: dependents.len(),
            compare_url: compare_url(site, [&*listing.slug]),
            related: Related::new(site, listing),
            children: cards(site, children),
            parent: listing.parent.as_ref().map(|parent| Parent::new(site, parent)),
            facts: facts(site, listing),
            feed_url: has_versions.then(|| url(&Site::feed(&FeedOf::Listing(listing.clone())))),
            json_url: url(&Site::listing_json(&listing.slug)),
            report_url: site.catalogue.settings.repository.as_ref().map(|repository| format!("{}/issues/new", repository.url)),
            badge_markdown: data::badge_markdown(site, listing),
            embed: offer(site, listing),
            collections: collections
                .map(|collection| NamedLink { name: &collection.title, url: url(&Site::collection(&collection.slug)) })
                .collect(),
        };
        view.toc = view.sections(site);
        view
    }

    /// The sections that the page has.
    fn sections(&self, site: &Site) -> Vec<HeadingLink<'site>> {
        let sections = [
            ("overview", self.readme.is_some()),
            ("what-it-does", !self.triggers.is_empty() || !self.actions.is_empty()),
            ("screenshots", !self.screenshots.is_empty() || !self.videos.is_empty()),
            ("setup", self.setup.is_some()),
            ("versions", !self.versions.is_empty()),
            ("support", self.support.is_some() || !self.legal.is_empty()),
        ];
        let present = sections.into_iter().filter(|(_, is_present)| *is_present);
        present.map(|(id, _)| HeadingLink { id: id.into(), label: site.language.text(id).into() }).collect()
    }
}

/// The page of `listing`.
pub(super) fn listing(site: &Site, page: &Page, listing: &Arc<catalogue::Listing>) -> Values {
    let heading = match &listing.publisher {
        Some(publisher) => {
            site.language.say("listing-title", &[("name", (&*listing.name).into()), ("publisher", (&*publisher.name).into())])
        }
        None => listing.name.to_string(),
    };
    let mut frame = Frame::new(page, PageType::Listing, &*listing.name)
        .title(title(site, &heading))
        .description(listing.file.summary.get().map(|summary| &**summary))
        .nav("browse")
        .below(site.language.text("apps"), Site::apps())
        .source(Some(listing.path.clone()))
        .json(Site::listing_json(&listing.slug))
        .json_ld(data::software(site, listing));
    if let Some(app) = &listing.app {
        frame = frame.below(&*app.name, Site::app(&app.slug));
    }
    if !listing.versions.is_empty() {
        let feed = Site::feed(&FeedOf::Listing(listing.clone()));
        frame = frame.feed(site.language.say("feed-of-releases-title", &[("name", (&*listing.name).into())]), feed);
    }
    if !listing.is_listed() {
        frame = frame.noindex();
    }
    frame.around(site, &Listing::new(site, listing))
}

fn source_url(listing: &catalogue::Listing) -> Option<&str> {
    let link = listing.file.source_url.get().filter(|link| link.is_web() && listing.source() != Some(SourceKind::Closed))?;
    Some(&link.text)
}
