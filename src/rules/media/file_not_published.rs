//! `file-not-published`

use crate::catalogue::{RawListing, is_published};
use crate::diagnostic::Findings;
use crate::format::{Content, FileRole};
use crate::rules::rule::rule;

rule! {
    /// A file of the listing is not published.
    ///
    /// Pages show images and link to texts, tables and PDFs. Scripts, archives, programs and videos stay in the repository: a visitor who is sent to one
    /// from a marketplace trusts it as if the marketplace had made it.
    ///
    /// ```files,fails
    /// ==> listings/acme/setup.sh <==
    /// true
    /// ```
    /// ```files,passes
    /// ==> listings/acme/docs/guide.md <==
    /// Choose a channel.
    /// ```
    FILE_NOT_PUBLISHED = { id: "L162", name: "file-not-published", level: Info, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if listing.is_gone() {
        return;
    }
    for document in listing.documents() {
        let is_other = document.role == FileRole::ListingFile && matches!(document.content, Content::File);
        if is_other && !is_published(&document.path) {
            let name = document.path.name_in_listing().unwrap_or_default();
            findings
                .elsewhere(&document.path, None, format!("`{name}` is not published"))
                .help("publish it elsewhere and link to it with `https://`, or delete it");
        }
    }
}
