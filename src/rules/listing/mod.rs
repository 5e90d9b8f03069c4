//! Rules about one listing and the names it mentions.

mod age;
mod agreement_date_in_future;
mod agreement_missing;
mod agreement_outdated;
mod agreement_unknown;
mod allowance_unknown;
mod allowance_unused;
mod allowance_used;
mod allowance_without_reason;
mod app_unknown;
mod auth_unknown;
mod contact;
mod dependency_unknown;
mod duplicate_item;
mod duplicate_keyword;
mod duplicate_operation;
mod duplicate_tag;
mod duplicate_version;
mod email_list;
mod email_malformed;
mod install_target_missing;
mod install_url_in_request_mode;
mod keyword_repeats_name;
mod keyword_too_long;
mod landing_url_in_direct_mode;
mod landing_url_is_home_page;
mod landing_url_missing;
mod landing_url_not_https;
mod landing_url_shortened;
mod license_missing;
mod license_not_spdx;
mod lifecycle_reason_missing;
mod lifecycle_since_in_future;
mod lifecycle_since_missing;
mod lifecycle_unreadable;
mod list_in_keyword;
mod listing_ageing;
mod listing_inactive;
mod name_claims_official;
mod name_decorated;
mod name_empty;
mod name_is_app;
mod name_mixes_scripts;
mod name_too_long;
mod names;
mod newest_has_lower_number;
mod origin_unknown;
mod parent_unknown;
mod path_note_missing;
mod path_note_not_one_line;
mod placeholder_in_listing;
mod private_share_link;
mod publisher_missing;
mod publisher_unknown;
mod readme_missing;
mod region_unknown;
mod regions_missing_on_closed_source;
mod replacement_missing;
mod replacement_not_active;
mod replacement_unknown;
mod screenshot_file_missing;
mod screenshot_without_alt;
mod shared_is_prerelease;
mod shared_is_yanked;
mod shared_newer_than_released;
mod source_hidden_without_permission;
mod source_missing;
mod source_url_missing;
mod source_url_on_closed_source;
mod summary_is_markdown;
mod summary_missing;
mod summary_not_one_line;
mod summary_repeats_name;
mod summary_too_long;
mod support_missing;
mod tag_unknown;
mod tags_missing;
mod tested_date_in_future;
mod text_untrimmed;
mod too_many_keywords;
mod too_many_screenshots;
mod url_not_https;
mod url_not_web;
mod version_date_in_future;
mod version_date_missing;
mod version_dates_out_of_order;
mod version_not_listed;
mod version_notes_missing;
mod version_off_scheme;
mod version_schemes_mixed;
mod version_unclear;
mod versions_missing;
mod versions_of_equal_rank;
mod versions_out_of_order;

use super::Rule;

