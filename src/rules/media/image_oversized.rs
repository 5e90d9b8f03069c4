//! `image-oversized`

use super::picture::{Picture, picture};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;

/// Most pixels of an image. Visitors get scaled images, so more pixels only slow down the build.
const MAX_PIXELS: u64 = 25_000_000;

rule! {
    /// An image has many more pixels than are ever shown.
    ///
    /// Visitors get scaled images, but each build has to decode the whole image first, four bytes a pixel.
    IMAGE_OVERSIZED = { id: "L151", name: "image-oversized", level: Info, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let Some(Picture { media, is_vector: false, .. }) = picture(document) else { return };
    if u64::from(media.width) * u64::from(media.height) > MAX_PIXELS {
        findings
            .whole(format!("`{}` has {} × {} pixels", document.path.file_name(), media.width, media.height))
            .help("scale it down: a page shows at most 2,400 pixels in width");
    }
}
