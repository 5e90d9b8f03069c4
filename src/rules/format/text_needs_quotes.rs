//! `text-needs-quotes`

use super::mistakes::{Words, name_mistakes_at, shown};
use super::rows::{asked_for, phrase};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// An unquoted text contains or begins with a character that has a special meaning in YAML.
    ///
    /// A colon followed by a space ends a key, and `@`, `%`, `*`, `&` and others cannot begin a text. In quotes, they are ordinary characters.
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
        // In quotes the text could be read, but would still not be a URL or a day.
        Some(match asked_for(document, span.start) {
            Some(row) if !matches!(mistake, MistakeKind::SpaceInUrl) => {
                let (key, example) = (row.key, row.examples.first().copied().unwrap_or_default());
                words.help(format!("`{key}` asks for {}: write it as `{key}: {example}`", phrase(row))).without_fix()
            }
            _ if matches!(mistake, MistakeKind::SpaceInUrl) => words,
            _ => words.help("put the text in quotes"),
        })
    });
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let words = match mistake {
        MistakeKind::SpecialStart(c) => {
            Words::new(format!("text begins with {}, which has a special meaning in YAML", shown(*c)), "needs quotes")
        }
        MistakeKind::ColonInText(text) => {
            Words::new(format!("`{}` contains a colon that YAML reads as the end of a key", shortened(text)), "text with a colon in it")
        }
        MistakeKind::SpaceInUrl => {
            let words = Words::new("a space breaks this URL in two", "a space");
            return Some(words.help("remove the space").fix("remove the space"));
        }
        _ => return None,
    };
    Some(words.fix("put the text in quotes"))
}
