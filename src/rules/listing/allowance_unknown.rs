//! `allowance-unknown`

use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};
use crate::rules::{Allowance, called, nearest_name};

rule! {
    /// The listing allows itself to break a rule that does not exist, or one that nobody is excused from.
    ///
    /// The entry has no effect: whoever wrote it believes that a finding was dealt with. What is an error by itself holds for every
    /// listing: it protects visitors and other publishers.
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
                .at(name.span, format!("no listing is excused from `{}`", rule.code.name))
                .help("take the entry away, and mend what the rule finds");
        }
        Some(_) => {}
        None => {
            let by_id = called(name).map(|rule| rule.code.name);
            let near = by_id.or_else(|| nearest_name(name));
            let remark = findings.at(name.span, format!("no rule is called `{}`", shortened(name))).did_you_mean(near);
            match (by_id, near) {
                (Some(by_id), _) => remark.fix(name.span, scalar(by_id)),
                (None, Some(near)) => remark.suggest(name.span, scalar(near)),
                (None, None) => remark.help("`pressmark explain --list` names every rule"),
            };
        }
    }
}
