//! `image-unreadable`

use super::problems::{of_image, say};
use crate::diagnostic::{Diagnostic, Findings, Level};
use crate::format::Document;
use crate::parse::problem::ImageProblem;
use crate::rules::rule::rule;
use crate::source::ContentPath;

rule! {
    /// The image cannot be displayed by a browser.
    ///
    /// Visitors would see a broken image icon instead of the listing.
    ///
    /// ```files,fails
    /// ==> listings/acme/icon.png <==
    /// version https://git-lfs.example/spec/v1
    /// ```
    /// ```files,passes
    /// ==> listings/acme/icon.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>
    /// ```
    IMAGE_UNREADABLE = { id: "F041", name: "image-unreadable", former: ["image-damaged"], level: Error, costs: Unread, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (span, problem) in of_image(document) {
        let ImageProblem::Damaged(because) = problem else { continue };
        say(findings, span, format!("`{}` is not a readable image: {because}", document.path.file_name()))
            .help("export the image again as SVG, PNG, WebP, JPEG or GIF");
    }
}

/// The finding for an image whose blocks are valid and whose pixels are not: only a build decodes them. It is only a warning, because the
/// page is published without the image.
#[must_use]
pub fn undecodable(path: &ContentPath, because: &str) -> Diagnostic {
    let mut found = Vec::new();
    Findings::new(IMAGE_UNREADABLE.code, Level::Warn, path, &mut found)
        .whole(format!("`{}` cannot be decoded and is left out: {because}", path.file_name()))
        .help("export the image again as SVG, PNG, WebP, JPEG or GIF");
    let Some(diagnostic) = found.pop() else { unreachable!("said above") };
    diagnostic
}
