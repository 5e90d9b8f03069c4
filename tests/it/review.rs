//! `review`: one scenario a test, each on a real repository.

use pressmark::review::{Class, NextActor, Outcome, Verdict};

use crate::repository::{ACME, MAINTAINER, README, SETTINGS, STRANGER, Scenario, WREN, closed, listing, rules};
use crate::support::{VALID, pressmark, printed};

const ACME_LISTING: &str = "content/listings/acme-messages/listing.yaml";
const WREN_LISTING: &str = "content/listings/wren-rows/listing.yaml";

/// The class of the only listing.
fn class(outcome: &Outcome) -> Class {
    let [listing] = &outcome.listings[..] else { panic!("one listing: {outcome:#?}") };
    listing.class
}

fn fields(outcome: &Outcome) -> Vec<&str> {
    outcome.listings.iter().flat_map(|listing| &listing.changes).map(|edit| &*edit.field).collect()
}

fn new_version(scenario: &Scenario) -> &Scenario {
    scenario.edit(ACME_LISTING, "versions:\n", "versions:\n  - {version: 1.1.0, date: 2026-11-20, notes: Signs in by key.}\n")
}

// --- What an owner does every day passes without a person ---

#[test]
fn a_new_version_by_an_owner_is_approved() {
    let scenario = Scenario::new();
    let outcome = new_version(&scenario).review(ACME);
    assert_eq!((outcome.verdict, class(&outcome)), (Verdict::Approve, Class::VersionUpdate), "{outcome:#?}");
    assert_eq!(outcome.next_actor, NextActor::Nobody);
    assert_eq!(outcome.labels, ["ready-to-merge", "update"]);
    assert_eq!(fields(&outcome), ["versions[1.1.0].version", "versions[1.1.0].date", "versions[1.1.0].notes"]);
}

#[test]
fn a_better_summary_by_an_owner_is_approved() {
    let outcome = Scenario::new().edit(ACME_LISTING, "every new order", "each new order").review(ACME);
    assert_eq!((outcome.verdict, class(&outcome)), (Verdict::Approve, Class::RoutineEdit), "{outcome:#?}");
    assert_eq!(outcome.listings[0].changes[0].before.as_deref(), Some("Posts a line for every new order."));
}

#[test]
fn a_better_readme_by_an_owner_is_approved() {
    let outcome = Scenario::new().edit("content/listings/acme-messages/README.md", "Ask us.", "Ask us by mail.").review(ACME);
    assert_eq!((outcome.verdict, class(&outcome), fields(&outcome)), (Verdict::Approve, Class::RoutineEdit, vec!["README.md"]));
}

#[test]
fn a_routine_edit_by_a_maintainer_is_approved() {
    let outcome = Scenario::new().edit(ACME_LISTING, "every new order", "each new order").review(MAINTAINER);
    assert_eq!(outcome.verdict, Verdict::Approve, "{outcome:#?}");
}

#[test]
fn a_routine_edit_that_an_owner_approves_of_is_approved() {
    let scenario = Scenario::new();
    scenario.edit(ACME_LISTING, "every new order", "each new order").commit("By a helpful stranger");
    assert_eq!(scenario.reviewed(Some(STRANGER), &[]).verdict, Verdict::Reject);
    assert_eq!(scenario.reviewed(Some(STRANGER), &[ACME]).verdict, Verdict::Approve);
}

#[test]
fn a_change_without_a_known_author_is_not_approved() {
    let scenario = Scenario::new();
    scenario.edit(ACME_LISTING, "every new order", "each new order").commit("Somebody's");
    let outcome = scenario.reviewed(None, &[]);
    assert_eq!(outcome.verdict, Verdict::Review, "{outcome:#?}");
}

#[test]
fn a_routine_edit_with_a_warning_waits_for_a_person() {
    let outcome = Scenario::new().edit(ACME_LISTING, "tags: [crm]", "tags: [crm, crm]").review(ACME);
    assert_eq!((outcome.verdict, rules(&outcome)), (Verdict::Review, vec!["duplicate-tag"]), "{outcome:#?}");
}

#[test]
fn a_publisher_without_accounts_needs_a_person_for_every_edit() {
    let outcome = Scenario::new().edit("content/listings/lone-notes/listing.yaml", "every new order", "each new order").review(STRANGER);
    assert_eq!(outcome.verdict, Verdict::Review, "{outcome:#?}");
}

#[test]
fn a_new_publisher_without_an_account_is_warned_before_the_first_update() {
    let added = |publisher: &str, author: Option<&str>| {
        let scenario = Scenario::new();
        scenario.write("content/publishers/mango.yaml", format!("name: Mango Lab\nurl: https://mango.example/\n{publisher}"));
        scenario.commit("A newcomer");
        scenario.reviewed(author, &[])
    };
    // The listing comes in another change.
    let told = |outcome: &Outcome| rules(outcome).contains(&"account-missing");
    let without = added("", Some(STRANGER));
    assert!(without.verdict == Verdict::Review && told(&without), "{without:#?}");
    for (publisher, author, expected) in [
        ("accounts: [{forge: github, login: somebody, id: 990000555}]\n", Some(STRANGER), false),
        ("accounts: [{forge: github, login: another, id: 990000556}]\n", Some(STRANGER), true),
        ("accounts: [{forge: gitlab, login: somebody, id: 990000555}]\n", Some(STRANGER), true),
        ("accounts: [{forge: github, login: another, id: 990000556}]\n", None, false),
        ("", None, true),
        ("", Some(MAINTAINER), false),
    ] {
        assert_eq!(told(&added(publisher, author)), expected, "{publisher} {author:?}");
    }
}

