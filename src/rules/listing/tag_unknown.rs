//! `tag-unknown`

use super::names::is_broken;
use crate::catalogue::{Draft, ListingDraft};
use crate::diagnostic::{Findings, nearest};
use crate::rules::format::scalar::{loose, scalar, shortened};
use crate::rules::rule::rule;

rule! {
    /// The listing names a tag that is not in `tags.yaml`.
    ///
    /// Tags are the catalogue's categories, each with a page of its own. A free choice of words would leave every page with one listing.
    ///
    /// ```yaml,fails
    /// tags: [finances]
    /// ```
    /// ```yaml,passes
    /// tags: [finance]
    /// ```
    TAG_UNKNOWN = { id: "L021", name: "tag-unknown", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &ListingDraft<'_>, findings: &mut Findings<'_>) {
    if listing.is_gone() || is_broken(listing.draft, "tags.yaml") {
        return;
    }
    for tag in listing.file.tags.items().iter().filter(|tag| listing.draft.tag(tag).is_none()) {
        let near = meant(listing.draft, tag);
        let remark = findings.at(tag.span, format!("unknown tag `{}`", shortened(tag))).did_you_mean(near);
        match near.filter(|near| loose(near) == loose(tag)) {
            Some(near) => remark.fix(tag.span, scalar(near)),
            None => remark.help("tags are the ids in tags.yaml; a word of your own can be a keyword"),
        };
    }
}

/// The id that `word` was probably meant to be: one spelt like it, or whose label or other name is spelt like it.
fn meant<'draft>(draft: &'draft Draft, word: &str) -> Option<&'draft str> {
    let mut words: Vec<(&str, &str)> = Vec::new();
    for id in draft.tag_ids() {
        words.push((id, id));
        let Some(tag) = draft.tag(id) else { continue };
        words.extend(tag.label.get().map(|label| (&**label, id)));
        words.extend(tag.aliases.items().iter().map(|alias| (&*alias.value, id)));
    }
    let same = words.iter().find(|(known, _)| loose(known) == loose(word)).map(|&(known, _)| known);
    let near = same.or_else(|| nearest(word, words.iter().map(|&(known, _)| known)))?;
    words.iter().find(|&&(known, _)| known == near).map(|&(_, id)| id)
}
