//! `image-alt-uninformative`

use crate::diagnostic::Findings;
use crate::parse::prose::ReferenceKind;
use crate::rules::ProseDraft;
use crate::rules::alt::says_nothing;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// The words for an image are the name of a file.
    ///
    /// Those who cannot see the image hear "img underscore 2041 dot png". What it shows, in a few words, is what they need, and what
    /// everybody reads while the image has not arrived.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// ![screenshot-1.png](screenshots/a.svg)
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// ![The form with the key filled in](screenshots/a.svg)
    /// ```
    IMAGE_ALT_UNINFORMATIVE = { id: "P026", name: "image-alt-uninformative", former: ["image-alt-says-nothing"], level: Warn, since: "0.1", check: Prose(check) }
}

fn check(prose: &ProseDraft<'_>, findings: &mut Findings<'_>) {
    for image in prose.outline.links.iter().filter(|link| link.kind == ReferenceKind::Image) {
        if says_nothing(&image.text, &image.target) {
            findings
                .at(image.span, format!("`{}` says nothing about the image", shortened(&image.text)))
                .help("say what it shows between the brackets: `![…](…)`");
        }
    }
}
