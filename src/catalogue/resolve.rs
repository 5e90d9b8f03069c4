//! From files to the catalogue: names become references, and what visitors must not see is left out. Says nothing itself: the rules have spoken.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::model::{
    App, Catalogue, Collection, Image, Intent, Label, Lifecycle, Listing, Member, Mention, Original, OriginalListing, Page, Publisher,
    Readme, Release, Repository, Screenshot, Security, Settings, Tag, Withdrawal,
};
use super::{LastChanges, Losses, RawCatalogue, RawListing, published};
use crate::format::{
    AppFile, Content, ContentFile, Document, Field, FileRole, InstallEntry, InstallMode, LabelEntry, Link, ListingFile, NavPlace,
    NounEntry, PublisherFile, ReviewFile, SecurityEntry, SourceSwitch, TagsFile, bounds, listing_folder,
};
use crate::language::Noun;
use crate::parse::media::Media;
use crate::parse::prose::{Heading, Outline};
use crate::source::{ContentPath, Span, Spanned, slice};
use crate::text::single_line;

/// The catalogue, and what could not be part of it.
#[derive(Debug, Default)]
pub struct Resolved {
    /// Everything that can be shown.
    pub catalogue: Catalogue,
    /// The folders and files of which no page can be made, in path order.
    pub left_out: Vec<Box<str>>,
}

/// Builds the catalogue from everything in `raw` but `losses`.
#[must_use]
pub fn resolve(raw: &RawCatalogue, losses: &Losses) -> Resolved {
    let mut left_out = Vec::new();
    let settings = settings(raw, losses);
    let tags = tags(raw, losses);
    let (apps, app_by_path) = apps(raw, losses);
    let publishers = publishers(raw, losses);
    let tag_by_id = tags.values().map(|tag| (&*tag.id, tag)).collect();
    let context = Context { losses, tag_by_id, app_by_path: &app_by_path, publishers: &publishers };
    let slugs: Vec<&str> = raw.slugs(FileRole::Listing).collect();
    let resolved = slugs.par_iter().map(|slug| {
        let listing = context.shown(raw, slug)?;
        let file = context.file(&listing)?;
        context.listing(&RawListing { file: &file, ..listing }, &file).map(Arc::new)
    });
    let resolved: Vec<Option<Arc<Listing>>> = resolved.collect();
    left_out.extend(slugs.iter().zip(&resolved).filter(|(_, listing)| listing.is_none()).map(|(slug, _)| listing_folder(slug).into()));
    let listings = resolved.into_iter().flatten().map(|listing| (listing.slug.clone(), listing)).collect();
    let collections = collections(raw, losses, &listings, &mut left_out);
    let intents = intents(raw, losses, &mut left_out);
    let pages = pages(raw, losses, &mut left_out);
    let agreements = agreements(raw);
    let tags = tags.into_values().collect();
    let last_changes = LastChanges::default();
    let catalogue = Catalogue { settings, tags, apps, publishers, listings, collections, intents, pages, agreements, last_changes };
    Resolved { catalogue, left_out }
}