#[test]
fn an_empty_change_waits_for_a_person() {
    let outcome = Scenario::new().review(ACME);
    assert_eq!((outcome.verdict, outcome.listings.len()), (Verdict::Review, 0));
}

// --- Identity never passes without a person ---

fn held(edit: impl Fn(&Scenario)) -> Outcome {
    let scenario = Scenario::new();
    edit(&scenario);
    let outcome = scenario.review(ACME);
    assert_eq!((outcome.verdict, class(&outcome)), (Verdict::Review, Class::IdentityEdit), "{outcome:#?}");
    assert!(outcome.labels.contains(&"identity".to_owned()) && outcome.next_actor == NextActor::Reviewer);
    assert_eq!(outcome.areas, ["compliance", "security"]);
    assert_eq!(outcome.reviewers, ["@library/reviewers", "@library/security"]);
    outcome
}

#[test]
fn a_new_name_waits_for_a_person() {
    held(|scenario| {
        scenario.edit(ACME_LISTING, "Acme Messages", "Acme Alerts");
    });
}

#[test]
fn another_app_waits_for_a_person() {
    held(|scenario| {
        scenario.write("content/apps/zoom.yaml", "name: Zoom\nwebsite: https://zoom.us/\n").commit("An app");
        scenario.git(&["branch", "-f", "main"]);
        scenario.edit(ACME_LISTING, "app: Slack", "app: Zoom");
    });
}

#[test]
fn another_install_host_waits_for_a_person_and_is_shown() {
    let outcome = held(|scenario| {
        scenario.edit(ACME_LISTING, "https://acme.example/install", "https://acme-downloads.example/install");
    });
    assert_eq!(rules(&outcome), ["host-changed"]);
}

#[test]
fn another_path_on_the_same_host_is_routine() {
    let outcome = Scenario::new().edit(ACME_LISTING, "https://acme.example/install", "https://acme.example/get").review(ACME);
    assert_eq!((outcome.verdict, class(&outcome)), (Verdict::Approve, Class::RoutineEdit), "{outcome:#?}");
}

#[test]
fn another_support_host_waits_for_a_person() {
    held(|scenario| {
        scenario.edit(ACME_LISTING, "help@acme.example", "help@parked.example");
    });
}

#[test]
fn an_install_command_waits_for_a_person() {
    held(|scenario| {
        scenario.edit(ACME_LISTING, "{url: https://acme.example/install}", "{command: acme install messages}");
    });
}

#[test]
fn a_new_licence_waits_for_a_person() {
    held(|scenario| {
        scenario.write(ACME_LISTING, VALID.replace("license: MIT", "license: Apache-2.0"));
    });
}

#[test]
fn a_new_icon_waits_for_a_person() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>";
    held(|scenario| {
        scenario.write("content/listings/acme-messages/icon.svg", svg);
    });
}

#[test]
fn an_identity_edit_together_with_a_new_version_is_an_identity_edit() {
    held(|scenario| {
        new_version(scenario).edit(ACME_LISTING, "help@acme.example", "help@parked.example");
    });
}

#[test]
fn accounts_of_a_publisher_are_identity() {
    let scenario = Scenario::new();
    let outcome = scenario
        .edit("content/publishers/acme.yaml", "id: 990000101}", "id: 990000101}, {forge: github, login: new, id: 990000555}")
        .review(ACME);
    assert_eq!((outcome.verdict, outcome.target.class), (Verdict::Review, Class::IdentityEdit), "{outcome:#?}");
}

#[test]
fn an_owner_changes_the_description_of_the_publisher_with_a_person() {
    let outcome =
        Scenario::new().edit("content/publishers/acme.yaml", "may_hide", "description: Makers of small tools.\nmay_hide").review(ACME);
    assert_eq!((outcome.verdict, outcome.target.class), (Verdict::Review, Class::RoutineEdit), "{outcome:#?}");
}

// --- New listings, apps, publishers ---

fn add(scenario: &Scenario, slug: &str, text: &str) {
    scenario.write(&format!("content/listings/{slug}/listing.yaml"), text).write(&format!("content/listings/{slug}/README.md"), README);
}

#[test]
fn a_new_listing_waits_for_a_person_in_all_six_areas() {
    let scenario = Scenario::new();
    add(&scenario, "acme-digest", &listing("Digest of Orders", "acme", ""));
    let outcome = scenario.review(ACME);
    assert_eq!((outcome.verdict, class(&outcome)), (Verdict::Review, Class::NewListing), "{outcome:#?}");
    assert_eq!(outcome.areas.len(), 6);
    assert_eq!((outcome.target.business_days, outcome.target.by.to_string()), (1, "2026-12-02".to_owned()));
    assert_eq!(outcome.labels, ["new-listing", "waits-for-reviewer"]);
}

#[test]
fn an_app_that_is_not_listed_comes_with_the_listing_and_takes_longer() {
    let scenario = Scenario::new();
    add(&scenario, "acme-zoom", &listing("Digest of Calls", "acme", "").replace("app: Slack", "app: Zoom"));
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>";
    scenario.write("content/apps/zoom.yaml", "name: Zoom\nwebsite: https://zoom.us/\nicon: zoom.svg\n").write("content/apps/zoom.svg", svg);
    let outcome = scenario.review(ACME);
    assert_eq!((outcome.verdict, outcome.target.class, outcome.target.business_days), (Verdict::Review, Class::NewApp, 5), "{outcome:#?}");
    assert_eq!(outcome.labels, ["new-app", "new-listing", "waits-for-reviewer"], "its icon comes with it");
    assert!(outcome.labels.contains(&"new-app".to_owned()));
    assert!(outcome.reviewers.contains(&"@library/apps".to_owned()));
}

