//! Rules about a file by itself: each words one kind of problem that the reader states.

mod blank_missing;
mod boolean_malformed;
mod bracket_stray;
mod bracket_unclosed;
mod broken;
mod choice_unknown;
mod colon_missing;
mod colour_malformed;
mod comma_misplaced;
mod date_malformed;
mod days_malformed;
mod decimal_malformed;
mod document_ended;
mod doubled_key;
pub(super) mod edits;
mod escape_unknown;
mod fault_in_pressmark;
mod file_too_large;
mod file_unreadable;
mod foreign_syntax;
mod front_matter_missing;
mod hidden_file;
mod image_damaged;
mod image_disguised;
mod image_too_large;
mod invisible_blank;
mod key_missing;
mod key_not_text;
mod list_malformed;
mod list_mixed_with_keys;
mod moved;
mod name_not_utf8;
mod not_utf8;
mod number_malformed;
mod problems;
mod quote_unclosed;
mod quotes_published;
mod rows;
mod second_document;
mod stray_file;
mod svg_unsafe;
mod symbolic_link;
mod tab_indentation;
mod text_behind_quote;
mod text_cut_off;
mod text_needs_quotes;
mod text_not_indented;
mod typographic_quotes;
mod unknown_key;
mod url_malformed;
mod version_malformed;
mod wrong_indentation;
mod wrong_type;
mod yaml_control_character;
mod yaml_indirection;
mod yaml_merge_conflict;
mod yaml_syntax;
mod yaml_too_complex;

pub(super) use fault_in_pressmark::stumbled;
pub use image_damaged::undecodable;

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
    &hidden_file::HIDDEN_FILE,
    &tab_indentation::TAB_INDENTATION,
    &invisible_blank::INVISIBLE_BLANK,
    &wrong_indentation::WRONG_INDENTATION,
    &text_not_indented::TEXT_NOT_INDENTED,
    &list_mixed_with_keys::LIST_MIXED_WITH_KEYS,
    &list_malformed::LIST_MALFORMED,
    &quote_unclosed::QUOTE_UNCLOSED,
    &text_behind_quote::TEXT_BEHIND_QUOTE,
    &escape_unknown::ESCAPE_UNKNOWN,
    &typographic_quotes::TYPOGRAPHIC_QUOTES,
    &text_needs_quotes::TEXT_NEEDS_QUOTES,
    &bracket_unclosed::BRACKET_UNCLOSED,
    &bracket_stray::BRACKET_STRAY,
    &comma_misplaced::COMMA_MISPLACED,
    &colon_missing::COLON_MISSING,
    &blank_missing::BLANK_MISSING,
    &yaml_control_character::YAML_CONTROL_CHARACTER,
    &yaml_merge_conflict::YAML_MERGE_CONFLICT,
    &foreign_syntax::FOREIGN_SYNTAX,
    &document_ended::DOCUMENT_ENDED,
    &quotes_published::QUOTES_PUBLISHED,
    &text_cut_off::TEXT_CUT_OFF,
    &decimal_malformed::DECIMAL_MALFORMED,
    &colour_malformed::COLOUR_MALFORMED,
    &fault_in_pressmark::FAULT_IN_PRESSMARK,
];
