//! What a report costs: from findings to what visitors do not see.

use crate::catalogue::Losses;
use crate::diagnostic::{Cost, Report};
use crate::format::FileRole;
use crate::source::ContentPath;

/// Returns the losses because of the findings in `report`.
#[must_use]
pub fn losses(report: &Report) -> Losses {
    let mut losses = Losses::default();
    for diagnostic in report.iter() {
        let path = &diagnostic.path;
        match (diagnostic.cost, diagnostic.span) {
            (Cost::Nothing | Cost::Unread, _) => {}
            (Cost::Value, Some(span)) if has_values(path) => losses.add_value(path, span),
            (Cost::Value, _) => losses.add_file(path),
            (Cost::Page, _) => losses.add_page(path),
        }
    }
    losses
}

/// Whether the file at `path` contains only keys with values.
fn has_values(path: &ContentPath) -> bool {
    path.role().value_type().is_some() && path.role() != FileRole::Page
}
