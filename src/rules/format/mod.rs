//! Rules about a file on its own: each words one kind of problem that the reader states.

mod boolean_malformed;
mod bracket_stray;
mod bracket_unclosed;
mod choice_unknown;
mod colon_missing;
mod colour_malformed;
mod comma_misplaced;
mod date_malformed;
mod days_malformed;
mod decimal_malformed;
mod doc_in_subfolder;
mod duplicate_key;
mod early_document_end;
mod escape_unknown;
mod file_too_large;
mod file_unreadable;
mod foreign_syntax;
mod front_matter_missing;
mod hidden_file;
mod image_too_large;
mod image_type_mismatch;
mod image_unreadable;
mod internal_error;
mod invisible_space;
mod key_missing;
mod key_not_string;
mod list_malformed;
mod list_mixed_with_keys;
mod literal_quotes;
mod mistakes;
mod moved;
mod name_not_utf8;
mod not_utf8;
mod number_malformed;
mod problems;
mod quote_unclosed;
mod rows;
mod rule_renamed;
mod second_document;
mod space_missing;
mod stray_file;
mod svg_unsafe;
mod symbolic_link;
mod tab_indentation;
mod text_after_quote;
mod text_needs_quotes;
mod text_not_indented;
mod text_truncated_by_comment;
mod typographic_quotes;
mod unknown_key;
mod url_malformed;
mod version_malformed;
mod wrong_indentation;
mod wrong_type;
mod yaml_anchor_or_tag;
mod yaml_control_character;
mod yaml_merge_conflict;
mod yaml_syntax;
mod yaml_too_complex;

pub use image_unreadable::undecodable;
pub(super) use internal_error::stumbled;

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
    &yaml_anchor_or_tag::YAML_ANCHOR_OR_TAG,
    &second_document::SECOND_DOCUMENT,
    &unknown_key::UNKNOWN_KEY,
    &duplicate_key::DUPLICATE_KEY,
    &key_not_string::KEY_NOT_STRING,
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
    &image_type_mismatch::IMAGE_TYPE_MISMATCH,
    &image_unreadable::IMAGE_UNREADABLE,
    &image_too_large::IMAGE_TOO_LARGE,
    &svg_unsafe::SVG_UNSAFE,
    &stray_file::STRAY_FILE,
    &hidden_file::HIDDEN_FILE,
    &doc_in_subfolder::DOC_IN_SUBFOLDER,
    &tab_indentation::TAB_INDENTATION,
    &invisible_space::INVISIBLE_SPACE,
    &wrong_indentation::WRONG_INDENTATION,
    &text_not_indented::TEXT_NOT_INDENTED,
    &list_mixed_with_keys::LIST_MIXED_WITH_KEYS,
    &list_malformed::LIST_MALFORMED,
    &quote_unclosed::QUOTE_UNCLOSED,
    &text_after_quote::TEXT_AFTER_QUOTE,
    &escape_unknown::ESCAPE_UNKNOWN,
    &typographic_quotes::TYPOGRAPHIC_QUOTES,
    &text_needs_quotes::TEXT_NEEDS_QUOTES,
    &bracket_unclosed::BRACKET_UNCLOSED,
    &bracket_stray::BRACKET_STRAY,
    &comma_misplaced::COMMA_MISPLACED,
    &colon_missing::COLON_MISSING,
    &space_missing::SPACE_MISSING,
    &yaml_control_character::YAML_CONTROL_CHARACTER,
    &yaml_merge_conflict::YAML_MERGE_CONFLICT,
    &foreign_syntax::FOREIGN_SYNTAX,
    &early_document_end::EARLY_DOCUMENT_END,
    &literal_quotes::LITERAL_QUOTES,
    &text_truncated_by_comment::TEXT_TRUNCATED_BY_COMMENT,
    &decimal_malformed::DECIMAL_MALFORMED,
    &colour_malformed::COLOUR_MALFORMED,
    &rule_renamed::RULE_RENAMED,
    &internal_error::INTERNAL_ERROR,
];
