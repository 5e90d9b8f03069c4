//! `wrong-indentation`

use super::mistakes::spaces;
use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;

rule! {
    /// A key, a list item or a line of text is indented too far or not far enough.
    ///
    /// In YAML, the indentation says what belongs to what. With one space too many, a key belongs to another group, or to none.
    ///
    /// ```yaml,fails
    /// support:
    ///   email: help@acme.example
    ///     url: https://acme.example/help
    /// ```
    /// ```yaml,passes
    /// support:
    ///   email: help@acme.example
    ///   url: https://acme.example/help
    /// ```
    WRONG_INDENTATION = { id: "F062", name: "wrong-indentation", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let words = match mistake {
        MistakeKind::WrongIndent { key, column, expected, sibling } => {
            Words::new(format!("`{key}` is indented by {}, but `{sibling}` by {}", spaces(*column), spaces(*expected)), "not aligned")
                .other("the keys of this group begin here")
                .help("align the keys of a group; indent what belongs to a key two spaces deeper")
                .fix(if *expected == 0 {
                    format!("remove the spaces before `{key}`")
                } else {
                    format!("indent `{key}` by {}", spaces(*expected))
                })
        }
        MistakeKind::ItemOutOfLine { column, expected } => {
            Words::new(format!("list item is indented by {}, but the one above by {}", spaces(*column), spaces(*expected)), "not aligned")
                .other("the items of this list begin here")
                .help("align the dashes of a list")
                .fix(format!("indent the item by {}", spaces(*expected)))
        }
        MistakeKind::BlockTextOutOfLine { expected } => Words::new(
            format!("line is indented less than the first line of its text, which is indented by {}", spaces(*expected)),
            "not aligned",
        )
        .help("indent every line of the text at least as far as its first")
        .fix(format!("indent the text by {}", spaces(*expected))),
        _ => return None,
    };
    Some(words)
}
