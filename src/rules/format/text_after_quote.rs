//! `text-after-quote`

use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// Text follows a closing quote, often because the text itself contains a quote.
    ///
    /// The text ends at the second quote. What follows belongs to nothing.
    ///
    /// ```yaml,fails
    /// summary: 'Posts Acme's orders to a channel.'
    /// ```
    /// ```yaml,passes
    /// summary: "Posts Acme's orders to a channel."
    /// ```
    TEXT_AFTER_QUOTE = { id: "F067", name: "text-after-quote", former: ["text-behind-quote"], level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let words = match mistake {
        MistakeKind::QuoteInsideQuotes(quote) => {
            Words::new(format!("the text ends at this `{quote}`, but more text follows"), "ends the text")
                .other("the text begins here")
                .help(if *quote == '"' {
                    "put the text in single quotes"
                } else {
                    "put the text in double quotes, or write the quote twice"
                })
                .fix("use the other kind of quotes")
        }
        MistakeKind::TextAfterQuote(text) => {
            Words::new(format!("unexpected `{}` after the closing quote", shortened(text)), "not part of the text")
                .help("put the whole text in quotes")
                .fix("put the whole text in quotes")
        }
        _ => return None,
    };
    Some(words)
}
