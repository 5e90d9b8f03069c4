//! `remote-image`

use crate::diagnostic::Findings;
use crate::parse::prose::ReferenceKind;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// An image is on another site; the page shows a link to it instead.
    ///
    /// A browser that loads it would tell that site who reads which page, and the image can change or vanish after the review.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// ![A black square](https://images.example/a.png)
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// ![A black square](screenshots/a.svg)
    /// ```
    REMOTE_IMAGE = { id: "P003", name: "remote-image", level: Info, since: "0.1", check: Prose(check) }
}

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    for image in prose.outline.links.iter().filter(|link| link.kind == ReferenceKind::Image) {
        if image.target.contains("://") || image.target.starts_with("//") {
            findings
                .at(image.span, format!("image `{}` is on another site", shortened(&image.target)))
                .label("shown as a link")
                .help("put the file in this folder and use its path");
        }
    }
}
