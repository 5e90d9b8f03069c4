//! `image-without-alt`

use crate::diagnostic::Findings;
use crate::parse::prose::ReferenceKind;
use crate::rules::ProseDraft;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// An image in a text has no words for those who cannot see it.
    ///
    /// Screen readers would read out a file name or nothing at all. The words are shown to everyone as long as the image has not
    /// arrived.
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

fn check(prose: &ProseDraft<'_>, findings: &mut Findings<'_>) {
    for image in prose.outline.links.iter().filter(|link| link.kind == ReferenceKind::Image && link.text.trim().is_empty()) {
        findings
            .at(image.span, format!("image `{}` has no words for those who cannot see it", shortened(&image.target)))
            .help("say what it shows between the brackets: `![…](…)`");
    }
}
