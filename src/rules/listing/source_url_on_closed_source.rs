//! `source-url-on-closed-source`

use crate::catalogue::RawListing;
use crate::diagnostic::{Advice, Findings};
use crate::format::SourceKind;
use crate::rules::rule::rule;

rule! {
    /// The listing hides its source, but says where to read it.
    ///
    /// Either the source is not closed, or the URL of a private repository is about to be published.
    ///
    /// ```yaml,fails
    /// source: closed
    /// source_url: https://git.example/acme/messages
    /// ```
    /// ```yaml,passes
    /// source: open
    /// source_url: https://git.example/acme/messages
    /// ```
    SOURCE_URL_ON_CLOSED_SOURCE = { id: "L050", name: "source-url-on-closed-source", level: Error, costs: Value, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let (Some(source), Some(span)) = (listing.file.source.spanned(), listing.file.source_url.span()) else { return };
    if source.value == SourceKind::Closed && !listing.is_gone() {
        findings
            .at(span, "`source_url` in a listing with closed source")
            .related(&listing.document.path, Some(source.span), "closed here")
            .help(Advice::remove("source_url").or(Advice::replace("source", "open")));
    }
}
