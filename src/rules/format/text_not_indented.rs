//! `text-not-indented`

use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A text of several lines is not indented below its key.
    ///
    /// A line at the margin begins a new key. If the text continues there, YAML looks for a colon and finds none.
    ///
    /// ```yaml,fails
    /// summary: Posts a line for
    /// every new order.
    /// ```
    /// ```yaml,passes
    /// summary: Posts a line for
    ///   every new order.
    /// ```
    TEXT_NOT_INDENTED = { id: "F063", name: "text-not-indented", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let words = match mistake {
        MistakeKind::TextNotIndented(text) => {
            Words::new(format!("`{}` continues the text above, but is not indented", shortened(text)), "not a key, and not indented")
        }
        MistakeKind::QuotedTextNotIndented => {
            Words::new("the quoted text continues here, but is not indented", "not indented").other("the text begins here")
        }
        MistakeKind::BlockTextNotIndented(key) => Words::new(format!("the text of `{key}` is not indented below it"), "not indented"),
        MistakeKind::TextAfterBlockMark(mark) => {
            let message = format!("text on the line of `{mark}`, which starts a text on the lines below");
            return Some(
                Words::new(message, "belongs on the next line")
                    .help(format!("remove `{mark}`, or begin the text on the next line, indented"))
                    .fix("begin the text on the next line"),
            );
        }
        _ => return None,
    };
    Some(words.help("indent every line of the text two spaces deeper than its key").fix("indent the text"))
}
