//! What is approved without a person is routine in every path and every field; everything else is shown, and waits for someone.

use std::process::Command;

use pressmark::review::{Class, FileState, Outcome, Verdict};

use crate::repository::{ACME, MAINTAINER, README, STRANGER, Scenario, WREN, closed, listing, rules};
use crate::support::{VALID, pressmark, printed};

const ACME_LISTING: &str = "content/listings/acme-messages/listing.yaml";
const ACME_README: &str = "content/listings/acme-messages/README.md";
const ACME_PUBLISHER: &str = "content/publishers/acme.yaml";

/// A routine edit, which alone is approved.
fn routine(scenario: &Scenario) -> &Scenario {
    scenario.edit(ACME_LISTING, "every new order", "each new order")
}

#[track_caller]
fn waits(outcome: &Outcome) {
    assert_eq!(outcome.verdict, Verdict::Review, "{outcome:#?}");
    assert!(!outcome.reasons.is_empty(), "{outcome:#?}");
}

#[track_caller]
fn names(outcome: &Outcome, path: &str) {
    assert!(outcome.files.iter().any(|file| file.path == path), "{path}: {outcome:#?}");
}

// --- A publisher's file beside a routine edit ---

#[test]
fn a_publishers_file_beside_a_routine_edit_waits_for_a_person() {
    for (old, new) in [
        ("name: Acme Works", "name: Acme Group"),
        ("url: https://acme.example/", "url: https://acme-group.example/"),
        ("id: 990000101}]", "id: 990000101}, {forge: github, login: other, id: 990000555}]"),
        ("may_hide_source: true\n", "may_hide_source: true\nsecurity_contact: sec@other.example\n"),
        ("may_hide_source: true\n", "may_hide_source: true\ndomains: [other.example]\n"),
        ("may_hide_source: true\n", "may_hide_source: true\ndescription: Makers.\n"),
    ] {
        let outcome = routine(&Scenario::new()).edit(ACME_PUBLISHER, old, new).review(ACME);
        waits(&outcome);
        names(&outcome, "publishers/acme.yaml");
    }
}

#[test]
fn another_publisher_without_accounts_is_not_renamed_on_the_side() {
    let outcome = routine(&Scenario::new()).edit("content/publishers/lone.yaml", "Lone Hand", "Lone Foot").review(ACME);
    waits(&outcome);
    names(&outcome, "publishers/lone.yaml");
}

#[test]
fn every_value_of_a_publisher_is_shown_with_numbers_in_full() {
    let scenario = Scenario::new();
    scenario.edit(ACME_PUBLISHER, "id: 990000101}]", "id: 990000101}, {forge: github, login: other, id: 12345678901234567890}]");
    let outcome = scenario.review(ACME);
    let told: Vec<_> = outcome.files[0].changes.iter().map(|edit| (&*edit.field, edit.after.as_deref().unwrap_or_default())).collect();
    assert_eq!(
        told,
        [
            ("accounts[12345678901234567890].forge", "github"),
            ("accounts[12345678901234567890].login", "other"),
            ("accounts[12345678901234567890].id", "12345678901234567890"),
        ]
    );
    let comment = scenario.comment(ACME);
    assert!(comment.contains("12345678901234567890") && comment.contains("| **`publishers/acme.yaml`** |"), "{comment}");
    waits(&outcome);
}

#[test]
fn every_value_of_every_other_file_is_shown() {
    let scenario = Scenario::new();
    scenario
        .edit("content/apps/slack.yaml", "https://slack.com/", "https://slack.example/")
        .edit("content/tags.yaml", "label: Finance", "label: Books")
        .edit("content/catalogue.yaml", "title: Examples", "title: Samples")
        .write("content/intents/plan.yaml", "developer: {name: Wren Tools}\nconnector: Planned Rows\n")
        .edit("content/agreements/2026-01.md", "Be fair.", "Be kind.")
        .edit(".github/workflows/review.yml", "pull_request_target", "push");
    let outcome = scenario.review(MAINTAINER);
    waits(&outcome);
    let told: Vec<_> = outcome.files.iter().map(|file| (&*file.path, file.what, file.changes.len())).collect();
    assert_eq!(
        told,
        [
            ("agreements/2026-01.md", FileState::Altered, 0),
            ("apps/slack.yaml", FileState::Altered, 1),
            ("catalogue.yaml", FileState::Altered, 1),
            ("intents/plan.yaml", FileState::Added, 2),
            ("tags.yaml", FileState::Altered, 1),
            (".github/workflows/review.yml", FileState::Outside, 0),
        ]
    );
}

// --- Files that are no part of the catalogue ---

#[test]
fn at_the_root_of_a_repository_files_of_tools_are_named_and_wait_for_a_person() {
    for path in [
        ".github/workflows/steal.yml",
        ".gitlab-ci.yml",
        ".forgejo/workflows/a.yml",
        ".anything",
        "Makefile",
        "scripts/build.sh",
        "package.json",
    ] {
        for author in [ACME, STRANGER] {
            let scenario = Scenario::at_root();
            scenario.write(path, "one\n");
            let outcome = scenario.review(author);
            assert_ne!(outcome.verdict, Verdict::Approve, "{path}: {outcome:#?}");
            names(&outcome, path);
        }
        let scenario = Scenario::at_root();
        scenario.write(path, "one\n").edit("listings/acme-messages/listing.yaml", "every new order", "each new order");
        let outcome = scenario.review(ACME);
        assert_ne!(outcome.verdict, Verdict::Approve, "{path}: {outcome:#?}");
        names(&outcome, path);
    }
}

