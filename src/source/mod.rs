//! Text and places in it. Knows folders of files and where a value is in one; knows no YAML, no Markdown, no listing.

pub mod disk;
mod folder;
pub mod git;
mod lines;
mod path;
mod span;
mod stamp;

pub use folder::{Entry, Folder, FolderError, Memory, ReadError, Skipped, Walk};
pub use lines::{LineIndex, Position};
pub(crate) use lines::{floor_char_boundary, slice};
pub use path::ContentPath;
pub use span::{Span, Spanned};
pub use stamp::Stamp;
