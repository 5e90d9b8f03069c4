//! `summary-not-one-line`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The summary has several lines.
    ///
    /// Cards, feeds and search results show one line; lists and paragraphs would run together there.
    ///
    /// ```yaml,fails
    /// summary: |-
    ///   Posts a line for every order.
    ///   Posts another for every refund.
    /// ```
    /// ```yaml,passes
    /// summary: >-
    ///   Posts a line for every order
    ///   and another for every refund.
    /// ```
    SUMMARY_NOT_ONE_LINE = { id: "L011", name: "summary-not-one-line", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(summary) = listing.file.summary.spanned().filter(|_| !listing.is_gone()) else { return };
    let n_lines = summary.trim().lines().count();
    if n_lines > 1 {
        findings
            .at(summary.span, format!("summary has {n_lines} lines, pages show one"))
            .help("write one sentence, and move the rest to the README");
    }
}
