//! `list-mixed-with-keys`

use super::broken::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::Mistake;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// List items and keys stand side by side.
    ///
    /// A value is a list, whose every item begins with a dash, or a group of keys; it cannot be both.
    ///
    /// ```yaml,fails
    /// support:
    ///   - email: help@acme.example
    ///   url: https://acme.example/help
    /// ```
    /// ```yaml,passes
    /// support:
    ///   email: help@acme.example
    ///   url: https://acme.example/help
    /// ```
    LIST_MIXED_WITH_KEYS = { id: "F064", name: "list-mixed-with-keys", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &Mistake) -> Option<Words> {
    let words = match mistake {
        Mistake::ItemAmongKeys => {
            Words::new("a list item stands among keys", "an item").other("this is a key").help("begin every line with a dash, or none")
        }
        Mistake::KeyAmongItems(key) => Words::new(format!("the key `{key}` stands among list items"), "a key")
            .other("this is an item")
            .help("begin every line with a dash, or none; indent a key that belongs to the item above it"),
        Mistake::ItemWithoutDash(text) => {
            Words::new(format!("`{}` stands among list items without a dash", shortened(text)), "no dash in front")
                .other("this is an item")
                .help("begin every item with a dash and a blank")
                .fix("put a dash in front")
        }
        _ => return None,
    };
    Some(words)
}
