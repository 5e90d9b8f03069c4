//! `too-many-screenshots`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::bounds::SCREENSHOTS as MAX;
use crate::rules::rule::rule;

rule! {
    /// The listing has more than six screenshots.
    ///
    /// Visitors look at the first few, but wait for all of them.
    ///
    /// ```yaml,fails
    /// screenshots:
    ///   - {file: screenshots/a.svg, alt: The first.}
    ///   - {file: screenshots/a.svg, alt: The second.}
    ///   - {file: screenshots/a.svg, alt: The third.}
    ///   - {file: screenshots/a.svg, alt: The fourth.}
    ///   - {file: screenshots/a.svg, alt: The fifth.}
    ///   - {file: screenshots/a.svg, alt: The sixth.}
    ///   - {file: screenshots/a.svg, alt: The seventh.}
    /// ```
    /// ```yaml,passes
    /// screenshots:
    ///   - {file: screenshots/a.svg, alt: The first.}
    /// ```
    TOO_MANY_SCREENSHOTS = { id: "L082", name: "too-many-screenshots", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let screenshots = listing.file.screenshots.items();
    if let Some(first_extra) = screenshots.get(MAX).filter(|_| !listing.is_gone()) {
        findings
            .at(first_extra.span, format!("listing has {} screenshots, the limit is {MAX}", screenshots.len()))
            .label("the seventh one")
            .help("keep the six that show the most; put others in the README");
    }
}
