//! Listings whose support does not answer, as maintainers record it. First the publisher is to answer, then the maintainers decide.

use jiff::civil::Date;

use super::{Actor, Task};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Code, Level};
use crate::format::{Content, FileRole};

const UNANSWERED: Code = Code { id: "H013", name: "support-unanswered" };

/// A task for each active listing of `raw` whose record says on the day `today` that no one answers.
pub(super) fn find(raw: &RawCatalogue, today: Date) -> Vec<Task> {
    let limit = raw.settings().policy.or_default().unanswered().0;
    let live = raw.listings().filter(|listing| !listing.is_gone());
    let tasks = live.filter_map(|listing| {
        let document = listing.part(FileRole::Review)?;
        let Content::Review(record) = &document.content else { return None };
        let since = record.unanswered.spanned()?;
        let n_days = today.since(since.value).ok()?.get_days();
        let (actor, help) = if n_days > i32::try_from(limit).unwrap_or(i32::MAX) {
            (Actor::Maintainer, "deprecate the listing with `reason: unmaintained`, so that visitors know and someone else can adopt it")
        } else {
            (Actor::Publisher, "answer, and ask the maintainers to remove `unanswered`")
        };
        let message = format!("visitors of `{}` have had no answer from its support since {}", listing.slug, since.value);
        let task = Task::new(UNANSWERED, Level::Warn, actor, (&document.path, since.span), &message, help);
        Some(Task { since: Some(since.value), ..task })
    });
    tasks.collect()
}
