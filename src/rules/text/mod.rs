//! Rules about the characters of a text, whatever the text says.

mod bidi_control;
mod control_character;
mod entity_in_text;
mod garbled;
mod hidden;
mod merge_conflict;
mod password_in_text;
mod redacted;
mod secret_in_text;
mod stacked_marks;
mod wrong_encoding;
mod zero_width_character;

use super::Rule;

/// The family, in the order of ids.
pub(super) const RULES: &[&Rule] = &[
    &secret_in_text::SECRET_IN_TEXT,
    &password_in_text::PASSWORD_IN_TEXT,
    &bidi_control::BIDI_CONTROL,
    &zero_width_character::ZERO_WIDTH_CHARACTER,
    &control_character::CONTROL_CHARACTER,
    &wrong_encoding::WRONG_ENCODING,
    &merge_conflict::MERGE_CONFLICT,
    &entity_in_text::ENTITY_IN_TEXT,
    &stacked_marks::STACKED_MARKS,
];
