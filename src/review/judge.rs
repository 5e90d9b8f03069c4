//! What becomes of a change: the rules' findings that are new, and the verdict that follows. Knows no format and no forge.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::class::{AREAS, classes};
use super::read::Revisions;
use super::reasons::reasons;
use super::routine::{Weighed, weigh};
use super::{Class, NextActor, Outcome, Target, Verdict, business_days_later, tell};
use crate::catalogue::{Change, FileChange, People, is_maintainer_owned};
use crate::diagnostic::{Diagnostic, Level, Report};
use crate::format::{FileRole, SettingsFile};
use crate::rules::{self, Levels, RunContext};
use crate::source::ContentPath;
use crate::text::printable;

/// A change with everything that is to be said of it.
#[derive(Debug)]
pub struct Review<'raw> {
    /// The change.
    pub change: Change<'raw>,
    /// The findings that it introduces.
    pub report: Report,
    /// Everything that is found in what it touches, new or not.
    pub whole: Report,
    /// How many findings in the listings it touches were there before.
    pub n_older: usize,
    /// The outcome.
    pub outcome: Outcome,
}

/// Rules that no edit of the submission can satisfy: someone else must approve.
const POLICY: [&str; 6] =
    ["author-not-owner", "transfer-without-consent", "suspension-lifted", "privilege-claimed", "slug-reused", "intent-not-owner"];

/// Judges the change between `revisions`, which `people` take part in and which was submitted on the day `submitted`.
#[must_use]
pub fn judge<'raw>(revisions: &'raw Revisions, people: People, context: &RunContext, submitted: Date) -> Review<'raw> {
    let change = Change::new(&revisions.before, &revisions.after, &revisions.files, people);
    let Introduced { report, whole, n_older } = introduced(&change, context);
    let weighed: Vec<Weighed> = change.listings.iter().map(|listing| weigh(&change, listing)).collect();
    let classes = classes(&change, &weighed);
    let settings = change.base.settings();
    let is_read = revisions.conflicts.is_empty() && revisions.excess.is_empty();
    let reasons = if is_read { reasons(&change, &weighed, &report) } else { Vec::new() };
    let verdict = if is_read { verdict(&report, &reasons) } else { Verdict::Changes };
    let next_actor = match verdict {
        Verdict::Approve => NextActor::Nobody,
        Verdict::Review => NextActor::Reviewer,
        Verdict::Changes | Verdict::Reject => NextActor::Submitter,
    };
    let areas = if verdict == Verdict::Review { areas(settings, &classes) } else { Vec::new() };
    let outcome = Outcome {
        verdict,
        reasons,
        labels: labels(&classes, next_actor),
        next_actor,
        target: target(settings, &classes, submitted),
        reviewers: if verdict == Verdict::Review { reviewers(settings, &areas, &classes) } else { Vec::new() },
        areas,
        conflicts: revisions.conflicts.iter().map(|path| printable(path)).collect(),
        excess: revisions.excess.iter().map(|excess| format!("{}: {}", excess.said, excess.help)).collect(),
        listings: tell::listings(&change, &weighed, &report),
        files: tell::files(&change),
        findings: tell::of_no_listing(&change, &report),
        hints: Vec::new(),
        base: revisions.base.to_string(),
        head: revisions.head.to_string(),
    };
    Review { change, report, whole, n_older, outcome }
}

/// The findings that a change introduces.
struct Introduced {
    report: Report,
    /// Everything that is found in what it touches.
    whole: Report,
    /// How many findings in what it touches were there before.
    n_older: usize,
}

fn introduced(change: &Change<'_>, context: &RunContext) -> Introduced {
    // What is in force counts. A change of the house alone is about what other settings would do, and then a level counts, too; what a change may do at all
    // is never its own to say.
    let in_force = Levels::from_settings(change.base.settings());
    let is_maintainers = change.files.content.keys().all(is_maintainer_owned);
    let levels = if is_maintainers { Levels::from_settings(change.head.settings()) } else { in_force.clone() };
    let slugs: BTreeSet<&str> = change.files.content.keys().filter_map(ContentPath::listing_slug).collect();
    let everything = is_seen_by_others(change);
    let looks_at = |path: &ContentPath| match path.listing_slug() {
        // A text of another listing can link to one that leaves.
        Some(slug) => slugs.contains(slug) || (everything && matches!(path.role(), FileRole::Listing | FileRole::Readme | FileRole::Doc)),
        None => everything || change.files.content.contains_key(path),
    };
    let folders = change.files.content.keys().filter_map(ContentPath::listing_folder);
    let submission = context.clone().with_submitted(folders.collect::<BTreeSet<_>>().into_iter().chain(added(change)));
    // Both on the same context: a finding that a new rule still spares older listings, or that a listing is excused from, is the same finding in both.
    let (before, after) = rayon::join(
        || rules::run_on(change.base, &submission, &in_force, &looks_at).report,
        || rules::run_on(change.head, &submission, &levels, &looks_at).report,
    );
    let renamed: BTreeMap<&str, &str> =
        change.listings.iter().filter_map(|listing| Some((listing.renamed_from()?, listing.slug))).collect();
    let mut old: BTreeMap<Key, usize> = BTreeMap::new();
    for diagnostic in before.iter() {
        *old.entry(key(diagnostic, &renamed, is_maintainers)).or_default() += 1;
    }
    let mut n_older = 0;
    let is_new = |diagnostic: &&Diagnostic| match old.get_mut(&key(diagnostic, &BTreeMap::new(), is_maintainers)) {
        Some(n) if *n > 0 => {
            *n -= 1;
            n_older += usize::from(diagnostic.path.listing_slug().is_some_and(|slug| slugs.contains(slug)));
            false
        }
        _ => true,
    };
    let found: Vec<Diagnostic> = after.iter().filter(is_new).cloned().collect();
    let of_change = rules::run_change(change, &in_force);
    let report = Report::new(found).with(of_change.iter().cloned());
    Introduced { report, whole: after.with(of_change.iter().cloned()), n_older }
}

