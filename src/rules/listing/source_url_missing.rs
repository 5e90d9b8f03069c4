//! `source-url-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::{Advice, Findings};
use crate::format::SourceKind;
use crate::rules::rule::rule;

rule! {
    /// The source is open, but the listing does not say where.
    ///
    /// Visitors choose open source because they can read the code that handles their data. Without a URL, neither they nor a
    /// reviewer can check the promise.
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

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(source) = listing.file.source.spanned().filter(|_| !listing.is_gone()) else { return };
    if source.value == SourceKind::Open && listing.file.source_url.is_missing() {
        findings
            .at(source.span, format!("source of `{}` is open, but it has no `source_url`", listing.slug))
            .help(Advice::add("source_url").note("with the page that shows the code").or(Advice::replace("source", "closed")));
    }
}
