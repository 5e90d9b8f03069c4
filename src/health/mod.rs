//! Maintenance tasks for published listings, and who can do them.
//!
//! Most tasks are findings of rules, assigned to the one who can act (`selection`). `orphans` finds what needs several listings to see, and `links` what
//! only servers know. Knows a checked catalogue; only `links/check.rs` uses the network.

mod json;
pub mod links;
mod markdown;
mod orphans;
mod selection;
mod task;
mod unanswered;

pub use json::{HEALTH_SCHEMA, json};
pub use markdown::{MARK, markdown};
pub use task::{Actor, Group, Health, Subject, Task};

use jiff::civil::Date;

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Report;

/// Every task of `raw` on the day `today`. `report` contains the findings of the rules.
#[must_use]
pub fn health(raw: &RawCatalogue, report: &Report, today: Date) -> Health {
    let mut tasks: Vec<Task> = report.iter().filter_map(|diagnostic| selection::task(raw, diagnostic)).collect();
    tasks.extend(orphans::find(raw, report, today));
    tasks.extend(unanswered::find(raw, today));
    Health::new(tasks)
}