/// The same finding has the same rule, file and words, on whichever line it is; `with_level`, also the same level.
type Key = (&'static str, String, String, Option<Level>);

fn key(diagnostic: &Diagnostic, renamed: &BTreeMap<&str, &str>, with_level: bool) -> Key {
    let path = diagnostic.path.as_str();
    let moved = diagnostic
        .path
        .listing_slug()
        .and_then(|slug| Some(ContentPath::in_listing(renamed.get(slug)?, diagnostic.path.name_in_listing()?)?.to_string()));
    (diagnostic.code.name, moved.unwrap_or_else(|| path.to_owned()), diagnostic.message.clone(), with_level.then_some(diagnostic.level))
}

/// The apps, publishers and intents that are new. An intent can be altered until it names something else, which is as good as new.
fn added<'change>(change: &'change Change<'_>) -> impl Iterator<Item = &'change str> {
    change
        .files
        .content
        .iter()
        .filter(|(path, what)| match path.role() {
            FileRole::Intent => **what != FileChange::Gone,
            _ => **what == FileChange::Added && path.listing_slug().is_none(),
        })
        .map(|(path, _)| path.as_str())
}

/// Whether the change alters something that rules about other listings look at: a vocabulary, or the state of a listing.
fn is_seen_by_others(change: &Change<'_>) -> bool {
    let vocabulary = change.files.content.iter().any(|(path, what)| {
        let is_shared =
            path.listing_slug().is_none() && path.has_ending("yaml") && !path.is_below("intents") && !path.is_below("collections");
        // Something that was not there before cannot be named yet.
        is_shared && *what != FileChange::Added
    });
    let changes_state = |listing: &crate::catalogue::ListingChange<'_>| {
        let state = |side: &Option<crate::catalogue::RawListing<'_>>| side.map(|listing| listing.state());
        listing.existed && (!listing.exists || listing.renamed_from().is_some() || state(&listing.was) != state(&listing.is))
    };
    vocabulary || change.listings.iter().any(changes_state)
}

fn verdict(report: &Report, reasons: &[String]) -> Verdict {
    let errors = || report.iter().filter(|diagnostic| diagnostic.level == Level::Error);
    if errors().any(|diagnostic| POLICY.contains(&diagnostic.code.name)) {
        Verdict::Reject
    } else if errors().next().is_some() {
        Verdict::Changes
    } else if reasons.is_empty() {
        Verdict::Approve
    } else {
        Verdict::Review
    }
}

/// The areas that a person looks at: those of the catalogue that some class of the change asks for; all of them when it has words of its own.
fn areas(settings: &SettingsFile, classes: &BTreeSet<Class>) -> Vec<String> {
    let own: Vec<&str> =
        settings.review.get().map(|review| review.areas.items().iter().map(|area| &*area.value).collect()).unwrap_or_default();
    let own = if own.is_empty() { AREAS.to_vec() } else { own };
    let asked: BTreeSet<&str> = classes.iter().flat_map(|class| class.areas()).copied().collect();
    own.into_iter().filter(|area| asked.contains(area) || !AREAS.contains(area)).map(str::to_owned).collect()
}

fn reviewers(settings: &SettingsFile, areas: &[String], classes: &BTreeSet<Class>) -> Vec<String> {
    let Some(review) = settings.review.get() else { return Vec::new() };
    let mut asked = Vec::new();
    for reviewer in review.reviewers.items() {
        let Some(name) = reviewer.name.get() else { continue };
        let of_area =
            reviewer.areas.items().is_empty() || reviewer.areas.items().iter().any(|area| areas.iter().any(|asked| **asked == *area.value));
        let of_class = reviewer.classes.items().is_empty()
            || reviewer
                .classes
                .items()
                .iter()
                .any(|word| classes.iter().any(|class| class.word() == &*word.value || class.label() == &*word.value));
        if of_area && of_class && !asked.contains(&name.to_string()) {
            asked.push(name.to_string());
        }
    }
    asked
}

/// The time of the slowest class; a change of nothing is done at once.
fn target(settings: &SettingsFile, classes: &BTreeSet<Class>, submitted: Date) -> Target {
    let slowest = classes.iter().map(|class| (class.target(settings), *class)).max();
    let (business_days, class) = slowest.unwrap_or((0, Class::RoutineEdit));
    Target { class, business_days, by: business_days_later(submitted, business_days) }
}

fn labels(classes: &BTreeSet<Class>, next_actor: NextActor) -> Vec<String> {
    let mut labels: Vec<String> = classes.iter().map(|class| class.label().to_owned()).collect();
    labels.push(next_actor.label().to_owned());
    labels.sort();
    labels.dedup();
    labels
}

impl NextActor {
    /// Its label.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Nobody => "ready-to-merge",
            Self::Submitter => "waits-for-submitter",
            Self::Reviewer => "waits-for-reviewer",
        }
    }
}