#[test]
fn the_slowest_kind_of_change_sets_the_time() {
    let scenario = Scenario::new();
    scenario.write("content/apps/zoom.yaml", "name: Zoom\nwebsite: https://zoom.us/\n").write("docs/apps.md", "Zoom is new.\n");
    let outcome = scenario.review(MAINTAINER);
    assert_eq!((outcome.target.class, outcome.target.business_days), (Class::NewApp, 5), "{outcome:#?}");
}

#[test]
fn a_new_publisher_comes_with_its_first_listing() {
    let scenario = Scenario::new();
    scenario.write(
        "content/publishers/finch.yaml",
        "name: Finch Works\nurl: https://finch.example/\naccounts: [{forge: github, login: finch, id: 990000555}]\n",
    );
    add(&scenario, "finch-digest", &listing("Digest by Finch", "finch", ""));
    let outcome = scenario.review(STRANGER);
    assert_eq!((outcome.verdict, outcome.target.class), (Verdict::Review, Class::NewPublisher), "{outcome:#?}");
}

#[test]
fn a_misspelt_app_is_reported_with_its_line() {
    let scenario = Scenario::new();
    add(&scenario, "acme-digest", &listing("Digest of Orders", "acme", "").replace("app: Slack", "app: slack"));
    let outcome = scenario.review(ACME);
    assert_eq!((outcome.verdict, outcome.next_actor), (Verdict::Changes, NextActor::Submitter));
    let found = &outcome.listings[0].findings[0];
    assert_eq!((&*found.rule, found.line, &*found.path), ("app-unknown", Some(2), "listings/acme-digest/listing.yaml"));
    assert_eq!(outcome.labels, ["new-listing", "waits-for-submitter"]);
}

#[test]
fn every_problem_is_reported_at_once() {
    let scenario = Scenario::new();
    add(&scenario, "acme-digest", "name: Digest of Orders\napp: slack\nsummary: ''\npublisher: acmee\ntags: [crn]\nkeyword: [a]\n");
    assert!(rules(&scenario.review(ACME)).len() >= 5);
}

#[test]
fn a_similar_name_is_reported() {
    let scenario = Scenario::new();
    add(&scenario, "acme-lines", &listing("Acme-Messages", "wren", ""));
    let found = scenario.review(WREN);
    assert!(rules(&found).iter().any(|rule| rule.contains("similar-")), "{found:#?}");
}

#[test]
fn a_name_that_looks_like_another_one_is_refused_to_the_newcomer() {
    let scenario = Scenario::new();
    // A Cyrillic `а` instead of the Latin one.
    add(&scenario, "aaa", &listing("\u{410}cme Messages", "wren", ""));
    let outcome = scenario.review(WREN);
    assert_eq!(outcome.verdict, Verdict::Changes);
    assert!(outcome.listings[0].findings.iter().any(|found| found.rule == "duplicate-name"), "{outcome:#?}");
}

#[test]
fn a_listing_under_a_publisher_of_others_is_rejected() {
    let scenario = Scenario::new();
    add(&scenario, "acme-digest", &listing("Digest of Orders", "acme", ""));
    let outcome = scenario.review(STRANGER);
    assert_eq!((outcome.verdict, rules(&outcome)), (Verdict::Reject, vec!["author-not-owner"]), "{outcome:#?}");
}

#[test]
fn naming_oneself_an_owner_in_the_same_change_does_not_help() {
    let scenario = Scenario::new();
    scenario.edit("content/publishers/acme.yaml", "id: 990000101}", "id: 990000101}, {forge: github, login: me, id: 990000555}");
    add(&scenario, "acme-digest", &listing("Digest of Orders", "acme", ""));
    assert_eq!(scenario.review(STRANGER).verdict, Verdict::Reject);
}

#[test]
fn an_account_whose_number_begins_like_an_owners_is_not_the_owner() {
    for account in ["99000010", "9900001011", "0990000101", "990000101 "] {
        let outcome = Scenario::new().edit(ACME_LISTING, "every new order", "each new order").review(account);
        assert_eq!(outcome.verdict, Verdict::Reject, "{account}");
    }
}

#[test]
fn an_account_of_another_forge_with_the_same_number_is_not_the_owner() {
    let scenario = Scenario::over(&[(
        "content/publishers/acme.yaml",
        "name: Acme Works\nurl: https://acme.example/\nmay_hide_source: true\naccounts: [{forge: gitlab, login: acme-works, id: 990000101}]\n",
    )]);
    let outcome = scenario.edit(ACME_LISTING, "every new order", "each new order").review(ACME);
    assert_eq!(outcome.verdict, Verdict::Reject);
}

// --- Source, versions, slugs ---

#[test]
fn source_is_not_switched_while_published_and_the_error_explains_the_way() {
    let outcome = Scenario::new().write(ACME_LISTING, closed()).review(ACME);
    assert_eq!(outcome.verdict, Verdict::Changes, "{outcome:#?}");
    let found = outcome.listings[0].findings.iter().find(|found| found.rule == "source-switched").expect("it is found");
    let help = found.help.as_deref().unwrap_or_default();
    assert!(help.contains("state: unpublished") && help.contains("source: closed"), "{help}");
}

