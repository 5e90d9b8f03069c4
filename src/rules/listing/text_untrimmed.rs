//! `text-untrimmed`

use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::yaml::{Node, NodeKind};
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};

rule! {
    /// A text begins or ends with a space.
    ///
    /// Invisible spaces make two equal names different: `"Slack "` is not the app `Slack`, and a search for the exact name misses it.
    ///
    /// ```yaml,fails
    /// summary: " Posts a line for every new order. "
    /// ```
    /// ```yaml,passes
    /// summary: "Posts a line for every new order."
    /// ```
    TEXT_UNTRIMMED = { id: "L210", name: "text-untrimmed", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let text = document.text.as_deref().unwrap_or_default();
    // Only a quoted text can contain such a space; few files need the second reading.
    if may_hold_one(text)
        && let Some(root) = document.tree()
    {
        visit(root, "", text, findings);
    }
}

/// Keys of prose, where a space at the beginning or the end has no effect.
const PROSE: [&str; 8] = ["alt", "caption", "description", "note", "notes", "path_note", "reason", "text"];

/// Whether a quote opens before a space, or closes after one.
fn may_hold_one(text: &str) -> bool {
    let is_quote = |byte: u8| matches!(byte, b'"' | b'\'');
    let opens = |a: u8| matches!(a, b' ' | b'[' | b'{' | b',');
    let closes = |c: u8| matches!(c, b'\n' | b'\r' | b',' | b']' | b'}' | b' ' | b':');
    let triples = text.as_bytes().windows(3);
    triples.into_iter().any(|w| is_quote(w[1]) && ((opens(w[0]) && w[2] == b' ') || (w[0] == b' ' && closes(w[2]))))
}

/// Looks through `node`, the value of `key` in a file with the text `text`.
fn visit(node: &Node, key: &str, text: &str, findings: &mut Findings<'_>) {
    match &node.kind {
        NodeKind::Scalar { text: value, .. } => {
            let is_quoted = text.get(node.span.range()).is_some_and(|raw| raw.starts_with(['"', '\'']));
            let trimmed = value.trim();
            let is_line = !value.trim_matches(' ').contains('\n') && !PROSE.contains(&key);
            if is_quoted && is_line && trimmed.len() < value.len() && !trimmed.is_empty() {
                let does = match (value.starts_with(trimmed), value.ends_with(trimmed)) {
                    (true, _) => "ends",
                    (_, true) => "begins",
                    _ => "begins and ends",
                };
                findings.at(node.span, format!("`{}` {does} with a space", shortened(trimmed))).fix(node.span, scalar(trimmed));
            }
        }
        NodeKind::Sequence(items) => items.iter().for_each(|item| visit(item, key, text, findings)),
        NodeKind::Mapping(entries) => entries.iter().for_each(|(key, value)| visit(value, &key.value, text, findings)),
        NodeKind::Unread => {}
    }
}
