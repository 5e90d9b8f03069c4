//! A fingerprint of everything that something is made of: if it is the same, so is what would be made.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Bytes of a BLAKE3 hash that are kept: enough that no two inputs have the same by chance.
const N_BYTES: usize = 16;

/// A fingerprint of inputs.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inputs([u8; N_BYTES]);

impl Inputs {
    /// The fingerprint of inputs that are written as `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut first = [0; N_BYTES];
        first.copy_from_slice(&blake3::hash(bytes).as_bytes()[..N_BYTES]);
        Self(first)
    }

    /// The fingerprint of several inputs, in their order.
    #[must_use]
    pub fn of_all<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
        }
        let mut first = [0; N_BYTES];
        hasher.finalize_xof().fill(&mut first);
        Self(first)
    }

    /// Its bytes, as an input of something else.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Inputs {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_only_together_have_the_same_bytes_are_other_inputs() {
        assert_eq!(Inputs::of_all([&b"a"[..], b"bc"]), Inputs::of_all([&b"a"[..], b"bc"]));
        assert_ne!(Inputs::of_all([&b"a"[..], b"bc"]), Inputs::of_all([&b"ab"[..], b"c"]));
        assert_ne!(Inputs::of(b"a"), Inputs::of(b"b"));
        assert_eq!(format!("{:?}", Inputs::of(b"")).len(), 32);
    }
}
