//! Announced listings: until when they reserve their names, and for whom.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::catalogue::{RawCatalogue, RawListing};
use crate::format::{AccountEntry, Document, IntentFile};
use crate::rules::folding::Names;
use crate::source::Spanned;

/// An announcement that reserves its name.
#[derive(Clone, Copy)]
pub(super) struct Held<'raw> {
    pub(super) document: &'raw Document,
    pub(super) intent: &'raw IntentFile,
    pub(super) connector: &'raw Spanned<Box<str>>,
}

/// The reserved names, to be looked up.
pub(super) struct HeldNames<'raw> {
    held: Vec<Held<'raw>>,
    names: Names,
}

impl<'raw> HeldNames<'raw> {
    /// The announcements of `raw` that reserve their names on the day `today`.
    pub(super) fn new(today: Date, raw: &'raw RawCatalogue) -> Self {
        let is_held = |intent: &IntentFile| intent.holds_until().is_none_or(|last| today <= last);
        let held: Vec<Held<'raw>> = raw
            .all::<IntentFile>()
            .filter(|(_, intent)| is_held(intent))
            .filter_map(|(document, intent)| Some(Held { document, intent, connector: intent.connector.spanned()? }))
            .collect();
        let names = Names::new(held.iter().map(|held| &*held.connector.value));
        Self { held, names }
    }

    pub(super) fn all(&self) -> &[Held<'raw>] {
        &self.held
    }

    /// The announcements of a name that is the same as `name` to a reader.
    pub(super) fn like(&self, name: &str) -> Vec<Held<'raw>> {
        let found: BTreeSet<usize> = if self.held.is_empty() { BTreeSet::new() } else { self.names.like(name) };
        found.into_iter().map(|n| self.held[n]).collect()
    }
}

/// Whether `listing` comes from the announcer of `intent`: the publisher is the announced one, or has the account that announced it. `None` when the
/// announcement names neither.
pub(super) fn is_by_announcer(intent: &IntentFile, listing: &RawListing<'_>, raw: &RawCatalogue) -> Option<bool> {
    let (profile, account) = (intent.company_profile.get(), intent.account.get());
    if profile.is_none() && account.is_none() {
        return None;
    }
    let publisher = listing.file.publisher.get();
    let has_account = |account: &AccountEntry| {
        let publisher = publisher.and_then(|slug| raw.publisher(slug));
        publisher.is_some_and(|publisher| publisher.accounts.items().iter().any(|own| own.is_same(account)))
    };
    Some((profile.is_some() && profile == publisher) || account.is_some_and(has_account))
}
