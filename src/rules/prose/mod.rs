//! Rules about texts in Markdown.

mod code_block_unclosed;
mod code_block_without_language;
mod dead_relative_link;
mod email_list_in_readme;
mod emoji_unknown;
mod heading_repeats_name;
mod heading_skips_level;
mod image_alt_uninformative;
mod image_without_alt;
mod known_limits_missing;
mod link_empty;
mod link_malformed;
mod link_not_shown;
mod link_text_uninformative;
mod link_with_space;
mod multiple_titles;
mod placeholder_in_prose;
mod raw_html;
mod readme;
mod readme_too_short;
mod remote_image;
mod section_empty;
mod setup_section_missing;
mod table_cell_lost;
mod template_tag_left_in;
mod text_not_shown;
mod too_many_badges;
mod tracking_pixel;
mod troubleshooting_section_missing;
mod visible;

#[cfg(test)]
mod tests;

use super::Rule;

/// The family, in the order of ids.
pub(super) const RULES: &[&Rule] = &[
    &dead_relative_link::DEAD_RELATIVE_LINK,
    &image_without_alt::IMAGE_WITHOUT_ALT,
    &remote_image::REMOTE_IMAGE,
    &raw_html::RAW_HTML,
    &heading_skips_level::HEADING_SKIPS_LEVEL,
    &multiple_titles::MULTIPLE_TITLES,
    &section_empty::SECTION_EMPTY,
    &heading_repeats_name::HEADING_REPEATS_NAME,
    &readme_too_short::README_TOO_SHORT,
    &setup_section_missing::SETUP_SECTION_MISSING,
    &known_limits_missing::KNOWN_LIMITS_MISSING,
    &placeholder_in_prose::PLACEHOLDER_IN_PROSE,
    &template_tag_left_in::TEMPLATE_TAG_LEFT_IN,
    &too_many_badges::TOO_MANY_BADGES,
    &tracking_pixel::TRACKING_PIXEL,
    &code_block_without_language::CODE_BLOCK_WITHOUT_LANGUAGE,
    &link_text_uninformative::LINK_TEXT_UNINFORMATIVE,
    &image_alt_uninformative::IMAGE_ALT_UNINFORMATIVE,
    &link_empty::LINK_EMPTY,
    &link_with_space::LINK_WITH_SPACE,
    &troubleshooting_section_missing::TROUBLESHOOTING_SECTION_MISSING,
    &email_list_in_readme::EMAIL_LIST_IN_README,
    &code_block_unclosed::CODE_BLOCK_UNCLOSED,
    &table_cell_lost::TABLE_CELL_LOST,
    &link_not_shown::LINK_NOT_SHOWN,
    &link_malformed::LINK_MALFORMED,
    &emoji_unknown::EMOJI_UNKNOWN,
    &text_not_shown::TEXT_NOT_SHOWN,
];
