//! What is promised about the questions and their answers.

use std::collections::BTreeSet;

use super::areas::AREAS;
use super::{Answer, markdown, review};
use crate::catalogue::RawCatalogue;
use crate::rules::{FAMILIES, RunContext, named, run};
use crate::source::Memory;

#[test]
fn questions_name_rules_and_families_that_exist_and_no_rule_twice() {
    let mut seen = BTreeSet::new();
    for item in AREAS.iter().flat_map(|area| area.items) {
        for rule in item.rules {
            assert!(named(rule).is_some(), "{rule} is no rule");
            assert!(seen.insert(*rule), "{rule} answers two questions");
        }
        for key in item.families {
            assert!(FAMILIES.iter().any(|family| family.key == *key), "{key} is no family");
            assert!(seen.insert(*key), "{key} answers two questions");
        }
    }
    // No submission brings a theme, and who reviews a folder sees no change.
    for family in FAMILIES.iter().filter(|family| !matches!(family.key, "themes" | "changes")) {
        assert!(seen.contains(family.key), "the rules of {} answer no question", family.title);
    }
}

const LISTING: &str = "name: Zebra Rows
app: Slack
summary: Counts stripes.
tags: [crm]
keywords: [stripes, zebra]
license: MIT
support: {email: help@zebra.example}
versions: [{version: 1.0.0, date: 2026-01-02, notes: The first.}]
";

fn reviewed(listing: &str) -> String {
    let folder = Memory::new()
        .with("tags.yaml", "- {id: crm, label: Customers}\n")
        .with("apps/slack.yaml", "name: Slack\n")
        .with("listings/zebra/listing.yaml", listing);
    let raw = RawCatalogue::read(&folder, &|_, _| {}).expect("a folder in memory");
    let report = run(&raw, &RunContext::new(jiff::civil::date(2026, 2, 1))).report;
    let listing = raw.listing("zebra").expect("the listing");
    let review = review(&listing, &report);
    assert_eq!(review.areas.len(), 6);
    assert!(review.areas.iter().all(|area| area.answers.iter().any(|(_, answer)| matches!(answer, Answer::Person))));
    markdown(&review)
}

#[test]
fn the_landing_page_is_only_asked_about_where_there_is_one() {
    let on_request = "install: {mode: request, landing_url: 'https://zebra.example/rows', path_note: Ask us.}\n";
    let (direct, request) = (reviewed(LISTING), reviewed(&format!("{LISTING}{on_request}")));
    for question in ["Its landing page is about this listing", "The note beside the button and the landing page make clear how to get it"] {
        assert!(!direct.contains(question), "{direct}");
        assert!(request.contains(question), "{request}");
    }
}

#[test]
fn given_values_are_ticked_and_shown() {
    let page = reviewed(LISTING);
    assert!(page.contains("- [x] It names a licence: MIT\n"), "{page}");
    assert!(page.contains("- [x] Versions have dates and notes: 1 version, the newest is 1.0.0\n"), "{page}");
    assert!(page.contains("- [-] It has a privacy policy: not provided\n"), "{page}");
    assert!(page.contains("- Keywords: stripes, zebra\n"), "{page}");
    assert!(page.contains("\nNot provided: publisher, "), "{page}");
}

#[test]
fn findings_are_below_the_question_they_answer() {
    let page = reviewed(&LISTING.replace("MIT", "MIT licence"));
    let (_, after) = page.split_once("- [!] It names a licence\n").expect("a question answered with no");
    assert!(after.starts_with("  - warn[L253 license-not-spdx]: "), "{after}");
}

#[test]
fn a_name_cannot_break_out_of_its_line() {
    let page = reviewed(&LISTING.replace("Zebra Rows", "\"Zebra\\n# Rows\\u202e\""));
    assert_eq!(page.lines().filter(|line| line.starts_with("# ")).count(), 1, "{page}");
    assert!(!page.contains('\u{202e}'));
}
