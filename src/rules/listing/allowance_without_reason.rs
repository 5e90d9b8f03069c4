//! `allowance-without-reason`

use crate::diagnostic::Findings;
use crate::rules::Allowance;
use crate::rules::rule::rule;

rule! {
    /// The listing makes an exception for a rule and gives no reason.
    ///
    /// Every reviewer has to decide whether the exception is justified; without a reason, none can. The entry has no effect until
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
            .at(reason.span, format!("no reason for the exception for `{rule}`"))
            .help("say in one sentence why the rule should not apply to this listing");
    }
}
