//! The facts of a listing: the few in a line at the top, and the table of all. Knows no markup.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::catalogue::{Label, Listing, Original, OriginalListing};
use crate::format::{InstallMode, Link, SourceKind, Version};
use crate::render::view::view;
use crate::render::views::day::Day;
use crate::site::{Order, Site, SitePath};

view! {
    /// A fact at the top of the page.
    QuickFact<'site>("a fact at the top") {
        /// The subject.
        label: String,
        /// The fact.
        value: Cow<'site, str>,
        /// The URL of a page about it.
        url: Option<String>,
    }
}

view! {
    /// A row of the table of facts.
    Fact<'site>("a fact") {
        /// The subject.
        label: String,
        /// Its values, at least one.
        values: Vec<FactValue<'site>>,
    }
}

view! {
    /// A value in the table of facts.
    FactValue<'site>("a value of a fact") {
        /// The text.
        text: Cow<'site, str>,
        /// The URL of a page about it.
        url: Option<String>,
        /// Whether that is a page of another site.
        elsewhere: bool,
        /// The day that it is, if it is one.
        date: Option<Day>,
        /// Whether it is written for programs.
        code: bool,
        /// Whether it is a name, which can be written in either direction.
        dir_auto: bool,
    }
}

impl<'site> FactValue<'site> {
    fn text(text: impl Into<Cow<'site, str>>) -> Self {
        Self { text: text.into(), url: None, elsewhere: false, date: None, code: false, dir_auto: false }
    }

    fn link(site: &Site, name: &'site str, path: &SitePath) -> Self {
        Self { url: Some(site.address.url(path)), dir_auto: true, ..Self::text(name) }
    }

    /// The parts of what is said of a listing of another catalogue: its slug, its version, and that catalogue.
    fn origin(site: &Site, catalogue: Option<&'site Link>, slug: &'site str, version: Option<&Version>) -> Vec<Self> {
        let host = |catalogue: &'site Link| Self { url: Some(catalogue.text.to_string()), elsewhere: true, ..Self::text(catalogue.host()) };
        let slug = Self { code: true, ..Self::text(slug) };
        let host = catalogue.filter(|catalogue| catalogue.is_web()).map(host);
        [Some(slug), Self::version(site, version), host].into_iter().flatten().collect()
    }

    fn version(site: &Site, version: Option<&Version>) -> Option<Self> {
        Some(Self::text(site.language.say("version-number", &[("version", version?.to_string().into())])))
    }

    fn day(site: &Site, date: Date) -> Self {
        let day = Day::new(site, date);
        Self { date: Some(day.clone()), ..Self::text(day.text) }
    }
}

/// The few facts at the top of the page.
pub(super) fn quick<'site>(site: &Site, listing: &'site Listing) -> Vec<QuickFact<'site>> {
    let fact = |key, value: Cow<'site, str>, url| QuickFact { label: site.language.text(key), value, url };
    let (source, access) = words(site, listing);
    let app = listing.app.as_ref().map(|app| fact("app", (&*app.name).into(), Some(site.address.url(&Site::app(&app.slug)))));
    let source = source.map(|source| fact("source", source.into(), None));
    let access = access.map(|access| fact("access", access.into(), None));
    let updated = listing.updated().map(|date| fact("updated", site.language.date(date).into(), None));
    [app, source, access, updated].into_iter().flatten().collect()
}

