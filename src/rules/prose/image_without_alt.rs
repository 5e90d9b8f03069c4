//! `image-without-alt`

use crate::diagnostic::Findings;
use crate::parse::prose::ReferenceKind;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// An image in a text has no alternative text.
    ///
    /// Screen readers would read out a file name or nothing at all. Everyone sees the text until the image has
    /// loaded.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// ![](screenshots/a.svg)
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// ![A black square that fills the window](screenshots/a.svg)
    /// ```
    IMAGE_WITHOUT_ALT = { id: "P002", name: "image-without-alt", level: Warn, since: "0.1", check: Prose(check) }
}

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    for image in prose.outline.links.iter().filter(|link| link.kind == ReferenceKind::Image && link.text.trim().is_empty()) {
        findings
            .at(image.span, format!("image `{}` has no alternative text", shortened(&image.target)))
            .help("write what it shows between the brackets: `![…](…)`");
    }
}
