//! Rules about a file by itself: each words one kind of problem that the reader states.

mod boolean_malformed;
mod choice_unknown;
mod date_malformed;
mod days_malformed;
mod doubled_key;
pub(super) mod edits;
mod file_too_large;
mod file_unreadable;
mod front_matter_missing;
mod image_damaged;
mod image_disguised;
mod image_too_large;
mod key_missing;
mod key_not_text;
mod name_not_utf8;
mod not_utf8;
mod number_malformed;
mod problems;
pub(super) mod scalar;
mod second_document;
mod stray_file;
mod svg_unsafe;
mod symbolic_link;
mod unknown_key;
mod url_malformed;
mod version_malformed;
mod wrong_type;
mod yaml_indirection;
mod yaml_syntax;
mod yaml_too_complex;

use super::Rule;

/// The family, in the order of ids.
pub(super) const RULES: &[&Rule] = &[
    &file_unreadable::FILE_UNREADABLE,
    &symbolic_link::SYMBOLIC_LINK,
    &name_not_utf8::NAME_NOT_UTF8,
    &file_too_large::FILE_TOO_LARGE,
    &not_utf8::NOT_UTF8,
    &yaml_syntax::YAML_SYNTAX,
    &yaml_too_complex::YAML_TOO_COMPLEX,
    &yaml_indirection::YAML_INDIRECTION,
    &second_document::SECOND_DOCUMENT,
    &unknown_key::UNKNOWN_KEY,
    &doubled_key::DOUBLED_KEY,
    &key_not_text::KEY_NOT_TEXT,
    &key_missing::KEY_MISSING,
    &wrong_type::WRONG_TYPE,
    &date_malformed::DATE_MALFORMED,
    &version_malformed::VERSION_MALFORMED,
    &url_malformed::URL_MALFORMED,
    &days_malformed::DAYS_MALFORMED,
    &number_malformed::NUMBER_MALFORMED,
    &boolean_malformed::BOOLEAN_MALFORMED,
    &choice_unknown::CHOICE_UNKNOWN,
    &front_matter_missing::FRONT_MATTER_MISSING,
    &image_disguised::IMAGE_DISGUISED,
    &image_damaged::IMAGE_DAMAGED,
    &image_too_large::IMAGE_TOO_LARGE,
    &svg_unsafe::SVG_UNSAFE,
    &stray_file::STRAY_FILE,
];
