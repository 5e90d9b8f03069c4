//! `svg-without-viewbox`

use super::picture::{Picture, picture};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;

rule! {
    /// A drawing does not say how it is to be scaled.
    ///
    /// Without `viewBox` some browsers cut a drawing off where others make it smaller: in a field of 48 pixels visitors see its upper
    /// left corner.
    ///
    /// ```files,fails
    /// ==> listings/acme/icon.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><path d="M0 0h96v96z"/></svg>
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
        findings.whole(format!("`{}` has no `viewBox`", document.path.file_name())).help(format!(
            "add `viewBox=\"0 0 {} {}\"` to its `<svg>`, if that is the part that should be seen",
            media.width, media.height
        ));
    }
}
