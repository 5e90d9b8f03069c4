//! What a change to a catalogue is, and what becomes of it: base and head compared, classed, judged and told.
//!
//! Knows two states of a catalogue and who proposes the second one; knows no forge's interface, runs nothing, prints nothing.

mod business_days;
mod escape;
mod outcome;

pub use business_days::{business_days_between, business_days_later};
pub use escape::{block, cell, inline, message};
pub use outcome::{Class, Edit, ListingOutcome, NextActor, Outcome, Remark, Target, Verdict};
