//! `image-animated`

use super::picture::{Picture, picture};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;

rule! {
    /// An image is animated, and visitors cannot pause it.
    ///
    /// An animation beside a text distracts from it; some visitors cannot read on at all, and some become ill. Anything that starts automatically
    /// must come with a way to pause it ([WCAG 2.2.2](https://www.w3.org/WAI/WCAG22/Understanding/pause-stop-hide.html)), and an image
    /// has none.
    IMAGE_ANIMATED = { id: "L155", name: "image-animated", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    if let Some(Picture { media, .. }) = picture(document)
        && media.is_animated
    {
        findings
            .whole(format!("`{}` is animated", document.path.file_name()))
            .help("show a still image, and link to the video below `videos:`");
    }
}
