//! What kind of change it is, decided from the two states alone: what a submitter calls it counts for nothing.

use std::collections::BTreeSet;

use super::Class;
use super::routine::Weighed;
use crate::catalogue::{Change, FieldChange, FileChange, ListingChange, is_maintainer_owned};
use crate::format::{FileRole, SettingsFile};
use crate::source::ContentPath;

/// Keys of a publisher that do not say who they are, or who may speak for them.
const PUBLISHER_PLAIN: [&str; 1] = ["description"];

/// The kind of change of one listing, whose parts have been weighed.
pub(super) fn class_of(listing: &ListingChange<'_>, weighed: &Weighed) -> Class {
    let has = |class| weighed.classes.contains(&class);
    match (listing.existed, listing.exists) {
        (false, _) => Class::NewListing,
        (true, false) => Class::Lifecycle,
        // What a tombstone no longer says is no new identity.
        _ if listing.is.is_some_and(|is| is.is_gone()) && listing.was.is_some_and(|was| !was.is_gone()) => Class::Lifecycle,
        _ if listing.is_adoption() => Class::Adoption,
        _ if listing.former_publisher() != listing.publisher() && listing.was.is_some() && listing.is.is_some() => Class::Transfer,
        _ if has(Class::IdentityEdit) => Class::IdentityEdit,
        _ if listing.renamed_from().is_some() || has(Class::Rename) => Class::Rename,
        _ if has(Class::Lifecycle) => Class::Lifecycle,
        _ if adds_version(listing) && !has(Class::RoutineEdit) => Class::VersionUpdate,
        _ => Class::RoutineEdit,
    }
}

/// Every kind of change there is in `change`, whose listings have been weighed.
pub(super) fn classes(change: &Change<'_>, weighed: &[Weighed]) -> BTreeSet<Class> {
    let mut classes: BTreeSet<Class> = change.listings.iter().zip(weighed).map(|(listing, weighed)| class_of(listing, weighed)).collect();
    let mut is_maintainers = !change.files.outside.is_empty();
    let adds_app = adds_app(change);
    for path in change.files.content.keys() {
        classes.extend(class_of_file(change, path, adds_app));
        is_maintainers |= is_maintainer_owned(path) && !change.moves_along(path);
    }
    if is_maintainers {
        classes.insert(Class::OutsideListings);
        if !change.listings.is_empty() {
            classes.insert(Class::Mixed);
        }
    }
    classes
}

/// Whether the change adds an app.
pub(super) fn adds_app(change: &Change<'_>) -> bool {
    change.files.content.iter().any(|(path, what)| path.role() == FileRole::App && *what == FileChange::Added)
}

/// The kind of change of a file of an app, a publisher or an intent, in a change that adds an app or does not.
pub(super) fn class_of_file(change: &Change<'_>, path: &ContentPath, adds_app: bool) -> Option<Class> {
    let what = *change.files.content.get(path)?;
    match (path.place(), what) {
        ((FileRole::App, _), FileChange::Added) => Some(Class::NewApp),
        // A new app brings its icon.
        ((FileRole::AppIcon, _), FileChange::Added) if adds_app => Some(Class::NewApp),
        ((FileRole::Publisher, _), FileChange::Added) => Some(Class::NewPublisher),
        ((FileRole::Publisher, slug), FileChange::Altered) => Some(class_of_publisher(change, slug)),
        ((FileRole::Intent, _), _) => Some(Class::Intent),
        ((FileRole::App | FileRole::AppIcon | FileRole::Publisher, _), _) => Some(Class::OutsideListings),
        _ => None,
    }
}

/// The kind of change of a publisher that was there before.
fn class_of_publisher(change: &Change<'_>, slug: &str) -> Class {
    let [base, head] = [change.base, change.head].map(|raw| raw.file(FileRole::Publisher, slug));
    let fields = crate::catalogue::compare(base, head);
    let is_plain = |field: &FieldChange| PUBLISHER_PLAIN.contains(&&*field.pattern);
    // What cannot be read any more says nothing, which is not the same as saying nothing new.
    let unread = change.head.publisher(slug).is_none();
    if unread || !fields.iter().all(is_plain) { Class::IdentityEdit } else { Class::RoutineEdit }
}

fn adds_version(listing: &ListingChange<'_>) -> bool {
    listing.fields.iter().any(|field| field.before.is_none() && field.pattern == "versions[].version")
}

