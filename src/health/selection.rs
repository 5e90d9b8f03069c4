//! Which findings are maintenance tasks, who can act on each, and since when. The rules decide what is wrong.

use jiff::civil::Date;

use super::{Actor, Task};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::Diagnostic;
use crate::format::{Content, Document, FileRole};

use Actor::{Maintainer, Publisher};

/// Rules by name, and who acts on their findings.
const TASKS: [(&str, Actor); 32] = [
    ("listing-ageing", Publisher),
    ("listing-inactive", Publisher),
    ("agreement-outdated", Publisher),
    ("support-missing", Publisher),
    ("contact-malformed", Publisher),
    ("contact-is-noreply", Publisher),
    ("contact-placeholder", Publisher),
    ("email-malformed", Publisher),
    ("email-list", Publisher),
    ("parent-unknown", Publisher),
    ("origin-unknown", Publisher),
    ("dependency-unknown", Publisher),
    ("replacement-unknown", Publisher),
    ("replacement-missing", Publisher),
    ("publisher-missing", Maintainer),
    ("publisher-unknown", Maintainer),
    ("publisher-without-listing", Maintainer),
    ("domain-unverified", Maintainer),
    ("app-unknown", Maintainer),
    ("app-unused", Maintainer),
    ("collection-member-hidden", Maintainer),
    ("intent-overdue", Maintainer),
    ("intent-fulfilled", Maintainer),
    ("intent-name-taken", Maintainer),
    ("duplicate-intent", Maintainer),
    ("intent-undated", Maintainer),
    ("review-area-failed", Maintainer),
    ("review-record-missing", Maintainer),
    ("review-date-in-future", Maintainer),
    ("review-approver-missing", Maintainer),
    ("component-not-reviewed", Maintainer),
    ("security-expiry-near", Maintainer),
];

/// `diagnostic` as a task, if it is one.
pub(super) fn task(raw: &RawCatalogue, diagnostic: &Diagnostic) -> Option<Task> {
    let name = diagnostic.code.name;
    let &(_, actor) = TASKS.iter().find(|(rule, _)| *rule == name)?;
    let document = raw.document(diagnostic.path.as_str());
    // Publishers maintain their own files only.
    let is_publishers = !matches!(diagnostic.path.role(), FileRole::Settings | FileRole::Intent);
    Some(Task {
        actor: if is_publishers { actor } else { Maintainer },
        since: document.and_then(|document| since(document, name)),
        diagnostic: diagnostic.clone(),
    })
}

/// The day since when the finding of `rule` in `document` is due.
fn since(document: &Document, rule: &str) -> Option<Date> {
    match (&document.content, rule) {
        (Content::Listing(listing), "listing-ageing" | "listing-inactive") => {
            listing.versions.items().iter().filter_map(|version| version.date.get().copied()).max()
        }
        (Content::Listing(listing), "agreement-outdated") => listing.agreement.get()?.accepted_on.get().copied(),
        (Content::Listing(listing), "replacement-missing" | "replacement-unknown") => listing.lifecycle.get()?.since.get().copied(),
        (Content::Intent(intent), "intent-overdue") => intent.expected_completion.get().copied().or_else(|| intent.holds_until()),
        (Content::Review(record), "review-area-failed") => record.approved_on.get().copied(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn every_task_is_a_rule_that_exists() {
        for (name, _) in TASKS {
            assert!(rules::named(name).is_some(), "{name}");
        }
    }
}
