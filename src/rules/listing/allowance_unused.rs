//! `allowance-unused`

use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::rules::{Allowance, Rule};

rule! {
    /// The listing allows itself to break a rule that finds nothing in it.
    ///
    /// The problem has been mended, or never was one. Left in place, the entry would hide the next problem of the kind from its reviewer.
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
    let is_sound =
        allowance.rule.is_some_and(Rule::is_excusable) && allowance.entry.reason.get().is_some_and(|reason| !reason.trim().is_empty());
    if !is_sound || allowance.n_silenced > 0 {
        return;
    }
    let rule = allowance.entry.rule.get().map(|rule| shortened(rule)).unwrap_or_default();
    findings
        .at(allowance.entry.span, format!("allowing `{rule}` silences nothing"))
        .help("take the entry away: the rule finds nothing in this listing");
}
