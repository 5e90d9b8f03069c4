//! What was made of an image, as one run of bytes for the cache. Knows its layout: a checksum, the length of a description, the description,
//! the files. Whatever does not fit together is no entry.

use serde::{Deserialize, Serialize};

use super::{Made, Picture};

#[derive(Serialize, Deserialize)]
struct Description {
    picture: Picture,
    /// Names and lengths of the files, in order.
    files: Vec<(Box<str>, usize)>,
}

/// The bytes to keep.
pub(super) fn write(made: &Made) -> Vec<u8> {
    let files = made.files.iter().map(|(name, bytes)| (name.clone(), bytes.len())).collect();
    let description = serde_json::to_vec(&Description { picture: made.picture.clone(), files }).unwrap_or_default();
    let n_bytes = u32::try_from(description.len()).unwrap_or(0);
    let mut rest = n_bytes.to_le_bytes().to_vec();
    rest.extend(description);
    for (_, bytes) in &made.files {
        rest.extend_from_slice(bytes);
    }
    seal(&rest)
}

/// `bytes` with their checksum in front.
#[must_use]
pub fn seal(bytes: &[u8]) -> Vec<u8> {
    [blake3::hash(bytes).as_bytes().as_slice(), bytes].concat()
}

/// Returns the sealed bytes; `None` when a single bit has changed.
#[must_use]
pub fn unseal(bytes: &[u8]) -> Option<&[u8]> {
    let (sum, rest) = bytes.split_at_checked(blake3::OUT_LEN)?;
    (blake3::hash(rest).as_bytes() == sum).then_some(rest)
}

/// Returns the stored result; `None` when a single bit has changed.
pub(super) fn read(bytes: &[u8]) -> Option<Made> {
    let (n_bytes, rest) = unseal(bytes)?.split_first_chunk::<4>()?;
    let (description, mut rest) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*n_bytes)).ok()?)?;
    let Description { picture, files } = serde_json::from_slice(description).ok()?;
    let mut kept = Vec::new();
    for (name, n_bytes) in files {
        let (bytes, others) = rest.split_at_checked(n_bytes)?;
        kept.push((name, bytes.to_vec()));
        rest = others;
    }
    Some(Made { picture, files: kept })
}

#[cfg(test)]
mod tests {
    use super::super::Size;
    use super::*;

    #[test]
    fn a_damaged_entry_is_not_read() {
        let size = Size { width: 2, height: 1, plain: "a.png".into(), webp: Some("a.webp".into()) };
        let picture = Picture { small: size.clone(), large: size, moves: false };
        let made = Made { picture, files: vec![("a.png".into(), b"plain".to_vec()), ("a.webp".into(), Vec::new())] };
        let bytes = write(&made);
        assert_eq!(read(&bytes), Some(made));
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert_eq!((read(&damaged), read(&bytes[..at])), (None, None));
        }
    }
}
