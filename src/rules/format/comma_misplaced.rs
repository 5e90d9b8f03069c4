//! `comma-misplaced`

use super::broken::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::Mistake;
use crate::rules::rule::rule;

rule! {
    /// A comma is missing between brackets, is there twice, or stands behind a value where other languages want one.
    ///
    /// Between brackets each comma divides two entries. On lines of their own values need none.
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

fn words(mistake: &Mistake) -> Option<Words> {
    let words = match mistake {
        Mistake::MissingComma => Words::new("no comma divides this from the entry before it", "the next entry")
            .help("put a comma between the entries")
            .fix("put a comma between the entries"),
        Mistake::DoubledComma => {
            Words::new("nothing stands in front of this comma", "one too many").help("take it away").fix("take the comma away")
        }
        Mistake::MarkBehindValue(mark) => Words::new(format!("`{mark}` stands behind a value, where YAML wants nothing"), "not needed")
            .help("end a value with the end of its line")
            .fix(format!("take `{mark}` away")),
        _ => return None,
    };
    Some(words)
}
