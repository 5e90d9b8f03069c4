//! `yaml-merge-conflict`

use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;

rule! {
    /// A merge left both sides of a conflict in the file.
    ///
    /// Git could not decide which change to keep and marked the place. Until someone decides, the file says two things at once.
    ///
    /// ```yaml,fails
    /// <<<<<<< HEAD
    /// license: MIT
    /// =======
    /// license: Apache-2.0
    /// >>>>>>> update-licence
    /// ```
    /// ```yaml,passes
    /// license: Apache-2.0
    /// ```
    YAML_MERGE_CONFLICT = { id: "F077", name: "yaml-merge-conflict", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let MistakeKind::Conflict = mistake else { return None };
    let words = Words::new("unresolved merge conflict", "begins here").other("ends here");
    Some(words.help("keep one of the two sides, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`"))
}
