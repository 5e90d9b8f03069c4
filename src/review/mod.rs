//! What a change to a catalogue is, and what becomes of it: base and head compared, classed, judged and told.
//!
//! Knows two states of a catalogue and who proposes the second one; knows no forge's interface, runs nothing, prints nothing.

mod business_days;
mod class;
mod comment;
mod copies;
mod dependents;
mod difference;
mod escape;
#[cfg(test)]
mod generator;
mod judge;
mod notice;
mod offers;
mod outcome;
pub mod preview;
mod read;
mod reasons;
mod routine;
mod source_switch;
mod summary;
mod tell;
mod touched;
mod triage;

pub use business_days::{business_days_between, business_days_later};
pub use class::AREAS;
pub use comment::{MARK, comment};
pub use escape::{block, cell, inline, message};
pub use judge::{Review, judge};
pub use notice::notice;
pub use offers::offers;
pub use outcome::{Edit, FileOutcome, FileState, FindingOutcome, ListingOutcome, OUTCOME_SCHEMA, Outcome, Target, Verdict};
pub use read::{Progress, Revisions, revisions};
pub use summary::summary;
pub use touched::Excess;
pub use triage::triage;

pub use crate::vocabulary::{Class, NextActor};
