//! What a listing allows itself: findings it is excused from, with a reason. Knows which findings those are; the words are the rules'.

use super::{Allowance, Occasion, named};
use crate::catalogue::ListingDraft;
use crate::diagnostic::Diagnostic;

/// Takes out of `found` what `listing` allows itself, and says what each allowance was good for.
///
/// Nothing is allowed without a reason, and nobody is excused from what is an error by itself.
pub(super) fn silence<'draft>(listing: ListingDraft<'draft>, found: &mut Vec<Diagnostic>, occasion: &Occasion) -> Vec<Allowance<'draft>> {
    let is_submitted = occasion.is_submitted(&listing.document.path);
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
