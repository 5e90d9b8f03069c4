//! What an event changes as instructions for a person, with the lines to write: for a file that cannot be edited automatically. Edits nothing.

use super::references::with_references;
use super::{Event, Rename, Transfer, state, transfer};
use crate::catalogue::RawListing;
use crate::format::{Keys, in_block, listing_folder, scalar};

/// The sentence that `listing` cannot be edited, and what `event` changes in it. Every key is one line, which is right among others on lines of their own and
/// among others in braces.
pub(super) fn by_hand(listing: &RawListing<'_>, event: &Event) -> String {
    let path = &listing.document.path;
    let (steps, slug) = match event {
        Event::Ended(ending) => (vec![line("lifecycle", &group(&state::values_after(listing, ending)))], listing.slug),
        Event::Restored => (vec![REMOVE.to_owned()], listing.slug),
        Event::Renamed(rename) => (of_rename(listing, rename), rename.to.as_str()),
        Event::Transferred(transfer) => (of_transfer(listing, transfer), listing.slug),
    };
    let steps: String = steps.iter().map(|step| format!("\n  - {step}")).collect();
    let commas = if Keys::of(listing.document).is_none() { ", with a comma between the keys" } else { "" };
    format!(
        "`{path}` is written in a way that cannot be edited automatically: edit it by hand{commas}, and run `pressmark check {slug}`{steps}"
    )
}

const REMOVE: &str = "remove the key `lifecycle`";

fn line(key: &str, value: &str) -> String {
    format!("set `{key}`:\n    {key}: {value}")
}

/// `values` in braces.
fn group(values: &[(&str, String)]) -> String {
    let value = |(key, value): &(&str, String)| match *key {
        "version" => format!("version: '{value}'"),
        key => format!("{key}: {}", scalar(value)),
    };
    format!("{{{}}}", values.iter().map(value).collect::<Vec<_>>().join(", "))
}

fn of_rename(listing: &RawListing<'_>, rename: &Rename) -> Vec<String> {
    let (from, to) = (listing.slug, rename.to.as_str());
    let former = listing.file.former_slugs.items().iter().map(|slug| scalar(slug)).chain([scalar(from)]);
    let mut steps = vec![
        format!("move the folder `{}` to `{}`", listing_folder(from), listing_folder(to)),
        line("former_slugs", &format!("[{}]", former.collect::<Vec<_>>().join(", "))),
    ];
    let others = listing.raw.documents().filter(|document| {
        let is_asked = document.path.listing_slug() == Some(from) || !rename.keeps_references;
        is_asked && with_references(document, from, to).is_some()
    });
    let others: Vec<String> = others.map(|document| format!("`{}`", document.path)).collect();
    if !others.is_empty() {
        steps.push(format!("write `{to}` instead of `{from}` in {}", others.join(", ")));
    }
    steps
}

fn of_transfer(listing: &RawListing<'_>, transfer: &Transfer) -> Vec<String> {
    let mut steps = vec![line("publisher", &in_block(&transfer.to))];
    if let Some(values) = transfer::acceptance(listing, transfer) {
        steps.push(line("agreement", &group(&values)));
    }
    if let Some((key, contact)) = transfer.support_key().zip(transfer.support.clone()) {
        let kept = transfer::contacts(listing).into_iter().filter(|(other, _)| *other != key);
        steps.push(line("support", &group(&std::iter::once((key, contact)).chain(kept).collect::<Vec<_>>())));
    }
    if listing.is_unmaintained() {
        steps.push(REMOVE.to_owned());
    }
    steps
}