#[test]
fn source_is_switched_in_two_steps() {
    let scenario = Scenario::new();
    let away = "lifecycle: {state: unpublished, since: 2026-11-30, reason: author-request}\n";
    let first = scenario.write(ACME_LISTING, format!("{VALID}{away}")).review(ACME);
    assert_eq!((first.verdict, class(&first)), (Verdict::Review, Class::Lifecycle), "{first:#?}");
    scenario.git(&["branch", "-f", "main"]);
    let second = scenario.write(ACME_LISTING, closed()).review(ACME);
    assert_eq!((second.verdict, rules(&second)), (Verdict::Review, vec![]), "{second:#?}");
}

#[test]
fn a_catalogue_may_let_source_be_switched_at_any_time() {
    let settings = format!("{SETTINGS}policy: {{source_switch: free}}\n");
    let scenario = Scenario::over(&[("content/catalogue.yaml", &settings)]);
    let outcome = scenario.write(ACME_LISTING, closed()).review(ACME);
    assert_eq!((outcome.verdict, class(&outcome)), (Verdict::Review, Class::IdentityEdit), "{outcome:#?}");
}

fn refused(edit: impl Fn(&Scenario), rule: &str) {
    let scenario = Scenario::new();
    edit(&scenario);
    let outcome = scenario.review(ACME);
    assert_eq!((outcome.verdict, outcome.next_actor), (Verdict::Changes, NextActor::Submitter), "{outcome:#?}");
    assert!(rules(&outcome).contains(&rule), "{rule}: {outcome:#?}");
}

#[test]
fn a_published_version_keeps_its_date() {
    refused(
        |scenario| {
            scenario.edit(ACME_LISTING, "2026-01-02, notes", "2026-01-03, notes");
        },
        "published-version-altered",
    );
}

#[test]
fn a_published_version_keeps_its_notes() {
    refused(
        |scenario| {
            scenario.edit(ACME_LISTING, "First release.", "Nothing of note.");
        },
        "published-version-altered",
    );
}

#[test]
fn a_published_version_stays_listed() {
    refused(
        |scenario| {
            scenario.edit(ACME_LISTING, "{version: 1.0.0", "{version: 1.0.1");
        },
        "version-withdrawn",
    );
}

#[test]
fn a_new_version_is_newer() {
    refused(
        |scenario| {
            scenario.edit(ACME_LISTING, "First release.}\n", "First release.}\n  - {version: 0.9.0, date: 2026-01-01, notes: Older.}\n");
        },
        "version-not-increasing",
    );
}

#[test]
fn a_new_version_says_what_is_new() {
    refused(
        |scenario| {
            scenario.edit(ACME_LISTING, "versions:\n", "versions:\n  - {version: 1.1.0, date: 2026-11-20}\n");
        },
        "version-without-notes",
    );
}

#[test]
fn a_deleted_folder_needs_a_tombstone() {
    refused(
        |scenario| {
            scenario.remove("content/listings/acme-messages");
        },
        "listing-deleted",
    );
}

#[test]
fn a_tombstone_is_a_change_of_state() {
    let scenario = Scenario::new();
    scenario.remove("content/listings/acme-messages/README.md");
    let stone =
        "name: Acme Messages\napp: Slack\npublisher: acme\nlifecycle: {state: removed, since: 2026-11-30, reason: author-request}\n";
    let outcome = scenario.write(ACME_LISTING, stone).review(ACME);
    assert_eq!((outcome.verdict, class(&outcome)), (Verdict::Review, Class::Lifecycle), "{outcome:#?}");
}

#[test]
fn a_deprecation_is_a_change_of_state() {
    let more = "lifecycle: {state: deprecated, since: 2026-11-30, reason: superseded, replaced_by: wren-rows}\n";
    let outcome = Scenario::new().write(ACME_LISTING, format!("{VALID}{more}")).review(ACME);
    assert_eq!((outcome.verdict, class(&outcome)), (Verdict::Review, Class::Lifecycle), "{outcome:#?}");
    assert!(outcome.labels.contains(&"lifecycle".to_owned()));
}

#[test]
fn a_removed_slug_is_never_used_again() {
    let stone = "name: Gone Rows\napp: Slack\npublisher: acme\nlifecycle: {state: removed, since: 2026-01-05, reason: security}\n";
    let scenario = Scenario::over(&[("content/listings/gone-rows/listing.yaml", stone)]);
    add(&scenario, "gone-rows", &listing("Gone Rows", "acme", ""));
    let outcome = scenario.review(ACME);
    assert_eq!(outcome.verdict, Verdict::Reject, "{outcome:#?}");
    assert!(rules(&outcome).contains(&"slug-reused"));
}

#[test]
fn a_suspension_is_lifted_by_maintainers_alone() {
    let more = "lifecycle: {state: suspended, since: 2026-01-05, reason: security}\n";
    let scenario = Scenario::over(&[(ACME_LISTING, &format!("{VALID}{more}"))]);
    scenario.write(ACME_LISTING, VALID).commit("Back again");
    assert_eq!(scenario.reviewed(Some(ACME), &[]).verdict, Verdict::Reject);
    assert_eq!(scenario.reviewed(Some(MAINTAINER), &[]).verdict, Verdict::Review);
}

