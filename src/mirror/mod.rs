//! A copy of a published site in a folder, which any file server can serve. The server is not trusted: its list of files is judged before a file of it is fetched.

mod copy;
mod list;

pub use copy::{MirrorError, Mirrored, mirror};
