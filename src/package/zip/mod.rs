//! The archive: a ZIP that can be read in one way only. Knows bytes and names; knows no listing.
//!
//! A general reader of ZIP is forgiving: it looks for the archive anywhere in the file, takes the last of two entries with one name, and believes one of two
//! places that give an entry's name. Every such liberty is a place where a check and a reader can see different files. So a package keeps to a profile in
//! which everything is said once, or twice in the same words, and anything else is refused: the entries follow each other from the first byte, in the order
//! of the directory at the end, without gaps, comments, extra fields, encryption, data descriptors and 64-bit sizes. Any program that knows ZIP opens it.

mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;

/// First bytes of an entry, of its line in the directory, and of the end of the directory.
const ENTRY: [u8; 4] = *b"PK\x03\x04";
const LINE: [u8; 4] = *b"PK\x01\x02";
const END: [u8; 4] = *b"PK\x05\x06";

/// Length of the end of the directory without a comment.
const END_BYTES: usize = 22;

/// Methods of compression: none, and DEFLATE.
const STORED: u16 = 0;
const DEFLATED: u16 = 8;

/// The flag that says that a name is UTF-8.
const UTF8: u16 = 1 << 11;

/// The version of ZIP that knows DEFLATE, and nothing that a package does not use.
const VERSION: u16 = 20;

/// What an entry and its line in the directory both say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Header<'name> {
    flags: u16,
    method: u16,
    crc: u32,
    n_packed: u32,
    n_bytes: u32,
    name: &'name [u8],
}
