//! From files to the catalogue: names become references, and what has an error is left out. Says nothing itself: the rules have spoken.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::model::{
    App, Catalogue, Collection, Image, Intent, Label, Lifecycle, Listing, Member, Mention, Page, Publisher, Readme, Release, Screenshot,
    Security, Settings, Tag,
};
use super::{Draft, ListingDraft};
use crate::diagnostic::Report;
use crate::format::{Content, Document, Field, LabelEntry, Link, NavPlace, Place, SecurityEntry, SettingsFile, SourceSwitch, Version};
use crate::parse::media::Media;
use crate::parse::prose::Outline;
use crate::source::{ContentPath, Span, Spanned};

/// The catalogue, and what could not be part of it.
#[derive(Debug, Default)]
pub struct Resolved {
    /// Everything that is sound.
    pub catalogue: Catalogue,
    /// The folders and files with errors that are left out, in path order.
    pub left_out: Vec<Box<str>>,
}

/// Builds the catalogue from everything in `draft` that `report` finds no error in.
#[must_use]
pub fn resolve(draft: &Draft, report: &Report) -> Resolved {
    let mut left_out = Vec::new();
    let settings = settings(draft.settings());
    let tags = tags(draft);
    let (apps, app_by_path) = apps(draft);
    let publishers = publishers(draft);
    let mut listings = BTreeMap::new();
    for slug in draft.listing_slugs() {
        let sound = !report.has_error_below(&format!("listings/{slug}"));
        let resolved = draft.listing(slug).filter(|_| sound).and_then(|listing| {
            let context = Context { report, tags: &tags, app_by_path: &app_by_path, publishers: &publishers };
            context.listing(&listing)
        });
        match resolved {
            Some(listing) => drop(listings.insert(listing.slug.clone(), Arc::new(listing))),
            None => left_out.push(format!("listings/{slug}").into()),
        }
    }
    let collections = collections(draft, report, &listings, &mut left_out);
    let intents = intents(draft, report, &mut left_out);
    let pages = pages(draft, report, &mut left_out);
    let agreements = agreements(draft);
    let tags = tags.into_values().collect();
    Resolved { catalogue: Catalogue { settings, tags, apps, publishers, listings, collections, intents, pages, agreements }, left_out }
}

fn settings(file: &SettingsFile) -> Settings {
    let repository = file.repository.get().and_then(|repository| {
        let url = repository.url.get()?.text.trim_end_matches('/').into();
        Some((repository.forge.get().copied(), url, repository.branch.get().cloned().unwrap_or_else(|| "main".into())))
    });
    let labels = |entries: &[Spanned<LabelEntry>]| {
        entries.iter().filter_map(|entry| Some(Label { id: entry.id.get()?.clone(), label: entry.label.get()?.clone() })).collect()
    };
    Settings {
        title: file.title.get().cloned().unwrap_or_else(|| "Catalogue".into()),
        description: file.description.get().cloned(),
        base_url: file.base_url.get().cloned(),
        language: file.language.get().cloned().unwrap_or_else(|| "en".into()),
        repository,
        install_template: file.install.get().and_then(|install| install.url_template.get()).cloned(),
        regions: labels(file.regions.items()),
        auth: labels(file.auth.items()),
        agreement: file.agreement.get().and_then(|agreement| agreement.current.get()).cloned(),
        may_switch_source: file.policy.get().is_some_and(|policy| policy.source_switch.get() == Some(&SourceSwitch::Free)),
        theme: file.theme.get().cloned(),
        share_cards: file.share_cards.get().copied(),
        contact: file.contact.get().cloned(),
        request_connector_url: file.request_connector_url.get().cloned(),
        security: file.security.get().and_then(security),
        badges: file.badges.get().copied().unwrap_or(true),
        queue: file.review.get().and_then(|review| review.queue.get()).is_some_and(|queue| *queue),
        embed: file.embed.get().copied().unwrap_or(false),
        levels: file
            .levels
            .get()
            .map(|levels| levels.0.iter().map(|(name, setting)| (name.value.clone(), setting.value)).collect())
            .unwrap_or_default(),
    }
}

fn security(entry: &SecurityEntry) -> Option<Security> {
    let contacts: Vec<_> = entry.contact.items().iter().map(|contact| contact.value.clone()).collect();
    let web = |link: &Field<Link>| link.get().filter(|link| link.is_web()).cloned();
    Some(Security {
        expires: *entry.expires.get()?,
        policy: web(&entry.policy),
        encryption: web(&entry.encryption),
        acknowledgments: web(&entry.acknowledgments),
        contacts: (!contacts.is_empty()).then_some(contacts)?,
    })
}

