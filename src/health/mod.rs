//! What has to be done about a catalogue that was approved long ago, and by whom.
//!
//! A duty is mostly what a rule finds anyway, given to the one who can act (`selection`); what takes several listings to see is found here (`orphans`), and
//! what only the addresses' own servers know comes from `links`. Knows a checked catalogue; the clock and the network are in `links/ask.rs` alone.

mod duty;
mod json;
pub mod links;
mod markdown;
mod orphans;
mod selection;

pub use duty::{Actor, Duty, Group, Health, Subject};
pub use json::{HEALTH_SCHEMA, json};
pub use markdown::{MARK, markdown, n_duties};

use jiff::civil::Date;

use crate::catalogue::Draft;
use crate::diagnostic::Report;

/// Every duty that `draft` has on the day `today`. `report` is what the rules found in it.
#[must_use]
pub fn health(draft: &Draft, report: &Report, today: Date) -> Health {
    let mut duties: Vec<Duty> = report.iter().filter_map(|diagnostic| selection::duty(draft, diagnostic)).collect();
    duties.extend(orphans::find(draft, report, today));
    Health::new(duties)
}
