//! `summary-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::{Advice, Findings};
use crate::rules::comment::say_comment;
use crate::rules::rule::rule;

rule! {
    /// The listing has no summary.
    ///
    /// Several listings for one app are listed side by side; the summary tells visitors what makes each different.
    ///
    /// ```yaml,fails
    /// summary: ""
    /// ```
    /// ```yaml,passes
    /// summary: Posts a line for every new order.
    /// ```
    SUMMARY_MISSING = { id: "L010", name: "summary-missing", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let summary = &listing.file.summary;
    if listing.is_gone() || summary.get().map_or(!summary.is_missing(), |text| !text.trim().is_empty()) {
        return;
    }
    if summary.is_missing() && say_comment(listing.document, None, "summary", &format!("listing `{}`", listing.slug), findings) {
        return;
    }
    let message = format!("listing `{}` has no summary", listing.slug);
    let finding = match summary.span() {
        Some(span) => findings.at(span, message),
        None => findings.whole(message),
    };
    finding.help(Advice::add("summary").note("with one line that says what sets it apart from other listings for the app"));
}
