//! `tab-indentation`

use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;

rule! {
    /// A line is indented with tabs.
    ///
    /// YAML allows only spaces for indentation: a tab is two, four or eight spaces wide, depending on the editor, so nobody could say what belongs to what.
    ///
    /// ```yaml,fails
    /// install:
    #[doc = " \turl: https://acme.example/install"]
    /// ```
    /// ```yaml,passes
    /// install:
    ///   url: https://acme.example/install
    /// ```
    TAB_INDENTATION = { id: "F060", name: "tab-indentation", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let words = match mistake {
        MistakeKind::TabIndentation { n_lines: 1 } => Words::new("this line is indented with a tab", "a tab"),
        MistakeKind::TabIndentation { n_lines } => Words::new(format!("{n_lines} lines are indented with tabs"), "a tab"),
        MistakeKind::BlockTextBeginsWithTab => Words::new("this text is indented with a tab", "a tab"),
        _ => return None,
    };
    Some(words.help("YAML allows only spaces for indentation: use two for each level").fix("replace the tabs with spaces"))
}