#[test]
fn a_listing_that_others_depend_on_is_missed_where_it_is_named() {
    let scenario = Scenario::over(&[(WREN_LISTING, &listing("Rows by Wren", "wren", "depends_on: [acme-messages]\n"))]);
    scenario.remove("content/listings/acme-messages");
    let outcome = scenario.review(ACME);
    assert!(outcome.findings.iter().any(|found| found.path == "listings/wren-rows/listing.yaml"), "{outcome:#?}");
}

#[test]
fn a_renamed_folder_that_names_its_former_slug_is_a_rename() {
    let scenario = Scenario::new();
    scenario.git(&["mv", "content/listings/acme-messages", "content/listings/acme-order-lines"]);
    scenario.write("content/listings/acme-order-lines/listing.yaml", format!("{VALID}former_slugs: [acme-messages]\n"));
    let outcome = scenario.review(ACME);
    assert_eq!((outcome.verdict, class(&outcome)), (Verdict::Review, Class::Rename), "{outcome:#?}");
    assert_eq!((fields(&outcome), rules(&outcome)), (vec!["former_slugs"], vec![]));
}

#[test]
fn a_renamed_folder_that_forgets_its_slug_leaves_a_hole() {
    refused(
        |scenario| {
            scenario.git(&["mv", "content/listings/acme-messages", "content/listings/acme-order-lines"]);
        },
        "listing-deleted",
    );
}

#[test]
fn a_former_slug_is_kept() {
    let scenario = Scenario::over(&[(ACME_LISTING, &format!("{VALID}former_slugs: [old-messages]\n"))]);
    let outcome = scenario.write(ACME_LISTING, VALID).review(ACME);
    assert_eq!((outcome.verdict, rules(&outcome)), (Verdict::Changes, vec!["former-slug-removed"]), "{outcome:#?}");
}

// --- Transfers ---

#[test]
fn a_listing_cannot_be_taken_from_its_publisher() {
    let outcome = Scenario::new().edit(ACME_LISTING, "publisher: acme", "publisher: wren").review(WREN);
    assert_eq!((outcome.verdict, class(&outcome)), (Verdict::Reject, Class::Transfer), "{outcome:#?}");
    assert!(rules(&outcome).contains(&"transfer-without-consent"));
}

#[test]
fn a_listing_cannot_be_given_to_a_publisher_who_has_not_agreed() {
    let outcome = Scenario::new().edit(ACME_LISTING, "publisher: acme", "publisher: wren").review(ACME);
    assert_eq!(outcome.verdict, Verdict::Reject, "{outcome:#?}");
}

#[test]
fn a_transfer_that_both_sides_want_waits_for_a_person() {
    let scenario = Scenario::new();
    scenario.edit(ACME_LISTING, "publisher: acme", "publisher: wren").edit(
        ACME_LISTING,
        "accepted_by: Acme Works",
        "accepted_by: Wren Tools",
    );
    scenario.commit("A transfer");
    let outcome = scenario.reviewed(Some(ACME), &[WREN]);
    assert_eq!((outcome.verdict, class(&outcome)), (Verdict::Review, Class::Transfer), "{outcome:#?}");
    assert!(outcome.labels.contains(&"transfer".to_owned()));
}

#[test]
fn an_orphan_is_given_away_by_a_maintainer() {
    let scenario = Scenario::new();
    scenario.edit(ACME_LISTING, "publisher: acme", "publisher: wren").edit(
        ACME_LISTING,
        "accepted_by: Acme Works",
        "accepted_by: Wren Tools",
    );
    let outcome = scenario.review(MAINTAINER);
    assert_eq!((outcome.verdict, class(&outcome)), (Verdict::Review, Class::Transfer), "{outcome:#?}");
}

// --- What belongs to the house ---

#[test]
fn a_review_record_is_written_by_maintainers_alone() {
    let record = "approved_by: linnet\napproved_on: 2026-11-20\n";
    let scenario = Scenario::new();
    scenario.write("content/listings/acme-messages/review.yaml", record).commit("A record");
    let outcome = scenario.reviewed(Some(ACME), &[]);
    assert_eq!(outcome.verdict, Verdict::Changes, "{outcome:#?}");
    assert!(rules(&outcome).contains(&"review-record-touched"));
    assert_eq!(scenario.reviewed(Some(MAINTAINER), &[]).verdict, Verdict::Review);
}

#[test]
fn settings_are_not_changed_together_with_a_listing() {
    let scenario = Scenario::new();
    scenario.edit("content/catalogue.yaml", "title: Examples", "title: Examples\nlevels: {email-list: off, host-changed: off}");
    let outcome = scenario.edit(ACME_LISTING, "help@acme.example", "help@parked.example").review(ACME);
    assert_eq!(outcome.verdict, Verdict::Changes);
    // The listing is judged by the settings that are in force.
    assert!(rules(&outcome).contains(&"settings-with-listing") && rules(&outcome).contains(&"host-changed"), "{outcome:#?}");
}

#[test]
fn a_policy_that_comes_with_a_publisher_does_not_silence_what_is_in_force() {
    let scenario = Scenario::new();
    scenario.edit("content/catalogue.yaml", "title: Examples", "title: Examples\nlevels: {privilege-claimed: off, author-not-owner: off}");
    let outcome = scenario.edit("content/publishers/wren.yaml", "url:", "may_hide_source: true\nurl:").review(STRANGER);
    assert_eq!((outcome.verdict, rules(&outcome)), (Verdict::Reject, vec!["author-not-owner", "privilege-claimed"]), "{outcome:#?}");
}

