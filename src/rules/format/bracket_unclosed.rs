//! `bracket-unclosed`

use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;

rule! {
    /// A bracket or brace is not closed, or is closed with the wrong one.
    ///
    /// Everything below is read as part of the list or group that it opens.
    ///
    /// ```yaml,fails
    /// tags: [crm
    /// license: MIT
    /// ```
    /// ```yaml,passes
    /// tags: [crm]
    /// license: MIT
    /// ```
    BRACKET_UNCLOSED = { id: "F071", name: "bracket-unclosed", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let closing = |open: char| if open == '[' { ']' } else { '}' };
    let words = match mistake {
        MistakeKind::UnclosedBracket(open) => Words::new(format!("`{open}` is never closed"), "not closed")
            .help(format!("close it with `{}`", closing(*open)))
            .fix(format!("close it with `{}`", closing(*open))),
        MistakeKind::MismatchedBracket { open, close } => {
            Words::new(format!("`{open}` is closed with `{close}`"), format!("`{}` belongs here", closing(*open)))
                .other("opened here")
                .help("close a list with `]` and a group of keys with `}`")
                .fix(format!("write `{}`", closing(*open)))
        }
        _ => return None,
    };
    Some(words)
}
