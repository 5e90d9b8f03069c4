//! `summary-missing`

use crate::catalogue::ListingDraft;
use crate::diagnostic::Findings;
use crate::rules::comment::say_comment;
use crate::rules::rule::rule;

rule! {
    /// The listing has no summary.
    ///
    /// Several listings for one app stand side by side; the summary is the line by which a visitor tells them apart.
    ///
    /// ```yaml,fails
    /// summary: ""
    /// ```
    /// ```yaml,passes
    /// summary: Posts a line for every new order.
    /// ```
    SUMMARY_MISSING = { id: "L010", name: "summary-missing", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &ListingDraft<'_>, findings: &mut Findings<'_>) {
    let summary = &listing.file.summary;
    if listing.is_gone() || summary.get().map_or(!summary.is_absent(), |text| !text.trim().is_empty()) {
        return;
    }
    if summary.is_absent() && say_comment(listing.document, None, "summary", &format!("listing `{}`", listing.slug), findings) {
        return;
    }
    let message = format!("listing `{}` has no summary", listing.slug);
    let remark = match summary.span() {
        Some(span) => findings.at(span, message),
        None => findings.whole(message),
    };
    remark.help("add `summary: …`, one line that says what sets it apart from other listings for the app");
}
