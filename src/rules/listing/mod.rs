//! Rules about one listing and the names it mentions.

mod agreement_unknown;
mod allowance_unknown;
mod allowance_unused;
mod allowance_without_reason;
mod app_unknown;
mod auth_unknown;
mod dependency_unknown;
mod email_list;
mod email_malformed;
mod install_target_missing;
mod install_url_in_request_mode;
mod keyword_doubled;
mod keyword_repeats_name;
mod landing_url_in_direct_mode;
mod landing_url_missing;
mod mail;
mod name_too_long;
mod names;
mod parent_unknown;
mod path_note_missing;
mod private_share_link;
mod publisher_missing;
mod publisher_unknown;
mod readme_missing;
mod region_unknown;
mod replacement_unknown;
mod screenshot_file_missing;
mod screenshot_without_alt;
mod shared_newer_than_released;
mod source_hidden_without_permission;
mod source_url_on_closed_source;
mod summary_missing;
mod summary_not_one_line;
mod summary_too_long;
mod support_missing;
mod tag_doubled;
mod tag_unknown;
mod tags_missing;
mod too_many_keywords;
mod too_many_screenshots;
mod url_not_https;
mod url_not_web;
mod version_doubled;
mod version_not_listed;
mod version_schemes_mixed;
mod versions_out_of_order;

use super::Rule;

/// The family, in the order of ids.
pub(super) const RULES: &[&Rule] = &[
    &app_unknown::APP_UNKNOWN,
    &name_too_long::NAME_TOO_LONG,
    &summary_missing::SUMMARY_MISSING,
    &summary_not_one_line::SUMMARY_NOT_ONE_LINE,
    &summary_too_long::SUMMARY_TOO_LONG,
    &readme_missing::README_MISSING,
    &tags_missing::TAGS_MISSING,
    &tag_unknown::TAG_UNKNOWN,
    &tag_doubled::TAG_DOUBLED,
    &too_many_keywords::TOO_MANY_KEYWORDS,
    &keyword_doubled::KEYWORD_DOUBLED,
    &keyword_repeats_name::KEYWORD_REPEATS_NAME,
    &publisher_missing::PUBLISHER_MISSING,
    &publisher_unknown::PUBLISHER_UNKNOWN,
    &support_missing::SUPPORT_MISSING,
    &email_malformed::EMAIL_MALFORMED,
    &install_target_missing::INSTALL_TARGET_MISSING,
    &landing_url_missing::LANDING_URL_MISSING,
    &path_note_missing::PATH_NOTE_MISSING,
    &landing_url_in_direct_mode::LANDING_URL_IN_DIRECT_MODE,
    &install_url_in_request_mode::INSTALL_URL_IN_REQUEST_MODE,
    &source_url_on_closed_source::SOURCE_URL_ON_CLOSED_SOURCE,
    &source_hidden_without_permission::SOURCE_HIDDEN_WITHOUT_PERMISSION,
    &version_doubled::VERSION_DOUBLED,
    &version_schemes_mixed::VERSION_SCHEMES_MIXED,
    &versions_out_of_order::VERSIONS_OUT_OF_ORDER,
    &version_not_listed::VERSION_NOT_LISTED,
    &shared_newer_than_released::SHARED_NEWER_THAN_RELEASED,
    &url_not_web::URL_NOT_WEB,
    &url_not_https::URL_NOT_HTTPS,
    &region_unknown::REGION_UNKNOWN,
    &auth_unknown::AUTH_UNKNOWN,
    &screenshot_file_missing::SCREENSHOT_FILE_MISSING,
    &screenshot_without_alt::SCREENSHOT_WITHOUT_ALT,
    &too_many_screenshots::TOO_MANY_SCREENSHOTS,
    &parent_unknown::PARENT_UNKNOWN,
    &dependency_unknown::DEPENDENCY_UNKNOWN,
    &replacement_unknown::REPLACEMENT_UNKNOWN,
    &agreement_unknown::AGREEMENT_UNKNOWN,
    &private_share_link::PRIVATE_SHARE_LINK,
    &email_list::EMAIL_LIST,
    &allowance_unknown::ALLOWANCE_UNKNOWN,
    &allowance_without_reason::ALLOWANCE_WITHOUT_REASON,
    &allowance_unused::ALLOWANCE_UNUSED,
];
