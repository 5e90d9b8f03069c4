//! `yaml-control-character`

use super::mistakes::called;
use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;

rule! {
    /// The text contains a control character.
    ///
    /// Such characters come from terminals and damaged files, are invisible in an editor, and are forbidden in YAML.
    ///
    /// ```yaml,fails
    #[doc = " summary: Posts a\u{1b}[1m line"]
    /// ```
    /// ```yaml,passes
    /// summary: Posts a line
    /// ```
    YAML_CONTROL_CHARACTER = { id: "F076", name: "yaml-control-character", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let MistakeKind::ControlCharacter(c) = mistake else { return None };
    let words = Words::new(format!("control character {} in this text", called(*c)), "invisible");
    Some(words.help("retype the text").fix("remove the character"))
}
