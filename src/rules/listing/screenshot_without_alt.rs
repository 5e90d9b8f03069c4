//! `screenshot-without-alt`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A screenshot has no alternative text.
    ///
    /// Screen readers would read out a file name. Everyone sees the text until the image has loaded.
    ///
    /// ```yaml,fails
    /// screenshots: [{file: screenshots/a.svg}]
    /// ```
    /// ```yaml,passes
    /// screenshots: [{file: screenshots/a.svg, alt: A black square that fills the window.}]
    /// ```
    SCREENSHOT_WITHOUT_ALT = { id: "L081", name: "screenshot-without-alt", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    for screenshot in listing.file.screenshots.items().iter().filter(|_| !listing.is_gone()) {
        let is_empty = screenshot.alt.get().map_or(screenshot.alt.is_missing(), |alt| alt.trim().is_empty());
        if is_empty {
            let file = screenshot.file.get().map(|file| format!(" `{}`", shortened(file))).unwrap_or_default();
            findings
                .at(
                    screenshot.alt.span().or(screenshot.file.span()).unwrap_or(screenshot.span),
                    format!("screenshot{file} has no alternative text"),
                )
                .help("add `alt: …` with a sentence that says what the image shows");
        }
    }
}
