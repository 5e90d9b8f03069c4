//! The forms by which someone submits a listing, or announces one, without git: one list of fields for whoever writes the form and whoever reads it back.
//! Knows the text that forges make of a filled-in form; knows no forge's files.

mod fields;
mod intent;
mod read;
mod sections;

pub use fields::{About, FIELDS, Field, FieldHere, Input, NOT_LISTED, fields, options};
pub use intent::{Declaration, INTENT_LABELS, declaration, is_declaration};
pub use read::{Filled, FormError, MAX_BYTES, Misfilled, read};

/// The file name of the form without its extension: links to a new submission name it, and the files of forges that know forms are called so.
pub const FILE_NAME: &str = "pressmark-listing.yml";
