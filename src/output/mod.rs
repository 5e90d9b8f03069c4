//! Where bytes go.

mod cache;
mod compress;
mod write;

pub use cache::DiskCache;

pub use write::{WriteError, Writer, Written};
