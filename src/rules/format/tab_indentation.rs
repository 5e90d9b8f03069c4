//! `tab-indentation`

use super::broken::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::Mistake;
use crate::rules::rule::rule;

rule! {
    /// A line is indented with tabs.
    ///
    /// YAML takes blanks only: a tab is two, four or eight of them wide, depending on who looks, so that nobody could say what belongs to what.
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

fn words(mistake: &Mistake) -> Option<Words> {
    let words = match mistake {
        Mistake::TabIndentation { n_lines: 1 } => Words::new("a tab indents this line, where YAML takes blanks only", "a tab"),
        Mistake::TabIndentation { n_lines } => Words::new(format!("tabs indent {n_lines} lines, where YAML takes blanks only"), "a tab"),
        Mistake::BlockTextBeginsWithTab => Words::new("a tab indents this text, where YAML takes blanks only", "a tab"),
        _ => return None,
    };
    Some(words.help("indent with two blanks for each level").fix("write blanks for the tabs"))
}
