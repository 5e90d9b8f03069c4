//! Rules about texts in Markdown.

use super::Rule;

/// The family, in the order of ids.
pub(super) const RULES: &[&Rule] = &[];
