//! `wrong-indentation`

use super::broken::blanks;
use super::broken::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::Mistake;
use crate::rules::rule::rule;

rule! {
    /// A key, a list item or a line of text stands deeper or less deep than what it belongs to.
    ///
    /// In YAML the blanks in front say what belongs to what. One blank too many and a key belongs to another group, or to none.
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

fn words(mistake: &Mistake) -> Option<Words> {
    let words = match mistake {
        Mistake::WrongIndent { key, column, expected, sibling } => {
            Words::new(format!("`{key}` is indented by {}, and `{sibling}` by {}", blanks(*column), blanks(*expected)), "not in line")
                .other("the keys of this group begin here")
                .help("keys of one group stand in one column; what belongs to a key stands two blanks deeper than it")
                .fix(if *expected == 0 {
                    format!("take the blanks in front of `{key}` away")
                } else {
                    format!("indent `{key}` by {}", blanks(*expected))
                })
        }
        Mistake::ItemOutOfLine { column, expected } => {
            Words::new(format!("list item is indented by {}, and the one above by {}", blanks(*column), blanks(*expected)), "not in line")
                .other("the items of this list begin here")
                .help("the dashes of one list stand in one column")
                .fix(format!("indent the item by {}", blanks(*expected)))
        }
        Mistake::BlockTextOutOfLine { expected } => Words::new(
            format!("line is less deep than the first line of its text, which is indented by {}", blanks(*expected)),
            "not in line",
        )
        .help("indent every line of the text at least as deep as its first")
        .fix(format!("indent the text by {}", blanks(*expected))),
        _ => return None,
    };
    Some(words)
}
