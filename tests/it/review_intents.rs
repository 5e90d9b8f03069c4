//! `review` of announcements: who owns the name that they reserve, and on which file a finding is.

use pressmark::format::how_long_names_are_held;
use pressmark::pipeline;
use pressmark::review::{Class, Outcome, Verdict};
use pressmark::source::disk::Disk;

use crate::repository::{ACME, MAINTAINER, README, SETTINGS, STRANGER, Scenario, WREN, listing, rules};
use crate::support::{context, pressmark, printed, root};

const INTENT: &str = "content/intents/zoom-minutes.yaml";

/// An announcement of `connector` that says `more`.
fn intent(connector: &str, more: &str) -> String {
    format!("developer: {{name: Finch Works}}\nconnector: {connector}\nexpected_completion: 2027-02-26\n{more}")
}

fn add(scenario: &Scenario, slug: &str, text: &str) {
    scenario.write(&format!("content/listings/{slug}/listing.yaml"), text).write(&format!("content/listings/{slug}/README.md"), README);
}

/// The files on which `rule` has something to say, in order.
fn told<'a>(outcome: &'a Outcome, rule: &str) -> Vec<&'a str> {
    let of_listings = outcome.listings.iter().flat_map(|listing| &listing.findings);
    of_listings.chain(&outcome.findings).filter(|found| found.rule == rule).map(|found| &*found.path).collect()
}

/// What a check of the catalogue as a whole says on which file, and the slugs of the listings that a build leaves in.
fn published(scenario: &Scenario) -> (Vec<(String, String)>, Vec<String>) {
    let checked = pipeline::check(&Disk::new(scenario.file("content")), &context(), &|_, _, _| {}).expect("a folder");
    let found = checked.report.iter().map(|found| (found.code.name.to_owned(), found.path.to_string())).collect();
    (found, checked.resolved.catalogue.listings.keys().map(ToString::to_string).collect())
}

// --- An announcement and a listing ---

#[test]
fn an_announcement_of_a_name_that_a_listing_has_is_at_fault_itself() {
    for more in ["company_profile: wren\n", "account: {forge: github, login: wren, id: 990000107}\n", ""] {
        let outcome = Scenario::new().write(INTENT, intent("ACME messages", more)).review(WREN);
        assert_eq!(told(&outcome, "intent-name-taken"), ["intents/zoom-minutes.yaml"], "{more}{outcome:#?}");
        assert_eq!((outcome.verdict, told(&outcome, "name-reserved").len()), (Verdict::Changes, 0), "{more}{outcome:#?}");
    }
}

#[test]
fn an_announcement_that_is_altered_until_it_names_a_listing_is_at_fault() {
    let was = intent("Zoom Minutes", "");
    let outcome = Scenario::over(&[(INTENT, &was)]).edit(INTENT, "Zoom Minutes", "Acme Messages").review(WREN);
    assert_eq!(
        (outcome.verdict, told(&outcome, "intent-name-taken")),
        (Verdict::Changes, vec!["intents/zoom-minutes.yaml"]),
        "{outcome:#?}"
    );
}

#[test]
fn a_merged_announcement_switches_no_listing_off() {
    for more in ["company_profile: wren\n", ""] {
        let scenario = Scenario::over(&[(INTENT, &intent("Acme Messages", more))]);
        let (found, listings) = published(&scenario);
        assert!(listings.iter().any(|slug| slug == "acme-messages"), "{listings:?}");
        let errors: Vec<_> = found.iter().filter(|(rule, _)| rule == "name-reserved").collect();
        assert!(errors.is_empty(), "{found:?}");
        assert!(found.iter().any(|(rule, path)| rule.starts_with("intent-") && path == "intents/zoom-minutes.yaml"), "{found:?}");
    }
}

#[test]
fn a_routine_edit_of_a_listing_whose_name_was_announced_later_is_approved() {
    let outcome = Scenario::over(&[(INTENT, &intent("Acme Messages", "company_profile: wren\n"))])
        .edit("content/listings/acme-messages/listing.yaml", "every new order", "each new order")
        .review(ACME);
    assert_eq!(outcome.verdict, Verdict::Approve, "{outcome:#?}");
}

#[test]
fn a_new_listing_cannot_take_a_name_that_someone_else_announced() {
    for more in ["company_profile: wren\n", "account: {forge: github, id: 990000107}\n", ""] {
        let scenario = Scenario::over(&[(INTENT, &intent("Zoom Minutes", more))]);
        add(&scenario, "acme-zoom", &listing("Zoom Minutes", "acme", ""));
        let outcome = scenario.review(ACME);
        assert_eq!(told(&outcome, "name-reserved"), ["listings/acme-zoom/listing.yaml"], "{more}{outcome:#?}");
        assert_eq!(outcome.verdict, Verdict::Changes, "{more}");
    }
}

