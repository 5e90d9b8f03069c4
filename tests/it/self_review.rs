//! `check --pre-submission`: the checklist on the command line.

use crate::support::{demo_copy, pressmark, printed, root};

#[test]
fn a_valid_listing_is_ticked_in_six_areas_and_leaves_the_rest_to_a_person() {
    let output = pressmark(root(), &["check", "--pre-submission", "slack-messages", "--today", "2026-12-01"]);
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(0), "{text}");
    for area in ["Compliance", "Functionality", "Quality", "Security", "Compatibility", "Documentation"] {
        assert!(text.contains(&format!("\n## {area}\n")), "{area} in {text}");
    }
    assert!(text.contains("\n- [x] ") && text.contains("\n- [ ] ") && !text.contains("\n- [!] "), "{text}");
    assert!(text.contains("\n## What the site will show\n"), "{text}");
}

#[test]
fn a_listing_that_cannot_be_read_is_reported_instead() {
    let (scratch, content) = demo_copy();
    std::fs::write(content.join("listings/slack-messages/listing.yaml"), "- no listing\n").expect("a file");
    let output = pressmark(scratch.path(), &["check", "--pre-submission", "slack-messages"]);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    assert!(printed(&output).contains("wrong-type"), "{}", printed(&output));
}

#[test]
fn only_listings_are_reviewed() {
    let output = pressmark(root(), &["check", "--pre-submission", "content/apps/slack.yaml"]);
    assert_eq!(output.status.code(), Some(2), "{}", printed(&output));
}
