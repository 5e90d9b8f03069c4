//! `allowance-used`

use crate::diagnostic::Findings;
use crate::rules::Allowance;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A listing that is being submitted excuses itself from a rule.
    ///
    /// Whether the reason is good is for a person to say. Once the listing is in the catalogue, the exception is counted and not spoken of
    /// any more.
    ALLOWANCE_USED = { id: "L113", name: "allowance-used", level: Info, since: "0.1", check: Allowance(check) }
}

fn check(allowance: &Allowance<'_>, findings: &mut Findings<'_>) {
    let (Some(rule), Some(reason)) = (allowance.rule, allowance.entry.reason.get()) else { return };
    if allowance.is_submitted && allowance.n_silenced > 0 {
        let n = allowance.n_silenced;
        let findings_of = if n == 1 { "one finding" } else { "findings" };
        findings
            .at(allowance.entry.span, format!("the listing is excused from {findings_of} of `{}`: `{}`", rule.code.name, shortened(reason)))
            .help("a reviewer decides whether the reason is good");
    }
}