#[test]
fn a_listing_cannot_be_renamed_to_a_name_that_someone_else_announced() {
    let outcome = Scenario::over(&[(INTENT, &intent("Zoom Minutes", "company_profile: wren\n"))])
        .edit("content/listings/acme-messages/listing.yaml", "name: Acme Messages", "name: Zoom Minutes")
        .review(ACME);
    assert_eq!(told(&outcome, "name-reserved"), ["listings/acme-messages/listing.yaml"], "{outcome:#?}");
}

#[test]
fn the_announcer_of_a_name_may_take_it() {
    for more in ["company_profile: wren\n", "account: {forge: github, login: old-name, id: 990000107}\n"] {
        let scenario = Scenario::over(&[(INTENT, &intent("Zoom Minutes", more))]);
        add(&scenario, "wren-zoom", &listing("Zoom Minutes", "wren", ""));
        let outcome = scenario.review(WREN);
        assert_eq!(outcome.verdict, Verdict::Review, "{more}{outcome:#?}");
        assert!(rules(&outcome).contains(&"intent-fulfilled"), "{more}{outcome:#?}");
    }
}

#[test]
fn a_name_whose_time_is_over_is_free() {
    for days in ["expected_completion: 2026-10-30\n", "announced_on: 2026-05-29\n"] {
        let text = format!("developer: {{name: Finch Works}}\ncompany_profile: wren\nconnector: Zoom Minutes\n{days}");
        let scenario = Scenario::over(&[(INTENT, &text)]);
        add(&scenario, "acme-zoom", &listing("Zoom Minutes", "acme", ""));
        let outcome = scenario.review(ACME);
        assert_eq!((outcome.verdict, told(&outcome, "name-reserved").len()), (Verdict::Review, 0), "{days}{outcome:#?}");
    }
}

// --- Two announcements ---

#[test]
fn the_second_announcement_of_a_name_is_reported() {
    let scenario = Scenario::over(&[(INTENT, &intent("Zoom Minutes", "company_profile: wren\n"))]);
    let outcome = scenario.write("content/intents/a.yaml", intent("zoom minutes", "")).review(STRANGER);
    assert_eq!((outcome.verdict, told(&outcome, "duplicate-intent")), (Verdict::Review, vec!["intents/a.yaml"]), "{outcome:#?}");
    let (found, _) = published(&scenario);
    let both = found.iter().filter(|(rule, _)| rule == "duplicate-intent").map(|(_, path)| path.as_str());
    assert_eq!(both.collect::<Vec<_>>(), ["intents/a.yaml", "intents/zoom-minutes.yaml"], "nobody knows which was first");
}

// --- Whose announcement it is ---

#[test]
fn an_announcement_for_a_publisher_is_theirs_to_make() {
    let text = intent("Zoom Minutes", "company_profile: acme\n");
    let scenario = Scenario::new();
    let outcome = scenario.write(INTENT, &text).review(STRANGER);
    assert_eq!((outcome.verdict, told(&outcome, "intent-not-owner")), (Verdict::Reject, vec!["intents/zoom-minutes.yaml"]), "{outcome:#?}");
    assert_eq!(scenario.reviewed(Some(STRANGER), &[ACME]).verdict, Verdict::Review, "they approve of it");
    for author in [ACME, MAINTAINER] {
        let outcome = scenario.reviewed(Some(author), &[]);
        assert_eq!((outcome.verdict, rules(&outcome)), (Verdict::Review, vec![]), "{outcome:#?}");
    }
}

#[test]
fn an_announcement_for_a_publisher_without_accounts_or_for_none_waits_for_a_person() {
    for more in ["company_profile: lone\n", "company_profile: finch\n", ""] {
        let outcome = Scenario::new().write(INTENT, intent("Zoom Minutes", more)).review(STRANGER);
        assert_eq!((outcome.verdict, rules(&outcome)), (Verdict::Review, vec![]), "{more}{outcome:#?}");
    }
}

#[test]
fn an_announcement_names_the_account_that_makes_it() {
    let text = |id: &str| intent("Zoom Minutes", &format!("account: {{forge: github, login: finch, id: {id}}}\n"));
    assert_eq!(rules(&Scenario::new().write(INTENT, text(STRANGER)).review(STRANGER)), [""; 0]);
    let outcome = Scenario::new().write(INTENT, text(WREN)).review(STRANGER);
    assert_eq!((outcome.verdict, rules(&outcome)), (Verdict::Reject, vec!["intent-not-owner"]), "{outcome:#?}");
    // A login proves nothing, nor does the account of an owner that someone else writes down.
    let owners = intent("Zoom Minutes", "company_profile: acme\naccount: {forge: github, login: acme-works, id: 990000101}\n");
    assert_eq!(rules(&Scenario::new().write(INTENT, owners).review(STRANGER)), ["intent-not-owner"]);
}