fn settings(raw: &RawCatalogue, losses: &Losses) -> Settings {
    let file = losses.kept(&ContentPath::settings(), raw.settings());
    let repository = file.repository.get().and_then(|repository| {
        let folder = |text: &str| {
            text.split('/').filter(|part| !matches!(*part, "" | "." | "..")).map(|part| format!("{part}/")).collect::<String>()
        };
        Some(Repository {
            forge: repository.forge.get().copied(),
            url: repository.url.get()?.text.trim_end_matches('/').into(),
            branch: repository.branch(),
            folder: repository.folder.get().map(|text| folder(text).into()),
        })
    });
    let labels = |entries: &[Spanned<LabelEntry>]| {
        entries.iter().filter_map(|entry| Some(Label { id: entry.id.get()?.clone(), label: entry.label.get()?.clone() })).collect()
    };
    Settings {
        title: file.title.get().cloned().unwrap_or_else(|| "Catalogue".into()),
        description: file.description.get().cloned(),
        base_url: file.base_url.get().cloned(),
        language: file.language(),
        noun: file.noun.get().and_then(noun),
        repository,
        install_template: file.install.get().and_then(|install| install.url_template.get()).cloned(),
        regions: labels(file.regions.items()),
        region_help_url: file.region_help_url.get().cloned(),
        auth: labels(file.auth.items()),
        agreement: file.agreement.get().and_then(|agreement| agreement.current.get()).cloned(),
        may_switch_source: file.policy.or_default().source_switch() == SourceSwitch::Free,
        theme: file.theme.get().cloned(),
        share_cards: file.share_cards.get().copied(),
        contact: file.contact.get().cloned(),
        request_connector_url: file.request_connector_url.get().cloned(),
        security: file.security.get().and_then(security),
        badges: file.badges(),
        queue: file.review.or_default().queue(),
        embed: file.embed(),
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
fn tags(raw: &RawCatalogue, losses: &Losses) -> BTreeMap<usize, Arc<Tag>> {
    let file = raw.all::<TagsFile>().next().map(|(document, tags)| losses.kept(&document.path, tags));
    let entries = file.as_ref().map_or(&[][..], |file| file.0.as_slice());
    let mut seen = std::collections::BTreeSet::new();
    let valid = entries.iter().enumerate().filter_map(|(place, entry)| {
        let id: Arc<str> = Arc::from(&**entry.id.get()?);
        let tag = Tag {
            id: id.clone(),
            label: entry.label.get()?.clone(),
            description: entry.description.get().cloned(),
            aliases: texts(&entry.aliases),
        };
        seen.insert(id).then(|| (place, Arc::new(tag)))
    });
    valid.collect()
}

type AppsByPath = BTreeMap<ContentPath, Arc<App>>;

fn apps(raw: &RawCatalogue, losses: &Losses) -> (BTreeMap<Arc<str>, Arc<App>>, AppsByPath) {
    let mut by_slug = BTreeMap::new();
    let mut by_path = BTreeMap::new();
    for (document, file) in raw.all::<AppFile>() {
        let (_, slug) = document.place();
        let file = losses.kept(&document.path, file);
        let Some(name) = file.name.get() else { continue };
        let icon = file.icon.get().and_then(|icon| image(raw, &document.path, icon)).filter(|icon| !losses.hides_file(&icon.path));
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

fn publishers(raw: &RawCatalogue, losses: &Losses) -> BTreeMap<Arc<str>, Arc<Publisher>> {
    let valid = raw.all::<PublisherFile>().filter_map(|(document, file)| {
        let (_, slug) = document.place();
        let file = losses.kept(&document.path, file);
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
    valid.collect()
}

/// Whether a page can be made of a listing: it has a name, and whether it may still be installed can be told.
fn has_page(file: &ListingFile) -> bool {
    let state = file.lifecycle.get().map(|lifecycle| &lifecycle.state);
    file.name.get().is_some_and(|name| !name.trim().is_empty())
        && !matches!(file.lifecycle, Field::Invalid(_))
        && !matches!(state, Some(Field::Invalid(_) | Field::Missing))
}

/// The entries that a listing is resolved against.
struct Context<'run> {
    losses: &'run Losses,
    tag_by_id: HashMap<&'run str, &'run Arc<Tag>>,
    app_by_path: &'run AppsByPath,
    publishers: &'run BTreeMap<Arc<str>, Arc<Publisher>>,
}

impl Context<'_> {
    /// The listing with the slug `slug`, unless nothing can be shown of it.
    fn shown<'raw>(&self, raw: &'raw RawCatalogue, slug: &str) -> Option<RawListing<'raw>> {
        raw.listing(slug).filter(|listing| has_page(listing.file) && !self.losses.hides_page(listing.folder()))
    }

    /// The remaining content of `listing.yaml`.
    fn file(&self, listing: &RawListing<'_>) -> Option<Arc<ListingFile>> {
        let Content::Listing(file) = &listing.document.content else { return None };
        Some(match self.losses.kept(&listing.document.path, &**file) {
            Cow::Borrowed(_) => file.clone(),
            Cow::Owned(kept) => Arc::new(kept),
        })
    }

    fn listing(&self, listing: &RawListing<'_>, file: &Arc<ListingFile>) -> Option<Listing> {
        let app_path = listing.file.app.get().and_then(|name| listing.raw.app(name)).map(|(path, _)| path);
        let versions = versions(listing);
        let released = listing.file.released_version().cloned();
        let shared = listing.file.shared_version().cloned();
        let labels = |entries: &Field<Vec<Spanned<crate::format::LabelEntry>>>, wanted: &[Spanned<Box<str>>]| {
            let label_of = |id: &str| {
                entries.items().iter().find(|entry| entry.id.get().is_some_and(|known| &**known == id)).and_then(|entry| entry.label.get())
            };
            let named =
                |id: &Spanned<Box<str>>| Label { id: id.value.clone(), label: label_of(id).cloned().unwrap_or_else(|| id.value.clone()) };
            wanted.iter().map(named).collect()
        };
        let settings = listing.raw.settings();
        let mut tags: Vec<Arc<Tag>> = Vec::new();
        for id in listing.file.tags.items() {
            let found = self.tag_by_id.get(&*id.value).copied();
            tags.extend(found.filter(|tag| !tags.contains(tag)).cloned());
        }
        Some(Listing {
            slug: Arc::from(listing.slug),
            name: listing.file.name.get()?.clone(),
            path: listing.document.path.clone(),
            app: app_path.and_then(|path| self.app_by_path.get(path)).cloned(),
            publisher: listing.file.publisher.get().and_then(|slug| self.publishers.get(&**slug)).cloned(),
            tags,
            icon: listing
                .icon()
                .filter(|(document, _)| self.is_shown(document))
                .map(|(document, media)| Image { path: document.path.clone(), media: media.clone() }),
            readme: listing.readme().filter(|(document, _)| self.is_shown(document)).and_then(|(document, _)| readme(document)),
            regions: labels(&settings.regions, listing.file.regions.items()),
            auth: labels(&settings.auth, listing.file.auth.items()),
            screenshots: screenshots(listing).into_iter().filter(|shot| !self.losses.hides_file(&shot.image.path)).collect(),
            docs: listing
                .texts()
                .filter(|(document, _)| document.role == FileRole::Doc && self.is_shown(document))
                .filter_map(doc)
                .collect(),
            files: files(listing.raw, listing.texts().filter(|(document, _)| self.is_shown(document)), self.losses),
            parent: listing.file.parent.get().and_then(|slug| self.mention(listing.raw, slug)),
            derived_from: self.original(listing),
            depends_on: listing.file.depends_on.items().iter().filter_map(|slug| self.mention(listing.raw, slug)).collect(),
            lifecycle: self.lifecycle(listing),
            review: listing.part(FileRole::Review).and_then(|document| ReviewFile::of(&document.content)).cloned().map(Box::new),
            // Of two that claim one, the one that references to it lead to has it.
            former_slugs: listing
                .file
                .former_slugs
                .items()
                .iter()
                .filter(|slug| listing.raw.followed(&slug.value) == Some(listing.slug))
                .map(|slug| Arc::from(&*slug.value))
                .collect(),
            mode: mode(file, settings.install.get().is_some_and(|install| install.url_template.get().is_some())),
            versions,
            released,
            shared,
            file: file.clone(),
        })
    }

    fn is_shown(&self, document: &Document) -> bool {
        !self.losses.hides_file(&document.path)
    }

    fn lifecycle(&self, listing: &RawListing<'_>) -> Option<Lifecycle> {
        let entry = listing.file.lifecycle.get()?;
        Some(Lifecycle {
            state: *entry.state.get()?,
            since: entry.since.get().copied(),
            reason: entry.reason.get().copied(),
            replaced_by: entry.replaced_by.get().and_then(|slug| self.mention(listing.raw, slug)),
            note: entry.note.get().cloned(),
        })
    }

    fn original(&self, listing: &RawListing<'_>) -> Option<Original> {
        let entry = listing.file.derived_from.get()?;
        let slug = entry.listing.get()?;
        let original = match &entry.catalogue {
            Field::Missing => OriginalListing::Here(self.mention(listing.raw, slug)?),
            Field::Invalid(_) => return None,
            Field::Value(catalogue) => OriginalListing::Elsewhere(catalogue.value.clone(), slug.clone()),
        };
        Some(Original { listing: original, version: entry.version.get().cloned() })
    }

    fn mention(&self, raw: &RawCatalogue, slug: &str) -> Option<Mention> {
        let slug = raw.followed(slug)?;
        let other = raw.listing(slug)?;
        let shared = other.file.shared_version().filter(|_| !other.is_gone()).cloned();
        let is_built = self.shown(raw, slug).is_some();
        Some(Mention { slug: Arc::from(slug), name: other.file.name.get()?.clone(), is_built, shared })
    }
}

/// How visitors get a listing: as it says, or directly where there is a way to do so. `has_template` says whether the catalogue has one for all.
fn mode(file: &ListingFile, has_template: bool) -> Option<InstallMode> {
    let install = match &file.install {
        Field::Missing => return has_template.then(|| InstallEntry::default().mode()),
        Field::Invalid(_) => return None,
        Field::Value(install) => &install.value,
    };
    let has_way = has_template || install.url.get().is_some() || install.command.get().is_some();
    if install.mode.is_missing() { has_way.then(|| install.mode()) } else { install.mode.get().copied() }
}

/// The versions, newest first whatever their order in the file.
fn versions(listing: &RawListing<'_>) -> Vec<Release> {
    let entries = listing.file.newest_first().into_iter();
    entries
        .filter_map(|entry| {
            let changes = entry.changes.items().iter().filter_map(|change| Some((*change.kind.get()?, change.text.get()?.clone())));
            Some(Release {
                version: entry.version.get()?.clone(),
                date: entry.date.get().copied(),
                notes: entry.notes.get().cloned(),
                changes: changes.collect(),
                withdrawn: entry.is_yanked().then(|| Withdrawal {
                    since: entry.yanked.get().and_then(|yanked| yanked.since.get()).copied(),
                    reason: entry.yanked.get().and_then(|yanked| yanked.reason.get()).cloned(),
                }),
            })
        })
        .collect()
}

fn screenshots(listing: &RawListing<'_>) -> Vec<Screenshot> {
    let valid = listing.file.screenshots.items().iter().filter_map(|entry| {
        let document = listing.beside(entry.file.get()?)?;
        let Content::Image(media) = &document.content else { return None };
        Some(Screenshot {
            image: Image { path: document.path.clone(), media: media.clone() },
            alt: entry.alt.get().cloned().unwrap_or_default(),
            caption: entry.caption.get().cloned(),
        })
    });
    valid.collect()
}

/// The files beside `texts` that these show or link to.
fn files<'text>(
    raw: &'text RawCatalogue,
    texts: impl IntoIterator<Item = (&'text Document, &'text Outline)>,
    losses: &Losses,
) -> BTreeMap<ContentPath, Option<Media>> {
    let named = texts.into_iter().flat_map(|(document, outline)| published::named(raw, &document.path, outline));
    let media = |document: &Document| match &document.content {
        Content::Image(media) => Some(media.clone()),
        _ => None,
    };
    named.filter(|document| !losses.hides_file(&document.path)).map(|document| (document.path.clone(), media(document))).collect()
}

fn image(raw: &RawCatalogue, from: &ContentPath, reference: &str) -> Option<Image> {
    let document = raw.document(from.resolve(reference, from.folder())?.as_str())?;
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

/// A page of the documentation of a listing, which shows the files of that. Its title is a heading of the first level at its top, or else its file name.
fn doc((document, outline): (&Document, &Outline)) -> Option<Page> {
    let name = document.path.stem();
    // A hidden file is no page, and a folder cannot be called `.`.
    if name.is_empty() || name.starts_with('.') {
        return None;
    }
    let mut text = readme(document)?;
    let is_title = |heading: &&Heading| heading.level == 1 && slice(&text.text, ..heading.span.start as usize).trim().is_empty();
    let title = outline.headings.first().filter(is_title);
    if let Some(title) = title {
        text.body = Span::new(title.span.end as usize..text.text.len());
    }
    Some(Page {
        slug: Arc::from(name),
        title: title.map_or_else(|| name_in_words(name), |title| title.text.clone()).into(),
        description: None,
        nav: NavPlace::None,
        order: u32::MAX,
        text,
        headings: Vec::new(),
        files: BTreeMap::new(),
    })
}

/// `field-map` as the title `Field map`.
fn name_in_words(name: &str) -> String {
    let words = name.split(['-', '_']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let mut chars = words.chars();
    chars.next().map_or_else(|| name.to_owned(), |first| first.to_uppercase().chain(chars).collect())
}

fn collections(
    raw: &RawCatalogue,
    losses: &Losses,
    listings: &BTreeMap<Arc<str>, Arc<Listing>>,
    left_out: &mut Vec<Box<str>>,
) -> Vec<Collection> {
    let mut collections = Vec::new();
    for document in raw.files(FileRole::Collection) {
        let (_, slug) = document.place();
        let file = match &document.content {
            Content::Collection(file) if !losses.hides_page(document.path.as_str()) => losses.kept(&document.path, &**file),
            _ => {
                left_out.push(document.path.as_str().into());
                continue;
            }
        };
        let members = file.listings.items().iter().filter_map(|member| {
            let listing = listings.get(raw.followed(member.slug.get()?)?)?;
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

fn intents(raw: &RawCatalogue, losses: &Losses, left_out: &mut Vec<Box<str>>) -> Vec<Intent> {
    let mut intents = Vec::new();
    for document in raw.files(FileRole::Intent) {
        match &document.content {
            Content::Intent(file) if !losses.hides_page(document.path.as_str()) => {
                let file = losses.kept(&document.path, &**file);
                let developer = file.developer.get().and_then(|developer| developer.name.get());
                intents.extend(file.connector.get().zip(developer).map(|(connector, developer)| Intent {
                    connector: connector.clone(),
                    developer: developer.clone(),
                    company_profile: file.company_profile.get().cloned(),
                    expected: file.expected_completion.get().copied(),
                }));
            }
            _ => left_out.push(document.path.as_str().into()),
        }
    }
    intents
}

fn pages(raw: &RawCatalogue, losses: &Losses, left_out: &mut Vec<Box<str>>) -> Vec<Page> {
    let mut pages = Vec::new();
    for document in raw.files(FileRole::Page) {
        let (_, slug) = document.place();
        let (Content::Page(file), Some(text)) = (&document.content, &document.text) else {
            left_out.push(document.path.as_str().into());
            continue;
        };
        if losses.hides_page(document.path.as_str()) || losses.hides_file(&document.path) {
            left_out.push(document.path.as_str().into());
            continue;
        }
        pages.push(Page {
            slug: Arc::from(slug),
            title: file.front.title.get().cloned().unwrap_or_else(|| slug.into()),
            description: file.front.description.get().cloned(),
            nav: file.front.nav(),
            order: file.front.order.get().copied().unwrap_or(u32::MAX),
            text: Readme { path: document.path.clone(), text: text.clone(), body: file.body },
            headings: sections(&file.outline),
            files: files(raw, [(document, &file.outline)], losses),
        });
    }
    pages.sort_by(|a, b| (a.order, &a.slug).cmp(&(b.order, &b.slug)));
    pages
}

fn agreements(raw: &RawCatalogue) -> Vec<Page> {
    let valid = raw.files(FileRole::Agreement).filter_map(|document| {
        let ((_, version), Content::Agreement(agreement)) = (document.place(), &document.content) else {
            return None;
        };
        Some(Page {
            slug: Arc::from(version),
            title: version.into(),
            description: None,
            nav: NavPlace::None,
            order: u32::MAX,
            text: readme(document)?,
            headings: sections(&agreement.outline),
            files: BTreeMap::new(),
        })
    });
    valid.collect()
}

/// Returns the name of a listing, on one line and within its limit.
fn noun(entry: &NounEntry) -> Option<Noun> {
    let word = |word: &Field<Box<str>>| {
        Some(single_line(word.get()?).chars().take(bounds::NAME_CHARS).collect::<String>()).filter(|word| !word.is_empty())
    };
    Some(Noun { one: word(&entry.one)?.into(), other: word(&entry.other)?.into() })
}

fn sections(outline: &Outline) -> Vec<(Box<str>, Box<str>)> {
    outline.sections().map(|heading| (heading.text.as_str().into(), heading.anchor().into())).collect()
}

fn texts(field: &Field<Vec<Spanned<Box<str>>>>) -> Vec<Box<str>> {
    field.items().iter().map(|text| text.value.clone()).collect()
}
