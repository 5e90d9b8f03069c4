//! `foreign-syntax`

use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;

rule! {
    /// The file contains lines of another language: Markdown, HTML, a patch, a comment that starts with `//`.
    ///
    /// They are left over from text that was copied from a page or a chat. YAML cannot read them.
    ///
    /// ```yaml,fails
    /// // how it is licensed
    /// license: MIT
    /// ```
    /// ```yaml,passes
    /// # how it is licensed
    /// license: MIT
    /// ```
    FOREIGN_SYNTAX = { id: "F078", name: "foreign-syntax", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let words = match mistake {
        MistakeKind::Fence => {
            Words::new("Markdown code fence in a YAML file", "not YAML").help("delete the fences").fix("delete the fences")
        }
        MistakeKind::ForeignComment(sign) => Words::new(format!("`{sign}` does not start a comment in YAML"), "a comment?")
            .help("start comments with `#`")
            .fix("start the comment with `#`"),
        MistakeKind::Heading => Words::new("Markdown heading in a YAML file", "not YAML")
            .other("its underline")
            .help("start comments with `#`")
            .fix("turn it into a comment"),
        MistakeKind::Html => Words::new("this is an HTML page", "not YAML").help("save the file itself, not the page that shows it"),
        MistakeKind::Patch => Words::new("this is a patch, with lines that begin with `+` or `-`", "not YAML")
            .help("apply the patch, or remove the first character of every line"),
        _ => return None,
    };
    Some(words)
}
