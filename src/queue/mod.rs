//! Submissions that are under way: whose turn it is, how long each has waited, and how long it may.
//!
//! Knows what a forge and a review say of submissions, as values; asks no forge, reads no file, knows no clock.

mod feed;
mod forge;
mod human;
mod json;
mod line;
mod page;
mod records;
mod state;

pub use feed::feed;
pub use forge::{Read, Submission, read};
pub use human::human;
pub use json::{QUEUE_SCHEMA, json};
pub use line::{Entry, Queue, queue};
pub use page::page;
pub use records::{RecordRow, records, table};
pub use state::{State, class_of, state_of};