/// Tags by their place in `tags.yaml`.
fn tags(draft: &Draft) -> BTreeMap<usize, Arc<Tag>> {
    let entries = match draft.document("tags.yaml").map(|document| &document.content) {
        Some(Content::Tags(tags)) => tags.0.as_slice(),
        _ => &[],
    };
    let mut seen = std::collections::BTreeSet::new();
    let sound = entries.iter().enumerate().filter_map(|(place, entry)| {
        let id: Arc<str> = Arc::from(&**entry.id.get()?);
        let tag = Tag {
            id: id.clone(),
            label: entry.label.get()?.clone(),
            description: entry.description.get().cloned(),
            aliases: texts(&entry.aliases),
        };
        seen.insert(id).then(|| (place, Arc::new(tag)))
    });
    sound.collect()
}

type AppsByPath = BTreeMap<ContentPath, Arc<App>>;

fn apps(draft: &Draft) -> (BTreeMap<Arc<str>, Arc<App>>, AppsByPath) {
    let mut by_slug = BTreeMap::new();
    let mut by_path = BTreeMap::new();
    for document in draft.below("apps/") {
        let (Place::App(slug), Content::App(file)) = (Place::of(&document.path), &document.content) else { continue };
        let Some(name) = file.name.get() else { continue };
        let icon = file.icon.get().and_then(|icon| image(draft, &document.path, icon, "apps"));
        let app = Arc::new(App {
            slug: Arc::from(slug),
            name: name.clone(),
            website: file.website.get().cloned(),
            description: file.description.get().cloned(),
            aliases: texts(&file.aliases),
            domains: texts(&file.domains),
            icon,
        });
        by_slug.insert(app.slug.clone(), app.clone());
        by_path.insert(document.path.clone(), app);
    }
    (by_slug, by_path)
}

fn publishers(draft: &Draft) -> BTreeMap<Arc<str>, Arc<Publisher>> {
    let sound = draft.below("publishers/").filter_map(|document| {
        let (Place::Publisher(slug), Content::Publisher(file)) = (Place::of(&document.path), &document.content) else { return None };
        let verified = file.verified.get().and_then(|entry| Some((*entry.on.get()?, entry.method.get().cloned())));
        let publisher = Publisher {
            slug: Arc::from(slug),
            name: file.name.get()?.clone(),
            url: file.url.get().cloned(),
            description: file.description.get().cloned(),
            domains: texts(&file.domains),
            verified,
            security_contact: file.security_contact.get().cloned(),
        };
        Some((publisher.slug.clone(), Arc::new(publisher)))
    });
    sound.collect()
}

/// What a listing is resolved against.
struct Context<'run> {
    report: &'run Report,
    tags: &'run BTreeMap<usize, Arc<Tag>>,
    app_by_path: &'run AppsByPath,
    publishers: &'run BTreeMap<Arc<str>, Arc<Publisher>>,
}

