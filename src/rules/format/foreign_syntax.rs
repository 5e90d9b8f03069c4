//! `foreign-syntax`

use super::broken::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::Mistake;
use crate::rules::rule::rule;

rule! {
    /// The file holds lines of another language: Markdown, HTML, a patch, a remark that begins with `//`.
    ///
    /// They come along when text is copied from a page or a chat. YAML has no use for them.
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

fn words(mistake: &Mistake) -> Option<Words> {
    let words = match mistake {
        Mistake::Fence => {
            Words::new("a fence of Markdown stands in the file", "not YAML").help("delete the fences").fix("delete the fences")
        }
        Mistake::ForeignRemark(sign) => Words::new(format!("`{sign}` begins no remark in YAML"), "a remark?")
            .help("begin a remark with `#`")
            .fix("begin the remark with `#`"),
        Mistake::Heading => Words::new("a heading of Markdown stands in the file", "not YAML")
            .other("its line")
            .help("begin a remark with `#`")
            .fix("make it a remark"),
        Mistake::Html => Words::new("this is a page of HTML", "not YAML").help("save the file itself, not the page that shows it"),
        Mistake::Patch => Words::new("this is a patch, whose lines begin with `+` or `-`", "not YAML")
            .help("apply the patch, or take the first character of every line away"),
        _ => return None,
    };
    Some(words)
}