#[test]
fn settings_alone_are_judged_by_their_effect() {
    let scenario = Scenario::over(&[(ACME_LISTING, &VALID.replace("tags: [crm]", "tags: [crm, crm]"))]);
    let outcome =
        scenario.edit("content/catalogue.yaml", "title: Examples", "title: Examples\nlevels: {duplicate-tag: error}").review(MAINTAINER);
    assert_eq!((outcome.verdict, outcome.target.class), (Verdict::Changes, Class::OutsideListings));
    assert_eq!(rules(&outcome), ["duplicate-tag"], "{outcome:#?}");
}

#[test]
fn a_removed_tag_is_reported_where_it_is_used() {
    let scenario = Scenario::new();
    let outcome = scenario.write("content/tags.yaml", "- {id: finance, label: Finance, description: Books.}\n").review(MAINTAINER);
    assert_eq!(outcome.verdict, Verdict::Changes);
    let missed: Vec<_> = outcome.findings.iter().filter(|found| found.rule == "tag-unknown").map(|found| &*found.path).collect();
    assert_eq!(missed.len(), 3, "{outcome:#?}");
}

#[test]
fn a_workflow_in_a_submission_is_refused() {
    refused(
        |scenario| {
            scenario.write(".github/workflows/review.yml", "on: push\n").edit(ACME_LISTING, "every new order", "each new order");
        },
        "files-with-listing",
    );
}

#[test]
fn a_workflow_alone_waits_for_a_person() {
    let outcome = Scenario::new().write(".github/workflows/review.yml", "on: push\n").review(STRANGER);
    assert_eq!((outcome.verdict, outcome.target.class), (Verdict::Review, Class::OutsideListings), "{outcome:#?}");
}

#[test]
fn a_publisher_does_not_verify_itself() {
    let outcome = Scenario::new()
        .edit("content/publishers/wren.yaml", "url:", "domains: [slack.com]\nverified: {on: 2026-11-20, method: dns}\nurl:")
        .review(WREN);
    assert_eq!(outcome.verdict, Verdict::Reject);
    assert!(rules(&outcome).contains(&"privilege-claimed"), "{outcome:#?}");
}

#[test]
fn a_publisher_does_not_let_itself_hide_source() {
    let outcome = Scenario::new().edit("content/publishers/wren.yaml", "url:", "may_hide_source: true\nurl:").review(WREN);
    assert_eq!(outcome.verdict, Verdict::Reject);
}

#[test]
fn one_submission_touches_one_listing() {
    let scenario = Scenario::over(&[(WREN_LISTING, &listing("Rows by Wren", "acme", ""))]);
    let outcome = scenario.edit(ACME_LISTING, "every new", "each new").edit(WREN_LISTING, "every new", "each new").review(ACME);
    assert_eq!((outcome.verdict, rules(&outcome)), (Verdict::Changes, vec!["too-many-listings"]), "{outcome:#?}");
}

#[test]
fn a_catalogue_may_allow_several_listings_and_maintainers_are_not_bound() {
    let settings = SETTINGS.replace("  targets:", "  most_listings: 2\n  targets:");
    for (settings, author) in [(&*settings, ACME), (SETTINGS, MAINTAINER)] {
        let scenario = Scenario::over(&[("content/catalogue.yaml", settings), (WREN_LISTING, &listing("Rows by Wren", "acme", ""))]);
        let outcome = scenario.edit(ACME_LISTING, "every new", "each new").edit(WREN_LISTING, "every new", "each new").review(author);
        assert_eq!(outcome.verdict, Verdict::Approve, "{outcome:#?}");
    }
}

#[test]
fn a_declaration_of_intent_waits_for_a_person() {
    let intent = "developer: {name: Finch Works}\nconnector: Zoom Minutes\n";
    let outcome = Scenario::new().write("content/intents/zoom-minutes.yaml", intent).review(STRANGER);
    assert_eq!(outcome.verdict, Verdict::Review, "{outcome:#?}");
}

// --- Old sins, new rules, moving bases ---

#[test]
fn earlier_findings_are_not_attributed_to_the_submitter() {
    let scenario = Scenario::over(&[(ACME_LISTING, &VALID.replace("tags: [crm]", "tags: [crm, crm]"))]);
    let outcome = scenario.edit(ACME_LISTING, "every new order", "each new order").review(ACME);
    assert_eq!((outcome.verdict, rules(&outcome)), (Verdict::Approve, vec![]), "{outcome:#?}");
}

#[test]
fn an_earlier_finding_of_a_rule_that_begins_later_stays_earlier() {
    for level in ["error", "warn", "info"] {
        let settings = format!("{SETTINGS}levels: {{duplicate-tag: {{level: {level}, from: 2027-03-01}}}}\n");
        let scenario =
            Scenario::over(&[("content/catalogue.yaml", &settings), (ACME_LISTING, &VALID.replace("tags: [crm]", "tags: [crm, crm]"))]);
        let outcome = scenario.edit(ACME_LISTING, "every new order", "each new order").review(ACME);
        assert_eq!((outcome.verdict, rules(&outcome)), (Verdict::Approve, vec![]), "{level}: {outcome:#?}");
    }
}

#[test]
fn an_old_allowance_is_not_asked_for_again() {
    let more = "allow: [{rule: duplicate-tag, reason: Two senses of the word.}]\n";
    let text = format!("{}{more}", VALID.replace("tags: [crm]", "tags: [crm, crm]"));
    let scenario = Scenario::over(&[(ACME_LISTING, &text)]);
    let outcome = scenario.edit(ACME_LISTING, "every new order", "each new order").review(ACME);
    assert_eq!((outcome.verdict, rules(&outcome)), (Verdict::Approve, vec![]), "{outcome:#?}");
}

