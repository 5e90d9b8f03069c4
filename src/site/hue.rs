//! The colour of what has no picture.

/// One of 16 hues, the same for the same name everywhere.
#[must_use]
pub fn hue(name: &str) -> u8 {
    blake3::hash(name.as_bytes()).as_bytes()[0] % 16
}
