//! `list-malformed`

use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;

rule! {
    /// A list is written as in another language, or begins on the line of its key.
    ///
    /// In YAML, a list item is a dash followed by a space, on a line of its own. An asterisk or a number has another meaning, or none.
    ///
    /// ```yaml,fails
    /// tags:
    ///   * crm
    ///   * finance
    /// ```
    /// ```yaml,passes
    /// tags:
    ///   - crm
    ///   - finance
    /// ```
    LIST_MALFORMED = { id: "F065", name: "list-malformed", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let words = match mistake {
        MistakeKind::Bullet(mark) => Words::new(format!("list item begins with `{mark}` instead of `-`"), "a list item")
            .help("begin every item with a dash and a space")
            .fix(format!("write `-` instead of `{mark}`")),
        MistakeKind::ListOnKeyLine(key) => Words::new(format!("the list of `{key}` begins on the line of its key"), "the first item")
            .help("begin the list on the next line")
            .fix("begin the list on the next line"),
        _ => return None,
    };
    Some(words)
}
