//! The published data of a catalogue, `/api/v1/`: its documents as types, their schemas, and the description of all of them. Depends on nothing of ours;
//! does not know how a document is made or where it is kept.
//!
//! Within one version the contract changes by addition only. Keys without a value are missing, never `null`.

mod catalogue;
mod document;
mod files;
mod listing;
mod names;
pub(crate) mod object;
mod open_api;
mod read;
mod removed;
mod state;
mod updates;

pub use catalogue::{Catalogue, CataloguePart, Part};
pub use document::{DOCUMENTS, Document, published, schema_path};
pub use files::{FileFacts, Files};
pub use listing::{
    Change, Departed, DerivedFrom, Doc, Entry, Install, InstallMode, Listing, Mention, Names, Operation, Origin, Release, Tested,
    Withdrawal,
};
pub use names::{App, Apps, Publisher, Publishers, Tag, Tags};
pub use object::Described;
pub use open_api::{OPEN_API, open_api};
pub use read::{Unreadable, read};
pub use removed::{Departure, Removed};
pub use state::State;
pub use updates::{Update, Updates};

/// The version of the contract, which every document states as `schema`.
pub const SCHEMA: u32 = 1;

/// Where the documents are below the address of a catalogue.
pub const FOLDER: &str = "api/v1/";