#[test]
fn an_earlier_finding_on_another_line_stays_earlier() {
    let scenario = Scenario::over(&[(ACME_LISTING, &VALID.replace("tags: [crm]", "tags: [crm, crm]"))]);
    let outcome = scenario.edit(ACME_LISTING, "name: Acme", "# A comment.\n\nname: Acme").review(ACME);
    assert_eq!(rules(&outcome), [""; 0], "{outcome:#?}");
}

#[test]
fn commits_merged_since_are_not_part_of_the_change() {
    let scenario = Scenario::new();
    scenario.edit(ACME_LISTING, "every new order", "each new order").commit("A proposal");
    scenario.git(&["checkout", "-q", "main"]);
    add(&scenario, "wren-digest", &listing("Digest of Rows", "wren", ""));
    scenario.commit("Meanwhile");
    scenario.git(&["checkout", "-q", "proposal"]);
    let outcome = scenario.reviewed(Some(ACME), &[]);
    assert_eq!((outcome.verdict, outcome.listings.len()), (Verdict::Approve, 1), "{outcome:#?}");
}

#[test]
fn a_name_that_was_taken_meanwhile_is_taken() {
    let scenario = Scenario::new();
    add(&scenario, "acme-digest", &listing("Digest of Rows", "acme", ""));
    scenario.commit("A proposal");
    scenario.git(&["checkout", "-q", "main"]);
    add(&scenario, "wren-digest", &listing("Digest of Rows", "wren", ""));
    scenario.commit("Meanwhile");
    let outcome = scenario.reviewed(Some(ACME), &[]);
    assert!(outcome.listings[0].findings.iter().any(|found| found.rule == "duplicate-name"), "{outcome:#?}");
}

#[test]
fn a_merge_conflict_is_left_to_the_submitter() {
    let scenario = Scenario::new();
    scenario.edit(ACME_LISTING, "every new order", "each new order").commit("A proposal");
    scenario.git(&["checkout", "-q", "main"]);
    scenario.edit(ACME_LISTING, "every new order", "one new order").commit("Meanwhile");
    let outcome = scenario.reviewed(Some(ACME), &[]);
    assert_eq!((outcome.verdict, outcome.next_actor), (Verdict::Changes, NextActor::Submitter), "{outcome:#?}");
    assert_eq!(outcome.conflicts, [ACME_LISTING]);
    assert!(scenario.comment(ACME).contains(ACME_LISTING));
}

#[test]
fn a_merge_of_the_base_is_not_part_of_the_change() {
    let scenario = Scenario::new();
    scenario.edit(ACME_LISTING, "every new order", "each new order").commit("A proposal");
    scenario.git(&["checkout", "-q", "main"]);
    add(&scenario, "wren-digest", &listing("Digest of Rows", "wren", ""));
    scenario.commit("Meanwhile");
    scenario.git(&["checkout", "-q", "proposal"]);
    scenario.git(&["merge", "-q", "--no-edit", "main"]);
    assert_eq!(scenario.reviewed(Some(ACME), &[]).listings.len(), 1);
}

#[test]
fn a_base_that_was_rewritten_is_compared_as_it_is_now() {
    let scenario = Scenario::new();
    scenario.edit(ACME_LISTING, "every new order", "each new order").commit("A proposal");
    scenario.git(&["checkout", "-q", "main"]);
    scenario.git(&["commit", "-q", "--amend", "--allow-empty", "-m", "The catalogue, again"]);
    // The two have no commit in common any more: the command line says so and reviews nothing.
    let output = crate::support::pressmark(scenario.path(), &["review", "--base", "main", "--head", "proposal"]);
    assert_eq!(output.status.code(), Some(2), "{}", printed(&output));
    assert!(printed(&output).contains("no commit in common"), "{}", printed(&output));
}

#[test]
fn a_new_rule_binds_what_is_submitted_now() {
    let settings = format!("{SETTINGS}levels: {{duplicate-tag: {{level: error, from: 2027-03-01}}}}\n");
    let scenario = Scenario::over(&[("content/catalogue.yaml", &settings)]);
    add(&scenario, "acme-digest", &listing("Digest of Orders", "acme", "").replace("tags: [crm]", "tags: [crm, crm]"));
    let outcome = scenario.review(ACME);
    assert_eq!((outcome.verdict, rules(&outcome)), (Verdict::Changes, vec!["duplicate-tag"]), "{outcome:#?}");
}

// --- Adoption ---

const UNMAINTAINED: &str = "lifecycle: {state: deprecated, since: 2026-03-01, reason: unmaintained}\n";

/// The listing of Acme with `lifecycle`, as Wren would take it over.
fn adopted(lifecycle: &str, more: impl Fn(String) -> String) -> Scenario {
    let before = VALID.to_owned() + lifecycle;
    let scenario = Scenario::over(&[(ACME_LISTING, &before)]);
    let after = VALID.replace("publisher: acme", "publisher: wren").replace("accepted_by: Acme Works", "accepted_by: Wren Tools");
    scenario.write(ACME_LISTING, more(after.replace("help@acme.example", "help@wren.example")));
    scenario
}

