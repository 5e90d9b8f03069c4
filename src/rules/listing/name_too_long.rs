//! `name-too-long`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::bounds::NAME_CHARS as MAX_CHARS;
use crate::rules::rule::rule;
use crate::rules::scalar::length;

rule! {
    /// The name is longer than 60 characters.
    ///
    /// Names are shown on cards, in menus and in the titles of browser tabs; longer names are cut off there and look alike.
    ///
    /// ```yaml,fails
    /// name: The complete and official connector of Acme Works for messages of every kind
    /// ```
    /// ```yaml,passes
    /// name: Acme Messages
    /// ```
    NAME_TOO_LONG = { id: "L002", name: "name-too-long", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(name) = listing.file.name.spanned() else { return };
    let n_chars = length(name);
    if n_chars > MAX_CHARS {
        findings
            .at(name.span, format!("name has {n_chars} characters, the limit is {MAX_CHARS}"))
            .help("keep the words that visitors use, and move the rest to the summary");
    }
}
