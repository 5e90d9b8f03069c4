//! Orphans: listings and apps without an active publisher, parent, dependency or replacement. Sees what no rule about one file can.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Actor, Task};
use crate::catalogue::{RawCatalogue, RawListing};
use crate::diagnostic::{Code, Findings, Level, Report, counted};
use crate::format::{FileRole, LifecycleEntry, Reason, State};
use crate::source::{ContentPath, Spanned};

const WITHOUT_ACCOUNTS: Code = Code { id: "H001", name: "publisher-without-accounts" };
const PUBLISHER_GONE: Code = Code { id: "H002", name: "publisher-gone" };
const PUBLISHER_SILENT: Code = Code { id: "H003", name: "publisher-silent" };
const WITHOUT_REPLACEMENT: Code = Code { id: "H004", name: "deprecated-without-replacement" };
const SUSPENDED: Code = Code { id: "H005", name: "suspension-open" };
const RELATED_MOVED_ON: Code = Code { id: "H006", name: "related-moved-on" };
const PARENT_NEWER: Code = Code { id: "H007", name: "parent-newer" };
const ORIGINAL_NEWER: Code = Code { id: "H009", name: "original-newer" };
const APP_ABANDONED: Code = Code { id: "H008", name: "app-without-live-listing" };

/// Every orphan of `raw` on the day `today`.
pub(super) fn find(raw: &RawCatalogue, report: &Report, today: Date) -> Vec<Task> {
    let mut tasks = of_publishers(raw, report);
    tasks.extend(of_apps(raw));
    for listing in raw.listings() {
        tasks.extend(of_lifecycle(&listing, today));
        if !listing.is_gone() {
            tasks.extend(of_relations(&listing));
        }
    }
    tasks
}

