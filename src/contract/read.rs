//! A document of the contract from its bytes, which anyone may have written.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::SCHEMA;

/// Why bytes are not a document of the contract. The messages begin with a verb: the subject is where the bytes are from.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// A server that has no such file may answer with a page.
    #[error("is a web page, not JSON")]
    Page,
    /// The text is not JSON, or not of this shape.
    #[error("is not a document of a catalogue: {0}")]
    Shape(#[from] serde_json::Error),
    /// The document is of another version of the contract.
    #[error("has version {0} of the contract, but this program reads version {known}: update pressmark", known = SCHEMA)]
    Version(u64),
}

#[derive(Deserialize)]
struct Head {
    schema: u64,
}

/// The document that `bytes` contain.
///
/// # Errors
/// When they are not JSON of the shape of `T`, or state another version of the contract.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<') {
        return Err(Unreadable::Page);
    }
    let Head { schema } = serde_json::from_slice(bytes)?;
    if schema != u64::from(SCHEMA) { Err(Unreadable::Version(schema)) } else { Ok(serde_json::from_slice(bytes)?) }
}
