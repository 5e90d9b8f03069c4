//! `svg-without-viewbox`

use super::picture::{Picture, picture};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;

rule! {
    /// An SVG does not say how to scale it.
    ///
    /// Without `viewBox` and without a width and a height, a browser assumes 300 × 150 pixels, and cuts off what does not fit.
    ///
    /// ```files,fails
    /// ==> listings/acme/icon.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h96v96z"/></svg>
    /// ```
    /// ```files,passes
    /// ==> listings/acme/icon.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 96 96"><path d="M0 0h96v96z"/></svg>
    /// ```
    SVG_WITHOUT_VIEWBOX = { id: "L159", name: "svg-without-viewbox", level: Info, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    if let Some(Picture { media, .. }) = picture(document)
        && !media.scales
    {
        findings
            .whole(format!("`{}` has neither a `viewBox` nor a size", document.path.file_name()))
            .help("add `viewBox=\"0 0 …\"` to its `<svg>`, with the width and height of the visible part");
    }
}