/// The table of facts, in the order of the design.
pub(super) fn facts<'site>(site: &Site, listing: &'site Listing) -> Vec<Fact<'site>> {
    let mut facts = Vec::new();
    let mut add = |key: &str, values: Vec<FactValue<'site>>| {
        if !values.is_empty() {
            facts.push(Fact { label: site.language.text(key), values });
        }
    };
    let dated = |date| FactValue::day(site, date);
    let linked = |name: &'site str, path: &SitePath| FactValue::link(site, name, path);
    let named = |version: &Version| match version.is_prerelease() {
        true => site.language.say("version-unfinished", &[("version", version.to_string().into())]),
        false => version.to_string(),
    };
    add("version", listing.shared.iter().map(|version| FactValue::text(named(version))).collect());
    add("updated", listing.updated().into_iter().map(dated).collect());
    add("page-changed", site.catalogue.last_changes.of_page(&listing.path).into_iter().map(dated).collect());
    add("first-version", listing.added().into_iter().map(dated).collect());
    add("app", listing.app.iter().map(|app| linked(&app.name, &Site::app(&app.slug))).collect());
    add("publisher", listing.publisher.iter().map(|publisher| linked(&publisher.name, &Site::publisher(&publisher.slug))).collect());
    add("categories", listing.tags.iter().map(|tag| linked(&tag.label, &Site::tag(&tag.id, Order::Updated, 1))).collect());
    let (source, access) = words(site, listing);
    add("source", source.into_iter().map(FactValue::text).collect());
    add("access", access.into_iter().map(FactValue::text).collect());
    add("authentication", labels(&listing.auth).into_iter().map(FactValue::text).collect());
    add("regions", labels(&listing.regions).into_iter().map(FactValue::text).collect());
    add("licence", listing.file.license.get().map(|license| FactValue::text(&**license)).into_iter().collect());
    if let Some(version) = listing.file.agreement.get().and_then(|agreement| agreement.version.get()) {
        let known = site.catalogue.agreements.iter().any(|agreement| *agreement.slug == **version);
        let value = if known { linked(version, &Site::agreement(version)) } else { FactValue::text(&**version) };
        add("agreement", vec![value]);
    }
    if let Some((tested, version, on, what)) =
        listing.file.tested.get().and_then(|tested| Some((tested, tested.version.get()?, *tested.on.get()?, tested.what.get()?)))
    {
        let version = ("version", version.to_string().into());
        let version = match tested.app_version.get() {
            Some(app) => site.language.say("tested-version-with", &[version, ("app", (&**app).into())]),
            None => site.language.say("tested-version", &[version]),
        };
        add("tested", vec![FactValue { dir_auto: true, ..FactValue::text(&**what) }, FactValue::text(version), dated(on)]);
    }
    if let Some(review) = &listing.review {
        add("reviewed", review.approved_on.get().copied().map(dated).into_iter().collect());
    }
    add("copied-from", listing.derived_from.iter().flat_map(|original| original_values(site, original)).collect());
    if let Some(origin) = listing.file.imported_from.get()
        && let Some(slug) = origin.listing.get()
    {
        add("imported-from", FactValue::origin(site, origin.catalogue.get(), slug, origin.version.get()));
    }
    add("identifier", vec![FactValue { code: true, ..FactValue::text(&*listing.slug) }]);
    facts
}

/// The listing that another one was copied from, with a link if it has a page here.
fn original_values<'site>(site: &Site, original: &'site Original) -> Vec<FactValue<'site>> {
    let version = original.version.as_ref();
    match &original.listing {
        OriginalListing::Elsewhere(catalogue, slug) => FactValue::origin(site, Some(catalogue), slug, version),
        OriginalListing::Here(mention) => {
            let path = mention.is_built.then(|| site.address.url(&Site::listing(&mention.slug)));
            let name = FactValue { url: path, dir_auto: true, ..FactValue::text(&*mention.name) };
            std::iter::once(name).chain(FactValue::version(site, version)).collect()
        }
    }
}

/// Returns the source and the way to install, in words.
fn words(site: &Site, listing: &Listing) -> (Option<String>, Option<String>) {
    let source = listing.source().map(SourceKind::word);
    let access = listing.mode.map(|mode| match mode {
        InstallMode::Direct => "direct",
        InstallMode::Request => "on-request",
    });
    (source.map(|word| site.language.text(word)), access.map(|word| site.language.text(word)))
}

/// Returns the labels for visitors.
pub(super) fn labels(labels: &[Label]) -> Vec<&str> {
    labels.iter().map(|label| &*label.label).collect()
}
