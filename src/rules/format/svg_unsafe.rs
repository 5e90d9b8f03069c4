//! `svg-unsafe`

use super::problems::{of_image, say};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ImageProblem;
use crate::rules::rule::rule;

rule! {
    /// An SVG contains something that could run code or load other files.
    ///
    /// Opened directly, such an image is a page of the catalogue's own site: a script in it could act as the visitor, and an
    /// image loaded from elsewhere reveals who looked.
    ///
    /// ```files,fails
    /// ==> listings/acme/icon.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><script>alert(1)</script><path d="M0 0h8v8z"/></svg>
    /// ```
    /// ```files,passes
    /// ==> listings/acme/icon.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>
    /// ```
    SVG_UNSAFE = { id: "F043", name: "svg-unsafe", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (span, problem) in of_image(document) {
        let ImageProblem::UnsafeSvg(what) = problem else { continue };
        say(findings, span, format!("`{}` is not safe to show: {what}", document.path.file_name()))
            .help("export it as a plain SVG without scripts, links and embedded images, or as PNG");
    }
}
