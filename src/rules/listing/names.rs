//! Names that a listing mentions: whether they exist, and what to report when they do not. Shared by several rules.

use std::hash::Hash;

use crate::catalogue::{RawCatalogue, RawListing};
use crate::diagnostic::{Certainty, Findings, nearest};
use crate::format::{Content, Document, Field, FileRole, LabelEntry, State};
use crate::rules::edits::without_item;
use crate::rules::repeats::repeats;
use crate::rules::scalar::{loose, scalar, shortened};
use crate::source::Spanned;

type Text = Spanned<Box<str>>;

/// Whether `file` exists but could not be read: then no name that it would define is reported as unknown.
pub(super) fn is_broken(file: Option<&Document>) -> bool {
    file.is_some_and(|document| matches!(document.content, Content::Nothing))
}

/// Whether a list of ids in `catalogue.yaml` can be relied on.
pub(super) fn is_readable<T>(raw: &RawCatalogue, field: &Field<T>) -> bool {
    !is_broken(raw.settings_file()) && !matches!(field, Field::Invalid(_))
}

/// Reports each of `ids` that is not in `defined`, the entries of `catalogue.yaml` under `key`.
pub(super) fn unknown_ids(
    listing: &RawListing<'_>,
    findings: &mut Findings<'_>,
    noun: &str,
    key: &str,
    ids: &[Text],
    defined: &Field<Vec<Spanned<LabelEntry>>>,
) {
    if listing.is_gone() || !is_readable(listing.raw, defined) {
        return;
    }
    let known: Vec<&str> = defined.items().iter().filter_map(|entry| entry.id.get()).map(|id| &**id).collect();
    for id in ids.iter().filter(|id| !known.contains(&&*id.value)) {
        let near = nearest(id, known.iter().copied());
        let finding = findings.at(id.span, format!("unknown {noun} `{}`", shortened(id))).did_you_mean(near);
        match near {
            Some(near) if loose(near) == loose(id) => finding.fix(id.span, scalar(near)),
            Some(_) => finding,
            None if known.is_empty() => {
                finding.help(format!("the catalogue has none: a maintainer can add them below `{key}:` in catalogue.yaml"))
            }
            None => finding.help(format!("known values: {}", known.join(", "))),
        };
    }
}

/// Reports each of `items`, a list of `listing`, that has the key of an earlier one, and fixes it by removing it.
pub(super) fn listed_twice<K: Eq + Hash>(
    listing: &RawListing<'_>,
    findings: &mut Findings<'_>,
    noun: &str,
    items: &[Text],
    key: impl Fn(&Text) -> K,
    help: &str,
) {
    let text = listing.document.text.as_deref().unwrap_or_default();
    for ((n, item), first) in repeats(items.iter().enumerate(), |(_, item)| (key(item), item.span)) {
        let finding = findings
            .at(item.span, format!("{noun} `{}` is listed twice", shortened(item)))
            .label("listed again")
            .related(&listing.document.path, Some(first), "first listed here")
            .help(help);
        if let Some(edit) = without_item(text, items, n) {
            finding.edits(Certainty::Certain, "list it once", vec![edit]);
        }
    }
}

/// The problem with the mentioned listing.
pub(super) enum Mention<'raw> {
    /// The listing mentions itself.
    Itself,
    /// There is no such listing; another one may have a similar name.
    Unknown(Option<&'raw str>),
    /// It was removed; its tombstone is left.
    Gone,
    /// It exists.
    Live,
}

/// Looks up the listing `slug` on behalf of `listing`.
pub(super) fn mention<'raw>(listing: &RawListing<'raw>, slug: &'raw str) -> Mention<'raw> {
    if slug == listing.slug {
        return Mention::Itself;
    }
    // A reference to a former slug leads where its URL leads.
    let Some(slug) = listing.raw.followed(slug) else { return Mention::Unknown(nearest(slug, listing.raw.slugs(FileRole::Listing))) };
    match listing.raw.listing(slug) {
        Some(other) if other.slug == listing.slug => Mention::Itself,
        Some(other) if other.is_gone() => Mention::Gone,
        _ => Mention::Live,
    }
}

/// Reports that `reference`, the value of `key`, names no other listing. `help` says what to name.
pub(super) fn unknown_reference(
    listing: &RawListing<'_>,
    findings: &mut Findings<'_>,
    noun: &str,
    key: &str,
    reference: &Text,
    help: &str,
) {
    match mention(listing, reference) {
        Mention::Live | Mention::Gone => {}
        Mention::Itself => {
            findings.at(reference.span, format!("`{}` is its own {noun}", reference.value)).help(format!("remove `{key}`"));
        }
        Mention::Unknown(near) => {
            findings.at(reference.span, format!("unknown {noun} `{}`", shortened(reference))).did_you_mean(near).help(help);
        }
    }
}

/// The state of a listing in the words of a message.
pub(super) fn state_word(listing: &RawListing<'_>, slug: &str) -> &'static str {
    let other = listing.raw.followed(slug).and_then(|slug| listing.raw.listing(slug));
    let state = other.and_then(|other| other.file.lifecycle.get()?.state.get().copied());
    state.map_or("gone", State::word)
}
