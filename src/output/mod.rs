//! Where bytes go.

mod write;

pub use write::{WriteError, Writer, Written};
