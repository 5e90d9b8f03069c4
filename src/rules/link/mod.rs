//! Rules about URLs and e-mail addresses, in keys and in prose.

mod contact;
mod contact_is_noreply;
mod contact_placeholder;
mod url_ends_in_punctuation;
mod url_look_alike;
mod url_placeholder;
mod url_scheme_repeated;
pub(super) mod url_shortener;
mod url_through_redirector;
mod url_to_private_address;
mod url_with_nonstandard_port;
mod url_with_tracking;
mod url_with_userinfo;

use super::{Address, Rule};

/// The family, in the order of ids.
pub(super) const RULES: &[&Rule] = &[
    &url_shortener::URL_SHORTENER,
    &url_through_redirector::URL_THROUGH_REDIRECTOR,
    &url_with_tracking::URL_WITH_TRACKING,
    &url_with_nonstandard_port::URL_WITH_NONSTANDARD_PORT,
    &url_to_private_address::URL_TO_PRIVATE_ADDRESS,
    &url_scheme_repeated::URL_SCHEME_REPEATED,
    &url_with_userinfo::URL_WITH_USERINFO,
    &url_look_alike::URL_LOOK_ALIKE,
    &url_placeholder::URL_PLACEHOLDER,
    &contact_placeholder::CONTACT_PLACEHOLDER,
    &contact_is_noreply::CONTACT_IS_NOREPLY,
    &url_ends_in_punctuation::URL_ENDS_IN_PUNCTUATION,
];
