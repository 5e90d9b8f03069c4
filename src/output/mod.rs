//! Where bytes go.

mod cache;
mod compress;
mod known;
mod write;

pub use cache::DiskCache;
pub use known::Known;

pub use write::{WriteError, Writer, Written};
