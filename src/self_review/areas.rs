//! What is asked in each area, and which rules answer it. Adding a rule to a question is one word here.

use std::collections::BTreeSet;

use super::given;
use crate::catalogue::RawListing;
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
    /// Returns the given values, in words; `None` when there are none.
    Value(fn(&RawListing<'_>) -> Option<String>),
    /// That no rule has anything against it.
    Valid,
    /// That the README tells of it: that there is one, and no rule misses it there.
    Mention,
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

const fn given(question: &'static str, given: fn(&RawListing<'_>) -> Option<String>, rules: &'static [&'static str]) -> Item {
    Item { question, asks: Asks::Value(given), rules, families: &[] }
}

const fn valid(question: &'static str, rules: &'static [&'static str], families: &'static [&'static str]) -> Item {
    Item { question, asks: Asks::Valid, rules, families }
}

const fn mentioned(question: &'static str, rules: &'static [&'static str]) -> Item {
    Item { question, asks: Asks::Mention, rules, families: &[] }
}

const fn person(question: &'static str) -> Item {
    Item { question, asks: Asks::Person, rules: &[], families: &[] }
}

/// The six areas.
pub(super) const AREAS: [Area; 6] = [
    Area {
        title: "Compliance",
        items: &[
            given("It names a licence", given::licence, &["license-missing", "license-not-spdx"]),
            given(
                "The current developer agreement is accepted",
                given::agreement,
                &[
                    "agreement-missing",
                    "agreement-unknown",
                    "agreement-outdated",
                    "agreement-date-in-future",
                    "agreement-not-accepted-again",
                ],
            ),
            given("It has a privacy policy", given::privacy, &[]),
            given("It has terms of use", given::terms, &[]),
            given(
                "The publisher is known",
                given::publisher,
                &["publisher-missing", "publisher-unknown", "source-hidden-without-permission"],
            ),
            valid(
                "It does not use someone else's name",
                &[
                    "name-is-app",
                    "name-claims-official",
                    "name-mixes-scripts",
                    "duplicate-name",
                    "similar-name",
                    "similar-slug",
                    "name-reserved",
                ],
                &[],
            ),
            valid(
                "It follows every rule, or gives a reason for each exception",
                &["allowance-unknown", "allowance-without-reason", "allowance-unused", "allowance-used"],
                &[],
            ),
            person("It respects the laws, policies and rights of others wherever it is available"),
        ],
    },
    Area {
        title: "Functionality",
        items: &[
            given("The app it connects to is known", given::app, &["app-unknown"]),
            given("Its operations are listed", given::operations, &["duplicate-operation"]),
            given(
                "It says how to get it",
                given::install,
                &[
                    "install-target-missing",
                    "install-url-in-request-mode",
                    "landing-url-missing",
                    "landing-url-in-direct-mode",
                    "landing-url-not-https",
                    "landing-url-shortened",
                    "landing-url-is-home-page",
                    "path-note-missing",
                    "path-note-not-one-line",
                ],
            ),
            person("Data was observed flowing end to end, and errors are reported"),
            person("A new user finds it clear and useful"),
        ],
    },
    Area {
        title: "Quality",
        items: &[
            valid("Name, summary, categories and keywords are valid", &[], &["listings", "catalogue"]),
            given(
                "Versions have dates and notes",
                given::versions,
                &[
                    "versions-missing",
                    "duplicate-version",
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
                "It has screenshots or videos",
                given::screenshots,
                &[
                    "screenshot-file-missing",
                    "screenshot-without-alt",
                    "screenshot-alt-uninformative",
                    "screenshot-too-small",
                    "too-many-screenshots",
                ],
            ),
            given("It has an icon", given::icon, &["icon-not-square", "icon-too-small"]),
            valid("Its files and images can be read and displayed", &[], &["files", "pictures"]),
            person("It is fast and reliable, and does not slow down the platform"),
        ],
    },
    Area {
        title: "Security",
        items: &[
            given("Its sign-in methods are listed", given::auth, &["auth-unknown"]),
            valid("Its URLs are valid and safe", &["url-not-web", "url-not-https"], &["addresses"]),
            valid(
                "Its files contain no secrets, private links or personal data",
                &["private-share-link", "email-list", "email-list-in-readme", "secret-in-text", "password-in-text"],
                &[],
            ),
            given("There is a security contact", given::security_contact, &[]),
            person("It asks for no more permissions than it needs, and a second person has reviewed its scripts and components"),
        ],
    },
    Area {
        title: "Compatibility",
        items: &[
            given("Its data centres are listed", given::regions, &["region-unknown", "regions-missing-on-closed-source"]),
            valid("Everything it needs is in the catalogue", &["dependency-unknown", "parent-unknown", "circular-relation"], &[]),
            person("It was tested in every data centre where it is available, and only uses supported platform features"),
        ],
    },
    Area {
        title: "Documentation",
        items: &[
            valid("The README is readable", &[], &["descriptions", "characters"]),
            given("It says what the listing is for", given::readme, &["readme-missing", "readme-too-short"]),
            mentioned("It says how to set the listing up", &["setup-section-missing"]),
            mentioned("It says what to do if something fails", &["troubleshooting-section-missing"]),
            mentioned("It says what the listing cannot do", &["known-limits-missing"]),
            given(
                "It says where to find help",
                given::support,
                &["support-missing", "email-malformed", "contact-placeholder", "contact-is-noreply"],
            ),
            given("It links to further documentation", given::docs, &[]),
            person("A new user can follow the instructions"),
        ],
    },
];
