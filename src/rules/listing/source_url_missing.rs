//! `source-url-missing`

use crate::catalogue::ListingDraft;
use crate::diagnostic::{Advice, Findings};
use crate::format::SourceKind;
use crate::rules::rule::rule;

rule! {
    /// The source is said to be open, and nothing says where it can be read.
    ///
    /// Visitors choose open source because they can look at what will handle their data. A promise without an address cannot be checked by
    /// them, nor by a reviewer.
    ///
    /// ```yaml,fails
    /// source: open
    /// source_url:
    /// ```
    /// ```yaml,passes
    /// source: open
    /// source_url: https://git.example/acme/messages
    /// ```
    SOURCE_URL_MISSING = { id: "L251", name: "source-url-missing", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &ListingDraft<'_>, findings: &mut Findings<'_>) {
    let Some(source) = listing.file.source.spanned().filter(|_| !listing.is_gone()) else { return };
    if source.value == SourceKind::Open && listing.file.source_url.is_absent() {
        findings
            .at(source.span, format!("source of `{}` is open, but nothing says where", listing.slug))
            .help(Advice::add("source_url").note("with the page where the code can be read").or(Advice::replace("source", "closed")));
    }
}
