//! `intent-not-owner`

use crate::catalogue::{Account, Change, RawCatalogue};
use crate::diagnostic::{FindingBuilder, Findings};
use crate::format::{AccountEntry, Content, FileRole, IntentFile};
use crate::rules::announcer::{announcer, called};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::source::{ContentPath, Span};

rule! {
    /// An announcement is added, changed or removed by an account that does not belong to the announcer.
    ///
    /// It would reserve a name for a publisher who knows nothing about it, or release a reserved one. Accounts are those of the publisher's file before the change,
    /// and the `account` of the announcement before the change; they are compared by the forge's number. Anyone with such an account can propose the change, or approve
    /// it. Changes by the account of GitHub's own workflows, such as from a filled-in form, count as proposed by the `account` in the announcement.
    ///
    /// ```files,fails
    /// ==> before: publishers/acme.yaml <==
    /// name: Acme Works
    /// may_hide_source: true
    /// accounts: [{forge: github, login: acme, id: 990000101}]
    /// ==> intents/acme-rows.yaml <==
    /// # Proposed by the account 990000107.
    /// developer: {name: Acme Works}
    /// company_profile: acme
    /// connector: Acme Rows
    /// ```
    /// ```files,fails
    /// ==> before: intents/zebra.yaml <==
    /// developer: {name: Zebra Works}
    /// account: {forge: github, login: zebra, id: 990000108}
    /// connector: Zebra Rows
    /// ==> intents/zebra.yaml <==
    /// (gone)
    /// ```
    /// ```files,passes
    /// ==> before: publishers/acme.yaml <==
    /// name: Acme Works
    /// may_hide_source: true
    /// accounts: [{forge: github, login: wren, id: 990000107}]
    /// ==> intents/acme-rows.yaml <==
    /// # Proposed by the account 990000107.
    /// developer: {name: Acme Works}
    /// company_profile: acme
    /// connector: Acme Rows
    /// ```
    INTENT_NOT_OWNER = { id: "R025", name: "intent-not-owner", level: Error, since: "0.1", check: Change(check) }
}

/// The account of GitHub's own workflows. Only a workflow of the repository proposes anything under its name.
const RELAY: (&str, &str) = ("github", "41898282");

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    let Some(author) = change.people.author.as_ref().filter(|_| !change.is_by_maintainer()) else { return };
    for path in change.files.content.keys().filter(|path| path.role() == FileRole::Intent) {
        let intent = |raw| -> Option<&IntentFile> { intent(raw, path) };
        let (was, is) = (intent(change.base), intent(change.head));
        if let Some(was) = was
            && !was_theirs(change, was)
        {
            let what = if is.is_some() { "change" } else { "remove" };
            tell(author, path, None, &format!("{what} the announcement of {}", announcer(was)), findings)
                .help("ask them to approve or propose this change");
            continue;
        }
        let Some(is) = is else { continue };
        let declared = is.account.get();
        if let Some(profile) = is.company_profile.spanned()
            && !change.accounts(profile).is_empty()
            && !may_announce(change, profile, declared)
        {
            let what = format!("announce a listing for publisher `{}`", shortened(profile));
            tell(author, path, Some(profile.span), &what, findings).help("ask them to approve this change, or remove `company_profile`");
        } else if let Some(account) = is.account.spanned()
            && !was.and_then(|was| was.account.get()).is_some_and(|before| before.is_same(&account.value))
            && !is_relayed(change)
            && !change.is_wanted_by(&account.value)
        {
            tell(author, path, Some(account.span), &format!("announce a listing for {}", called(&account.value)), findings)
                .help(format!("use the account that proposes this change, which has the number {}, or remove `account`", author.id));
        }
    }
}

fn intent<'raw>(raw: &'raw RawCatalogue, path: &ContentPath) -> Option<&'raw IntentFile> {
    match &raw.document(path.as_str())?.content {
        Content::Intent(intent) => Some(intent),
        _ => None,
    }
}

/// Whether the announcers of `was` want the change, as far as the announcement says who they are.
fn was_theirs(change: &Change<'_>, was: &IntentFile) -> bool {
    let profile = was.company_profile.get().filter(|profile| !change.accounts(profile).is_empty());
    let account = was.account.get();
    (profile.is_none() && account.is_none())
        || profile.is_some_and(|profile| change.has_consent_of(profile))
        || account.is_some_and(|account| change.is_wanted_by(account))
}

/// Whether an announcement for the publisher `profile` comes from it. `declared` is the account in the announcement.
fn may_announce(change: &Change<'_>, profile: &str, declared: Option<&AccountEntry>) -> bool {
    let is_theirs = |declared: &AccountEntry| change.accounts(profile).iter().any(|entry| entry.is_same(declared));
    change.has_consent_of(profile) || (is_relayed(change) && declared.is_some_and(is_theirs))
}

fn is_relayed(change: &Change<'_>) -> bool {
    change.people.author.as_ref().is_some_and(|author| (&*author.forge, &*author.id) == RELAY)
}

/// Reports that `author` cannot do `what`.
fn tell<'sink>(
    author: &Account,
    path: &ContentPath,
    span: Option<Span>,
    what: &str,
    findings: &'sink mut Findings<'_>,
) -> FindingBuilder<'sink> {
    let who = author.login.as_deref().unwrap_or(&author.id);
    findings.elsewhere(path, span, format!("`{who}` cannot {what}"))
}
