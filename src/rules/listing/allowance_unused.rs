//! `allowance-unused`

use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::rules::{Allowance, Rule};

rule! {
    /// The listing makes an exception for a rule that reports nothing in it.
    ///
    /// The problem has been fixed, or never existed. If the entry stays, it hides the next problem of that kind from its reviewer.
    ///
    /// ```yaml,fails
    /// allow: [{rule: keyword-repeats-name, reason: Visitors type it with a small letter.}]
    /// ```
    /// ```yaml,passes
    /// keywords: [slack]
    /// allow: [{rule: keyword-repeats-name, reason: Visitors type it with a small letter.}]
    /// ```
    ALLOWANCE_UNUSED = { id: "L112", name: "allowance-unused", level: Warn, since: "0.1", check: Allowance(check) }
}

fn check(allowance: &Allowance<'_>, findings: &mut Findings<'_>) {
    let is_valid =
        allowance.rule.is_some_and(Rule::is_excusable) && allowance.entry.reason.get().is_some_and(|reason| !reason.trim().is_empty());
    if !is_valid || allowance.n_silenced > 0 {
        return;
    }
    let rule = allowance.entry.rule.get().map(|rule| shortened(rule)).unwrap_or_default();
    findings
        .at(allowance.entry.span, format!("unused exception for `{rule}`"))
        .help("remove it: the rule reports nothing for this listing");
}
