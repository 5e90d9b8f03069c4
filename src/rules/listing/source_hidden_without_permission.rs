//! `source-hidden-without-permission`

use crate::catalogue::RawListing;
use crate::diagnostic::{Advice, Findings};
use crate::format::SourceKind;
use crate::rules::rule::rule;

rule! {
    /// The listing hides its source, but its publisher has no permission to.
    ///
    /// Nobody can read closed source before trusting it with data. Maintainers permit it for each publisher, with
    /// `may_hide_source: true` in the publisher's file.
    ///
    /// ```files,fails
    /// ==> publishers/acme.yaml <==
    /// name: Acme Works
    /// ==> listings/acme/listing.yaml <==
    /// name: Acme Messages
    /// app: Slack
    /// publisher: acme
    /// source: closed
    /// source_url:
    /// ```
    /// ```yaml,passes
    /// source: closed
    /// source_url:
    /// ```
    SOURCE_HIDDEN_WITHOUT_PERMISSION = { id: "L051", name: "source-hidden-without-permission", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(source) = listing.file.source.spanned().filter(|source| source.value == SourceKind::Closed) else { return };
    let Some(slug) = listing.file.publisher.get() else { return };
    let Some(publisher) = listing.raw.publisher(slug) else { return };
    let is_allowed = publisher.may_hide_source.is_wrong() || publisher.may_hide_source();
    if !is_allowed && !listing.is_gone() {
        findings
            .at(source.span, format!("publisher `{slug}` may not hide the source"))
            .help(Advice::replace("source", "open").note("and name where it can be read"))
            .help(format!("or ask the maintainers for `may_hide_source: true` in publishers/{slug}.yaml"));
    }
}