impl Context<'_> {
    fn listing(&self, listing: &ListingDraft<'_>) -> Option<Listing> {
        let file = listing.document_file()?;
        let (app_path, _) = listing.draft.app(listing.file.app.get()?)?;
        let versions = versions(listing);
        let newest = versions.iter().map(|release| &release.version).max().cloned();
        let released = listing.file.released.get().cloned().or(newest);
        let shared = listing.file.shared.get().cloned().or_else(|| released.clone());
        let labels = |entries: &Field<Vec<Spanned<crate::format::LabelEntry>>>, wanted: &[Spanned<Box<str>>]| {
            let label_of = |id: &str| {
                entries.items().iter().find(|entry| entry.id.get().is_some_and(|known| &**known == id)).and_then(|entry| entry.label.get())
            };
            let named =
                |id: &Spanned<Box<str>>| Label { id: id.value.clone(), label: label_of(id).cloned().unwrap_or_else(|| id.value.clone()) };
            wanted.iter().map(named).collect()
        };
        let settings = listing.draft.settings();
        let mut tags: Vec<Arc<Tag>> = Vec::new();
        for id in listing.file.tags.items() {
            let found = self.tags.values().find(|tag| *tag.id == *id.value);
            tags.extend(found.filter(|tag| !tags.contains(tag)).cloned());
        }
        Some(Listing {
            slug: Arc::from(listing.slug),
            name: listing.file.name.get()?.clone(),
            path: listing.document.path.clone(),
            app: self.app_by_path.get(app_path)?.clone(),
            publisher: listing.file.publisher.get().and_then(|slug| self.publishers.get(&**slug)).cloned(),
            tags,
            icon: listing.icon().map(|(document, media)| Image { path: document.path.clone(), media: media.clone() }),
            readme: listing.readme().and_then(|(document, _)| readme(document)),
            regions: labels(&settings.regions, listing.file.regions.items()),
            auth: labels(&settings.auth, listing.file.auth.items()),
            screenshots: screenshots(listing),
            files: files(
                listing.draft,
                &listing.document.path,
                &format!("listings/{}", listing.slug),
                listing.readme().map(|(_, outline)| outline),
            ),
            parent: listing.file.parent.get().and_then(|slug| self.mention(listing.draft, slug)),
            depends_on: listing.file.depends_on.items().iter().filter_map(|slug| self.mention(listing.draft, slug)).collect(),
            lifecycle: self.lifecycle(listing),
            review: match listing.beside("review.yaml").map(|document| &document.content) {
                Some(Content::Review(review)) => Some(review.clone()),
                _ => None,
            },
            // Of two that claim one, the one that references to it lead to has it.
            former_slugs: listing
                .file
                .former_slugs
                .items()
                .iter()
                .filter(|slug| listing.draft.followed(&slug.value) == Some(listing.slug))
                .map(|slug| Arc::from(&*slug.value))
                .collect(),
            versions,
            released,
            shared,
            file,
        })
    }

    fn lifecycle(&self, listing: &ListingDraft<'_>) -> Option<Lifecycle> {
        let entry = listing.file.lifecycle.get()?;
        Some(Lifecycle {
            state: *entry.state.get()?,
            since: entry.since.get().copied(),
            reason: entry.reason.get().copied(),
            replaced_by: entry.replaced_by.get().and_then(|slug| self.mention(listing.draft, slug)),
            note: entry.note.get().cloned(),
        })
    }

    fn mention(&self, draft: &Draft, slug: &str) -> Option<Mention> {
        let slug = draft.followed(slug)?;
        let other = draft.listing(slug)?;
        let newest = versions(&other).into_iter().map(|release| release.version).max();
        let shared: Option<Version> = other.file.shared.get().or(other.file.released.get()).cloned().or(newest);
        let is_built = !self.report.has_error_below(&format!("listings/{slug}"));
        Some(Mention { slug: Arc::from(slug), name: other.file.name.get()?.clone(), is_built, shared })
    }
}

impl ListingDraft<'_> {
    fn document_file(&self) -> Option<Arc<crate::format::ListingFile>> {
        match &self.document.content {
            Content::Listing(file) => Some(file.clone()),
            _ => None,
        }
    }
}

/// The versions, newest first whatever their order in the file.
fn versions(listing: &ListingDraft<'_>) -> Vec<Release> {
    let mut versions: Vec<Release> = listing
        .file
        .versions
        .items()
        .iter()
        .filter_map(|entry| {
            let changes = entry.changes.items().iter().filter_map(|change| Some((*change.kind.get()?, change.text.get()?.clone())));
            Some(Release {
                version: entry.version.get()?.clone(),
                date: entry.date.get().copied(),
                notes: entry.notes.get().cloned(),
                changes: changes.collect(),
            })
        })
        .collect();
    versions.sort_by(|a, b| b.version.cmp(&a.version));
    versions
}

fn screenshots(listing: &ListingDraft<'_>) -> Vec<Screenshot> {
    let sound = listing.file.screenshots.items().iter().filter_map(|entry| {
        let document = listing.beside(entry.file.get()?)?;
        let Content::Image(media) = &document.content else { return None };
        Some(Screenshot {
            image: Image { path: document.path.clone(), media: media.clone() },
            alt: entry.alt.get().cloned().unwrap_or_default(),
            caption: entry.caption.get().cloned(),
        })
    });
    sound.collect()
}

/// Files that may be published as they are. Nothing a browser would run is among them.
const PUBLISHED: [&str; 13] = ["svg", "png", "webp", "jpg", "jpeg", "gif", "md", "txt", "json", "yaml", "yml", "csv", "pdf"];

/// The files within `within` that a text at `from` shows or links to.
fn files<'text>(
    draft: &Draft,
    from: &ContentPath,
    within: &str,
    outlines: impl IntoIterator<Item = &'text Outline>,
) -> BTreeMap<ContentPath, Option<Media>> {
    let named = outlines.into_iter().flat_map(|outline| &outline.links).filter_map(|reference| {
        let path = reference.target.split(['?', '#']).next().unwrap_or_default();
        let path = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
        draft.document(from.resolve(&path, within)?.as_str())
    });
    let sound = named.filter_map(|document| match &document.content {
        Content::Image(media) => Some((document.path.clone(), Some(media.clone()))),
        Content::File if PUBLISHED.contains(&document.path.extension().as_str()) => Some((document.path.clone(), None)),
        _ => None,
    });
    sound.collect()
}

