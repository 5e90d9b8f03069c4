//! `text-truncated-by-comment`

use super::rows::each_text;
use crate::diagnostic::Findings;
use crate::format::{Document, StringFormat};
use crate::parse::yaml::NodeKind;
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};
use crate::source::Span;

rule! {
    /// A text ends before a `#`, and the rest of the line is lost.
    ///
    /// In YAML, a space and `#` start a comment. Someone who writes `#orders` for a channel, or `#1` for a rank, does not expect the text to end there.
    ///
    /// ```yaml,fails
    /// summary: Posts every order in the #orders channel
    /// ```
    /// ```yaml,passes
    /// summary: "Posts every order in the #orders channel"
    /// ```
    /// ```yaml,passes
    /// summary: Posts a line for every new order. # as agreed
    /// ```
    TEXT_TRUNCATED_BY_COMMENT = { id: "F081", name: "text-truncated-by-comment", former: ["text-cut-off"], level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let text = document.text.as_deref().unwrap_or_default();
    if !text.contains(" #") {
        return;
    }
    each_text(document, &mut |row, node, span| {
        let is_free = !matches!(row.bounds.format, Some(StringFormat::Email | StringFormat::Slug));
        // A required key without a value is missing, which another rule reports.
        let is_reported = node.is_null() && row.required;
        let NodeKind::Scalar { plain: true, .. } = node.kind else { return };
        if let Some(lost) = lost(text, span).filter(|_| is_free && !is_reported) {
            let written = text.get(lost.range()).unwrap_or_default();
            let finding = findings
                .at(lost, format!("the text ends before `{}`", shortened(written)))
                .label("read as a comment")
                .help("put the whole text in quotes, or add a space after `#` if it is a comment");
            let start = if node.is_null() { lost.start } else { span.start };
            let whole = Span { start, end: lost.end };
            if let Some(whole_text) = text.get(whole.range()).filter(|whole| !whole.contains('\n') && !whole.ends_with([',', ']', '}'])) {
                finding.suggest(whole, scalar(whole_text));
            }
        }
    });
}

/// Returns the rest of the line after the text at `span`, from a `#` that is directly followed by a character.
fn lost(text: &str, span: Span) -> Option<Span> {
    let rest = text.get(span.end as usize..)?.split(['\n', '\r']).next()?;
    // The span of an empty value is its colon.
    let behind = if span.start == span.end { rest.trim_start_matches(':') } else { rest };
    let finding = behind.trim_start_matches([' ', '\t']);
    let is_lost = finding.len() < behind.len() && finding.strip_prefix('#')?.starts_with(|c: char| !c.is_whitespace() && c != '#');
    let start = span.end as usize + rest.len() - finding.len();
    is_lost.then(|| Span::new(start..start + finding.trim_end().len()))
}
