//! Rules about one listing and the names it mentions.

mod summary_too_long;

use super::Rule;

/// The family, in the order of ids.
pub(super) const RULES: &[&Rule] = &[&summary_too_long::SUMMARY_TOO_LONG];