impl Class {
    /// The noun for readers.
    #[must_use]
    pub fn phrase(self) -> &'static str {
        match self {
            Self::VersionUpdate => "a new version",
            Self::RoutineEdit => "a routine edit",
            Self::Intent => "an announcement",
            Self::Lifecycle => "a lifecycle change",
            Self::Rename => "a new slug",
            Self::IdentityEdit => "an identity change",
            Self::Transfer => "a transfer to another publisher",
            Self::Adoption => "an adoption by another publisher",
            Self::NewListing => "a new listing",
            Self::NewPublisher => "a new publisher",
            Self::NewApp => "a new app",
            Self::OutsideListings => "a change outside listings",
            Self::Mixed => "a listing combined with other changes",
        }
    }

    /// The kind of change that `label` stands for; the plainer one where it stands for two.
    #[must_use]
    pub fn of_label(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.label() == label)
    }

    /// Business days until the first answer: those of the settings, under the class's label, or else the usual ones.
    #[must_use]
    pub fn target(self, settings: &SettingsFile) -> u32 {
        let own = settings.review.get().and_then(|review| review.targets.get()).and_then(|targets| targets.get(self.label()));
        own.map_or_else(|| self.usual_target(), |days| days.0)
    }

    fn usual_target(self) -> u32 {
        match self {
            Self::VersionUpdate | Self::RoutineEdit => 0,
            Self::Lifecycle | Self::Rename | Self::IdentityEdit | Self::NewListing | Self::OutsideListings => 1,
            Self::Intent | Self::Transfer | Self::NewPublisher | Self::Mixed => 2,
            Self::NewApp | Self::Adoption => 5,
        }
    }

    /// The areas that a person looks at, by their words in the settings.
    #[must_use]
    pub fn areas(self) -> &'static [&'static str] {
        match self {
            Self::VersionUpdate => &["functionality", "quality"],
            Self::RoutineEdit => &["documentation"],
            Self::Lifecycle => &["compatibility"],
            Self::Intent | Self::Rename => &["compliance"],
            Self::IdentityEdit | Self::Transfer => &["compliance", "security"],
            Self::Adoption => &["compliance", "security", "documentation"],
            Self::NewListing | Self::NewApp | Self::NewPublisher => &AREAS,
            Self::OutsideListings | Self::Mixed => &["security", "compatibility"],
        }
    }
}

/// The six areas of review, by their words in the settings.
pub const AREAS: [&str; 6] = ["compliance", "functionality", "quality", "security", "compatibility", "documentation"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::RawCatalogue;
    use crate::rules::{RunContext, run};
    use crate::source::Memory;

    /// The findings in a catalogue whose settings end with `review`.
    fn found(review: &str) -> Vec<&'static str> {
        let folder = Memory::new().with("catalogue.yaml", format!("title: Examples\nreview: {review}\n"));
        let raw = RawCatalogue::read(&folder, &|_, _| {}).expect("a folder in memory");
        let report = run(&raw, &RunContext::new(jiff::civil::date(2026, 2, 1))).report;
        report.iter().map(|diagnostic| diagnostic.code.name).collect()
    }

    #[test]
    fn every_label_is_a_key_of_targets_and_leads_back_to_a_class_that_has_it() {
        for class in Class::ALL {
            let label = class.label();
            assert!(!found(&format!("{{targets: {{{label}: 1d}}}}")).contains(&"review-target-unknown"), "{label}");
            assert_eq!(Class::of_label(label).map(Class::label), Some(label));
        }
        assert!(found("{targets: {nothing: 1d}}").contains(&"review-target-unknown"));
    }

    #[test]
    fn every_class_is_listed_once() {
        // Whoever adds a kind is led here by the compiler, and from here to `ALL`.
        let number = |class: Class| match class {
            Class::RoutineEdit => 0,
            Class::VersionUpdate => 1,
            Class::Intent => 2,
            Class::Lifecycle => 3,
            Class::Rename => 4,
            Class::IdentityEdit => 5,
            Class::Transfer => 6,
            Class::Adoption => 7,
            Class::NewListing => 8,
            Class::NewPublisher => 9,
            Class::NewApp => 10,
            Class::OutsideListings => 11,
            Class::Mixed => 12,
        };
        assert_eq!(Class::ALL.map(number), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        assert_eq!(
            (Class::of_label("update"), Class::of_label("outside-listings")),
            (Some(Class::RoutineEdit), Some(Class::OutsideListings))
        );
    }
}
