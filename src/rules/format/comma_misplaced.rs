//! `comma-misplaced`

use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;

rule! {
    /// A comma is missing between brackets, is there twice, or follows a value that needs none.
    ///
    /// Between brackets, each comma separates two entries. Values on lines of their own need none.
    ///
    /// ```yaml,fails
    /// tags: [crm,, finance]
    /// ```
    /// ```yaml,passes
    /// tags: [crm, finance]
    /// ```
    COMMA_MISPLACED = { id: "F073", name: "comma-misplaced", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let words = match mistake {
        MistakeKind::MissingComma => Words::new("missing comma before this entry", "the next entry")
            .help("add a comma between the entries")
            .fix("add a comma between the entries"),
        MistakeKind::DuplicateComma => {
            Words::new("no entry before this comma", "one comma too many").help("remove the comma").fix("remove the comma")
        }
        MistakeKind::MarkAfterValue(mark) => Words::new(format!("unexpected `{mark}` after a value"), "not needed")
            .help("a value ends at the end of its line")
            .fix(format!("remove `{mark}`")),
        _ => return None,
    };
    Some(words)
}
