//! `raw-html`

use std::collections::BTreeSet;

use crate::diagnostic::Findings;
use crate::parse::prose::LossKind;
use crate::rules::RawProse;
use crate::rules::rule::rule;

rule! {
    /// HTML in a text does not work on the page as it does elsewhere.
    ///
    /// HTML from strangers could change the page around it or run code in the visitor's browser. Pages keep only elements for which Markdown has no syntax, such as `<kbd>`, `<sub>`,
    /// `<details>`, tables, lists, images and links, without classes and styles. Of other elements, only the text is kept.
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

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    // Once for each element: one finding is enough to look for the others.
    let mut told = BTreeSet::new();
    for loss in &prose.outline.losses {
        match &loss.kind {
            LossKind::Dropped(name) if told.insert(name) => {
                findings
                    .at(loss.span, format!("`<{name}>` is removed: only the text in it is shown"))
                    .help("write it in Markdown, or put an HTML example in backticks");
            }
            LossKind::UnknownTag(name) if told.insert(name) => {
                findings
                    .at(loss.span, format!("`<{name}>` is not an HTML element, and is shown as text"))
                    .help("put it in backticks; a forge removes it");
            }
            _ => {}
        }
    }
}
