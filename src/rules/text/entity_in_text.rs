//! `entity-in-text`

use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::prose::without_entities;
use crate::parse::yaml::{Node, NodeKind};
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};

rule! {
    /// A text holds an entity of HTML.
    ///
    /// `&amp;` is how a web page writes `&`. Texts in YAML are no web pages: visitors read the letters, in names, cards and search results, and an address with
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

/// Keys whose text is Markdown, in which an entity is the character that it stands for.
const MARKDOWN: [&str; 1] = ["notes"];

fn check(document: &Document, findings: &mut Findings<'_>) {
    let text = document.text.as_deref().unwrap_or_default();
    if document.path.extension() != "yaml" || !text.contains('&') {
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
                let remark = findings.at(node.span, format!("`{}` holds an entity of HTML, which is shown as it stands", shortened(text)));
                match meant.contains('\n') {
                    true => remark.help("write the character itself, `&` for `&amp;`"),
                    false => remark.suggest(node.span, scalar(&meant)),
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
