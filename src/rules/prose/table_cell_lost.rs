//! `table-cell-lost`

use crate::diagnostic::Findings;
use crate::parse::prose::LossKind;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A table does not show a part of a row.
    ///
    /// In a table, every `|` begins a new cell, even within code. Cells beyond the columns of the header are not shown, here or on a forge.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// | Key | Value |
    /// | --- | ----- |
    /// | a | b | c |
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// | Key | Value |
    /// | --- | ----- |
    /// | `on | off` | A switch |
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// | Key | Value |
    /// | --- | ----- |
    /// | `on \| off` | A switch |
    /// ```
    TABLE_CELL_LOST = { id: "P031", name: "table-cell-lost", level: Warn, since: "0.1", check: Markdown(check) }
}

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    for loss in &prose.outline.losses {
        let written = prose.text.get(loss.span.range()).unwrap_or_default();
        match &loss.kind {
            LossKind::CutCode { n_surplus } => {
                let lost = match n_surplus {
                    0 => String::new(),
                    1 => ", and the last cell of the row is not shown".to_owned(),
                    n => format!(", and the last {n} cells of the row are not shown"),
                };
                findings.at(loss.span, format!("`|` in code ends the cell{lost}")).label("cut in two").suggest(loss.span, escaped(written));
            }
            LossKind::SurplusCells { n_cells, n_columns } => {
                findings
                    .at(
                        loss.span,
                        format!(
                            "the row has {n_cells} cells and the table {n_columns} columns: `{}` is not shown",
                            shortened(written.trim())
                        ),
                    )
                    .help("add the column to the header, or write `\\|` for a `|` inside a cell");
            }
            _ => {}
        }
    }
}

/// `code` with a backslash before each `|` that has none.
fn escaped(code: &str) -> String {
    let mut out = String::with_capacity(code.len() + 4);
    let mut is_escaped = false;
    for char in code.chars() {
        if char == '|' && !is_escaped {
            out.push('\\');
        }
        is_escaped = char == '\\' && !is_escaped;
        out.push(char);
    }
    out
}
