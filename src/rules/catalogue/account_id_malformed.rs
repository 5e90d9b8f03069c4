//! `account-id-malformed`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::{AccountEntry, Content, FileRole};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// An account id is not the forge's number for the account.
    ///
    /// A login can be renamed, and the old one registered by someone else, who could then edit the publisher's listings. The number stays
    /// with the account.
    ///
    /// ```files,fails
    /// ==> publishers/acme.yaml <==
    /// name: Acme Works
    /// may_hide_source: true
    /// accounts: [{forge: github, login: acme-demo, id: acme-demo}]
    /// ```
    /// ```files,passes
    /// ==> publishers/acme.yaml <==
    /// name: Acme Works
    /// may_hide_source: true
    /// accounts: [{forge: github, login: acme-demo, id: 990000123}]
    /// ```
    ACCOUNT_ID_MALFORMED = { id: "C039", name: "account-id-malformed", level: Error, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    for document in raw.files(FileRole::Publisher).chain(raw.files(FileRole::Intent)) {
        let accounts: Vec<&AccountEntry> = match &document.content {
            Content::Publisher(publisher) => publisher.accounts.items().iter().map(|account| &account.value).collect(),
            Content::Intent(intent) => intent.account.get().into_iter().collect(),
            _ => continue,
        };
        for id in accounts.into_iter().filter_map(|account| account.id.spanned()) {
            if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit()) {
                findings
                    .elsewhere(&document.path, Some(id.span), format!("`{}` is not an account number", shortened(id)))
                    .help("look it up on the forge: on GitHub, `https://api.github.com/users/<login>` shows it as `id`");
            }
        }
    }
}
