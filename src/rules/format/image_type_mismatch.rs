//! `image-type-mismatch`

use super::problems::{of_image, say};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ImageProblem;
use crate::rules::rule::rule;

rule! {
    /// An image is of another type than its file name says.
    ///
    /// Servers choose the media type by the name, and browsers trust it: some show nothing, some guess. Pressmark goes by the bytes.
    ///
    /// ```files,fails
    /// ==> listings/acme/icon.png <==
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>
    /// ```
    /// ```files,passes
    /// ==> listings/acme/icon.svg <==
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>
    /// ```
    IMAGE_TYPE_MISMATCH = { id: "F040", name: "image-type-mismatch", former: ["image-disguised"], level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (span, problem) in of_image(document) {
        let ImageProblem::Disguised { is, named } = problem else { continue };
        say(findings, span, format!("`{}` is named {named}, but is {is}", document.path.file_name())).help(format!(
            "rename it to `{}.{}`",
            document.path.stem(),
            is.to_ascii_lowercase()
        ));
    }
}
