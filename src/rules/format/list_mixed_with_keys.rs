//! `list-mixed-with-keys`

use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A value mixes list items and keys.
    ///
    /// A value is either a list, in which every item begins with a dash, or a group of keys; it cannot be both.
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

fn words(mistake: &MistakeKind) -> Option<Words> {
    let words = match mistake {
        MistakeKind::ItemAmongKeys => {
            Words::new("list item inside a group of keys", "an item").other("this is a key").help("begin every line with a dash, or none")
        }
        MistakeKind::KeyAmongItems(key) => Words::new(format!("key `{key}` inside a list"), "a key")
            .other("this is an item")
            .help("begin every line with a dash, or none; indent a key that belongs to the item above it"),
        MistakeKind::ItemWithoutDash(text) => Words::new(format!("`{}` is inside a list without a dash", shortened(text)), "missing dash")
            .other("this is an item")
            .help("begin every item with a dash and a space")
            .fix("add a dash"),
        _ => return None,
    };
    Some(words)
}
