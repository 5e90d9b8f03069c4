//! Announced connectors, and when an announcement is over.

use jiff::civil::Date;

use crate::catalogue::Draft;
use crate::format::{Content, Document, IntentFile};

/// Every announcement with its file, in path order.
pub(super) fn all(draft: &Draft) -> impl Iterator<Item = (&Document, &IntentFile)> {
    draft.below("intents").filter_map(|document| match &document.content {
        Content::Intent(intent) => Some((document, &**intent)),
        _ => None,
    })
}

/// Whether the day of the announcement has passed. One without a day is never over.
pub(super) fn is_over(intent: &IntentFile, today: Date) -> bool {
    intent.expected_completion.get().is_some_and(|&date| date < today)
}
