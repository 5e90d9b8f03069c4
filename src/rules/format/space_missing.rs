//! `space-missing`

use super::broken::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::Mistake;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A colon, a dash or a `#` has no blank beside it.
    ///
    /// YAML knows a key by a colon with a blank behind it, a list item by a dash with a blank behind it, and a remark by a blank in front of its `#`. Without the blank they are part of the text.
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

fn words(mistake: &Mistake) -> Option<Words> {
    let words = match mistake {
        Mistake::NoBlankBehindColon { key, value } => {
            Words::new(format!("no blank behind the colon of `{}`", shortened(&format!("{key}:{value}"))), "read as one word")
                .help("put a blank behind the colon")
                .fix(format!("write `{key}: {value}`"))
        }
        Mistake::NoBlankBehindDash(text) => Words::new(format!("no blank behind the dash of `-{}`", shortened(text)), "read as one word")
            .other("this is an item")
            .help("put a blank behind the dash")
            .fix(format!("write `- {text}`")),
        Mistake::RemarkWithoutBlank => {
            Words::new("no blank in front of `#`", "a remark?").help("put a blank in front of `#`").fix("put a blank in front of `#`")
        }
        _ => return None,
    };
    Some(words)
}