/// A task about the file at `path` with the finding that `say` reports.
fn task(
    code: Code,
    level: Level,
    actor: Actor,
    since: Option<Date>,
    path: &ContentPath,
    say: impl FnOnce(&mut Findings<'_>),
) -> Option<Task> {
    let mut found = Vec::new();
    say(&mut Findings::new(code, level, path, &mut found));
    Some(Task { actor, since, diagnostic: found.pop()? })
}

fn newest(listing: &RawListing<'_>) -> Option<Date> {
    listing.file.versions.items().iter().filter_map(|version| version.date.get().copied()).max()
}

fn state(lifecycle: &LifecycleEntry) -> Option<State> {
    lifecycle.state.get().copied()
}

/// Publishers without accounts, without listings, or without activity.
fn of_publishers(raw: &RawCatalogue, report: &Report) -> Vec<Task> {
    let mut listings: BTreeMap<&str, Vec<RawListing<'_>>> = BTreeMap::new();
    for listing in raw.listings() {
        if let Some(publisher) = listing.file.publisher.get() {
            listings.entry(publisher).or_default().push(listing);
        }
    }
    let inactive: BTreeSet<&str> =
        report.iter().filter(|diagnostic| diagnostic.code.name == "listing-inactive").map(|diagnostic| diagnostic.path.as_str()).collect();
    let mut tasks = Vec::new();
    for (slug, listings) in listings {
        let (Some(publisher), Some(document)) = (raw.publisher(slug), raw.file(FileRole::Publisher, slug)) else {
            continue;
        };
        let live: Vec<&RawListing<'_>> = listings.iter().filter(|listing| !listing.is_gone()).collect();
        let since = listings.iter().filter_map(newest).max();
        let mut add = |code, level, message: String, help: &str| {
            tasks.extend(task(code, level, Actor::Maintainer, since, &document.path, |findings| {
                findings.whole(message).help(help);
            }));
        };
        let n_live = counted(live.len(), "listing");
        if live.is_empty() {
            add(
                PUBLISHER_GONE,
                Level::Info,
                format!("no listing of `{slug}` is in the catalogue any more"),
                "ask the publisher whether they will return; if not, remove the permissions in this file",
            );
            continue;
        }
        if publisher.accounts.items().is_empty() {
            add(
                WITHOUT_ACCOUNTS,
                Level::Warn,
                format!("`{slug}` names no account, so only maintainers can change its {n_live}"),
                "ask the publisher for their account, or find someone to adopt the listings",
            );
        }
        // Deprecated and suspended listings have their own task.
        let mut active = live.iter().filter(|listing| listing.file.lifecycle.is_missing()).peekable();
        if active.peek().is_some() && active.all(|listing| inactive.contains(listing.document.path.as_str())) {
            add(
                PUBLISHER_SILENT,
                Level::Warn,
                format!("`{slug}` seems inactive: none of its {n_live} is active and up to date"),
                "contact the publisher; if there is no answer, deprecate the listings with `reason: unmaintained`: others can then adopt them",
            );
        }
    }
    tasks
}

/// Apps without an active listing.
fn of_apps(raw: &RawCatalogue) -> Vec<Task> {
    let mut by_app: BTreeMap<&str, Vec<RawListing<'_>>> = BTreeMap::new();
    for listing in raw.listings() {
        if let Some(app) = listing.file.app.get() {
            by_app.entry(app).or_default().push(listing);
        }
    }
    let is_over = |listing: &RawListing<'_>| listing.file.lifecycle.get().and_then(state).is_some();
    let abandoned = by_app.into_iter().filter(|(_, listings)| listings.iter().all(is_over));
    let tasks = abandoned.filter_map(|(name, listings)| {
        let (path, _) = raw.app(name)?;
        let since = listings.iter().filter_map(|listing| listing.file.lifecycle.get()?.since.get().copied()).max();
        task(APP_ABANDONED, Level::Info, Actor::Maintainer, since, path, |findings| {
            let finding = findings.whole(format!("no active listing connects to `{name}` ({})", counted(listings.len(), "ended listing")));
            finding.help("find someone to build a successor, or keep the page of the app for reference");
        })
    });
    tasks.collect()
}

/// Suspended listings, and deprecated ones without a replacement.
fn of_lifecycle(listing: &RawListing<'_>, today: Date) -> Option<Task> {
    let path = &listing.document.path;
    let lifecycle = listing.file.lifecycle.get()?;
    let state = lifecycle.state.spanned()?;
    let since = lifecycle.since.get().copied();
    let days = since.and_then(|since| today.since(since).ok()).map_or(0, |span| span.get_days().max(0));
    let for_days = if days > 0 { format!(" for {}", counted(usize::try_from(days).unwrap_or(0), "day")) } else { String::new() };
    let reason = lifecycle.reason.get().copied();
    match state.value {
        State::Suspended => task(SUSPENDED, Level::Warn, Actor::Maintainer, since, path, |findings| {
            let finding = findings.at(state.span, format!("`{}` has been suspended{for_days}", listing.slug));
            finding.help("reinstate it once the reason is resolved, or remove it");
        }),
        // `replacement-missing` covers superseded listings; a listing of an app that was shut down needs no replacement.
        State::Deprecated if lifecycle.replaced_by.is_missing() && !matches!(reason, Some(Reason::Superseded | Reason::VendorShutdown)) => {
            task(WITHOUT_REPLACEMENT, Level::Info, Actor::Maintainer, since, path, |findings| {
                let finding = findings.at(state.span, format!("`{}` has been deprecated{for_days}, without a replacement", listing.slug));
                finding.help("offer it for adoption, name a replacement with `replaced_by:`, or retire it");
            })
        }
        _ => None,
    }
}

/// The listing that `slug` leads to.
fn named<'raw>(listing: &RawListing<'raw>, slug: &'raw str) -> Option<RawListing<'raw>> {
    listing.raw.followed(slug).and_then(|slug| listing.raw.listing(slug))
}

/// Parents, originals, dependencies and replacements that have ended, and parents and originals with a newer version.
fn of_relations(listing: &RawListing<'_>) -> Vec<Task> {
    let mut tasks = Vec::new();
    let (file, path) = (listing.file, &listing.document.path);
    let mut ended = |named: Option<&Spanned<Box<str>>>, what: &str, help: &str| {
        let Some(named) = named else { return };
        let Some(other) = self::named(listing, named) else { return };
        let Some((lifecycle, state)) = other.file.lifecycle.get().and_then(|lifecycle| Some((lifecycle, state(lifecycle)?))) else {
            return;
        };
        let since = lifecycle.since.get().copied();
        tasks.extend(task(RELATED_MOVED_ON, Level::Warn, Actor::Publisher, since, path, |findings| {
            let instead = lifecycle.replaced_by.get().map(|other| format!("; use `{other}` instead")).unwrap_or_default();
            findings.at(named.span, format!("{what} `{}` is {}{instead}", named.value, state.word())).help(help);
        }));
    };
    ended(file.parent.spanned(), "the parent", "name its current parent, or remove `parent:`");
    ended(file.original(), "the original", "find out whether the reason concerns the copy");
    for dependency in file.depends_on.items() {
        ended(Some(dependency), "the dependency", "depend on a maintained listing, or remove the dependency");
    }
    let replaced_by = file.lifecycle.get().and_then(|lifecycle| lifecycle.replaced_by.spanned());
    ended(replaced_by, "the replacement", "name an active listing");
    tasks.extend(behind_parent(listing));
    tasks.extend(behind_original(listing));
    tasks
}

/// A parent whose version that visitors receive is from a later day than every version of the listing.
fn behind_parent(listing: &RawListing<'_>) -> Option<Task> {
    let parent = listing.file.parent.spanned().filter(|_| listing.file.lifecycle.is_missing())?;
    let other = named(listing, parent).filter(|other| other.file.lifecycle.is_missing())?;
    let shared = other.file.shared_version()?;
    let entry = other.file.versions.items().iter().find(|entry| entry.version.get() == Some(shared))?;
    let (own, later) = (newest(listing)?, *entry.date.get()?);
    let say = |findings: &mut Findings<'_>| {
        let message = format!(
            "the parent `{}` is at version {shared} from {later}; the newest version of `{}` is from {own}",
            parent.value, listing.slug
        );
        findings.at(parent.span, message).help("test the listing with it, and publish a version that says so");
    };
    (later > own).then(|| task(PARENT_NEWER, Level::Info, Actor::Publisher, Some(later), &listing.document.path, say))?
}

/// An original whose version that visitors receive is newer than the one that the listing says was copied.
fn behind_original(listing: &RawListing<'_>) -> Option<Task> {
    let original = listing.file.original().filter(|_| listing.file.lifecycle.is_missing())?;
    let copied = listing.file.derived_from.get()?.version.spanned()?;
    let other = named(listing, original).filter(|other| other.file.lifecycle.is_missing())?;
    let shared = other.file.shared_version().filter(|shared| shared.precedence(&copied.value).is_gt())?;
    let since =
        other.file.versions.items().iter().find(|entry| entry.version.get() == Some(shared)).and_then(|entry| entry.date.get().copied());
    task(ORIGINAL_NEWER, Level::Info, Actor::Publisher, since, &listing.document.path, |findings| {
        let message = format!("copied from version {} of `{}`, which is now at {shared}", copied.value, original.value);
        findings.at(copied.span, message).help("copy what is new, and set `version` to the version that was copied");
    })
}
