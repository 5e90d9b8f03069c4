//! What is asked in each area, and which rules answer it. Adding a rule to a question is one word here.

use std::collections::BTreeSet;

use super::given;
use crate::catalogue::ListingDraft;
use crate::diagnostic::Code;
use crate::rules::FAMILIES;

/// An area of requirements.
pub(super) struct Area {
    pub(super) title: &'static str,
    pub(super) items: &'static [Item],
}

/// A question.
pub(super) struct Item {
    pub(super) question: &'static str,
    pub(super) asks: Asks,
    /// Names of the rules that answer it.
    pub(super) rules: &'static [&'static str],
    /// Families whose rules answer it, except those that some question names.
    pub(super) families: &'static [&'static str],
}

/// Whom or what a question asks.
pub(super) enum Asks {
    /// What the listing gives, in words; nothing when it gives nothing.
    Given(fn(&ListingDraft<'_>) -> Option<String>),
    /// That no rule has anything against it.
    Sound,
    /// That the README tells of it: that there is one, and no rule misses it there.
    Told,
    /// A person.
    Person,
}

impl Item {
    /// Whether a finding under `code` answers the question; `named` are the rules that some question names.
    pub(super) fn is_answered_by(&self, code: Code, named: &BTreeSet<&str>) -> bool {
        let of_family = |key: &&str| FAMILIES.iter().any(|family| family.key == *key && family.rules.iter().any(|rule| rule.code == code));
        self.rules.contains(&code.name) || (!named.contains(code.name) && self.families.iter().any(of_family))
    }
}

const fn given(question: &'static str, given: fn(&ListingDraft<'_>) -> Option<String>, rules: &'static [&'static str]) -> Item {
    Item { question, asks: Asks::Given(given), rules, families: &[] }
}

const fn sound(question: &'static str, rules: &'static [&'static str], families: &'static [&'static str]) -> Item {
    Item { question, asks: Asks::Sound, rules, families }
}

const fn told(question: &'static str, rules: &'static [&'static str]) -> Item {
    Item { question, asks: Asks::Told, rules, families: &[] }
}

const fn person(question: &'static str) -> Item {
    Item { question, asks: Asks::Person, rules: &[], families: &[] }
}

/// The six areas.
pub(super) const AREAS: [Area; 6] = [
    Area {
        title: "Compliance",
        items: &[
            given("The licence is named", given::licence, &["license-missing", "license-not-spdx"]),
            given(
                "The developer agreement in force is accepted",
                given::agreement,
                &[
                    "agreement-missing",
                    "agreement-unknown",
                    "agreement-outdated",
                    "agreement-date-in-future",
                    "agreement-not-accepted-again",
                ],
            ),
            given("There is a privacy policy", given::privacy, &[]),
            given("There are terms of use", given::terms, &[]),
            given(
                "The publisher is known",
                given::publisher,
                &["publisher-missing", "publisher-unknown", "source-hidden-without-permission"],
            ),
            sound(
                "It goes by no name that belongs to somebody else",
                &[
                    "name-is-app",
                    "name-claims-official",
                    "name-mixes-scripts",
                    "duplicate-name",
                    "name-near-another",
                    "slug-near-another",
                    "name-reserved",
                ],
                &[],
            ),
            sound(
                "It keeps every rule, or gives its reasons",
                &["allowance-unknown", "allowance-without-reason", "allowance-unused", "allowance-used"],
                &[],
            ),
            person("It keeps the laws, policies and rights of others that apply where it is offered"),
        ],
    },
    Area {
        title: "Functionality",
        items: &[
            given("The app it connects to is known", given::app, &["app-unknown"]),
            given("What it can do is listed", given::operations, &["operation-doubled"]),
            given(
                "Visitors are told how to get it",
                given::install,
                &[
                    "install-target-missing",
                    "install-url-in-request-mode",
                    "landing-url-missing",
                    "landing-url-in-direct-mode",
                    "landing-url-is-home-page",
                    "path-note-missing",
                    "path-note-not-one-line",
                ],
            ),
            person("Data was seen to flow from its source to its destination, and errors to be told"),
            person("Somebody who has never seen it finds it clear and useful"),
        ],
    },
    Area {
        title: "Quality",
        items: &[
            sound("Name, summary, categories and search words are sound", &[], &["listings", "catalogue"]),
            given(
                "Its versions are told, with dates and notes",
                given::versions,
                &[
                    "versions-missing",
                    "version-doubled",
                    "version-schemes-mixed",
                    "versions-out-of-order",
                    "version-not-listed",
                    "version-date-missing",
                    "version-date-in-future",
                    "version-dates-out-of-order",
                    "newest-has-lower-number",
                    "version-off-scheme",
                    "versions-of-equal-rank",
                    "version-unclear",
                    "shared-is-yanked",
                    "version-notes-missing",
                    "shared-newer-than-released",
                    "shared-is-prerelease",
                    "listing-ageing",
                    "listing-inactive",
                ],
            ),
            given(
                "It is shown at work",
                given::screenshots,
                &[
                    "screenshot-file-missing",
                    "screenshot-without-alt",
                    "screenshot-alt-says-nothing",
                    "screenshot-too-small",
                    "too-many-screenshots",
                ],
            ),
            given("It has an icon", given::icon, &["icon-not-square", "icon-too-small"]),
            sound("Its files and pictures can be read and shown", &[], &["files", "pictures"]),
            person("It is quick and reliable, and does not slow the platform down"),
        ],
    },
    Area {
        title: "Security",
        items: &[
            given("Its ways of signing in are named", given::auth, &["auth-unknown"]),
            sound("Its addresses lead where they say", &["url-not-web", "url-not-https"], &["addresses"]),
            sound(
                "No secret, private link or list of people is in its files",
                &["private-share-link", "email-list", "email-list-in-readme", "secret-in-text", "password-in-text"],
                &[],
            ),
            given("Somebody can be told about a weakness", given::security_contact, &[]),
            person("It asks for no more permissions than it needs, and its scripts and components were read by a second person"),
        ],
    },
    Area {
        title: "Compatibility",
        items: &[
            given("Its data centres are named", given::regions, &["region-unknown", "regions-missing-on-closed-source"]),
            sound("Everything it needs is in the catalogue", &["dependency-unknown", "parent-unknown", "relation-loop"], &[]),
            person("It was tried in every data centre it is offered in, with supported features of the platform alone"),
        ],
    },
    Area {
        title: "Documentation",
        items: &[
            sound("The README reads well", &[], &["descriptions", "characters"]),
            given("It says what the listing is for", given::readme, &["readme-missing", "readme-too-short"]),
            told("It says how to set the listing up", &["setup-section-missing"]),
            told("It says what to do when something fails", &["troubleshooting-section-missing"]),
            told("It says what the listing cannot do", &["known-limits-missing"]),
            given(
                "Visitors are told where to find help",
                given::support,
                &["support-missing", "email-malformed", "contact-placeholder", "contact-is-noreply"],
            ),
            given("There is more to read elsewhere", given::docs, &[]),
            person("Somebody who has never seen it can follow the instructions"),
        ],
    },
];
