//! `image-damaged`

use super::problems::{of_image, say};
use crate::diagnostic::{Diagnostic, Findings, Level};
use crate::format::Document;
use crate::parse::problem::ImageProblem;
use crate::rules::rule::rule;
use crate::source::ContentPath;

rule! {
    /// An image is none that a browser can show.
    ///
    /// Visitors would see the sign for a broken picture where the listing should be shown.
    ///
    /// ```files,fails
    /// ==> listings/acme/icon.png <==
    /// version https://git-lfs.example/spec/v1
    /// ```
    /// ```files,passes
    /// ==> listings/acme/icon.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>
    /// ```
    IMAGE_DAMAGED = { id: "F041", name: "image-damaged", level: Error, costs: Unread, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (span, problem) in of_image(document) {
        let ImageProblem::Damaged(because) = problem else { continue };
        say(findings, span, format!("`{}` is not a readable image: {because}", document.path.file_name()))
            .help("export the picture again as SVG, PNG, WebP, JPEG or GIF");
    }
}

/// What is said of an image whose blocks are sound and whose pixels are not: only a build decodes them. It is no more than a warning, because the
/// page is published without the picture.
#[must_use]
pub fn undecodable(path: &ContentPath, because: &str) -> Diagnostic {
    let mut found = Vec::new();
    Findings::new(IMAGE_DAMAGED.code, Level::Warn, path, &mut found)
        .whole(format!("`{}` cannot be decoded and is left out: {because}", path.file_name()))
        .help("export the picture again as SVG, PNG, WebP, JPEG or GIF");
    let Some(diagnostic) = found.pop() else { unreachable!("said above") };
    diagnostic
}
