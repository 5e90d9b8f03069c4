//! Rules about all files together, and about the vocabulary.

use super::Rule;

/// The family, in the order of ids.
pub(super) const RULES: &[&Rule] = &[];