#[test]
fn at_the_root_of_a_repository_a_routine_edit_is_approved() {
    let scenario = Scenario::at_root();
    let outcome = scenario.edit("listings/acme-messages/listing.yaml", "every new order", "each new order").review(ACME);
    assert_eq!(outcome.verdict, Verdict::Approve, "{outcome:#?}");
}

#[test]
fn hidden_files_anywhere_are_named_and_wait_for_a_person() {
    for name in [".gitattributes", ".gitignore", ".gitkeep", ".github/workflows/a.yml", ".editorconfig", "docs/.hidden/a.png"] {
        let path = format!("content/listings/acme-messages/{name}");
        let scenario = Scenario::new();
        let outcome = scenario.write(&path, "one\n").review(ACME);
        assert_ne!(outcome.verdict, Verdict::Approve, "{name}: {outcome:#?}");
        let told = outcome.listings.iter().flat_map(|listing| &listing.changes).any(|edit| edit.field == name);
        assert!(told, "{name}: {outcome:#?}");
        assert_eq!(scenario.reviewed(Some(STRANGER), &[]).verdict, Verdict::Reject, "{name}");
    }
    for path in [".gitattributes", ".github/a.yml", "apps/.gitattributes", "listings/.gitattributes"] {
        for author in [ACME, STRANGER] {
            let outcome = Scenario::new().write(&format!("content/{path}"), "* text\n").review(author);
            assert_ne!(outcome.verdict, Verdict::Approve, "{path}: {outcome:#?}");
            assert!(outcome.files.iter().any(|file| file.path.ends_with(path)), "{path}: {outcome:#?}");
        }
    }
}

#[test]
fn attributes_that_convert_a_checkout_are_refused() {
    let scenario = Scenario::new();
    scenario.write("content/listings/acme-messages/.gitattributes", "listing.yaml working-tree-encoding=ASCII//TRANSLIT\n");
    scenario.commit("Attributes");
    let outcome = scenario.reviewed(Some(ACME), &[]);
    assert_eq!(outcome.verdict, Verdict::Changes, "{outcome:#?}");
    assert!(rules(&outcome).contains(&"checkout-altered"), "{outcome:#?}");
    waits(&scenario.reviewed(Some(MAINTAINER), &[]));
}

#[test]
fn a_mode_is_no_routine_edit() {
    for author in [ACME, STRANGER] {
        let scenario = Scenario::new();
        scenario.git(&["update-index", "--chmod=+x", ACME_README]);
        scenario.git(&["commit", "-q", "-m", "A mode"]);
        let outcome = scenario.reviewed(Some(author), &[]);
        assert_ne!(outcome.verdict, Verdict::Approve, "{outcome:#?}");
        assert_eq!(outcome.listings[0].changes[0].after.as_deref(), Some("permissions changed"));
    }
    let scenario = Scenario::new();
    scenario.git(&["update-index", "--chmod=+x", ACME_LISTING]);
    scenario.git(&["commit", "-q", "-m", "A mode"]);
    waits(&scenario.reviewed(Some(ACME), &[]));
}

#[test]
fn what_is_published_is_read_as_it_was_committed_and_no_configuration_changes_it() {
    let scenario = Scenario::new();
    routine(&scenario).commit("A routine edit");
    // A replacement for the reviewed file, which git shows instead of it.
    scenario.write("other.yaml", VALID.replace("Acme Messages", "Evil Messages"));
    let evil = scenario.git(&["hash-object", "-w", "other.yaml"]);
    let good = scenario.git(&["rev-parse", &format!("proposal:{ACME_LISTING}")]);
    let seen = |scenario: &Scenario| scenario.reviewed(Some(ACME), &[]);
    let before = seen(&scenario);
    scenario.git(&["replace", &good, &evil]);
    // And a graft, which takes the parents of a commit away: it would have nothing in common with the catalogue.
    std::fs::write(scenario.file(".git/info/grafts"), format!("{}\n", scenario.git(&["rev-parse", "proposal"]))).expect("grafts");
    assert_eq!(seen(&scenario), before);
    assert_eq!(before.verdict, Verdict::Approve, "{before:#?}");
}

