//! The exceptions of a listing: findings that it opts out of, with a reason. Knows which findings those are; contains no wording.

use super::{Allowance, RunContext, named};
use crate::catalogue::RawListing;
use crate::diagnostic::Diagnostic;

/// Removes from `found` what `listing` makes exceptions for, and returns what each entry silenced.
///
/// An exception without a reason has no effect, and neither has one for a rule that is an error by default.
pub(super) fn silence<'raw>(listing: RawListing<'raw>, found: &mut Vec<Diagnostic>, context: &RunContext) -> Vec<Allowance<'raw>> {
    let is_submitted = context.is_submitted(&listing.document.path);
    let mut allowances = Vec::new();
    for entry in listing.file.allow.items() {
        let rule = entry.rule.get().and_then(|name| named(name));
        let has_reason = entry.reason.get().is_some_and(|reason| !reason.trim().is_empty());
        let n_before = found.len();
        if let Some(rule) = rule.filter(|rule| rule.is_excusable() && has_reason) {
            found.retain(|diagnostic| diagnostic.code != rule.code);
        }
        allowances.push(Allowance { listing, entry, rule, n_silenced: n_before - found.len(), is_submitted });
    }
    allowances
}
