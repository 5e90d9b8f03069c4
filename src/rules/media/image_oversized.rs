//! `image-oversized`

use super::picture::Role;
use super::picture::{Picture, picture};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;

/// Longest side of an icon in pixels: more than five times what is shown, for what other sites do with it.
const MAX_ICON: u32 = 1024;
/// Longest side of any other image in pixels.
const MAX_OTHER: u32 = 4096;

rule! {
    /// An image has many more pixels than are ever shown.
    ///
    /// The browser unpacks all of them into memory, four bytes each, before it throws most of them away. An icon is shown at 96 pixels
    /// at most, a screenshot at the width of the page; twice that is sharp on every screen.
    IMAGE_OVERSIZED = { id: "L151", name: "image-oversized", level: Info, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let Some(Picture { role, media, is_vector: false }) = picture(document) else { return };
    let limit = match role {
        Role::Icon => MAX_ICON,
        Role::Other => MAX_OTHER,
    };
    if media.width.max(media.height) > limit {
        findings
            .whole(format!("`{}` has {} × {} pixels", document.path.file_name(), media.width, media.height))
            .help(format!("scale it down to at most {limit} pixels on its longer side"));
    }
}
