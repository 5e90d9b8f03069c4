//! Who has announced a listing, in a few words. Knows no listing and no change.

use super::scalar::shortened;
use crate::format::{AccountEntry, IntentFile};

/// For whom `intent` reserves its name, such as "publisher `acme`".
pub(super) fn announcer(intent: &IntentFile) -> String {
    match (intent.company_profile.get(), intent.account.get()) {
        (Some(profile), _) => format!("publisher `{}`", shortened(profile)),
        (None, Some(account)) => called(account),
        (None, None) => "someone who has announced it".to_owned(),
    }
}

/// Returns the name for `account`.
pub(super) fn called(account: &AccountEntry) -> String {
    let name = account.login.get().or_else(|| account.id.get());
    name.map_or_else(|| "another account".to_owned(), |name| format!("the account `{}`", shortened(name)))
}
