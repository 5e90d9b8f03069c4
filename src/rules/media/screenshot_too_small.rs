//! `screenshot-too-small`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::Content;
use crate::parse::media::MediaKind;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

/// Fewer pixels in width than this are too few even for a phone.
const MIN_WIDTH: u32 = 400;

rule! {
    /// A screenshot has too few pixels to be readable.
    ///
    /// Screenshots are shown as wide as the text. One with fewer pixels is enlarged, and the words in it, which visitors want to read, are
    /// blurred.
    SCREENSHOT_TOO_SMALL = { id: "L154", name: "screenshot-too-small", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    for file in listing.file.screenshots.items().iter().filter_map(|entry| entry.file.spanned()) {
        let Some(Content::Image(media)) = listing.beside(file).map(|document| &document.content) else { continue };
        if !listing.is_gone() && media.kind != MediaKind::Svg && media.width < MIN_WIDTH {
            findings
                .at(file.span, format!("screenshot `{}` is {} pixels wide", shortened(file), media.width))
                .help(format!("take it again in a window of at least {} pixels", 2 * MIN_WIDTH));
        }
    }
}
