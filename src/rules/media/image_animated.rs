//! `image-animated`

use super::picture::{Picture, picture};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;

rule! {
    /// An image moves, and nobody can stop it.
    ///
    /// What moves beside a text draws the eye from it; some visitors cannot read on at all, and some get ill. Whatever starts by itself
    /// must come with a way to pause it ([WCAG 2.2.2](https://www.w3.org/WAI/WCAG22/Understanding/pause-stop-hide.html)), and an image
    /// has none.
    IMAGE_ANIMATED = { id: "L155", name: "image-animated", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    if let Some(Picture { media, .. }) = picture(document)
        && media.is_animated
    {
        findings
            .whole(format!("`{}` moves", document.path.file_name()))
            .help("show one picture of it, and link to the film below `videos:`");
    }
}
