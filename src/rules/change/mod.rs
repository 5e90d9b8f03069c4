//! Rules about a change: the difference between two states of a catalogue.

mod account_missing;
mod adoption_incomplete;
mod agreement_not_accepted_again;
mod author_not_owner;
mod checkout_altered;
mod files_with_listing;
mod former_slug_removed;
mod host_changed;
mod intent_not_owner;
mod listing_copied;
mod listing_deleted;
mod no_content_change;
mod privilege_claimed;
mod published_version_altered;
mod review_record_touched;
mod settings_with_listing;
mod slug_reused;
mod source_switched;
mod suspension_lifted;
mod too_many_listings;
mod transfer_without_consent;
mod version_not_increasing;
mod version_withdrawn;
mod version_without_notes;
mod versions;

use super::Rule;

/// In the order of their ids.
pub(super) const RULES: &[&Rule] = &[
    &source_switched::SOURCE_SWITCHED,
    &slug_reused::SLUG_REUSED,
    &listing_deleted::LISTING_DELETED,
    &published_version_altered::PUBLISHED_VERSION_ALTERED,
    &version_withdrawn::VERSION_WITHDRAWN,
    &version_not_increasing::VERSION_NOT_INCREASING,
    &version_without_notes::VERSION_WITHOUT_NOTES,
    &too_many_listings::TOO_MANY_LISTINGS,
    &author_not_owner::AUTHOR_NOT_OWNER,
    &transfer_without_consent::TRANSFER_WITHOUT_CONSENT,
    &review_record_touched::REVIEW_RECORD_TOUCHED,
    &settings_with_listing::SETTINGS_WITH_LISTING,
    &files_with_listing::FILES_WITH_LISTING,
    &host_changed::HOST_CHANGED,
    &suspension_lifted::SUSPENSION_LIFTED,
    &privilege_claimed::PRIVILEGE_CLAIMED,
    &former_slug_removed::FORMER_SLUG_REMOVED,
    &checkout_altered::CHECKOUT_ALTERED,
    &agreement_not_accepted_again::AGREEMENT_NOT_ACCEPTED_AGAIN,
    &listing_copied::LISTING_COPIED,
    &intent_not_owner::INTENT_NOT_OWNER,
    &account_missing::ACCOUNT_MISSING,
    &no_content_change::NO_CONTENT_CHANGE,
    &adoption_incomplete::ADOPTION_INCOMPLETE,
];
