//! `quote-unclosed`

use super::mistakes::{Words, name_mistakes, shown};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;

rule! {
    /// A quoted text is not closed, or is closed with another quote than it was opened with.
    ///
    /// Everything that follows is read as part of the text, up to the next quote or the end of the file.
    ///
    /// ```yaml,fails
    /// summary: "Posts a line for every order.
    /// license: MIT
    /// ```
    /// ```yaml,passes
    /// summary: "Posts a line for every order."
    /// license: MIT
    /// ```
    QUOTE_UNCLOSED = { id: "F066", name: "quote-unclosed", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let words = match mistake {
        MistakeKind::UnclosedQuote(quote) => Words::new(format!("the quote `{quote}` is never closed"), "not closed")
            .help(format!("close the text with `{quote}`, or remove both quotes"))
            .fix(format!("close the text with `{quote}`")),
        MistakeKind::WrongClosingQuote { opened, closed } => {
            Words::new(format!("text that begins with {} ends with {}", shown(*opened), shown(*closed)), format!("`{opened}` belongs here"))
                .other("opened here")
                .help("close the text with the quote that opened it")
                .fix(format!("write `{opened}`"))
        }
        _ => return None,
    };
    Some(words)
}
