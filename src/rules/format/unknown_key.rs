//! `unknown-key`

use crate::diagnostic::{Findings, nearest};
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// A key is not one that the format names.
    ///
    /// A misspelt key would otherwise be ignored, and its value would be missing from the page without anyone noticing.
    ///
    /// ```yaml,fails
    /// homepage: https://acme.example/
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/
    /// ```
    UNKNOWN_KEY = { id: "F010", name: "unknown-key", level: Error, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in &document.problems {
        let (Some(span), ProblemKind::UnknownKey { key, noun, known }) = (problem.span, &problem.kind) else { continue };
        let near = nearest(key, known.iter().copied());
        let remark = findings.at(span, format!("unknown key `{key}`")).label(format!("not a key of {noun}")).did_you_mean(near);
        match near {
            Some(near) => remark.fix(span, near),
            None => remark.help(format!("the keys of {noun} are {}", known.join(", "))),
        };
    }
}
