//! `text-not-indented`

use super::broken::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::Mistake;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A text of several lines is not indented below the key it belongs to.
    ///
    /// A line at the margin begins a new key. Where the text goes on there, YAML looks for a colon and finds none.
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

fn words(mistake: &Mistake) -> Option<Words> {
    let words = match mistake {
        Mistake::TextNotIndented(text) => {
            Words::new(format!("`{}` goes on with the text above and is not indented", shortened(text)), "no key, and not indented")
        }
        Mistake::QuotedTextNotIndented => {
            Words::new("the text in quotes goes on here and is not indented", "not indented").other("the text begins here")
        }
        Mistake::BlockTextNotIndented(key) => Words::new(format!("the text of `{key}` is not indented below it"), "not indented"),
        Mistake::TextBehindBlockMark(mark) => {
            let message = format!("text on the line of `{mark}`, which announces lines of text below");
            return Some(
                Words::new(message, "belongs on the next line")
                    .help(format!("leave `{mark}` out, or begin the text on the next line, indented"))
                    .fix("begin the text on the next line"),
            );
        }
        _ => return None,
    };
    Some(words.help("indent every line of the text by two blanks more than its key").fix("indent the text"))
}