#[test]
fn what_the_forges_own_workflow_proposes_counts_as_the_declared_account_s() {
    let workflow = "41898282";
    for (id, expected) in [(ACME, vec![]), (STRANGER, vec!["intent-not-owner"])] {
        let more = format!("company_profile: acme\naccount: {{forge: github, id: {id}}}\n");
        let outcome = Scenario::new().write(INTENT, intent("Zoom Minutes", &more)).review(workflow);
        assert_eq!(rules(&outcome), expected, "{outcome:#?}");
    }
}

#[test]
fn no_one_alters_or_removes_the_announcement_of_someone_else() {
    for more in ["company_profile: wren\n", "account: {forge: github, login: wren, id: 990000107}\n"] {
        let text = intent("Zoom Minutes", more);
        let altered = |author| Scenario::over(&[(INTENT, &text)]).edit(INTENT, "Zoom Minutes", "Zoom Notes").review(author);
        assert_eq!(told(&altered(STRANGER), "intent-not-owner"), ["intents/zoom-minutes.yaml"], "{more}");
        assert_eq!(rules(&altered(WREN)), [""; 0], "{more}");
        let scenario = Scenario::over(&[(INTENT, &text)]);
        scenario.remove(INTENT);
        add(&scenario, "acme-zoom", &listing("Zoom Minutes", "acme", ""));
        assert_eq!(rules(&scenario.review(ACME)), ["intent-not-owner"], "{more}");
    }
}

// --- Who reviews it ---

#[test]
fn an_announcement_goes_to_those_who_review_announcements() {
    let settings = SETTINGS
        .replace("targets: {", "targets: {intent: 4d, ")
        .replace("classes: [new-app]}", "classes: [new-app]}, {name: '@partners', classes: [intent]}");
    let scenario = Scenario::over(&[("content/catalogue.yaml", &settings)]);
    let outcome = scenario.write(INTENT, intent("Zoom Minutes", "")).review(STRANGER);
    assert_eq!((outcome.target.class, outcome.target.business_days), (Class::Intent, 4), "{outcome:#?}");
    assert_eq!(
        (outcome.labels, outcome.reviewers, outcome.areas),
        (
            vec!["intent".to_owned(), "waits-for-reviewer".to_owned()],
            vec!["@library/reviewers".to_owned(), "@partners".to_owned()],
            vec!["compliance".to_owned()]
        )
    );
    assert_eq!(outcome.reasons, ["an announcement (`intents/zoom-minutes.yaml`)"]);
}

#[test]
fn a_listing_that_closes_its_announcement_is_no_mixture() {
    let scenario = Scenario::over(&[(INTENT, &intent("Zoom Minutes", "company_profile: wren\n"))]);
    scenario.remove(INTENT);
    add(&scenario, "wren-zoom", &listing("Zoom Minutes", "wren", ""));
    let outcome = scenario.review(WREN);
    assert_eq!(outcome.labels, ["intent", "new-listing", "waits-for-reviewer"], "{outcome:#?}");
}

// --- How long a name is held ---

#[test]
fn every_text_says_the_same_time() {
    let time = how_long_names_are_held();
    let files = [
        "content/pages/policies.md",
        "content/pages/publish.md",
        "content/pages/manual-content-format.md",
        "content/pages/manual-content-reference.md",
        "content/pages/manual-reviews.md",
        "templates/forge/github/.github/ISSUE_TEMPLATE/pressmark-intent.yml",
        "templates/forge/forgejo/.forgejo/issue_template/pressmark-intent.yml",
        "templates/forge/gitlab/.gitlab/issue_templates/Declaration of intent.md",
    ];
    for file in files {
        let text = std::fs::read_to_string(root().join(file)).expect("a text");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(&time), "{file} does not say: {time}");
        assert_eq!(text.matches("after its expected date").count(), 1, "{file} says something else, too");
    }
    for rule in ["name-reserved", "intent-overdue"] {
        let text = pressmark::rules::named(rule).expect("a rule").explanation().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(&time), "{rule} does not say: {time}");
    }
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let body = "### Developer\n\nZed\n\n### Contact\n\nzed@zed.example\n\n### Listing name\n\nZed Rows\n";
    let made = pressmark(scratch.path(), &["init", "catalogue"]);
    assert_eq!(made.status.code(), Some(0), "{}", printed(&made));
    let catalogue = scratch.path().join("catalogue");
    std::fs::write(catalogue.join("issue.md"), body).expect("a file");
    let day = context().today.to_string();
    let made = pressmark(&catalogue, &["new", "--from-issue", "issue.md", "--today", &day]);
    assert!(made.status.success() && printed(&made).contains(&format!("it reserves the name {time}")), "{}", printed(&made));
}
