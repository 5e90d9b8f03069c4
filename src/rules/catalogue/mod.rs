//! Rules about all files together, and about the vocabulary.

mod account_id_malformed;
mod alias_ambiguous;
mod app_unused;
mod app_website_missing;
mod base_url_missing;
mod base_url_unusable;
mod circular_relation;
mod collection_empty;
mod collection_member_hidden;
mod collection_member_unknown;
mod component_not_reviewed;
mod contact_malformed;
mod current_agreement_missing;
mod domain_claimed_twice;
mod domain_malformed;
mod domain_unverified;
mod domains;
mod duplicate_app_name;
mod duplicate_collection_member;
mod duplicate_intent;
mod duplicate_label_id;
mod duplicate_name;
mod duplicate_origin;
mod duplicate_publisher_name;
mod duplicate_tag_id;
mod flow_without_evidence;
mod former_slug_taken;
mod freshness_thresholds_swapped;
mod install_template_unusable;
mod intent_fulfilled;
mod intent_name_taken;
mod intent_overdue;
mod intent_undated;
mod intents;
mod language_malformed;
mod language_not_translated;
mod level_unknown;
mod listing_file_missing;
mod name_imitates_app;
mod name_reserved;
mod page_slug_taken;
mod path_case_collision;
mod publisher_claims_vendor;
mod publisher_without_listing;
mod review_approver_missing;
mod review_area_failed;
mod review_area_unknown;
mod review_date_in_future;
mod review_record_missing;
mod review_target_unknown;
mod security_expiry_near;
mod settings_missing;
mod similar_name;
mod similar_slug;
mod slug_malformed;
mod slug_reserved;
mod tag_rarely_used;
mod tag_unused;
mod windows_device_name;

use super::Rule;

/// The family, in the order of ids.
pub(super) const RULES: &[&Rule] = &[
    &duplicate_name::DUPLICATE_NAME,
    &duplicate_app_name::DUPLICATE_APP_NAME,
    &slug_malformed::SLUG_MALFORMED,
    &slug_reserved::SLUG_RESERVED,
    &path_case_collision::PATH_CASE_COLLISION,
    &windows_device_name::WINDOWS_DEVICE_NAME,
    &former_slug_taken::FORMER_SLUG_TAKEN,
    &collection_member_unknown::COLLECTION_MEMBER_UNKNOWN,
    &level_unknown::LEVEL_UNKNOWN,
    &settings_missing::SETTINGS_MISSING,
    &duplicate_tag_id::DUPLICATE_TAG_ID,
    &listing_file_missing::LISTING_FILE_MISSING,
    &circular_relation::CIRCULAR_RELATION,
    &duplicate_publisher_name::DUPLICATE_PUBLISHER_NAME,
    &publisher_claims_vendor::PUBLISHER_CLAIMS_VENDOR,
    &similar_name::SIMILAR_NAME,
    &similar_slug::SIMILAR_SLUG,
    &tag_unused::TAG_UNUSED,
    &app_unused::APP_UNUSED,
    &publisher_without_listing::PUBLISHER_WITHOUT_LISTING,
    &alias_ambiguous::ALIAS_AMBIGUOUS,
    &domain_malformed::DOMAIN_MALFORMED,
    &domain_claimed_twice::DOMAIN_CLAIMED_TWICE,
    &domain_unverified::DOMAIN_UNVERIFIED,
    &app_website_missing::APP_WEBSITE_MISSING,
    &name_reserved::NAME_RESERVED,
    &intent_overdue::INTENT_OVERDUE,
    &intent_fulfilled::INTENT_FULFILLED,
    &collection_empty::COLLECTION_EMPTY,
    &duplicate_collection_member::DUPLICATE_COLLECTION_MEMBER,
    &collection_member_hidden::COLLECTION_MEMBER_HIDDEN,
    &current_agreement_missing::CURRENT_AGREEMENT_MISSING,
    &base_url_missing::BASE_URL_MISSING,
    &base_url_unusable::BASE_URL_UNUSABLE,
    &language_malformed::LANGUAGE_MALFORMED,
    &language_not_translated::LANGUAGE_NOT_TRANSLATED,
    &install_template_unusable::INSTALL_TEMPLATE_UNUSABLE,
    &freshness_thresholds_swapped::FRESHNESS_THRESHOLDS_SWAPPED,
    &review_target_unknown::REVIEW_TARGET_UNKNOWN,
    &duplicate_label_id::DUPLICATE_LABEL_ID,
    &account_id_malformed::ACCOUNT_ID_MALFORMED,
    &contact_malformed::CONTACT_MALFORMED,
    &review_area_unknown::REVIEW_AREA_UNKNOWN,
    &review_area_failed::REVIEW_AREA_FAILED,
    &review_record_missing::REVIEW_RECORD_MISSING,
    &page_slug_taken::PAGE_SLUG_TAKEN,
    &tag_rarely_used::TAG_RARELY_USED,
    &security_expiry_near::SECURITY_EXPIRY_NEAR,
    &review_date_in_future::REVIEW_DATE_IN_FUTURE,
    &review_approver_missing::REVIEW_APPROVER_MISSING,
    &component_not_reviewed::COMPONENT_NOT_REVIEWED,
    &flow_without_evidence::FLOW_WITHOUT_EVIDENCE,
    &intent_name_taken::INTENT_NAME_TAKEN,
    &duplicate_intent::DUPLICATE_INTENT,
    &intent_undated::INTENT_UNDATED,
    &name_imitates_app::NAME_IMITATES_APP,
    &duplicate_origin::DUPLICATE_ORIGIN,
];