/// The family, in the order of ids.
pub(super) const RULES: &[&Rule] = &[
    &app_unknown::APP_UNKNOWN,
    &name_too_long::NAME_TOO_LONG,
    &name_empty::NAME_EMPTY,
    &summary_missing::SUMMARY_MISSING,
    &summary_not_one_line::SUMMARY_NOT_ONE_LINE,
    &summary_too_long::SUMMARY_TOO_LONG,
    &readme_missing::README_MISSING,
    &tags_missing::TAGS_MISSING,
    &tag_unknown::TAG_UNKNOWN,
    &duplicate_tag::DUPLICATE_TAG,
    &too_many_keywords::TOO_MANY_KEYWORDS,
    &duplicate_keyword::DUPLICATE_KEYWORD,
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
    &landing_url_not_https::LANDING_URL_NOT_HTTPS,
    &landing_url_shortened::LANDING_URL_SHORTENED,
    &source_url_on_closed_source::SOURCE_URL_ON_CLOSED_SOURCE,
    &source_hidden_without_permission::SOURCE_HIDDEN_WITHOUT_PERMISSION,
    &source_missing::SOURCE_MISSING,
    &duplicate_version::DUPLICATE_VERSION,
    &version_schemes_mixed::VERSION_SCHEMES_MIXED,
    &versions_out_of_order::VERSIONS_OUT_OF_ORDER,
    &version_not_listed::VERSION_NOT_LISTED,
    &shared_newer_than_released::SHARED_NEWER_THAN_RELEASED,
    &shared_is_yanked::SHARED_IS_YANKED,
    &url_not_web::URL_NOT_WEB,
    &url_not_https::URL_NOT_HTTPS,
    &region_unknown::REGION_UNKNOWN,
    &auth_unknown::AUTH_UNKNOWN,
    &screenshot_file_missing::SCREENSHOT_FILE_MISSING,
    &screenshot_without_alt::SCREENSHOT_WITHOUT_ALT,
    &too_many_screenshots::TOO_MANY_SCREENSHOTS,
    &origin_unknown::ORIGIN_UNKNOWN,
    &parent_unknown::PARENT_UNKNOWN,
    &dependency_unknown::DEPENDENCY_UNKNOWN,
    &replacement_unknown::REPLACEMENT_UNKNOWN,
    &agreement_unknown::AGREEMENT_UNKNOWN,
    &private_share_link::PRIVATE_SHARE_LINK,
    &email_list::EMAIL_LIST,
    &allowance_unknown::ALLOWANCE_UNKNOWN,
    &allowance_without_reason::ALLOWANCE_WITHOUT_REASON,
    &allowance_unused::ALLOWANCE_UNUSED,
    &allowance_used::ALLOWANCE_USED,
    &name_is_app::NAME_IS_APP,
    &name_claims_official::NAME_CLAIMS_OFFICIAL,
    &name_mixes_scripts::NAME_MIXES_SCRIPTS,
    &name_decorated::NAME_DECORATED,
    &summary_is_markdown::SUMMARY_IS_MARKDOWN,
    &summary_repeats_name::SUMMARY_REPEATS_NAME,
    &list_in_keyword::LIST_IN_KEYWORD,
    &keyword_too_long::KEYWORD_TOO_LONG,
    &path_note_not_one_line::PATH_NOTE_NOT_ONE_LINE,
    &source_url_missing::SOURCE_URL_MISSING,
    &license_missing::LICENSE_MISSING,
    &license_not_spdx::LICENSE_NOT_SPDX,
    &versions_missing::VERSIONS_MISSING,
    &version_date_missing::VERSION_DATE_MISSING,
    &version_date_in_future::VERSION_DATE_IN_FUTURE,
    &version_dates_out_of_order::VERSION_DATES_OUT_OF_ORDER,
    &version_notes_missing::VERSION_NOTES_MISSING,
    &shared_is_prerelease::SHARED_IS_PRERELEASE,
    &newest_has_lower_number::NEWEST_HAS_LOWER_NUMBER,
    &version_off_scheme::VERSION_OFF_SCHEME,
    &versions_of_equal_rank::VERSIONS_OF_EQUAL_RANK,
    &version_unclear::VERSION_UNCLEAR,
    &listing_ageing::LISTING_AGEING,
    &listing_inactive::LISTING_INACTIVE,
    &duplicate_item::DUPLICATE_ITEM,
    &regions_missing_on_closed_source::REGIONS_MISSING_ON_CLOSED_SOURCE,
    &lifecycle_reason_missing::LIFECYCLE_REASON_MISSING,
    &lifecycle_since_missing::LIFECYCLE_SINCE_MISSING,
    &lifecycle_since_in_future::LIFECYCLE_SINCE_IN_FUTURE,
    &replacement_missing::REPLACEMENT_MISSING,
    &replacement_not_active::REPLACEMENT_NOT_ACTIVE,
    &lifecycle_unreadable::LIFECYCLE_UNREADABLE,
    &agreement_missing::AGREEMENT_MISSING,
    &agreement_outdated::AGREEMENT_OUTDATED,
    &agreement_date_in_future::AGREEMENT_DATE_IN_FUTURE,
    &tested_date_in_future::TESTED_DATE_IN_FUTURE,
    &duplicate_operation::DUPLICATE_OPERATION,
    &text_untrimmed::TEXT_UNTRIMMED,
    &landing_url_is_home_page::LANDING_URL_IS_HOME_PAGE,
    &placeholder_in_listing::PLACEHOLDER_IN_LISTING,
];
