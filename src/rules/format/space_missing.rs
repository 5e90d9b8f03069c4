//! `space-missing`

use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A colon, a dash or a `#` is missing the space that YAML needs beside it.
    ///
    /// In YAML, a key ends with a colon and a space, a list item starts with a dash and a space, and a comment starts with a space and `#`. Without the space, they are part of the text.
    ///
    /// ```yaml,fails
    /// license:MIT
    /// ```
    /// ```yaml,passes
    /// license: MIT
    /// ```
    SPACE_MISSING = { id: "F075", name: "space-missing", former: ["blank-missing"], level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let words = match mistake {
        MistakeKind::NoSpaceAfterColon { key, value } => {
            Words::new(format!("missing space after the colon of `{}`", shortened(&format!("{key}:{value}"))), "read as one word")
                .help("add a space after the colon")
                .fix(format!("write `{key}: {value}`"))
        }
        MistakeKind::NoSpaceAfterDash(text) => {
            Words::new(format!("missing space after the dash of `-{}`", shortened(text)), "read as one word")
                .other("this is an item")
                .help("add a space after the dash")
                .fix(format!("write `- {text}`"))
        }
        MistakeKind::CommentWithoutSpace => {
            Words::new("missing space before `#`", "a comment?").help("add a space before `#`").fix("add a space before `#`")
        }
        _ => return None,
    };
    Some(words)
}
