//! `tags-missing`

use crate::catalogue::{RawCatalogue, RawListing};
use crate::diagnostic::{Advice, Findings};
use crate::format::Content;
use crate::rules::rule::rule;

rule! {
    /// The listing has no tag.
    ///
    /// Visitors who do not know an app's name browse by category; a listing without a tag is in none of them.
    ///
    /// ```yaml,fails
    /// tags: []
    /// ```
    /// ```yaml,passes
    /// tags: [crm]
    /// ```
    TAGS_MISSING = { id: "L020", name: "tags-missing", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let tags = &listing.file.tags;
    if !has_tags(listing.raw) || listing.is_gone() || tags.get().map_or(!tags.is_missing(), |list| !list.is_empty()) {
        return;
    }
    let message = format!("listing `{}` has no tag", listing.slug);
    let finding = match tags.span() {
        Some(span) => findings.at(span, message),
        None => findings.whole(message),
    };
    finding.help(Advice::add("tags").note("with one or more ids from tags.yaml"));
}

/// Whether the catalogue sorts its listings by tags: one without any asks for none. A file that cannot be read may contain some.
fn has_tags(raw: &RawCatalogue) -> bool {
    match raw.tags_file().map(|document| &document.content) {
        None => false,
        Some(Content::Tags(tags)) => !tags.0.is_empty(),
        Some(_) => true,
    }
}
