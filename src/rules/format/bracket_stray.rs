//! `bracket-stray`

use super::broken::{Words, name_mistakes};
use super::scalar::shortened;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::Mistake;
use crate::rules::rule::rule;

rule! {
    /// There is more behind a closing bracket, or a bracket closes nothing.
    ///
    /// A value that begins with `[` or `{` ends with its closing bracket. What follows belongs to nothing.
    ///
    /// ```yaml,fails
    /// tags: [crm]]
    /// ```
    /// ```yaml,passes
    /// tags: [crm]
    /// ```
    BRACKET_STRAY = { id: "F072", name: "bracket-stray", level: Error, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &Mistake) -> Option<Words> {
    let words = match mistake {
        Mistake::StrayBracket(close) => Words::new(format!("`{close}` closes nothing"), "one too many")
            .help("take it away, or open what it closes")
            .fix(format!("take `{close}` away")),
        Mistake::TextBehindBracket { close, text } => {
            let what = if *close == ']' { "list" } else { "group" };
            Words::new(format!("`{}` stands behind the `{close}` that ends the {what}", shortened(text)), "belongs to nothing")
                .help("put the whole in quotes if it is a text, or move the bracket to the end if it is a list")
                .fix("put the whole in quotes")
        }
        _ => return None,
    };
    Some(words)
}
