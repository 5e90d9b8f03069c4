//! `allowance-used`

use crate::diagnostic::Findings;
use crate::rules::Allowance;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A submitted listing makes an exception for a rule.
    ///
    /// A person decides whether the reason is good. Once the listing is in the catalogue, the exception is counted, but no longer
    /// reported.
    ALLOWANCE_USED = { id: "L113", name: "allowance-used", level: Info, since: "0.1", check: Allowance(check) }
}

fn check(allowance: &Allowance<'_>, findings: &mut Findings<'_>) {
    let (Some(rule), Some(reason)) = (allowance.rule, allowance.entry.reason.get()) else { return };
    if allowance.is_submitted && allowance.n_silenced > 0 {
        let n = allowance.n_silenced;
        let findings_of = if n == 1 { "one finding" } else { "findings" };
        findings
            .at(
                allowance.entry.span,
                format!("the listing makes an exception for {findings_of} of `{}`: `{}`", rule.code.name, shortened(reason)),
            )
            .help("a reviewer decides whether the reason is good");
    }
}
