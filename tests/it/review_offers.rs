//! Fixes that a forge can offer beside the lines of a submission.

use pressmark::diagnostic::{Suggestion, Syntax};

use crate::repository::{ACME, README, STRANGER, Scenario, listing, rules};

const LISTING: &str = "content/listings/acme-messages/listing.yaml";

/// The number of the line of `path` that contains `text`, from 1.
fn line(scenario: &Scenario, path: &str, text: &str) -> usize {
    let file = std::fs::read_to_string(scenario.file(path)).expect("a file");
    1 + file.lines().position(|line| line.contains(text)).expect("a line")
}

fn offered(scenario: &Scenario) -> Vec<Suggestion> {
    scenario.commit("A proposal");
    scenario.offers(ACME, Syntax::GitHub)
}

#[test]
fn a_typo_in_a_new_listing_is_fixed_by_a_click() {
    let scenario = Scenario::new();
    let path = "content/listings/acme-orders/listing.yaml";
    scenario.write(path, listing("Acme Orders", "acme", "").replace("app: Slack", "app: slack"));
    scenario.write("content/listings/acme-orders/README.md", README);
    let offered = offered(&scenario);
    let [only] = &offered[..] else { panic!("{offered:#?}") };
    let line = line(&scenario, path, "app: slack");
    assert_eq!((&*only.path, only.first_line, only.last_line), (path, line, line));
    assert!(only.body.starts_with("**error**: unknown app `slack`"), "{}", only.body);
    assert!(only.body.ends_with("\n\n```suggestion\napp: Slack\n```"), "{}", only.body);
}

#[test]
fn a_changed_line_is_fixed_by_a_click() {
    let scenario = Scenario::new();
    scenario.edit(LISTING, "app: Slack", "app: slack");
    assert_eq!(offered(&scenario).len(), 1);
    assert!(scenario.offers(ACME, Syntax::GitLab)[0].body.contains("```suggestion:-0+0\n"));
}

#[test]
fn a_line_that_the_submission_did_not_write_gets_no_comment() {
    // A tag gets another name, and the listing that has the old one is edited elsewhere.
    let text = listing("Acme Messages", "acme", "").replace("[crm]", "[finance]");
    let scenario = Scenario::over(&[(LISTING, &text)]);
    scenario.edit("content/tags.yaml", "id: finance,", "id: finances,").edit(LISTING, "summary:", "# A word\nsummary:");
    let outcome = scenario.review(ACME);
    let found = &outcome.listings[0].findings;
    assert!(found.iter().any(|found| found.rule == "tag-unknown" && found.line.is_some()), "{outcome:#?}");
    assert_eq!(scenario.offers(ACME, Syntax::GitHub), []);
    scenario.edit(LISTING, "[finance]", "[ finance ]");
    assert_eq!(offered(&scenario).len(), 1, "now the line is the submission's own");
}

#[test]
fn commits_merged_meanwhile_move_no_comment_to_another_line() {
    let scenario = Scenario::new();
    scenario.edit(LISTING, "app: Slack", "app: slack");
    assert_eq!(offered(&scenario).len(), 1);
    scenario.git(&["checkout", "-q", "main"]);
    let text = std::fs::read_to_string(scenario.file(LISTING)).expect("a file");
    scenario.write(LISTING, format!("{text}# One\n# Two\n")).commit("Meanwhile");
    scenario.git(&["checkout", "-q", "proposal"]);
    assert!(scenario.offers(ACME, Syntax::GitHub).is_empty(), "both sides have altered the file: the comment has the fix");
}

#[test]
fn beside_a_key_nothing_is_suggested() {
    let scenario = Scenario::new();
    scenario.edit(LISTING, "app: Slack", "app: slack # AKIAQK4NZ7WXR2LMPT5V");
    assert_eq!(offered(&scenario), []);
    assert!(rules(&scenario.reviewed(Some(ACME), &[])).contains(&"secret-in-text"));
}

const MANGO: &str = "content/publishers/mango.yaml";

/// A listing of the publisher `mango`, who is new, with the file `publisher`.
fn by_a_newcomer(publisher: &str) -> Scenario {
    let scenario = Scenario::new();
    scenario.write("content/listings/mango-orders/listing.yaml", listing("Mango Orders", "mango", ""));
    scenario.write("content/listings/mango-orders/README.md", README).write(MANGO, publisher);
    scenario
}

#[test]
fn a_newcomer_adds_their_account_by_a_click() {
    let scenario = by_a_newcomer("# The name visitors see.\nname: Mango Lab # for now\nurl: https://mango.example/\n");
    scenario.commit("A proposal");
    for (syntax, block) in [(Syntax::GitHub, "```suggestion\n"), (Syntax::GitLab, "```suggestion:-0+0\n")] {
        let offered = scenario.offers(STRANGER, syntax);
        let [only] = &offered[..] else { panic!("{offered:#?}") };
        assert_eq!((&*only.path, only.first_line, only.last_line), (MANGO, 2, 2));
        assert!(only.body.starts_with("**warning**: `publishers/mango.yaml` names no account"), "{}", only.body);
        let written = format!("{block}name: Mango Lab # for now\naccounts:\n  - {{forge: github, login: somebody, id: 990000555}}\n```");
        assert!(only.body.ends_with(&written), "{}", only.body);
    }
}

#[test]
fn an_account_that_was_added_by_a_click_is_enough() {
    let scenario = by_a_newcomer("name: Mango Lab\n");
    let [only] = &offered_to(&scenario, STRANGER)[..] else { panic!("one") };
    let written = only.body.split("```suggestion\n").nth(1).and_then(|rest| rest.strip_suffix("```")).expect("lines");
    scenario.write(MANGO, written);
    assert_eq!(offered_to(&scenario, STRANGER), []);
    let outcome = scenario.review(STRANGER);
    assert!(!rules(&outcome).contains(&"account-missing"), "{outcome:#?}");
}

#[test]
fn a_wrong_number_of_an_account_is_fixed_by_a_click() {
    let scenario = by_a_newcomer("name: Mango Lab\naccounts: [{forge: github, login: Somebody, id: 990000001}]\n");
    let offered = offered_to(&scenario, STRANGER);
    let [only] = &offered[..] else { panic!("{offered:#?}") };
    assert!(only.body.contains("`Somebody` has the number 990000555 on `github`, not `990000001`"), "{}", only.body);
    assert!(only.body.ends_with("```suggestion\naccounts: [{forge: github, login: Somebody, id: 990000555}]\n```"), "{}", only.body);
}

#[test]
fn an_empty_list_of_accounts_is_filled_by_a_click() {
    let scenario = by_a_newcomer("accounts: [] # later\nname: Mango Lab\n");
    let offered = offered_to(&scenario, STRANGER);
    let [only] = &offered[..] else { panic!("{offered:#?}") };
    assert!(only.body.ends_with("\naccounts: [{forge: github, login: somebody, id: 990000555}] # later\n```"), "{}", only.body);
}

fn offered_to(scenario: &Scenario, author: &str) -> Vec<Suggestion> {
    scenario.commit("A proposal");
    scenario.offers(author, Syntax::GitHub)
}
