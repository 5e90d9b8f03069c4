//! `invisible-space`

use super::broken::called;
use super::broken::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::Mistake;
use crate::rules::rule::rule;

rule! {
    /// A character that looks like a blank, or like nothing, stands where YAML needs a blank.
    ///
    /// It comes with text that was copied from a web page or a word processor. YAML reads it as a letter, and nobody sees why the line is wrong.
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

fn words(mistake: &Mistake) -> Option<Words> {
    let words = match mistake {
        Mistake::InvisibleIndentation(c) => {
            Words::new(format!("{} in front of this line, which YAML reads as a letter", called(*c)), "invisible here")
        }
        Mistake::InvisibleBehindColon { key, character } => {
            Words::new(format!("{} behind `{key}:`, where YAML needs a blank", called(*character)), "looks like a blank, or like nothing")
        }
        _ => return None,
    };
    Some(words.help("type the blanks anew").fix("take the invisible character away"))
}
