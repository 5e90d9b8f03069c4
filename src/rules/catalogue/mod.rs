//! Rules about all files together, and about the vocabulary.

mod account_id_malformed;
mod alias_ambiguous;
mod app_unused;
mod app_website_missing;
mod base_url_missing;
mod base_url_unusable;
mod collection_empty;
mod collection_member_doubled;
mod collection_member_hidden;
mod collection_member_unknown;
mod component_unread;
mod contact_malformed;
mod current_agreement_missing;
mod domain_claimed_twice;
mod domain_malformed;
mod domain_unverified;
mod domains;
mod duplicate_app_name;
mod duplicate_intent;
mod duplicate_name;
mod duplicate_publisher_name;
mod flow_without_evidence;
mod former_slug_taken;
mod freshness_backwards;
mod install_template_unusable;
mod intent_fulfilled;
mod intent_name_taken;
mod intent_overdue;
mod intent_undated;
mod intents;
mod label_id_doubled;
mod language_malformed;
mod language_without_words;
mod level_unknown;
mod listing_file_missing;
mod name_imitates_app;
mod name_near_another;
mod name_reserved;
mod page_takes_address;
mod path_case_collision;
mod publisher_claims_vendor;
mod publisher_without_listing;
mod relation_loop;
mod review_approver_blank;
mod review_area_failed;
mod review_area_unknown;
mod review_date_in_future;
mod review_record_missing;
mod review_target_unknown;
mod security_expiry_near;
mod settings_missing;
pub(crate) mod slug;
mod slug_malformed;
mod slug_near_another;
mod slug_reserved;
mod tag_id_doubled;
mod tag_tiny;
mod tag_unused;

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
    &relation_loop::RELATION_LOOP,
    &duplicate_publisher_name::DUPLICATE_PUBLISHER_NAME,
    &publisher_claims_vendor::PUBLISHER_CLAIMS_VENDOR,
    &name_near_another::NAME_NEAR_ANOTHER,
    &slug_near_another::SLUG_NEAR_ANOTHER,
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
    &collection_member_doubled::COLLECTION_MEMBER_DOUBLED,
    &collection_member_hidden::COLLECTION_MEMBER_HIDDEN,
    &current_agreement_missing::CURRENT_AGREEMENT_MISSING,
    &base_url_missing::BASE_URL_MISSING,
    &base_url_unusable::BASE_URL_UNUSABLE,
    &language_malformed::LANGUAGE_MALFORMED,
    &language_without_words::LANGUAGE_WITHOUT_WORDS,
    &install_template_unusable::INSTALL_TEMPLATE_UNUSABLE,
    &freshness_backwards::FRESHNESS_BACKWARDS,
    &review_target_unknown::REVIEW_TARGET_UNKNOWN,
    &label_id_doubled::LABEL_ID_DOUBLED,
    &account_id_malformed::ACCOUNT_ID_MALFORMED,
    &contact_malformed::CONTACT_MALFORMED,
    &review_area_unknown::REVIEW_AREA_UNKNOWN,
    &review_area_failed::REVIEW_AREA_FAILED,
    &review_record_missing::REVIEW_RECORD_MISSING,
    &page_takes_address::PAGE_TAKES_ADDRESS,
    &tag_tiny::TAG_TINY,
    &security_expiry_near::SECURITY_EXPIRY_NEAR,
    &review_date_in_future::REVIEW_DATE_IN_FUTURE,
    &review_approver_blank::REVIEW_APPROVER_BLANK,
    &component_unread::COMPONENT_UNREAD,
    &flow_without_evidence::FLOW_WITHOUT_EVIDENCE,
    &intent_name_taken::INTENT_NAME_TAKEN,
    &duplicate_intent::DUPLICATE_INTENT,
    &intent_undated::INTENT_UNDATED,
    &name_imitates_app::NAME_IMITATES_APP,
];
