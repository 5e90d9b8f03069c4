//! Rules about themes: colours that can be read, and templates that replace others.

mod contrast_adjusted;
mod contrast_too_low;
mod template_broken;
mod template_unknown;
mod theme_file_missing;
mod theme_unknown;
mod words;

pub use template_broken::template_broken;
pub use theme_file_missing::theme_file_missing;
pub use theme_unknown::THEME_UNKNOWN;

use super::Rule;

/// The family, in the order of ids.
pub(super) const RULES: &[&Rule] = &[
    &contrast_too_low::CONTRAST_TOO_LOW,
    &contrast_adjusted::CONTRAST_ADJUSTED,
    &template_unknown::TEMPLATE_UNKNOWN,
    &THEME_UNKNOWN,
    &theme_file_missing::THEME_FILE_MISSING,
    &template_broken::TEMPLATE_BROKEN,
];
