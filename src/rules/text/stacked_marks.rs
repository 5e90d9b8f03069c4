//! `stacked-marks`

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::canonical_combining_class;

use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::yaml::{Node, NodeKind};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::source::Span;

rule! {
    /// A letter has more combining marks than any language uses.
    ///
    /// Such marks pile up over the lines around them, cover other listings in a list, and hide the word. Four marks on a letter, and none of them twice, are
    /// enough for every script ([UTS #39](https://www.unicode.org/reports/tr39/#Optional_Detection)).
    ///
    /// ```yaml,fails
    /// summary: "Posts a\u0300\u0301\u0302\u0303\u0304 line."
    /// ```
    /// ```yaml,passes
    /// summary: "Việt Nam, שָׁלוֹם and e\u0301."
    /// ```
    STACKED_MARKS = { id: "P190", name: "stacked-marks", level: Warn, since: "0.1", check: Document(check) }
}

/// Most marks on one letter.
const MOST_MARKS: usize = 4;

fn check(document: &Document, findings: &mut Findings<'_>) {
    let text = document.text.as_deref().unwrap_or_default();
    // Without two marks in a row, and without an escape that could be one, there is nothing to report.
    let has_escape = || ["\\u", "\\U", "\\x"].iter().any(|escape| text.contains(escape));
    if !document.path.has_ending("yaml") || !(text.chars().any(|c| !c.is_ascii() && is_mark(c)) || has_escape()) {
        return;
    }
    let mut found = Vec::new();
    if let Some(root) = document.tree() {
        visit(root, &mut found);
    }
    for (span, piled) in found {
        findings
            .at(span, format!("`{}` has a letter with more combining marks than any language uses", shortened(&piled)))
            .help("remove the marks");
    }
}

fn visit(node: &Node, found: &mut Vec<(Span, String)>) {
    match &node.kind {
        NodeKind::Scalar { text, .. } if is_piled(text) => found.push((node.span, text.nfd().filter(|c| !is_mark(*c)).collect())),
        NodeKind::Scalar { .. } | NodeKind::Unread => {}
        NodeKind::Sequence(items) => items.iter().for_each(|item| visit(item, found)),
        NodeKind::Mapping(entries) => entries.iter().for_each(|(_, value)| visit(value, found)),
    }
}

fn is_mark(c: char) -> bool {
    canonical_combining_class(c) != 0
}

fn is_piled(text: &str) -> bool {
    let (mut n_marks, mut last) = (0, None);
    for c in text.nfd() {
        if !is_mark(c) {
            (n_marks, last) = (0, None);
            continue;
        }
        n_marks += 1;
        if n_marks > MOST_MARKS || last == Some(c) {
            return true;
        }
        last = Some(c);
    }
    false
}