#[test]
fn a_listing_that_no_one_maintains_can_be_adopted_and_a_person_decides() {
    let outcome = adopted(UNMAINTAINED, |after| after).review(WREN);
    assert_eq!((outcome.verdict, class(&outcome)), (Verdict::Review, Class::Adoption), "{outcome:#?}");
    assert_eq!((&*outcome.labels[0], outcome.target.business_days), ("adoption", 5), "{outcome:#?}");
    assert!(outcome.reasons.iter().any(|reason| reason.starts_with("`acme`, who no longer maintains `acme-messages`")), "{outcome:#?}");
}

#[test]
fn an_adoption_takes_over_support_and_ends_the_deprecation() {
    for incomplete in [|after: String| after + UNMAINTAINED, |after: String| after.replace("help@wren.example", "help@acme.example")] {
        let outcome = adopted(UNMAINTAINED, incomplete).review(WREN);
        assert!(outcome.verdict == Verdict::Changes && rules(&outcome).contains(&"adoption-incomplete"), "{outcome:#?}");
    }
}

#[test]
fn only_a_listing_that_no_one_maintains_is_open_for_adoption() {
    for lifecycle in [
        "",
        "lifecycle: {state: deprecated, since: 2026-03-01, reason: broken}\n",
        "lifecycle: {state: suspended, since: 2026-03-01, reason: security}\n",
    ] {
        let outcome = adopted(lifecycle, |after| after + lifecycle).review(WREN);
        assert_eq!((outcome.verdict, class(&outcome)), (Verdict::Reject, Class::Transfer), "{lifecycle}{outcome:#?}");
        assert!(rules(&outcome).contains(&"transfer-without-consent"), "{lifecycle}");
    }
    // Who adopts for someone else needs that one's consent.
    assert_eq!(adopted(UNMAINTAINED, |after| after).review(STRANGER).verdict, Verdict::Reject);
    // A proposal cannot declare the listing unmaintained and adopt it at once.
    assert_eq!(adopted("", |after| after + UNMAINTAINED).review(WREN).verdict, Verdict::Reject);
}

// --- Hints for maintainers ---

#[test]
fn hints_name_what_was_seen_and_change_nothing() {
    let hollow = "Seamless and effortless: supercharge your work. Certainly! Here is how it posts a line for every order.\n\n## 🚀 Setup\n\nSign in.\n\n\
        ## 🔧 Troubleshooting\n\nAsk us.\n\n## ✨ Known limits\n\nA hundred lines.\n";
    let reviewed = |readme: &str, args: &[&str]| {
        let scenario = Scenario::new();
        scenario.write("content/listings/wren-notes/listing.yaml", listing("Notes by Wren", "wren", ""));
        scenario.write("content/listings/wren-notes/README.md", readme).commit("A proposal");
        let files = ["--format", "json=review.json", "--format", "markdown=comment.md", "--format", "human"];
        let base = ["review", "--base", "main", "--head", "proposal", "--forge", "github", "--author-id", WREN];
        let said = pressmark(scenario.path(), &[&base, &files[..], args].concat());
        let read = |file: &str| std::fs::read_to_string(scenario.file(file)).expect("a file");
        let outcome: Outcome = serde_json::from_str(&read("review.json")).expect("an outcome");
        (outcome, read("comment.md"), printed(&said))
    };
    let (with, comment, said) = reviewed(hollow, &["--triage"]);
    let expected = [
        "`wren-notes`: its texts contain what a program says to the person who asks it (`certainly! here`)",
        "`wren-notes`: its texts praise more than they explain (`seamless`, `supercharge`, `effortless`)",
        "`wren-notes`: 3 of 3 headings of its description begin with an emoji",
        "`wren-notes`: its description mentions neither `Slack` nor any of its operations",
    ];
    assert_eq!(with.hints, expected);
    assert!(said.contains(&format!("hint     {}", expected[0])), "{said}");
    let (without, same, _) = reviewed(hollow, &[]);
    assert!(without.hints.is_empty());
    assert_eq!((with.verdict, &with.reasons, comment.lines().count()), (without.verdict, &without.reasons, same.lines().count()));
    assert!(!comment.contains("praise"), "{comment}");
    let (plain, ..) = reviewed(&format!("Posts to Slack. {README}"), &["--triage"]);
    assert!(plain.hints.is_empty(), "{:?}", plain.hints);
}

// --- What a changed verdict is told with ---

#[test]
fn a_notice_mentions_the_submitter_and_carries_the_mark_of_the_comment() {
    let scenario = Scenario::new();
    scenario.edit(ACME_LISTING, "tags: [crm]", "tags: [nothing]").commit("A proposal");
    let noticed = |login: &str| {
        let files = ["--notice", "notice.md", "--format", "markdown=comment.md"];
        let author = ["--forge", "github", "--author-id", STRANGER, "--author-login", login];
        pressmark(scenario.path(), &[&["review", "--base", "main", "--head", "proposal"][..], &author, &files].concat());
        ["notice.md", "comment.md"].map(|file| std::fs::read_to_string(scenario.file(file)).expect("a file"))
    };
    let [notice, comment] = noticed("wren");
    let (mark, words) = notice.split_once('\n').expect("two lines");
    assert_eq!((mark, comment.lines().nth(1)), ("<!-- pressmark-verdict: reject -->", Some(mark)));
    assert!(words.starts_with("@wren: **⛔ ") && words.lines().count() == 1, "{notice}");
    for hostile in ["acme/everyone", "x @everyone\n/close", "<!-- -->"] {
        let [notice, _] = noticed(hostile);
        assert!(!notice.contains("\n@") && notice.contains("\n`") && notice.lines().count() == 2, "{notice}");
    }
}