#[test]
fn a_build_of_a_revision_contains_the_reviewed_bytes() {
    let scenario = Scenario::new();
    scenario
        .write(".gitattributes", "*.yaml working-tree-encoding=UTF-16\n*.md filter=evil\n")
        .edit(ACME_LISTING, "Acme Messages", "Acme “Messages”")
        .write("themes/ours/ours.css", ":root { --ours: 1 }\n");
    scenario.git(&["config", "filter.evil.smudge", "sed s/Sign/Steal/"]);
    // The blobs go in as they are, and a checkout brings out something else.
    for path in [ACME_LISTING, ACME_README, ".gitattributes", "themes/ours/ours.css"] {
        let object = scenario.git(&["hash-object", "-w", "--no-filters", path]);
        scenario.git(&["update-index", "--add", "--cacheinfo", &format!("100644,{object},{path}")]);
    }
    scenario.git(&["commit", "-q", "-m", "With attributes"]);
    scenario.remove("content");
    scenario.git(&["checkout", "-q", "--", "content"]);
    let checked_out = std::fs::read(scenario.file(ACME_README)).expect("a README");
    assert!(String::from_utf8_lossy(&checked_out).contains("Steal in"), "the checkout was filtered");
    let built = pressmark(scenario.path(), &["build", "--rev", "HEAD", "--theme", "ours", "--no-cache"]);
    assert_eq!(built.status.code(), Some(0), "{}", printed(&built));
    let page = std::fs::read_to_string(scenario.file("public/listings/acme-messages/index.html")).expect("a page");
    assert!(page.contains("Acme “Messages”") && page.contains("Sign in with your account"), "{page}");
    assert!(!page.contains("Steal"));
    let unknown = pressmark(scenario.path(), &["build", "--rev", "nothing"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(printed(&unknown).contains("no commit `nothing`"), "{}", printed(&unknown));
}

#[test]
fn configuration_outside_of_the_objects_affects_no_merge_and_runs_nothing() {
    let scenario = Scenario::new();
    scenario.edit(ACME_README, "Ask us.", "Ask them.").commit("Theirs");
    scenario.git(&["checkout", "-q", "main"]);
    scenario.edit(ACME_README, "Ask us.", "Ask nobody.").commit("Ours");
    scenario.git(&["checkout", "-q", "proposal"]);
    let touched = scenario.file("run");
    scenario.git(&["config", "merge.evil.driver", &format!("touch {}; true", touched.display())]);
    scenario.git(&["config", "merge.default", "evil"]);
    scenario.write(".gitattributes", "* merge=union\n");
    for attributes in ["", "* merge=evil\n"] {
        std::fs::write(scenario.file(".git/info/attributes"), attributes).expect("attributes");
        let outcome = scenario.reviewed(Some(ACME), &[]);
        assert_eq!((outcome.verdict, outcome.conflicts.len()), (Verdict::Changes, 1), "{outcome:#?}");
        assert!(!touched.exists());
    }
}

#[test]
fn a_folder_that_names_a_file_twice_is_refused() {
    use std::io::Write as _;
    let scenario = Scenario::new();
    routine(&scenario).commit("A routine edit");
    let evil = {
        scenario.write("evil.yaml", VALID.replace("Acme Messages", "Evil"));
        scenario.git(&["hash-object", "-w", "evil.yaml"])
    };
    let raw = |object: &str| -> Vec<u8> {
        (0..object.len()).step_by(2).map(|at| u8::from_str_radix(&object[at..at + 2], 16).expect("hexadecimal")).collect()
    };
    let tree = |entries: &[(&str, &str, &str)]| -> String {
        let bytes: Vec<u8> =
            entries.iter().flat_map(|(mode, name, object)| [format!("{mode} {name}\0").into_bytes(), raw(object)].concat()).collect();
        let mut child = Command::new("git")
            .args(["hash-object", "-t", "tree", "-w", "--literally", "--stdin"])
            .current_dir(scenario.path())
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .expect("git runs");
        child.stdin.take().expect("a pipe").write_all(&bytes).expect("a pipe");
        String::from_utf8(child.wait_with_output().expect("it ends").stdout).expect("text").trim().to_owned()
    };
    let of = |path: &str| scenario.git(&["rev-parse", &format!("proposal:{path}")]);
    let mut folder = tree(&[
        ("100644", "README.md", &of(ACME_README)),
        ("100644", "listing.yaml", &evil),
        ("100644", "listing.yaml", &of(ACME_LISTING)),
    ]);
    for (path, name) in [("content/listings", "acme-messages"), ("content", "listings"), ("", "content")] {
        let rows = scenario.git(&["ls-tree", &format!("proposal:{path}")]);
        let rows: Vec<Vec<&str>> = rows.lines().map(|row| row.split(['\t', ' ']).collect()).collect();
        let entries: Vec<(&str, &str, &str)> = rows
            .iter()
            .map(|row| (row[0].trim_start_matches('0'), row[3], if row[3] == name { folder.as_str() } else { row[2] }))
            .collect();
        folder = tree(&entries);
    }
    let commit = scenario.git(&["commit-tree", &folder, "-p", "main", "-m", "Doubled"]);
    let outcome = scenario.between("main", &commit, Some(ACME), &[]);
    assert_eq!(outcome.verdict, Verdict::Changes, "{outcome:#?}");
    assert!(outcome.excess.iter().any(|said| said.contains("twice")), "{outcome:#?}");
}

// --- Where visitors are led ---

#[test]
fn a_url_that_leads_to_someone_else_waits_for_a_person() {
    let full = format!(
        "{}website: https://acme.example/a\ndocs_url: https://acme.example/d\nprivacy_url: https://acme.example/p\nterms_url: https://acme.example/t\n",
        VALID.replace("git.example", "github.com")
    );
    let over = || Scenario::over(&[(ACME_LISTING, &full)]);
    for key in [
        "website: https://acme.example/a",
        "docs_url: https://acme.example/d",
        "privacy_url: https://acme.example/p",
        "terms_url: https://acme.example/t",
    ] {
        let name = key.split(':').next().unwrap_or_default();
        let outcome = over().edit(ACME_LISTING, key, &format!("{name}: https://evil.example/")).review(ACME);
        waits(&outcome);
        assert_eq!(rules(&outcome), ["host-changed"], "{key}");
        let outcome = over().edit(ACME_LISTING, key, &format!("{name}: https://docs.acme.example/x")).review(ACME);
        assert_eq!(outcome.verdict, Verdict::Approve, "{key}: {outcome:#?}");
    }
    let outcome = over().edit(ACME_LISTING, "https://github.com/acme/messages", "https://github.com/evil/messages").review(ACME);
    waits(&outcome);
    assert!(outcome.listings[0].findings[0].message.contains("github.com/evil"), "{outcome:#?}");
    let outcome = over().edit(ACME_LISTING, "https://github.com/acme/messages", "https://github.com/acme/renamed").review(ACME);
    assert_eq!(outcome.verdict, Verdict::Approve, "{outcome:#?}");
}

#[test]
fn another_mailbox_at_a_host_of_many_waits_for_a_person() {
    let scenario = Scenario::over(&[(ACME_LISTING, &VALID.replace("help@acme.example", "acme.help@mail.example"))]);
    let outcome = scenario.edit(ACME_LISTING, "acme.help@mail.example", "acme.hlep@mail.example").review(ACME);
    waits(&outcome);
    assert_eq!(rules(&outcome), ["host-changed"]);
    let two = "'evil%40evil.example%2Chelp@acme.example'";
    waits(&Scenario::new().edit(ACME_LISTING, "help@acme.example", two).review(ACME));
    let backslash = r"'https://acme.example\@evil.example/install'";
    waits(&Scenario::new().edit(ACME_LISTING, "https://acme.example/install", backslash).review(ACME));
    let outcome = Scenario::new().edit(ACME_LISTING, "help@acme.example", "desk@acme.example").review(ACME);
    assert_eq!(outcome.verdict, Verdict::Approve, "{outcome:#?}");
}

#[test]
fn a_text_that_leads_where_nothing_led_before_waits_for_a_person() {
    let outcome = Scenario::new().edit(ACME_README, "Ask us.", "Ask [us](https://evil.example/).").review(ACME);
    waits(&outcome);
    assert!(outcome.reasons[0].contains("evil.example"), "{outcome:#?}");
    let outcome = Scenario::new().edit(ACME_README, "Ask us.", "Ask [us](https://help.acme.example/).").review(ACME);
    assert_eq!(outcome.verdict, Verdict::Approve, "{outcome:#?}");
    // On a host that many share the host proves nothing, and what was there before does.
    let with = README.replace("Ask us.", "Ask [us](https://host.example/acme).");
    let over = || Scenario::over(&[(ACME_README, &with)]);
    let outcome = over().edit(ACME_README, "Ask [us]", "Please ask [us]").review(ACME);
    assert_eq!(outcome.verdict, Verdict::Approve, "{outcome:#?}");
    waits(&over().edit(ACME_README, "https://host.example/acme", "https://host.example/evil").review(ACME));
    let notes = "versions:\n  - {version: 1.1.0, date: 2026-11-20, notes: 'Get it [here](https://evil.example/x).'}\n";
    waits(&Scenario::new().edit(ACME_LISTING, "versions:\n", notes).review(ACME));
}

// --- Fields that say who, what and by which right ---

#[test]
fn fields_that_concern_others_or_the_law_wait_for_a_person() {
    for more in [
        "depends_on: [wren-rows]\n",
        "parent: wren-rows\n",
        "former_slugs: [anything-free]\n",
        "install: {command: x}\n",
        "unheard_of: 1\n",
    ] {
        let scenario = Scenario::new();
        let text = if more.starts_with("install") {
            VALID.replace("install: {url: https://acme.example/install}\n", more)
        } else {
            format!("{VALID}{more}")
        };
        let outcome = scenario.write(ACME_LISTING, text).review(ACME);
        assert_ne!(outcome.verdict, Verdict::Approve, "{more}: {outcome:#?}");
    }
    let outcome = Scenario::new().edit(ACME_LISTING, "accepted_by: Acme Works", "accepted_by: Somebody Else").review(ACME);
    waits(&outcome);
    assert!(outcome.reasons[0].contains("`agreement.accepted_by`"), "{outcome:#?}");
}

#[test]
fn a_readme_that_goes_and_a_change_of_nothing_wait_for_a_person() {
    let outcome = Scenario::new().remove(ACME_README).review(ACME);
    assert_ne!(outcome.verdict, Verdict::Approve, "{outcome:#?}");
    for author in [ACME, STRANGER, MAINTAINER] {
        let outcome = Scenario::new().review(author);
        waits(&outcome);
        assert_eq!(outcome.reasons, ["the change is empty"]);
    }
}

#[test]
fn a_published_version_keeps_what_it_said_was_changed() {
    let with =
        |text: &str| VALID.replace("notes: First release.", &format!("notes: First release., changes: [{{kind: added, text: {text}}}]"));
    let outcome = Scenario::over(&[(ACME_LISTING, &with("Rows"))]).write(ACME_LISTING, with("Columns")).review(ACME);
    assert_eq!((outcome.verdict, rules(&outcome)), (Verdict::Changes, vec!["published-version-altered"]), "{outcome:#?}");
}

#[test]
fn a_published_version_says_nothing_more_on_the_side() {
    let more = "notes: First release., changes: [{kind: security, text: Rewritten history}]";
    waits(&Scenario::new().edit(ACME_LISTING, "notes: First release.", more).review(ACME));
}

#[test]
fn comments_and_order_in_a_file_are_shown_and_routine() {
    let outcome = Scenario::new().write(ACME_LISTING, format!("# Ours.\n{VALID}")).review(ACME);
    assert_eq!(outcome.verdict, Verdict::Approve, "{outcome:#?}");
    assert_eq!(outcome.listings[0].changes[0].field, "listing.yaml");
}

// --- What is told ---

#[test]
fn a_difference_at_any_position_is_in_the_comment() {
    let long = |word: &str| format!("{} {word} {}", "Syncs orders with care. ".repeat(30), "And it does more. ".repeat(30));
    let with = |word: &str| VALID.replace("notes: First release.", &format!("notes: '{}'", long(word)));
    let scenario = Scenario::over(&[(ACME_LISTING, &with("first"))]);
    scenario.write(ACME_LISTING, with("second")).commit("Deep inside");
    let comment = scenario.comment(ACME);
    let row = comment.lines().find(|line| line.contains("versions[1.0.0].notes")).expect("a row");
    assert!(row.contains("first") && row.contains("second"), "{row}");
    let keywords = |last: &str| {
        format!("{VALID}keywords: [{}, {last}]\n", (0..9).map(|n| format!("a long keyword number {n}")).collect::<Vec<_>>().join(", "))
    };
    let scenario = Scenario::over(&[(ACME_LISTING, &keywords("orders"))]);
    scenario.write(ACME_LISTING, keywords("invoices")).commit("At the end");
    let comment = scenario.comment(ACME);
    let row = comment.lines().find(|line| line.contains("keywords")).expect("a row");
    assert!(row.contains("orders") && row.contains("invoices"), "{row}");
}

#[test]
fn values_that_differ_in_spaces_alone_are_said_to() {
    let scenario = Scenario::new();
    scenario.edit(ACME_LISTING, "summary: Posts a line", "summary: 'Posts  a line").edit(
        ACME_LISTING,
        "every new order.",
        "every new order.'",
    );
    scenario.commit("Two spaces");
    let comment = scenario.comment(ACME);
    assert!(comment.contains("only white space differs"), "{comment}");
}

#[test]
fn a_list_of_people_in_a_readme_waits_for_a_person_and_is_not_ticked() {
    let people = "Access: ann@acme.example, bob@acme.example, cleo@acme.example.";
    let scenario = Scenario::new();
    scenario.edit(ACME_README, "Ask us.", people).commit("People");
    let outcome = scenario.reviewed(Some(ACME), &[]);
    waits(&outcome);
    assert_eq!(rules(&outcome), ["email-list-in-readme"]);
    let scenario = Scenario::new();
    scenario
        .write("content/listings/acme-new/listing.yaml", listing("Acme New", "acme", ""))
        .write("content/listings/acme-new/README.md", README.replace("Ask us.", people));
    scenario.commit("A new one");
    let comment = scenario.comment(ACME);
    assert!(comment.contains("- [ ] Its files contain no secrets, private links or personal data"), "{comment}");
}

#[test]
fn a_switch_of_source_says_what_it_means_for_both_sides() {
    let scenario = Scenario::new();
    scenario.write(ACME_LISTING, closed()).commit("Closed");
    let comment = scenario.comment(ACME);
    assert!(comment.contains("#### acme-messages becomes closed source: what this means"), "{comment}");
    assert!(
        comment.contains("For the publisher:")
            && comment.contains("For visitors:")
            && comment.contains("- The listing can still be installed.")
    );
}

// --- Merging, renaming, giving away ---

#[test]
fn a_transfer_asks_the_new_owner_to_accept_the_agreement() {
    let scenario = Scenario::new();
    scenario.edit(ACME_LISTING, "publisher: acme", "publisher: wren").commit("A transfer");
    let outcome = scenario.reviewed(Some(ACME), &[WREN]);
    assert_eq!(outcome.verdict, Verdict::Changes, "{outcome:#?}");
    assert!(rules(&outcome).contains(&"agreement-not-accepted-again"), "{outcome:#?}");
    let comment = scenario.comment(MAINTAINER);
    assert!(!comment.contains("- [x] The current developer agreement is accepted"), "{comment}");
    scenario
        .edit(ACME_LISTING, "accepted_by: Acme Works, accepted_on: 2026-01-02", "accepted_by: Wren Tools, accepted_on: 2026-11-20")
        .commit("Accepted");
    waits(&scenario.reviewed(Some(ACME), &[WREN]));
}

#[test]
fn two_listings_become_one() {
    let other = listing("Acme Letters", "acme", "");
    let files = [("content/listings/acme-letters/listing.yaml", &*other), ("content/listings/acme-letters/README.md", README)];
    let merged = |scenario: &Scenario| {
        scenario.remove("content/listings/acme-letters").write(ACME_LISTING, format!("{VALID}former_slugs: [acme-letters]\n"));
        scenario.commit("Merged");
    };
    let record = ("content/listings/acme-letters/review.yaml", "approved_by: linnet\napproved_on: 2026-11-20\n");
    let scenario = Scenario::over(&[files[0], files[1], record]);
    merged(&scenario);
    for author in [ACME, MAINTAINER] {
        let outcome = scenario.reviewed(Some(author), &[]);
        waits(&outcome);
        assert_eq!(outcome.reasons[0], "`acme-letters` is merged into `acme-messages`", "{outcome:#?}");
    }
    assert_eq!(scenario.reviewed(Some(WREN), &[]).verdict, Verdict::Reject);
    // No one takes over the address of someone else's listing like that.
    let scenario = Scenario::new();
    scenario.remove("content/listings/lone-notes").write(ACME_LISTING, format!("{VALID}former_slugs: [lone-notes]\n")).commit("Taken");
    assert!(rules(&scenario.reviewed(Some(ACME), &[])).contains(&"listing-deleted"));
}

#[test]
fn an_approved_listing_is_renamed_with_all_that_belongs_to_it() {
    let record = "approved_by: linnet\napproved_on: 2026-11-20\n";
    let picture = include_bytes!("../../content/listings/airtable-bases/icon.svg");
    let scenario = Scenario::over(&[
        ("content/listings/acme-messages/review.yaml", record),
        ("content/listings/acme-messages/screenshots/a.svg", &String::from_utf8_lossy(picture)),
        ("content/listings/wren-rows/listing.yaml", &listing("Rows by Wren", "wren", "depends_on: [acme-messages]\n")),
        ("content/collections/start.yaml", "title: Good to start with\nlistings: [{slug: acme-messages, why: It is small.}]\n"),
    ]);
    scenario.git(&["mv", "content/listings/acme-messages", "content/listings/acme-order-lines"]);
    scenario.write("content/listings/acme-order-lines/listing.yaml", format!("{VALID}former_slugs: [acme-messages]\n"));
    let outcome = scenario.review(ACME);
    waits(&outcome);
    assert_eq!(rules(&outcome), [""; 0], "{outcome:#?}");
    let [listing] = &outcome.listings[..] else { panic!("one listing: {outcome:#?}") };
    assert_eq!(listing.class, Class::Rename);
    assert_eq!(listing.changes.iter().map(|edit| &*edit.field).collect::<Vec<_>>(), ["former_slugs"]);
}

#[test]
fn a_listing_that_says_what_another_publishers_says_is_looked_at() {
    let summary = "Syncs orders, refunds and customers line by line between your shop and your ledger every five minutes.";
    let base = VALID.replace("Posts a line for every new order.", summary).replace("git.example", "github.com");
    let scenario = Scenario::over(&[(ACME_LISTING, &base)]);
    let copy = |source: &str, summary: &str| {
        listing("Wren Columns", "wren", "")
            .replace("git.example/wren/wren-columns", source)
            .replace("Posts a line for every new order.", summary)
    };
    let own_source = "git.example/wren/columns";
    let readme = "content/listings/wren-columns/README.md";
    let mine = README.replace(' ', " or ");
    for (source, text, own) in [
        ("github.com/Acme/messages.git", mine.as_str(), "Rows of another kind."),
        (own_source, mine.as_str(), &*summary.replace("every five minutes", "each five minutes")),
        (own_source, README, "Rows of another kind."),
        (own_source, &*README.replace("are cut.", "are left out."), "Rows of another kind."),
    ] {
        scenario.git(&["reset", "-q", "--hard", "main"]);
        scenario.write("content/listings/wren-columns/listing.yaml", copy(source, own));
        scenario.write(readme, text);
        let outcome = scenario.review(WREN);
        assert_eq!(outcome.verdict, Verdict::Review, "{source}: {outcome:#?}");
        assert!(rules(&outcome).contains(&"listing-copied"), "{source}, {own}, {text}: {outcome:#?}");
    }
    scenario.git(&["reset", "-q", "--hard", "main"]);
    scenario.write("content/listings/wren-columns/listing.yaml", copy(own_source, "Rows of another kind."));
    scenario.write(readme, &mine);
    assert!(!rules(&scenario.review(WREN)).contains(&"listing-copied"));
}

// --- From the pull request to the live page ---

/// Merges `proposal` and builds what is published then; reads files of the site.
fn live(scenario: &Scenario) -> impl Fn(&str) -> Option<String> {
    scenario.git(&["checkout", "-q", "main"]);
    scenario.git(&["merge", "-q", "--no-ff", "-m", "Merged", "proposal"]);
    let built = pressmark(scenario.path(), &["build", "--rev", "main", "--no-cache"]);
    assert_eq!(built.status.code(), Some(0), "{}", printed(&built));
    let site = scenario.file("public");
    move |path| std::fs::read_to_string(site.join(path)).ok()
}

#[test]
fn a_renamed_listing_is_found_at_both_addresses() {
    let scenario =
        Scenario::over(&[("content/listings/wren-rows/listing.yaml", &listing("Rows by Wren", "wren", "depends_on: [acme-messages]\n"))]);
    scenario.git(&["mv", "content/listings/acme-messages", "content/listings/acme-order-lines"]);
    scenario.write("content/listings/acme-order-lines/listing.yaml", format!("{VALID}former_slugs: [acme-messages]\n"));
    waits(&scenario.review(ACME));
    let live = live(&scenario);
    assert!(live("listings/acme-order-lines/index.html").is_some_and(|page| page.contains("Acme Messages")));
    assert!(live("listings/acme-messages/index.html").is_some_and(|page| page.contains("acme-order-lines")));
    for name in ["feed.xml", "badge.svg"] {
        assert_eq!(live(&format!("listings/acme-messages/{name}")), live(&format!("listings/acme-order-lines/{name}")), "{name}");
        assert!(live(&format!("listings/acme-messages/{name}")).is_some(), "{name}");
    }
    assert!(live("listings/wren-rows/index.html").is_some_and(|page| page.contains("acme-order-lines")));
    let former = live("api/v1/listings/acme-messages.json").expect("what became of the slug");
    assert!(former.contains("\"state\":\"renamed\"") && former.contains("\"moved_to\":\"acme-order-lines\""), "{former}");
}

#[test]
fn a_merged_listing_leads_to_the_other_one() {
    let other = listing("Acme Letters", "acme", "");
    let files = [("content/listings/acme-letters/listing.yaml", &*other), ("content/listings/acme-letters/README.md", README)];
    let scenario = Scenario::over(&files);
    scenario.remove("content/listings/acme-letters").write(ACME_LISTING, format!("{VALID}former_slugs: [acme-letters]\n"));
    waits(&scenario.review(ACME));
    let live = live(&scenario);
    assert!(live("listings/acme-letters/index.html").is_some_and(|page| page.contains("acme-messages")));
}

#[test]
fn a_withdrawn_listing_keeps_a_page_that_says_so() {
    let scenario = Scenario::new();
    let gone = "name: Acme Messages\napp: Slack\npublisher: acme\nlifecycle: {state: removed, since: 2026-11-20, reason: author-request}\n";
    scenario.write(ACME_LISTING, gone).remove(ACME_README);
    waits(&scenario.review(ACME));
    assert!(live(&scenario)("listings/acme-messages/index.html").is_some_and(|page| page.contains("Acme Messages")));
}

#[test]
fn a_transferred_listing_and_an_adopted_orphan_have_a_new_owner() {
    let give = |scenario: &Scenario, path: &str, from: &str| {
        scenario.edit(path, &format!("publisher: {from}"), "publisher: wren").edit(
            path,
            "accepted_by: Acme Works",
            "accepted_by: Wren Tools",
        );
        scenario.commit("A transfer");
    };
    let scenario = Scenario::new();
    give(&scenario, ACME_LISTING, "acme");
    assert_eq!(scenario.reviewed(Some(ACME), &[]).verdict, Verdict::Reject);
    waits(&scenario.reviewed(Some(ACME), &[WREN]));
    assert!(live(&scenario)("listings/acme-messages/index.html").is_some_and(|page| page.contains("Wren Tools")));
    let scenario = Scenario::new();
    give(&scenario, "content/listings/lone-notes/listing.yaml", "lone");
    waits(&scenario.reviewed(Some(MAINTAINER), &[WREN]));
    assert!(live(&scenario)("listings/lone-notes/index.html").is_some_and(|page| page.contains("Wren Tools")));
}

// --- Bounds ---

/// Commits `n` files below `content/`, whose names `path` gives, without a working copy.
fn flood(scenario: &Scenario, n: usize, path: &dyn Fn(usize) -> String) {
    use std::io::Write as _;
    let mut child = Command::new("git")
        .args(["fast-import", "--quiet", "--force"])
        .current_dir(scenario.path())
        .stdin(std::process::Stdio::piped())
        .spawn()
        .expect("git runs");
    let mut input = std::io::BufWriter::new(child.stdin.take().expect("a pipe"));
    write!(input, "commit refs/heads/proposal\ncommitter T <t@test.example> 1700000000 +0000\ndata 1\nx\nfrom refs/heads/main^0\n")
        .expect("a pipe");
    for n in 0..n {
        writeln!(input, "M 644 inline {}\ndata 2\na\n", path(n)).expect("a pipe");
    }
    drop(input);
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn a_change_beyond_the_bounds_is_refused_at_once_with_the_bound() {
    type Paths = &'static dyn Fn(usize) -> String;
    let floods: [(usize, Paths, &str); 3] = [
        (20_000, &|n| format!("content/listings/acme-messages/docs/{n}.png"), "20000 files"),
        (2_000, &|n| format!("content/listings/new-{n}/listing.yaml"), "2000 listings"),
        (1, &|_| format!("content/listings/acme-messages/{}a.png", "d/".repeat(1_500)), "folders deep"),
    ];
    for (n, path, said) in floods {
        let scenario = Scenario::new();
        flood(&scenario, n, path);
        let outcome = scenario.reviewed(Some(ACME), &[]);
        assert_eq!(outcome.verdict, Verdict::Changes, "{said}");
        assert!(outcome.excess.iter().any(|bound| bound.contains(said)), "{said}: {:?}", outcome.excess);
        assert!(scenario.comment(ACME).contains("too large to review"));
    }
}

#[test]
fn files_that_change_in_form_only_are_named_as_such() {
    let scenario = Scenario::new();
    let with_crlf = |path: &str| {
        let text = std::fs::read_to_string(scenario.file(path)).expect("a file");
        scenario.git(&["config", "core.autocrlf", "false"]);
        scenario.write(path, text.replace('\n', "\r\n"));
    };
    for path in [ACME_README, ACME_LISTING, ACME_PUBLISHER] {
        with_crlf(path);
    }
    let outcome = scenario.review(ACME);
    let told = |field: &str| {
        let mut edits =
            outcome.listings.iter().flat_map(|listing| &listing.changes).chain(outcome.files.iter().flat_map(|file| &file.changes));
        edits.find(|edit| edit.field == field).and_then(|edit| edit.after.clone())
    };
    for field in ["README.md", "listing.yaml", "acme.yaml"] {
        assert_eq!(told(field).as_deref(), Some("only line endings changed"), "{field}: {outcome:#?}");
    }
    assert!(rules(&outcome).contains(&"no-content-change"), "{outcome:#?}");
    let said = scenario.comment(ACME);
    assert!(said.contains("3 files change only in their line ends") && said.contains("git checkout"), "{said}");

    let scenario = Scenario::new();
    scenario.git(&["update-index", "--chmod=+x", ACME_README]);
    scenario.git(&["commit", "-q", "-m", "A mode"]);
    let said = scenario.comment(ACME);
    assert!(said.contains("1 file changes only in its permissions"), "{said}");
}

// --- Withdrawn versions ---

const WITHDRAWN: &str = "notes: First release., yanked: {since: 2026-02-01, reason: Signs everybody out.}}";

#[test]
fn an_owner_withdraws_a_version_without_a_person_and_takes_it_back_with_one() {
    let outcome = Scenario::new().edit(ACME_LISTING, "notes: First release.}", WITHDRAWN).review(ACME);
    assert_eq!(outcome.verdict, Verdict::Approve, "{outcome:#?}");
    let withdrawn = VALID.replace("notes: First release.}", WITHDRAWN);
    for (old, new) in [(WITHDRAWN, "notes: First release.}"), ("Signs everybody out.", "Is slow."), ("2026-02-01", "2026-03-01")] {
        let outcome = Scenario::over(&[(ACME_LISTING, &withdrawn)]).edit(ACME_LISTING, old, new).review(ACME);
        waits(&outcome);
        assert!(!rules(&outcome).contains(&"published-version-altered"), "{outcome:#?}");
    }
}

#[test]
fn a_repair_of_an_older_line_is_no_step_backwards() {
    let versions = |list: &str| VALID.replace("  - {version: 1.0.0, date: 2026-01-02, notes: First release.}\n", list);
    let base = "  - {version: 2.0.0, date: 2026-01-09, notes: New.}\n  - {version: 1.8.6, date: 2026-01-02, notes: Old.}\n";
    let with = |version: &str| {
        let list = format!("  - {{version: {version}, date: 2026-02-02, notes: Repaired.}}\n{base}");
        Scenario::over(&[(ACME_LISTING, &versions(base))]).write(ACME_LISTING, versions(&list)).review(ACME)
    };
    for version in ["2.0.1", "1.8.7", "1.9.0", "v2.1", "2.0.0.1"] {
        assert!(!rules(&with(version)).contains(&"version-not-increasing"), "{version}");
    }
    for version in ["0.1.0", "2.0.0-rc.1", "0.9"] {
        assert!(rules(&with(version)).contains(&"version-not-increasing"), "{version}");
    }
}

// --- Who depends on what changes ---

/// A catalogue in which three listings refer to `acme-messages`.
fn with_dependents() -> Scenario {
    let refers = |name: &str, key: &str| listing(name, "wren", key);
    let files = [
        ("content/listings/wren-needs/listing.yaml", refers("Needs", "depends_on: [acme-messages]\n")),
        ("content/listings/wren-child/listing.yaml", refers("Child", "parent: acme-messages\n")),
        ("content/listings/wren-copy/listing.yaml", refers("Copy", "derived_from: {listing: acme-messages, version: 1.0.0}\n")),
        (
            "content/listings/wren-other/listing.yaml",
            refers("Other", "derived_from: {catalogue: 'https://other.example/', listing: acme-messages}\n"),
        ),
    ];
    Scenario::over(&files.iter().map(|(path, text)| (*path, &**text)).collect::<Vec<_>>())
}

/// The comment about what was changed.
fn commented(scenario: &Scenario) -> String {
    scenario.review(ACME);
    scenario.comment(ACME)
}

#[test]
fn a_breaking_version_names_everything_that_depends_on_the_listing() {
    let with = |kind: &str| {
        let scenario = with_dependents();
        let new = format!(
            "versions:\n  - {{version: 2.0.0, date: 2026-02-02, notes: New., changes: [{{kind: {kind}, text: The old trigger.}}]}}\n"
        );
        scenario.edit(ACME_LISTING, "versions:\n", &new);
        commented(&scenario)
    };
    let comment = with("removed");
    assert!(comment.contains("#### 3 listings need acme-messages, which removes something in version `2.0.0`\n"), "{comment}");
    for line in ["- wren-child is built on it\n", "- wren-copy was copied from it\n", "- wren-needs depends on it\n"] {
        assert!(comment.contains(line), "{line}{comment}");
    }
    assert!(!comment.contains("wren-other"), "a listing of another catalogue is another one: {comment}");
    let comment = with("added");
    assert!(!comment.contains("wren-"), "nothing breaks: {comment}");
}

#[test]
fn a_removal_names_everything_that_depends_on_the_listing() {
    for state in ["suspended", "unpublished", "removed"] {
        let scenario = with_dependents();
        scenario.write(ACME_LISTING, format!("{VALID}lifecycle: {{state: {state}, since: 2026-02-01, reason: security}}\n"));
        let comment = commented(&scenario);
        assert!(comment.contains(&format!("#### 3 listings need acme-messages, which becomes {state}\n")), "{comment}");
    }
    let scenario = with_dependents();
    scenario.remove("content/listings/acme-messages");
    let comment = commented(&scenario);
    assert!(comment.contains("#### 3 listings need acme-messages, which is deleted\n"), "{comment}");
}

#[test]
fn a_page_of_documentation_is_weighed_like_the_readme() {
    let page = "content/listings/acme-messages/docs/setup.md";
    let scenario = || Scenario::over(&[(page, "Sign in, and choose a channel.\n")]);
    let outcome = scenario().edit(page, "Sign in", "Sign in first").review(ACME);
    assert_eq!(outcome.verdict, Verdict::Approve, "{outcome:#?}");
    let outcome = scenario().edit(page, "Sign in", "[Sign in](https://evil.example/)").review(ACME);
    waits(&outcome);
    waits(&scenario().remove(page).review(ACME));
    let list = "ann@acme.example, bob@acme.example and cleo@wren.example";
    let outcome = scenario().edit(page, "Sign in", list).review(ACME);
    waits(&outcome);
}
