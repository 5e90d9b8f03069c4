//! `link-empty`

use crate::diagnostic::Findings;
use crate::parse::prose::ReferenceKind;
use crate::rules::ProseDraft;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A link has no words, or leads nowhere.
    ///
    /// Without words there is nothing to click, and without an address nothing happens. Visitors wonder what is missing.
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
    /// ```
    LINK_EMPTY = { id: "P027", name: "link-empty", level: Warn, since: "0.1", check: Prose(check) }
}

fn check(prose: &ProseDraft<'_>, findings: &mut Findings<'_>) {
    let links = &prose.outline.links;
    for (at, link) in links.iter().enumerate().filter(|(_, link)| link.kind == ReferenceKind::Link) {
        let holds_image = links.get(at + 1).is_some_and(|next| next.kind == ReferenceKind::Image && next.span.end <= link.span.end);
        if link.text.is_empty() && !holds_image {
            findings
                .at(link.span, format!("link to `{}` has no words", shortened(&link.target)))
                .help("write between the brackets what is there: `[…](…)`");
        } else if matches!(link.target.trim(), "" | "#") {
            findings
                .at(link.span, format!("link `{}` leads nowhere", shortened(&link.text)))
                .help("write its address, or take the brackets away");
        }
    }
}
