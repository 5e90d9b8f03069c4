//! `text-needs-quotes`

use super::broken::{Words, name_mistakes_at, shown};
use super::rows::{asked_for, phrase};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::Mistake;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A plain text holds or begins with a character that means something to YAML.
    ///
    /// A colon with a blank behind it makes a key, and `@`, `%`, `*`, `&` and others begin something else than text. Quotes make them characters like any other.
    ///
    /// ```yaml,fails
    /// summary: Syncs: orders and refunds
    /// ```
    /// ```yaml,passes
    /// summary: "Syncs: orders and refunds"
    /// ```
    TEXT_NEEDS_QUOTES = { id: "F070", name: "text-needs-quotes", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes_at(document, findings, |mistake, span| {
        let words = words(mistake)?;
        // In quotes the text would be read, and be no address and no day all the same.
        Some(match asked_for(document, span.start) {
            Some(row) if !matches!(mistake, Mistake::BlankInAddress) => {
                let (key, example) = (row.key, row.examples.first().copied().unwrap_or_default());
                words.help(format!("`{key}` asks for {}: write it as `{key}: {example}`", phrase(row))).without_fix()
            }
            _ if matches!(mistake, Mistake::BlankInAddress) => words,
            _ => words.help("put the text in quotes"),
        })
    });
}

fn words(mistake: &Mistake) -> Option<Words> {
    let words = match mistake {
        Mistake::SpecialStart(c) => {
            Words::new(format!("text begins with {}, which means something to YAML", shown(*c)), "text cannot begin so")
        }
        Mistake::ColonInText(text) => {
            Words::new(format!("`{}` holds a colon that YAML takes for the end of a key", shortened(text)), "text with a colon in it")
        }
        Mistake::BlankInAddress => {
            let words = Words::new("a blank breaks this address in two", "a blank");
            return Some(words.help("take the blank away").fix("take the blank away"));
        }
        _ => return None,
    };
    Some(words.fix("put the text in quotes"))
}
