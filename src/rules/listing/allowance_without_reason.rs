//! `allowance-without-reason`

use crate::diagnostic::Findings;
use crate::rules::Allowance;
use crate::rules::rule::rule;

rule! {
    /// The listing allows itself to break a rule and does not say why.
    ///
    /// A reviewer has to decide whether the exception is right, and so has the next one; without a reason neither can. The entry has no effect until
    /// it has one.
    ///
    /// ```yaml,fails
    /// allow: [{rule: keyword-repeats-name, reason: " "}]
    /// ```
    /// ```yaml,passes
    /// keywords: [slack]
    /// allow: [{rule: keyword-repeats-name, reason: Visitors type it with a small letter.}]
    /// ```
    ALLOWANCE_WITHOUT_REASON = { id: "L111", name: "allowance-without-reason", level: Error, since: "0.1", check: Allowance(check) }
}

fn check(allowance: &Allowance<'_>, findings: &mut Findings<'_>) {
    let (Some(rule), Some(reason)) = (allowance.entry.rule.get(), allowance.entry.reason.spanned()) else { return };
    if reason.trim().is_empty() {
        findings
            .at(reason.span, format!("no reason is given for allowing `{rule}`"))
            .help("say in a sentence why the rule should not hold here");
    }
}
