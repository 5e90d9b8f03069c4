//! Where bytes go.

mod write;

pub use write::{Written, WriteError, Writer};
