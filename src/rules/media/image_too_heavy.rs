//! `image-too-heavy`

use super::picture::Role;
use super::picture::{Picture, picture};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;

/// Most bytes of an icon, of which a page shows dozens.
const MAX_ICON: u64 = 128 * 1024;
/// Most bytes of any other image.
const MAX_OTHER: u64 = 1024 * 1024;

rule! {
    /// An image file is larger than necessary.
    ///
    /// Every visitor downloads it, even those who pay by the megabyte, and the page is half empty until it has loaded. An icon is
    /// shown among many others on one page. Images of this size are usually photographs saved as PNG, or uncompressed.
    IMAGE_TOO_HEAVY = { id: "L150", name: "image-too-heavy", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let Some(Picture { role, .. }) = picture(document) else { return };
    let limit = match role {
        Role::Icon => MAX_ICON,
        Role::Other => MAX_OTHER,
    };
    if document.n_bytes > limit {
        findings
            .whole(format!("`{}` has {} KiB", document.path.file_name(), document.n_bytes / 1024))
            .help(format!("scale it down or save it as WebP, to at most {} KiB", limit / 1024));
    }
}
