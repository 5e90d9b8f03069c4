//! The published data of a catalogue, `/api/v1/`, as types. Depends on nothing of ours; does not know how a document is made or where it is kept.
//!
//! Within one version the contract changes by addition only. Keys without a value are missing, never `null`.

mod files;
mod read;
mod removed;
mod state;
mod updates;

pub use files::{FileFacts, Files};
pub use read::{Unreadable, read};
pub use removed::{Departure, Removed};
pub use state::State;
pub use updates::{Update, Updates};

/// The version of the contract, which every document states as `schema`.
pub const SCHEMA: u32 = 1;

/// Where the documents are below the address of a catalogue.
pub const FOLDER: &str = "api/v1/";
