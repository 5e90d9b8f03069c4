//! `raw-html`

use std::collections::BTreeSet;

use crate::diagnostic::Findings;
use crate::parse::prose::LossKind;
use crate::rules::ProseDraft;
use crate::rules::rule::rule;

rule! {
    /// HTML in a text does not do on the page what it does elsewhere.
    ///
    /// HTML of strangers could change the page around it or run in the visitor's browser. Pages show what Markdown has no sign for: `<kbd>`, `<sub>`,
    /// `<details>`, tables, lists, images and links among it, without classes and styles. Of other elements only the words stay.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// <button>Install it</button>
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Open <region> first.
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Press <kbd>Esc</kbd> and open `<region>`.
    ///
    /// <details><summary>More</summary>Choose one.</details>
    /// ```
    RAW_HTML = { id: "P004", name: "raw-html", level: Info, since: "0.1", check: Markdown(check) }
}

fn check(prose: &ProseDraft<'_>, findings: &mut Findings<'_>) {
    // Once for each element: who has read of one knows of the others.
    let mut told = BTreeSet::new();
    for loss in &prose.outline.losses {
        match &loss.kind {
            LossKind::Dropped(name) if told.insert(name) => {
                findings
                    .at(loss.span, format!("`<{name}>` is not taken over: only the words in it are shown"))
                    .help("write it in Markdown, or put an example of HTML into backquotes");
            }
            LossKind::UnknownTag(name) if told.insert(name) => {
                findings
                    .at(loss.span, format!("`<{name}>` is no element of HTML, and shown as it stands"))
                    .help("put it into backquotes; a forge leaves it out");
            }
            _ => {}
        }
    }
}
