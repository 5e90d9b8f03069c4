//! `icon-too-small`

use super::picture::Role;
use super::picture::{Picture, picture};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;

/// The size in which a listing's own page shows its icon, in pixels.
const MIN_SIDE: u32 = 96;

rule! {
    /// An icon has fewer pixels than the size it is shown in.
    ///
    /// It is enlarged to 96 pixels on the listing's own page, and to twice that on a high-resolution screen: the first thing that visitors see
    /// of the listing is blurred.
    ICON_TOO_SMALL = { id: "L153", name: "icon-too-small", level: Info, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let Some(Picture { role: Role::Icon, media, is_vector: false }) = picture(document) else { return };
    // The longer side counts: it is fitted to the field.
    if media.width.max(media.height) < MIN_SIDE {
        findings
            .whole(format!("icon `{}` has {} × {} pixels", document.path.file_name(), media.width, media.height))
            .help(format!("export it as SVG, or with at least {} pixels on a side", 2 * MIN_SIDE));
    }
}
