//! `svg-unsafe`

use super::problems::{of_image, say};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ImageProblem;
use crate::rules::rule::rule;

rule! {
    /// An SVG holds something that could run or reach outside.
    ///
    /// Opened by itself, such a picture is a page of the catalogue's own site: a script in it could act in the visitor's name, and a
    /// picture loaded from elsewhere tells that place who looked.
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
            .help("export it as a plain SVG without scripts, links and embedded pictures, or as PNG");
    }
}
