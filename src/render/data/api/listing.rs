//! A listing as the contract describes it. States only what the listing states.

use super::super::json_ld::icon_url;
use crate::catalogue::{self, Access, Original, OriginalListing};
use crate::contract::{
    Change, DerivedFrom, Doc, Entry, Install, InstallMode, Listing, Mention, Names, Operation, Origin, Release, SCHEMA, Tested, Withdrawal,
};
use crate::format::{self, ImportedFromEntry, Link, OperationEntry, Reason, SourceKind, TestedEntry};
use crate::site::{Site, state};
use crate::source::Spanned;

/// Everything that is stated of a listing that is in the catalogue.
pub(super) fn listing(site: &Site, listing: &catalogue::Listing) -> Listing {
    let operations = listing.file.operations.get();
    Listing {
        schema: SCHEMA,
        entry: entry(site, listing),
        note: listing.lifecycle.as_ref().and_then(|lifecycle| lifecycle.note.as_deref()).map(str::to_owned),
        changed: site.catalogue.last_changes.of_page(&listing.path).map(|date| date.to_string()),
        names: names(listing),
        former_slugs: listing.former_slugs.iter().map(ToString::to_string).collect(),
        imported_from: listing.file.imported_from.get().and_then(imported_from),
        versions: listing.versions.iter().map(release).collect(),
        tested: listing.file.tested.get().and_then(tested),
        triggers: operations.map(|entry| entry.triggers.items().iter().filter_map(operation).collect()).unwrap_or_default(),
        actions: operations.map(|entry| entry.actions.items().iter().filter_map(operation).collect()).unwrap_or_default(),
        docs: listing.docs.iter().map(|doc| self::doc(site, listing, doc)).collect(),
    }
}

fn doc(site: &Site, listing: &catalogue::Listing, doc: &catalogue::Page) -> Doc {
    Doc { title: doc.title.to_string(), url: site.address.absolute(&Site::doc(&listing.slug, &doc.slug)) }
}

/// What a list shows of a listing.
pub(in crate::render) fn entry(site: &Site, listing: &catalogue::Listing) -> Entry {
    let file = &listing.file;
    let lifecycle = listing.lifecycle.as_ref();
    Entry {
        slug: listing.slug.to_string(),
        name: listing.name.to_string(),
        url: site.address.absolute(&Site::listing(&listing.slug)),
        state: state(listing),
        since: lifecycle.and_then(|lifecycle| lifecycle.since).map(|date| date.to_string()),
        reason: lifecycle.and_then(|lifecycle| lifecycle.reason).map(Reason::word).map(str::to_owned),
        replaced_by: lifecycle.and_then(|lifecycle| lifecycle.replaced_by.as_ref()).map(mention),
        summary: text(&file.summary),
        language: site.language_of(listing).map(str::to_owned),
        app: listing.app.as_ref().map(|app| app.slug.to_string()),
        publisher: listing.publisher.as_ref().map(|publisher| publisher.slug.to_string()),
        official: listing.is_official().then_some(true),
        tags: listing.tags.iter().map(|tag| tag.id.to_string()).collect(),
        keywords: texts(&file.keywords),
        source: listing.source().map(SourceKind::word).map(str::to_owned),
        source_url: file.source_url.get().map(|link| link.text.to_string()),
        license: text(&file.license),
        install: listing.access(&site.catalogue.settings).map(install),
        shared: listing.shared.as_ref().map(ToString::to_string),
        released: listing.released.as_ref().map(ToString::to_string),
        updated: listing.updated().map(|date| date.to_string()),
        added: listing.added().map(|date| date.to_string()),
        regions: texts(&file.regions),
        auth: texts(&file.auth),
        parent: listing.parent.as_ref().map(mention),
        derived_from: listing.derived_from.as_ref().map(derived_from),
        depends_on: listing.depends_on.iter().map(mention).collect(),
        icon: icon_url(site, listing),
    }
}

fn derived_from(original: &Original) -> DerivedFrom {
    let version = original.version.as_ref().map(ToString::to_string);
    match &original.listing {
        OriginalListing::Here(mention) => {
            let shared = mention.shared.as_ref().map(ToString::to_string);
            DerivedFrom { catalogue: None, listing: mention.slug.to_string(), version, shared }
        }
        OriginalListing::Elsewhere(catalogue, slug) => {
            DerivedFrom { catalogue: Some(catalogue.text.to_string()), listing: slug.to_string(), version, shared: None }
        }
    }
}

fn names(listing: &catalogue::Listing) -> Option<Names> {
    let labels = |labels: &[catalogue::Label]| labels.iter().map(|label| label.label.to_string()).collect();
    let has_lists = !(listing.tags.is_empty() && listing.regions.is_empty() && listing.auth.is_empty());
    (has_lists || listing.app.is_some() || listing.publisher.is_some()).then(|| Names {
        app: listing.app.as_ref().map(|app| app.name.to_string()),
        publisher: listing.publisher.as_ref().map(|publisher| publisher.name.to_string()),
        tags: listing.tags.iter().map(|tag| tag.label.to_string()).collect(),
        regions: labels(&listing.regions),
        auth: labels(&listing.auth),
    })
}

fn imported_from(origin: &ImportedFromEntry) -> Option<Origin> {
    Some(Origin {
        catalogue: origin.catalogue.get().map(Link::folder),
        listing: text(&origin.listing)?,
        version: origin.version.get().map(ToString::to_string),
    })
}

fn install(access: Access<'_>) -> Install {
    let none = Install { mode: InstallMode::Direct, url: None, command: None, landing_url: None, path_note: None };
    match access {
        Access::Direct { url, command } => Install { url: url.map(Into::into), command: command.map(str::to_owned), ..none },
        Access::Request { landing, path_note } => Install {
            mode: InstallMode::Request,
            landing_url: Some(landing.text.to_string()),
            path_note: path_note.map(str::to_owned),
            ..none
        },
    }
}

fn release(release: &catalogue::Release) -> Release {
    Release {
        version: release.version.to_string(),
        date: release.date.map(|date| date.to_string()),
        notes: release.notes.as_deref().map(str::to_owned),
        changes: release.changes.iter().map(|(kind, text)| Change { kind: kind.word().to_owned(), text: text.to_string() }).collect(),
        prerelease: release.version.is_prerelease(),
        yanked: release.withdrawn.as_ref().map(|withdrawn| Withdrawal {
            since: withdrawn.since.map(|date| date.to_string()),
            reason: withdrawn.reason.as_deref().map(str::to_owned),
        }),
    }
}

fn tested(entry: &TestedEntry) -> Option<Tested> {
    Some(Tested {
        version: entry.version.get()?.to_string(),
        on: entry.on.get()?.to_string(),
        what: text(&entry.what)?,
        app_version: text(&entry.app_version),
    })
}

fn operation(entry: &Spanned<OperationEntry>) -> Option<Operation> {
    Some(Operation { name: text(&entry.name)?, summary: text(&entry.summary) })
}

pub(super) fn mention(mention: &catalogue::Mention) -> Mention {
    Mention { slug: mention.slug.to_string(), name: mention.name.to_string(), shared: mention.shared.as_ref().map(ToString::to_string) }
}

fn text(field: &format::Field<Box<str>>) -> Option<String> {
    field.get().map(ToString::to_string)
}

fn texts(field: &format::Field<Vec<Spanned<Box<str>>>>) -> Vec<String> {
    field.items().iter().map(|text| text.value.to_string()).collect()
}
