//! Where bytes go.

mod cache;
mod changes;
mod compress;
mod decision;
mod error;
#[cfg(test)]
mod interrupted;
mod known;
mod lock;
mod manifest;
mod publish;
mod stage;
mod workplace;
mod write;

pub use cache::DiskCache;

pub use error::WriteError;
pub use known::Known;
pub use write::{Writer, Written};
