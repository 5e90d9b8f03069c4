//! `allowance-unknown`

use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};
use crate::rules::{Allowance, called, nearest_name};

rule! {
    /// The listing makes an exception for a rule that does not exist, or that allows no exceptions.
    ///
    /// The entry has no effect, although its author believes that a finding was dealt with. A rule that is an error by default applies to every
    /// listing, because it protects visitors and other publishers.
    ///
    /// ```yaml,fails
    /// allow: [{rule: summary-to-long, reason: The vendor asks for this wording.}]
    /// ```
    /// ```yaml,passes
    /// keywords: [slack]
    /// allow: [{rule: keyword-repeats-name, reason: Visitors type it with a small letter.}]
    /// ```
    ALLOWANCE_UNKNOWN = { id: "L110", name: "allowance-unknown", level: Error, since: "0.1", check: Allowance(check) }
}

fn check(allowance: &Allowance<'_>, findings: &mut Findings<'_>) {
    let Some(name) = allowance.entry.rule.spanned() else { return };
    match allowance.rule {
        Some(rule) if !rule.is_excusable() => {
            findings
                .at(name.span, format!("rule `{}` allows no exceptions", rule.code.name))
                .help("remove the entry, and fix what the rule reports");
        }
        Some(_) => {}
        None => {
            let by_id = called(name).map(|rule| rule.code.name);
            let near = by_id.or_else(|| nearest_name(name));
            let finding = findings.at(name.span, format!("unknown rule `{}`", shortened(name))).did_you_mean(near);
            match (by_id, near) {
                (Some(by_id), _) => finding.fix(name.span, scalar(by_id)),
                (None, Some(near)) => finding.suggest(name.span, scalar(near)),
                (None, None) => finding.help("run `pressmark explain --list` to see all rules"),
            };
        }
    }
}
