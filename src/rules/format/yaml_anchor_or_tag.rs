//! `yaml-anchor-or-tag`

use super::problems::say;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// The YAML uses an anchor, an alias or a tag.
    ///
    /// With these, a value is defined elsewhere than where a reviewer reads it, and programs interpret them differently. Write every value
    /// where it belongs.
    ///
    /// ```yaml,fails
    /// website: &site https://acme.example/
    /// docs_url: *site
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/
    /// docs_url: https://acme.example/
    /// ```
    YAML_ANCHOR_OR_TAG = { id: "F008", name: "yaml-anchor-or-tag", former: ["yaml-indirection"], level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in &document.problems {
        let ProblemKind::Indirection(what) = problem.kind else { continue };
        let (sign, help) = match what {
            "anchor" => ('&', "remove the anchor; put text that begins with `&` in quotes"),
            "alias" => ('*', "write the value itself; put text that begins with `*` in quotes"),
            _ => ('!', "remove the tag; put text that begins with `!` in quotes"),
        };
        say(findings, problem.span, format!("YAML {what} `{sign}…` in a catalogue file")).label("used here").help(help);
    }
}
