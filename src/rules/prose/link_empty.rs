//! `link-empty`

use crate::diagnostic::Findings;
use crate::parse::prose::ReferenceKind;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A link has no text, or no target.
    ///
    /// Without a text there is nothing to click, and without a URL nothing happens. Visitors wonder what is missing.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// See [](https://acme.example/guide).
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// See [the guide]().
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// See [the guide](https://acme.example/guide).
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// [![A square](screenshots/a.svg)](https://acme.example/)
    /// <a href="https://acme.example/"><img src="screenshots/a.svg"></a>
    /// ```
    LINK_EMPTY = { id: "P027", name: "link-empty", level: Warn, since: "0.1", check: Prose(check) }
}

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    for link in prose.outline.links.iter().filter(|link| link.kind == ReferenceKind::Link) {
        if link.text.is_empty() && !link.has_image {
            findings
                .at(link.span, format!("link to `{}` has no text", shortened(&link.target)))
                .help("write the link text between the brackets: `[…](…)`");
        } else if matches!(link.target.trim(), "" | "#") {
            findings.at(link.span, format!("link `{}` has no target", shortened(&link.text))).help("add its URL, or remove the brackets");
        }
    }
}
