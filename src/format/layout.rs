//! The layout of a YAML file: where lines begin and end, the dashes of lists, the quotes of values. Knows places in a text; knows no key.

use crate::source::{Span, Spanned};

/// The dash of an entry in a list of lines.
#[derive(Debug)]
pub(crate) struct Dash<'text> {
    /// Where its line begins.
    pub(crate) line: usize,
    /// The spaces before it.
    pub(crate) indent: &'text str,
    /// The spaces after it.
    pub(crate) gap: &'text str,
}

impl<'text> Dash<'text> {
    /// The dash before the entry at `span`.
    pub(crate) fn of(text: &'text str, span: Span) -> Option<Self> {
        let start = span.start as usize;
        let before = text.get(..start)?.trim_end_matches([' ', '\t', '\r', '\n']).strip_suffix('-')?;
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        let indent = before.get(line..)?;
        let gap = text.get(before.len() + 1..start).filter(|gap| !gap.contains('\n')).unwrap_or(" ");
        indent.bytes().all(|byte| byte == b' ').then_some(Self { line, indent, gap })
    }

    /// `lines` as an entry.
    pub(crate) fn block(&self, lines: &[String]) -> String {
        let within = " ".repeat(self.indent.len() + 1 + self.gap.len());
        let line = |(n, line): (usize, &String)| match (n, line.is_empty()) {
            (0, _) => format!("{}-{}{line}\n", self.indent, self.gap),
            (_, true) => "\n".to_owned(),
            (_, false) => format!("{within}{line}\n"),
        };
        lines.iter().enumerate().map(line).collect()
    }
}

/// The start of the line that `at` is in.
pub(crate) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// The start of the line after the value that ends at `end`; the end of the text when there is none.
pub(crate) fn line_after(text: &str, end: usize) -> Option<usize> {
    let end = text.get(..end)?.trim_end().len();
    Some(text.get(end..)?.find('\n').map_or(text.len(), |newline| end + newline + 1))
}

/// The end of the colon after `key`.
pub(crate) fn after_colon(text: &str, key: &Spanned<Box<str>>) -> Option<usize> {
    let end = key.span.end as usize;
    Some(end + text.get(end..)?.find(':')? + 1)
}

/// `written` in the quotes of the value at `span`, if that has any.
pub(crate) fn quoted_like(text: &str, span: Option<Span>, written: String) -> String {
    let quote = span.and_then(|span| text.get(span.range())?.chars().next()).filter(|quote| matches!(quote, '"' | '\''));
    match quote {
        Some(quote) if !written.contains(['"', '\'', '\\']) => format!("{quote}{written}{quote}"),
        _ => written,
    }
}
