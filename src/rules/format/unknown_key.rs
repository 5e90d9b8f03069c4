//! `unknown-key`

use std::collections::BTreeMap;

use super::moved::{homes, into_home};
use crate::diagnostic::{Certainty, Findings, is_slip, nearest};
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;
use crate::source::Span;

rule! {
    /// The content format has no such key.
    ///
    /// A misspelt key would otherwise be ignored, and its value would be missing from the page without anyone noticing.
    ///
    /// ```yaml,fails
    /// homepage: https://acme.example/
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/
    /// ```
    UNKNOWN_KEY = { id: "F010", name: "unknown-key", level: Error, costs: Unread, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let meant = meant(document);
    for problem in &document.problems {
        let (Some(span), ProblemKind::UnknownKey { key, noun, known, given, group }) = (problem.span, &problem.kind) else { continue };
        let finding = findings.at(span, format!("unknown key `{key}`")).label(format!("not a key of {noun}"));
        let near = nearest(key, known.iter().copied());
        let homes = homes(document, key);
        match near {
            // One line of the patch is to be deleted, and the other stays.
            Some(near) if key.starts_with(['+', '-']) => {
                finding.help(format!("`{key}` looks like a line of a patch; write `{near}`, or delete the line if it begins with `-`"));
            }
            _ if !homes.is_empty() => {
                let names: Vec<String> =
                    homes.iter().map(|home| home.key.map_or_else(|| home.noun.to_owned(), |key| format!("`{key}`"))).collect();
                let finding = finding.help(format!("`{key}` is a key of {}", names.join(" and ")));
                match homes[..] {
                    [home] if let Some(edits) = into_home(document, span, home) => {
                        finding.edits(Certainty::Certain, format!("move it into {}", names.join("")), edits);
                    }
                    _ => drop(finding.help("the indentation says what a key belongs to")),
                }
            }
            Some(near) => {
                let there = given.iter().find(|(other, _)| *other == near).map(|(_, at)| *at);
                let twin = meant.get(&(*group, near)).and_then(|spans| spans.iter().copied().find(|other| *other != span));
                let finding = finding.did_you_mean(Some(near));
                match (there, twin) {
                    (Some(there), _) => finding
                        .help(format!("`{near}` is already set: move the value there, and delete this key"))
                        .related(&document.path, Some(there), format!("`{near}` is set here")),
                    (None, Some(twin)) => finding.help(format!("two keys look like `{near}`: only one of them can be meant")).related(
                        &document.path,
                        Some(twin),
                        "so does this one",
                    ),
                    // `author` is not a misspelt `auth`.
                    (None, None) if is_slip(key, near) => finding.fix(span, near),
                    (None, None) => finding.suggest(span, near),
                };
            }
            None => {
                finding.help(format!("{noun} has the keys {}", known.join(", ")));
            }
        }
    }
}

/// The unknown keys of each group by the key that they look like.
fn meant(document: &Document) -> BTreeMap<(Span, &'static str), Vec<Span>> {
    let mut meant: BTreeMap<_, Vec<Span>> = BTreeMap::new();
    for problem in &document.problems {
        if let (Some(span), ProblemKind::UnknownKey { key, known, group, .. }) = (problem.span, &problem.kind)
            && let Some(near) = nearest(key, known.iter().copied())
        {
            meant.entry((*group, near)).or_default().push(span);
        }
    }
    meant
}
