//! `summary-too-long`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::bounds::SUMMARY_CHARS as MAX_CHARS;
use crate::rules::rule::rule;
use crate::rules::scalar::length;

rule! {
    /// The summary is longer than 160 characters.
    ///
    /// A card with a long summary is twice as high as its neighbours, and search engines cut it off.
    ///
    /// ```yaml,fails
    /// summary: Syncs every invoice and every credit note and every reminder and every payment and every refund and every dispute between the two systems, line by line, day and night
    /// ```
    /// ```yaml,passes
    /// summary: Syncs invoices, line by line
    /// ```
    SUMMARY_TOO_LONG = { id: "L012", name: "summary-too-long", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(summary) = listing.file.summary.spanned().filter(|_| !listing.is_gone()) else { return };
    let n_chars = length(summary);
    if n_chars > MAX_CHARS {
        findings
            .at(summary.span, format!("summary has {n_chars} characters, the limit is {MAX_CHARS}"))
            .help("keep what makes the listing different, and move the rest to the README");
    }
}
