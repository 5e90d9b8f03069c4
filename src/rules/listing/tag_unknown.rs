//! `tag-unknown`

use std::collections::BTreeSet;

use super::names::is_broken;
use crate::catalogue::{RawCatalogue, RawListing};
use crate::diagnostic::{Findings, nearest};
use crate::rules::rule::rule;
use crate::rules::scalar::{loose, scalar, shortened};

rule! {
    /// The listing names a tag that is not in `tags.yaml`.
    ///
    /// Tags are the catalogue's categories, each with a page of its own. With free words, every page would have one listing.
    ///
    /// ```yaml,fails
    /// tags: [finances]
    /// ```
    /// ```yaml,passes
    /// tags: [finance]
    /// ```
    TAG_UNKNOWN = { id: "L021", name: "tag-unknown", level: Error, costs: Value, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if listing.is_gone() || is_broken(listing.raw.tags_file()) {
        return;
    }
    for tag in listing.file.tags.items().iter().filter(|tag| listing.raw.tag(tag).is_none()) {
        let (near, is_sure) = meant(listing.raw, tag);
        let finding = findings.at(tag.span, format!("unknown tag `{}`", shortened(tag))).did_you_mean(near);
        match near {
            Some(near) if is_sure => finding.fix(tag.span, scalar(near)),
            _ => finding.help("tags are the ids in `tags.yaml`; a word of your own can be a keyword"),
        };
    }
}

/// The id that `word` was probably meant to be, and whether there is no doubt: it is spelt like one tag's id, label or alias, and like no
/// other tag's.
fn meant<'raw>(raw: &'raw RawCatalogue, word: &str) -> (Option<&'raw str>, bool) {
    let mut words: Vec<(&str, &str)> = Vec::new();
    for id in raw.tag_ids() {
        words.push((id, id));
        let Some(tag) = raw.tag(id) else { continue };
        words.extend(tag.label.get().map(|label| (&**label, id)));
        words.extend(tag.aliases.items().iter().map(|alias| (&*alias.value, id)));
    }
    let same: BTreeSet<&str> = words.iter().filter(|(known, _)| loose(known) == loose(word)).map(|&(_, id)| id).collect();
    if let Some(id) = same.first() {
        return (Some(id), same.len() == 1);
    }
    let near = nearest(word, words.iter().map(|&(known, _)| known));
    (near.and_then(|near| words.iter().find(|&&(known, _)| known == near)).map(|&(_, id)| id), false)
}
