//! `image-alt-uninformative`

use crate::diagnostic::Findings;
use crate::parse::prose::ReferenceKind;
use crate::rules::RawProse;
use crate::rules::alt::says_nothing;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// The alternative text of an image is a file name.
    ///
    /// Visitors who cannot see the image hear "img underscore 2041 dot png". They need a few words that say what it shows, and
    /// everyone reads these until the image has loaded.
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

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    for image in prose.outline.links.iter().filter(|link| link.kind == ReferenceKind::Image) {
        if says_nothing(&image.text, &image.target) {
            findings
                .at(image.span, format!("`{}` says nothing about the image", shortened(&image.text)))
                .help("write what it shows between the brackets: `![…](…)`");
        }
    }
}
