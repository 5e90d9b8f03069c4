//! `raw-html`

use crate::diagnostic::Findings;
use crate::rules::ProseDraft;
use crate::rules::rule::rule;

rule! {
    /// A text holds HTML, which is not taken over.
    ///
    /// HTML of strangers could change the page around it or run in the visitor's browser. Everything a description needs can be written
    /// in Markdown.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// <details><summary>More</summary>Install it.</details>
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Install it.
    /// ```
    RAW_HTML = { id: "P004", name: "raw-html", level: Info, since: "0.1", check: Prose(check) }
}

fn check(prose: &ProseDraft<'_>, findings: &mut Findings<'_>) {
    if let Some(span) = prose.outline.has_raw_html {
        findings
            .at(span, format!("`{}` holds HTML, which is left out", prose.document.path.file_name()))
            .help("write it in Markdown, or put `<` and `>` of an example into backquotes");
    }
}
