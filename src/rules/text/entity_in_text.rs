//! `entity-in-text`

use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::prose::without_entities;
use crate::parse::yaml::{Node, NodeKind};
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};

rule! {
    /// A text contains an HTML entity.
    ///
    /// `&amp;` is how HTML writes `&`. Texts in YAML are not HTML: visitors see the letters, in names, cards and search results, and a URL with
    /// `&amp;` in it leads elsewhere.
    ///
    /// ```yaml,fails
    /// summary: Posts questions &amp; answers to a channel.
    /// ```
    /// ```yaml,passes
    /// summary: Posts questions & answers to a channel.
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 1.0.0, date: 2026-01-02, notes: "Reads &lt;br&gt; in notes, which are Markdown."}
    /// ```
    ENTITY_IN_TEXT = { id: "P107", name: "entity-in-text", level: Warn, since: "0.1", check: Document(check) }
}

/// Keys whose text is Markdown, in which an entity is decoded.
const MARKDOWN: [&str; 1] = ["notes"];

fn check(document: &Document, findings: &mut Findings<'_>) {
    let text = document.text.as_deref().unwrap_or_default();
    if !document.path.has_ending("yaml") || !text.contains('&') {
        return;
    }
    if let Some(root) = document.tree() {
        visit(root, findings);
    }
}

fn visit(node: &Node, findings: &mut Findings<'_>) {
    match &node.kind {
        NodeKind::Scalar { text, .. } => {
            if let Some(meant) = without_entities(text) {
                let finding = findings.at(node.span, format!("`{}` contains an HTML entity, which is shown as text", shortened(text)));
                match meant.contains('\n') {
                    true => finding.help("write the character itself, such as `&` for `&amp;`"),
                    false => finding.suggest(node.span, scalar(&meant)),
                };
            }
        }
        NodeKind::Sequence(items) => items.iter().for_each(|item| visit(item, findings)),
        NodeKind::Mapping(entries) => {
            for (key, value) in entries {
                if !MARKDOWN.contains(&&*key.value) {
                    visit(value, findings);
                }
            }
        }
        NodeKind::Unread => {}
    }
}