fn image(draft: &Draft, from: &ContentPath, reference: &str, within: &str) -> Option<Image> {
    let document = draft.document(from.resolve(reference, within)?.as_str())?;
    match &document.content {
        Content::Image(media) => Some(Image { path: document.path.clone(), media: media.clone() }),
        _ => None,
    }
}

fn readme(document: &Document) -> Option<Readme> {
    let text = document.text.clone()?;
    let body = Span::new(0..text.len());
    Some(Readme { path: document.path.clone(), text, body })
}

fn collections(
    draft: &Draft,
    report: &Report,
    listings: &BTreeMap<Arc<str>, Arc<Listing>>,
    left_out: &mut Vec<Box<str>>,
) -> Vec<Collection> {
    let mut collections = Vec::new();
    for document in draft.below("collections/") {
        let Place::Collection(slug) = Place::of(&document.path) else { continue };
        let file = match &document.content {
            Content::Collection(file) if !report.has_error_below(document.path.as_str()) => file,
            _ => {
                left_out.push(document.path.as_str().into());
                continue;
            }
        };
        let members = file.listings.items().iter().filter_map(|member| {
            let listing = listings.get(draft.followed(member.slug.get()?)?)?;
            (!listing.is_gone()).then(|| Member { listing: listing.clone(), why: member.why.get().cloned() })
        });
        collections.push(Collection {
            slug: Arc::from(slug),
            title: file.title.get().cloned().unwrap_or_else(|| slug.into()),
            description: file.description.get().cloned(),
            curator: file.curator.get().cloned(),
            updated: file.updated.get().copied(),
            members: members.collect(),
        });
    }
    collections
}

fn intents(draft: &Draft, report: &Report, left_out: &mut Vec<Box<str>>) -> Vec<Intent> {
    let mut intents = Vec::new();
    for document in draft.below("intents/") {
        match &document.content {
            Content::Intent(file) if !report.has_error_below(document.path.as_str()) => {
                let developer = file.developer.get().and_then(|developer| developer.name.get());
                intents.extend(file.connector.get().zip(developer).map(|(connector, developer)| Intent {
                    connector: connector.clone(),
                    developer: developer.clone(),
                    company_profile: file.company_profile.get().cloned(),
                    expected: file.expected_completion.get().copied(),
                }));
            }
            _ if matches!(Place::of(&document.path), Place::Intent(_)) => left_out.push(document.path.as_str().into()),
            _ => {}
        }
    }
    intents
}

fn pages(draft: &Draft, report: &Report, left_out: &mut Vec<Box<str>>) -> Vec<Page> {
    let mut pages = Vec::new();
    for document in draft.below("pages/") {
        let Place::Page(slug) = Place::of(&document.path) else { continue };
        let (Content::Page(file), Some(text)) = (&document.content, &document.text) else {
            left_out.push(document.path.as_str().into());
            continue;
        };
        if report.has_error_below(document.path.as_str()) {
            left_out.push(document.path.as_str().into());
            continue;
        }
        pages.push(Page {
            slug: Arc::from(slug),
            title: file.front.title.get().cloned().unwrap_or_else(|| slug.into()),
            description: file.front.description.get().cloned(),
            nav: file.front.nav.get().copied().unwrap_or(NavPlace::None),
            order: file.front.order.get().copied().unwrap_or(u32::MAX),
            text: Readme { path: document.path.clone(), text: text.clone(), body: file.body },
            headings: sections(&file.outline),
            files: files(draft, &document.path, "pages", [&file.outline]),
        });
    }
    pages.sort_by(|a, b| (a.order, &a.slug).cmp(&(b.order, &b.slug)));
    pages
}

fn agreements(draft: &Draft) -> Vec<Page> {
    let sound = draft.below("agreements/").filter_map(|document| {
        let (Place::Agreement(version), Content::Agreement(agreement)) = (Place::of(&document.path), &document.content) else {
            return None;
        };
        Some(Page {
            slug: Arc::from(version),
            title: format!("Developer agreement {version}").into(),
            description: None,
            nav: NavPlace::None,
            order: u32::MAX,
            text: readme(document)?,
            headings: sections(&agreement.outline),
            files: BTreeMap::new(),
        })
    });
    sound.collect()
}

fn sections(outline: &Outline) -> Vec<(Box<str>, Box<str>)> {
    outline.sections().map(|heading| (heading.text.as_str().into(), heading.anchor().into())).collect()
}

fn texts(field: &Field<Vec<Spanned<Box<str>>>>) -> Vec<Box<str>> {
    field.items().iter().map(|text| text.value.clone()).collect()
}
