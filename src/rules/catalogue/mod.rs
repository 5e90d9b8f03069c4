//! Rules about all files together, and about the vocabulary.

mod collection_member_unknown;
mod duplicate_app_name;
mod duplicate_name;
mod folding;
mod former_slug_taken;
mod level_unknown;
mod listing_file_missing;
mod path_case_collision;
mod settings_missing;
mod slug;
mod slug_malformed;
mod slug_reserved;
mod tag_id_doubled;

use super::Rule;

/// The family, in the order of ids.
pub(super) const RULES: &[&Rule] = &[
    &duplicate_name::DUPLICATE_NAME,
    &duplicate_app_name::DUPLICATE_APP_NAME,
    &slug_malformed::SLUG_MALFORMED,
    &slug_reserved::SLUG_RESERVED,
    &path_case_collision::PATH_CASE_COLLISION,
    &former_slug_taken::FORMER_SLUG_TAKEN,
    &collection_member_unknown::COLLECTION_MEMBER_UNKNOWN,
    &level_unknown::LEVEL_UNKNOWN,
    &settings_missing::SETTINGS_MISSING,
    &tag_id_doubled::TAG_ID_DOUBLED,
    &listing_file_missing::LISTING_FILE_MISSING,
];
