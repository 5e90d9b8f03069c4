//! Rules about themes: colours that can be read, and templates that replace others.

mod contrast_adjusted;
mod contrast_too_low;
mod template_unknown;
mod words;

use super::Rule;

/// The family, in the order of ids.
pub(super) const RULES: &[&Rule] =
    &[&contrast_too_low::CONTRAST_TOO_LOW, &contrast_adjusted::CONTRAST_ADJUSTED, &template_unknown::TEMPLATE_UNKNOWN];
