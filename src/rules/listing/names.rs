//! Names that a listing mentions: whether they exist, and what to report when they do not. Shared by several rules.

use crate::catalogue::{RawCatalogue, RawListing};
use crate::diagnostic::{Findings, nearest};
use crate::format::{Content, Document, Field, FileRole, State};
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

/// Reports that `id` is not one of `known`, the ids of `catalogue.yaml` under `key`.
pub(super) fn unknown_id(findings: &mut Findings<'_>, noun: &str, id: &Text, known: &[&str], key: &str) {
    let near = nearest(id, known.iter().copied());
    let finding = findings.at(id.span, format!("unknown {noun} `{}`", shortened(id))).did_you_mean(near);
    let finding = match (near, known) {
        (Some(near), _) if loose(near) == loose(id) => finding.fix(id.span, scalar(near)),
        (None, [_, ..]) => finding.help(format!("known values: {}", known.join(", "))),
        _ => finding,
    };
    if known.is_empty() {
        finding.help(format!("the catalogue has none: a maintainer can add them below `{key}:` in catalogue.yaml"));
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
    Sound,
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
        _ => Mention::Sound,
    }
}

/// The state of a listing in the words of a message.
pub(super) fn state_word(listing: &RawListing<'_>, slug: &str) -> &'static str {
    let other = listing.raw.followed(slug).and_then(|slug| listing.raw.listing(slug));
    let state = other.and_then(|other| other.file.lifecycle.get()?.state.get().copied());
    state.map_or("gone", State::word)
}
