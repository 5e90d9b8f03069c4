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
    /// What to do if the listing does not provide it.
    pub(super) advice: &'static str,
    /// Whether it arises for a listing in its catalogue.
    pub(super) arises: fn(&RawListing<'_>) -> bool,
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
    const fn new(question: &'static str, asks: Asks, advice: &'static str, rules: &'static [&'static str]) -> Self {
        Self { question, asks, advice, arises: |_| true, rules, families: &[] }
    }

    const fn when(self, arises: fn(&RawListing<'_>) -> bool) -> Self {
        Self { arises, ..self }
    }

    /// Whether a finding under `code` answers the question; `named` are the rules that some question names.
    pub(super) fn is_answered_by(&self, code: Code, named: &BTreeSet<&str>) -> bool {
        let of_family = |key: &&str| FAMILIES.iter().any(|family| family.key == *key && family.rules.iter().any(|rule| rule.code == code));
        self.rules.contains(&code.name) || (!named.contains(code.name) && self.families.iter().any(of_family))
    }
}

type Given = fn(&RawListing<'_>) -> Option<String>;

const fn given(question: &'static str, advice: &'static str, given: Given, rules: &'static [&'static str]) -> Item {
    Item::new(question, Asks::Value(given), advice, rules)
}

const fn valid(question: &'static str, rules: &'static [&'static str], families: &'static [&'static str]) -> Item {
    Item { families, ..Item::new(question, Asks::Valid, "", rules) }
}

const fn mentioned(question: &'static str, advice: &'static str, rules: &'static [&'static str]) -> Item {
    Item::new(question, Asks::Mention, advice, rules)
}

const fn person(question: &'static str) -> Item {
    Item::new(question, Asks::Person, "", &[])
}

fn has_agreement(listing: &RawListing<'_>) -> bool {
    listing.raw.settings().agreement.get().is_some_and(|agreement| !agreement.current.is_missing())
}

fn has_auth(listing: &RawListing<'_>) -> bool {
    !listing.raw.settings().auth.items().is_empty()
}

fn has_regions(listing: &RawListing<'_>) -> bool {
    !listing.raw.settings().regions.items().is_empty()
}

fn is_on_request(listing: &RawListing<'_>) -> bool {
    listing.file.is_on_request()
}

/// The six areas.
pub(super) const AREAS: [Area; 6] = [
    Area {
        title: "Compliance",
        items: &[
            given("It names a licence", "add `license:`", given::licence, &["license-missing", "license-not-spdx"]),
            given(
                "The current developer agreement is accepted",
                "read the agreement in force, and add `agreement:`",
                given::agreement,
                &[
                    "agreement-missing",
                    "agreement-unknown",
                    "agreement-outdated",
                    "agreement-date-in-future",
                    "agreement-not-accepted-again",
                ],
            )
            .when(has_agreement),
            given("It has a privacy policy", "add `privacy_url:`", given::privacy, &[]),
            given("It has terms of use", "add `terms_url:`", given::terms, &[]),
            given(
                "The publisher is known",
                "add `publisher:`, and a file in `publishers/` if there is none",
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
            given("The app it connects to is known", "add `app:`", given::app, &["app-unknown"]),
            given("Its operations are listed", "add `operations:`", given::operations, &["duplicate-operation"]),
            given(
                "It says how to get it",
                "add `install:`",
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
            person("Its landing page is about this listing").when(is_on_request),
            person("The note beside the button and the landing page make clear how to get it").when(is_on_request),
            given("It was tested", "test it, and add `tested:`", given::tested, &["tested-date-in-future"]),
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
                "add `versions:`",
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
                "add `screenshots:` or `videos:`",
                given::screenshots,
                &[
                    "screenshot-file-missing",
                    "screenshot-without-alt",
                    "screenshot-alt-uninformative",
                    "screenshot-too-small",
                    "too-many-screenshots",
                ],
            ),
            given("It has an icon", "add a file `icon.svg` or `icon.png`", given::icon, &["icon-not-square", "icon-too-small"]),
            valid("Its files and images can be read and displayed", &[], &["files", "pictures"]),
            person("It is fast and reliable, and does not slow down the platform"),
        ],
    },
    Area {
        title: "Security",
        items: &[
            given("Its sign-in methods are listed", "add `auth:`", given::auth, &["auth-unknown"]).when(has_auth),
            valid("Its URLs are valid and safe", &["url-not-web", "url-not-https"], &["addresses"]),
            valid(
                "Its files contain no secrets, private links or personal data",
                &["private-share-link", "email-list", "email-list-in-readme", "secret-in-text", "password-in-text"],
                &[],
            ),
            given("There is a security contact", "add `security_contact:` to the file of the publisher", given::security_contact, &[]),
            person("It asks for no more permissions than it needs, and a second person has reviewed its scripts and components"),
        ],
    },
    Area {
        title: "Compatibility",
        items: &[
            given("Its data centres are listed", "add `regions:`", given::regions, &["region-unknown", "regions-missing-on-closed-source"])
                .when(has_regions),
            valid("Everything it needs is in the catalogue", &["dependency-unknown", "parent-unknown", "circular-relation"], &[]),
            person("It was tested in every data centre where it is available, and only uses supported platform features"),
        ],
    },
    Area {
        title: "Documentation",
        items: &[
            valid("The README is readable", &[], &["descriptions", "characters"]),
            given("It says what the listing is for", "add a `README.md`", given::readme, &["readme-missing", "readme-too-short"]),
            mentioned("It says how to set the listing up", "add a section `Setup` to `README.md`", &["setup-section-missing"]),
            mentioned(
                "It says what to do if something fails",
                "add a section `Troubleshooting` to `README.md`",
                &["troubleshooting-section-missing"],
            ),
            mentioned("It says what the listing cannot do", "add a section `Known limits` to `README.md`", &["known-limits-missing"]),
            given(
                "It says where to find help",
                "add `support:`",
                given::support,
                &["support-missing", "email-malformed", "contact-placeholder", "contact-is-noreply"],
            ),
            given("It links to further documentation", "add `docs_url:`", given::docs, &[]),
            person("A new user can follow the instructions"),
        ],
    },
];
