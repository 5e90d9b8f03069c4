//! Where bytes go.

mod compress;
mod write;

pub use write::{WriteError, Writer, Written};
