//! `source-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::{Advice, Certainty, Edit, Findings};
use crate::rules::rule::rule;
use crate::source::Span;

rule! {
    /// A listing does not say whether its source is open.
    ///
    /// Visitors ask before they install, and nobody can answer for the publisher. Until the listing says so, the catalogue says nothing.
    ///
    /// ```yaml,fails
    /// source:
    /// ```
    /// ```yaml,passes
    /// source: open
    /// ```
    SOURCE_MISSING = { id: "L052", name: "source-missing", level: Error, since: "0.1", enforced_from: (2027, 6, 1), check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if listing.is_gone() || !listing.file.source.is_missing() {
        return;
    }
    let finding = findings.whole(format!("listing `{}` does not say whether its source is open", listing.slug));
    let finding = finding.help(Advice::replace("source", "open").or(Advice::replace("source", "closed")));
    // A URL of the source is there: a person confirms that it is open.
    if let Some(at) = line_of_address(listing) {
        let edit = Edit { span: Span { start: at, end: at }, text: "source: open\n".to_owned() };
        finding.edits(Certainty::Likely, "add `source: open`", vec![edit]);
    }
}

/// The start of the line that contains `source_url: …` and nothing else.
fn line_of_address(listing: &RawListing<'_>) -> Option<u32> {
    let value = listing.file.source_url.spanned()?.span;
    let before = listing.document.text.as_deref()?.get(..value.start as usize)?;
    let line = before.rsplit('\n').next()?;
    line.starts_with("source_url:").then(|| Span::new(0..before.len() - line.len()).end)
}
