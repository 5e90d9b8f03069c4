//! Rules about texts in Markdown.

mod badge_wall;
mod code_block_unclosed;
mod code_block_without_language;
mod dead_relative_link;
mod email_list_in_readme;
mod emoji_unknown;
mod heading_repeats_name;
mod heading_skips_level;
mod image_alt_says_nothing;
mod image_without_alt;
mod known_limits_missing;
mod link_empty;
mod link_malformed;
mod link_not_shown;
mod link_text_says_nothing;
mod link_with_blank;
mod placeholder_left_in;
mod raw_html;
mod readme;
mod readme_too_short;
mod remote_image;
mod section_empty;
mod setup_section_missing;
mod shown;
mod table_cell_lost;
pub(super) mod target;
mod template_tag_left_in;
mod text_not_shown;
mod title_doubled;
mod tracking_pixel;
mod troubleshooting_section_missing;
pub(super) mod unfinished;

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
    &title_doubled::TITLE_DOUBLED,
    &section_empty::SECTION_EMPTY,
    &heading_repeats_name::HEADING_REPEATS_NAME,
    &readme_too_short::README_TOO_SHORT,
    &setup_section_missing::SETUP_SECTION_MISSING,
    &known_limits_missing::KNOWN_LIMITS_MISSING,
    &placeholder_left_in::PLACEHOLDER_LEFT_IN,
    &template_tag_left_in::TEMPLATE_TAG_LEFT_IN,
    &badge_wall::BADGE_WALL,
    &tracking_pixel::TRACKING_PIXEL,
    &code_block_without_language::CODE_BLOCK_WITHOUT_LANGUAGE,
    &link_text_says_nothing::LINK_TEXT_SAYS_NOTHING,
    &image_alt_says_nothing::IMAGE_ALT_SAYS_NOTHING,
    &link_empty::LINK_EMPTY,
    &link_with_blank::LINK_WITH_BLANK,
    &troubleshooting_section_missing::TROUBLESHOOTING_SECTION_MISSING,
    &email_list_in_readme::EMAIL_LIST_IN_README,
    &code_block_unclosed::CODE_BLOCK_UNCLOSED,
    &table_cell_lost::TABLE_CELL_LOST,
    &link_not_shown::LINK_NOT_SHOWN,
    &link_malformed::LINK_MALFORMED,
    &emoji_unknown::EMOJI_UNKNOWN,
    &text_not_shown::TEXT_NOT_SHOWN,
];
