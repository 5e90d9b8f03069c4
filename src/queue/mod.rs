//! Open submissions: who acts next, how long each has waited, and its target.
//!
//! Works on values from a forge's list and from reviews; makes no requests, reads no file, knows no clock.

mod feed;
mod forge;
mod human;
mod json;
mod ordering;
mod page;
mod records;
mod state;

pub use feed::feed;
pub use forge::{Decision, Submission, SubmissionList, read};
pub use human::human;
pub use json::{QUEUE_SCHEMA, json};
pub use ordering::{Entry, Queue, queue};
pub use page::page;
pub use records::{RecordRow, records, table};
pub use state::{class_of, state_of};

pub use crate::vocabulary::QueueState;
