//! `colon-missing`

use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A line has no colon between its key and its value, or another character in its place.
    ///
    /// A line that is neither a key, a list item nor part of a text has no meaning.
    ///
    /// ```yaml,fails
    /// license = MIT
    /// ```
    /// ```yaml,passes
    /// license: MIT
    /// ```
    COLON_MISSING = { id: "F074", name: "colon-missing", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let words = match mistake {
        MistakeKind::NoColon { word, has_more: true } => {
            Words::new(format!("missing colon after `{}`", shortened(word)), "neither a key nor an item").fix(format!("write `{word}:`"))
        }
        MistakeKind::NoColon { word, .. } => {
            Words::new(format!("`{}` is on a line of its own without a colon", shortened(word)), "neither a key nor an item")
                .fix(format!("write `{word}:`"))
        }
        MistakeKind::OtherSign { key, sign } => {
            Words::new(format!("expected a colon after `{key}`, found `{sign}`"), "not a colon").fix(format!("write `{key}:`"))
        }
        _ => return None,
    };
    Some(words.help("write a colon and a space between a key and its value"))
}
