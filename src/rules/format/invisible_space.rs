//! `invisible-space`

use super::mistakes::called;
use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;

rule! {
    /// A character that looks like a space, or like nothing, is where YAML needs a space.
    ///
    /// It comes with text that was copied from a web page or a word processor. YAML reads it as a letter, and nobody can see why the line is wrong.
    ///
    /// ```yaml,fails
    #[doc = " license:\u{a0}MIT"]
    /// ```
    /// ```yaml,passes
    /// license: MIT
    /// ```
    INVISIBLE_SPACE = { id: "F061", name: "invisible-space", former: ["invisible-blank"], level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let words = match mistake {
        MistakeKind::InvisibleIndentation(c) => {
            Words::new(format!("{} at the start of this line, which YAML reads as a letter", called(*c)), "invisible here")
        }
        MistakeKind::InvisibleAfterColon { key, character } => {
            Words::new(format!("{} after `{key}:`, where YAML needs a space", called(*character)), "looks like a space, or like nothing")
        }
        _ => return None,
    };
    Some(words.help("retype the spaces").fix("remove the invisible character"))
}
