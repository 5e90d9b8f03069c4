//! `image-too-large`

use super::problems::{of_image, say};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ImageProblem;
use crate::rules::rule::rule;

rule! {
    /// An image has more pixels than any page shows.
    ///
    /// A small file can contain an image that fills the memory of a visitor's phone. Twice the width of a page, about 2,400 pixels, is
    /// always enough.
    IMAGE_TOO_LARGE = { id: "F042", name: "image-too-large", level: Error, costs: Unread, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (span, problem) in of_image(document) {
        let ImageProblem::TooManyPixels { width, height } = problem else { continue };
        say(findings, span, format!("`{}` has {width} × {height} pixels", document.path.file_name()))
            .help("scale the image down to a width of at most 2,400 pixels");
    }
}
