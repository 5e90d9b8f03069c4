//! `screenshot-alt-uninformative`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::alt::says_nothing;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// The alternative text of a screenshot says nothing about it.
    ///
    /// Visitors who cannot see it hear "screenshot" or a file name, and know no more than before. A sentence that says what the image shows
    /// also helps search engines.
    ///
    /// ```yaml,fails
    /// screenshots: [{file: screenshots/a.svg, alt: Screenshot 1}]
    /// ```
    /// ```yaml,passes
    /// screenshots: [{file: screenshots/a.svg, alt: Orders of a day as a table.}]
    /// ```
    SCREENSHOT_ALT_UNINFORMATIVE = { id: "L160", name: "screenshot-alt-uninformative", former: ["screenshot-alt-says-nothing"], level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    for entry in listing.file.screenshots.items().iter().filter(|_| !listing.is_gone()) {
        let (Some(file), Some(alt)) = (entry.file.get(), entry.alt.spanned()) else { continue };
        if says_nothing(alt, file) {
            findings
                .at(alt.span, format!("`{}` says nothing about the screenshot", shortened(alt)))
                .help("describe in a sentence what it shows");
        }
    }
}
