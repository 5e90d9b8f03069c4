//! Rules about a file by itself: each words one kind of problem that the reader states.

mod doubled_key;
mod unknown_key;

use super::Rule;

/// The family, in the order of ids.
pub(super) const RULES: &[&Rule] = &[&unknown_key::UNKNOWN_KEY, &doubled_key::DOUBLED_KEY];
