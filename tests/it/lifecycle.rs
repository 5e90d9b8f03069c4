//! `pressmark lifecycle`: what happens to a published listing is written as a person would, passes the rules of a review, and is written as a whole or not at all.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;

use pressmark::review::{Class, Verdict};

use crate::repository::{ACME, MAINTAINER, SETTINGS, Scenario, WREN, listing, rules};
use crate::support::{pressmark, printed};

const LISTING: &str = "content/listings/acme-messages/listing.yaml";

fn lifecycle(scenario: &Scenario, args: &[&str]) -> Output {
    pressmark(scenario.path(), &[&["lifecycle"], args, &["--today", "2026-12-01"]].concat())
}

/// Does what `args` say, which exits with 0, and returns what was printed.
#[track_caller]
fn done(scenario: &Scenario, args: &[&str]) -> String {
    let done = lifecycle(scenario, args);
    assert_eq!(done.status.code(), Some(0), "{args:?}: {}", printed(&done));
    printed(&done)
}

fn read(scenario: &Scenario, path: &str) -> String {
    fs::read_to_string(scenario.file(path)).unwrap_or_else(|_| panic!("no {path}"))
}

/// Every file of the catalogue with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.to_string_lossy().into_owned(), fs::read(&path).expect("a file"));
        }
    }
    found
}

/// A command that is refused with `code`: it says `words`, and no file changes.
#[track_caller]
fn refused(scenario: &Scenario, args: &[&str], code: i32, words: &str) {
    let before = files(&scenario.file("content"));
    let done = lifecycle(scenario, args);
    let said = printed(&done);
    assert_eq!(done.status.code(), Some(code), "{args:?}: {said}");
    assert!(said.contains(words), "{args:?}: {said}");
    assert_eq!(files(&scenario.file("content")), before, "{args:?} changed a file");
}

#[test]
fn a_suspension_keeps_comments_and_order_and_is_a_lifecycle_change() {
    let scenario = Scenario::new();
    scenario.edit(LISTING, "agreement:", "# accepted in person\nagreement:").commit("A comment");
    scenario.git(&["branch", "-f", "main"]);
    let before = read(&scenario, LISTING);
    let said = done(&scenario, &["suspend", "acme-messages", "--reason", "security", "--note", "It reads: too much."]);
    let entry = "lifecycle:\n  state: suspended\n  since: 2026-12-01\n  reason: security\n  note: \"It reads: too much.\"\n";
    assert_eq!(read(&scenario, LISTING), before.replace("# accepted", &format!("{entry}# accepted")));
    for words in [
        "no install button",
        "`security.xml`",
        "must not be used for now",
        "tell `acme`, at help@acme.example",
        "An account of `acme` or a maintainer can propose it.",
        "should answer by 2026-12-02.",
        "git switch -c suspend-acme-messages && git add content/listings/acme-messages/listing.yaml && git commit -m 'Suspend acme-messages' -- content/listings/acme-messages/listing.yaml",
        "compare/main...suspend-acme-messages",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let outcome = scenario.review(MAINTAINER);
    assert_eq!((outcome.verdict, outcome.listings[0].class), (Verdict::Review, Class::Lifecycle), "{outcome:#?}");
}

#[test]
fn a_state_goes_over_into_another_one_in_place_and_back() {
    let scenario = Scenario::new();
    let before = read(&scenario, LISTING);
    done(&scenario, &["deprecate", "acme-messages", "--replaced-by", "wren-rows", "--note", "Rows does more.", "--date", "2026-11-01"]);
    assert!(read(&scenario, LISTING).contains("  reason: superseded\n  replaced_by: wren-rows\n  note: Rows does more.\n"));
    scenario.edit(LISTING, "  since:", "  # told on the forum\n  since:");
    done(&scenario, &["unpublish", "acme-messages", "--reason", "author-request"]);
    let now = "lifecycle:\n  state: unpublished\n  # told on the forum\n  since: 2026-12-01\n  reason: author-request\n  replaced_by: wren-rows\n";
    assert_eq!(read(&scenario, LISTING), before.replace("agreement:", &format!("{now}agreement:")));
    done(&scenario, &["restore", "acme-messages"]);
    assert_eq!(read(&scenario, LISTING), before);
}

#[test]
fn a_removed_listing_is_removed_for_good() {
    let scenario = Scenario::over(&[(
        "content/collections/start.yaml",
        "title: Good to start with\nlistings: [{slug: acme-messages, why: It is small.}]\n",
    )]);
    let said = done(&scenario, &["remove", "acme-messages", "--reason", "policy"]);
    assert!(said.contains("these collections contain it: `start`;"), "{said}");
    for args in [
        &["restore", "acme-messages"][..],
        &["remove", "acme-messages", "--reason", "policy"],
        &["rename", "acme-messages", "acme-notes"],
        &["transfer", "acme-messages", "wren"],
    ] {
        refused(&scenario, args, 2, "`acme-messages` was removed: its page stays, and its slug is never used again");
    }
    assert_eq!(scenario.review(MAINTAINER).verdict, Verdict::Review);
}

#[test]
fn only_a_maintainer_lifts_a_suspension() {
    let scenario = Scenario::new();
    done(&scenario, &["suspend", "acme-messages", "--reason", "broken"]);
    scenario.commit("Suspended");
    scenario.git(&["branch", "-f", "main"]);
    let said = done(&scenario, &["restore", "acme-messages"]);
    assert!(said.contains("Only a maintainer can propose it, because `acme-messages` is suspended."), "{said}");
    done(&scenario, &["suspend", "lone-notes", "--reason", "broken"]);
    scenario.commit("Suspended, of a publisher without an account");
    let said = done(&scenario, &["restore", "lone-notes"]);
    assert!(said.contains("Only a maintainer can propose it, because `lone-notes` is suspended."), "{said}");
    scenario.git(&["checkout", "-q", "."]);
    scenario.git(&["reset", "-q", "--soft", "HEAD~1"]);
    scenario.git(&["reset", "-q", "--hard"]);
    done(&scenario, &["restore", "acme-messages"]);
    assert_eq!(scenario.review(ACME).verdict, Verdict::Reject);
    assert_eq!(scenario.reviewed(Some(MAINTAINER), &[]).verdict, Verdict::Review);
    let alone = Scenario::over(&[("content/catalogue.yaml", "title: Examples\nbase_url: https://catalogue.example/\n")]);
    done(&alone, &["suspend", "acme-messages", "--reason", "broken"]);
    alone.commit("Suspended");
    let said = done(&alone, &["restore", "acme-messages"]);
    assert!(said.contains("`review.maintainers` in `catalogue.yaml` names no one yet."), "{said}");
}

#[test]
fn a_rename_moves_the_folder_and_everything_that_names_it() {
    let needs = "parent: acme-messages # the base\ndepends_on:\n  - \"acme-messages\" # first\nderived_from: {listing: acme-messages, version: 1.0.0}\nlifecycle: {state: deprecated, since: 2026-11-01, reason: superseded, replaced_by: acme-messages}\n";
    let readme = "Adds rows to what [Acme Messages](../acme-messages/README.md#setup) posts, one for every order with its number and its sum.\n\n## Setup\n\nInstall [it][other] first, then sign in.\n\n## Known limits\n\nIt needs ![the picture](../acme-messages/screenshots/a.svg).\n\n[other]: ../acme-messages/\n";
    let scenario = Scenario::over(&[
        ("content/listings/wren-rows/listing.yaml", &listing("Rows by Wren", "wren", needs)),
        ("content/listings/wren-rows/README.md", readme),
        (
            "content/collections/start.yaml",
            "title: Good to start with\nlistings:\n  - slug: acme-messages # small\n    why: It is small.\n",
        ),
        ("content/pages/about.md", "---\ntitle: About\n---\nBegin with [Messages](../listings/acme-messages/README.md).\n"),
        ("content/listings/acme-messages/.notes", "kept\n"),
        ("content/listings/acme-messages/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>\n"),
    ]);
    let [old, rows, text, start, about] = [
        LISTING,
        "content/listings/wren-rows/listing.yaml",
        "content/listings/wren-rows/README.md",
        "content/collections/start.yaml",
        "content/pages/about.md",
    ]
    .map(|path| (path, read(&scenario, path)));
    let icon = read(&scenario, "content/listings/acme-messages/icon.svg");
    let said = done(&scenario, &["rename", "acme-messages", "acme-notes"]);
    assert!(!scenario.file("content/listings/acme-messages").exists());
    assert_eq!(
        read(&scenario, "content/listings/acme-notes/listing.yaml"),
        old.1.replace(
            "agreement: {version: '2026-01', accepted_by: Acme Works, accepted_on: 2026-01-02}\n",
            "agreement: {version: '2026-01', accepted_by: Acme Works, accepted_on: 2026-01-02}\nformer_slugs: [acme-messages]\n"
        )
    );
    assert_eq!(read(&scenario, "content/listings/acme-notes/.notes"), "kept\n");
    assert_eq!(read(&scenario, "content/listings/acme-notes/icon.svg"), icon);
    for (path, before) in [rows, text, start, about] {
        let after = before.replace("acme-messages", "acme-notes").replace("[other]: ../acme-notes/", "[other]: ../acme-messages/");
        assert_eq!(read(&scenario, path), after, "{path}");
    }
    assert!(said.contains("  content/listings/acme-messages -> content/listings/acme-notes\n"), "{said}");
    assert!(
        said.contains("`listings/acme-messages/` leads there")
            && said.contains("Only a maintainer can propose it. From anyone else, a review refuses it: 2 listings are changed"),
        "{said}"
    );
    assert!(said.contains("git add content/listings/acme-messages content/listings/acme-notes content/collections/start.yaml"), "{said}");
    let outcome = scenario.review(MAINTAINER);
    assert_eq!(outcome.verdict, Verdict::Review, "{outcome:#?}");
    refused(&scenario, &["rename", "acme-notes", "acme-messages"], 2, "`acme-messages` was its slug before");
    refused(&scenario, &["rename", "lone-notes", "acme-messages"], 2, "was one of `acme-notes` before");
}

#[test]
fn an_owner_renames_their_listing_alone() {
    let scenario =
        Scenario::over(&[("content/listings/wren-rows/listing.yaml", &listing("Rows by Wren", "wren", "depends_on: [acme-messages]\n"))]);
    let said = done(&scenario, &["rename", "acme-messages", "acme-notes", "--keep-references"]);
    assert!(said.contains("An account of `acme` or a maintainer can propose it."), "{said}");
    assert!(read(&scenario, "content/listings/wren-rows/listing.yaml").contains("depends_on: [acme-messages]"));
    let outcome = scenario.review(ACME);
    assert_eq!((outcome.verdict, outcome.listings[0].class), (Verdict::Review, Class::Rename), "{outcome:#?}");
}

#[test]
fn a_transfer_needs_the_acceptance_of_the_new_publisher() {
    let scenario = Scenario::new();
    refused(&scenario, &["transfer", "acme-messages", "wren"], 1, "once `wren` has read and accepted the agreement, add --accepted-by");
    let before = read(&scenario, LISTING);
    let said = done(&scenario, &["transfer", "acme-messages", "wren", "--accepted-by", "Wren Tools"]);
    let after = before
        .replace("publisher: acme\n", "publisher: wren\n")
        .replace("accepted_by: Acme Works, accepted_on: 2026-01-02", "accepted_by: Wren Tools, accepted_on: 2026-12-01");
    assert_eq!(read(&scenario, LISTING), after);
    assert!(said.contains("accepted agreement `2026-01`: ask `wren` to confirm it"), "{said}");
    assert!(said.contains("So can an account of `acme` or `wren`, if an account of the other one approves the pull request."), "{said}");
    scenario.commit("Transferred");
    assert_eq!(scenario.reviewed(Some(ACME), &[]).verdict, Verdict::Reject);
    let outcome = scenario.reviewed(Some(ACME), &[WREN]);
    assert_eq!((outcome.verdict, outcome.listings[0].class), (Verdict::Review, Class::Transfer), "{:?}", rules(&outcome));
}

#[test]
fn a_listing_that_no_one_maintained_is_adopted() {
    let scenario = Scenario::new();
    done(&scenario, &["deprecate", "acme-messages", "--reason", "unmaintained"]);
    scenario.commit("No one maintains it");
    scenario.git(&["branch", "-f", "main"]);
    let adopt = ["transfer", "acme-messages", "wren", "--accepted-by", "Wren Tools"];
    refused(&scenario, &adopt, 1, "add --support with an e-mail address or a URL of `wren`");
    scenario.edit(LISTING, "{email: help@acme.example}", "{email: help@acme.example, docs: 'https://docs.acme.example/'} # all");
    let said = done(&scenario, &[&adopt[..], &["--support", "help@wren.example"]].concat());
    let text = read(&scenario, LISTING);
    let support = "support: {email: help@wren.example, docs: 'https://docs.acme.example/'} # all\n";
    assert!(text.contains(support) && !text.contains("lifecycle"), "{text}");
    assert!(said.contains("`support` still names `https://docs.acme.example/`: change it if it belongs to `acme`"), "{said}");
    assert!(said.contains("An account of `wren` or a maintainer can propose it."), "{said}");
    assert_eq!(scenario.review(WREN).listings[0].class, Class::Adoption);
}

#[test]
fn what_cannot_happen_is_said_and_changes_nothing() {
    let needs = listing("Rows by Wren", "wren", "depends_on: [acme-messages]\n");
    let scenario = Scenario::over(&[("content/listings/wren-rows/listing.yaml", &needs)]);
    for (args, words) in [
        (&["suspend", "acme-mesages", "--reason", "broken"][..], "did you mean `acme-messages`?"),
        (&["suspend", "acme-messages"], "--reason"),
        (&["suspend", "acme-messages", "--reason", ""], "[possible values: superseded"),
        (&["suspend", "acme-messages", "--reason", "bad"], "[possible values: superseded"),
        (&["suspend", "acme-messages", "--reason", "broken", "--note", " "], "write a text, or leave it out"),
        (&["suspend", "acme-messages", "--reason", "broken", "--date", "soon"], "write a date"),
        (&["deprecate", "acme-messages"], "--reason"),
        (&["deprecate", "acme-messages", "--replaced-by", "wren-row"], "did you mean `wren-rows`?"),
        (&["deprecate", "acme-messages", "--replaced-by", "acme-messages"], "cannot replace itself"),
        (&["restore", "acme-messages"], "is active: there is nothing to restore"),
        (&["remove", "acme-messages", "--reason", "policy"], "`wren-rows` names `acme-messages` in `depends_on`"),
        (&["unpublish", "acme-messages", "--reason", "policy"], "edit `listings/wren-rows/listing.yaml` first"),
        (&["rename", "acme-messages", "Acme Notes"], "call it `acme-notes`"),
        (&["rename", "acme-messages", "search"], "is reserved"),
        (&["rename", "acme-messages", "wren-rows"], "the slug `wren-rows` is taken"),
        (&["rename", "acme-messages", "acme-messages"], "is its slug already"),
        (&["transfer", "acme-messages", "wrem"], "no publisher `wrem`; did you mean `wren`?"),
        (&["transfer", "acme-messages", "acme"], "belongs to `acme` already"),
        (&["transfer", "acme-messages", "wren", "--accepted-by", ""], "write a text, or leave it out"),
        (&["suspend", "content/apps/slack.yaml", "--reason", "broken"], "is not a listing"),
    ] {
        refused(&scenario, args, 2, words);
    }
    done(&scenario, &["suspend", "acme-messages", "--reason", "broken"]);
    refused(&scenario, &["suspend", "acme-messages", "--reason", "broken"], 2, "is suspended already");
    refused(&scenario, &["deprecate", "acme-messages", "--reason", "broken"], 2, "run `pressmark lifecycle restore acme-messages` first");
    scenario.write(LISTING, "name: [\n- x: {\n");
    refused(&scenario, &["suspend", "acme-messages", "--reason", "broken"], 2, "cannot be read: run `pressmark check acme-messages`");
    scenario.write(LISTING, "name: Acme: Messages\napp: Slack\n");
    refused(&scenario, &["suspend", "acme-messages", "--reason", "broken"], 2, "cannot be read");
    scenario.write(LISTING, b"\xff\xfe");
    refused(&scenario, &["suspend", "acme-messages", "--reason", "broken"], 2, "cannot be read");
    let nowhere = tempfile::tempdir().expect("a scratch folder");
    let done = pressmark(nowhere.path(), &["lifecycle", "restore", "acme-messages"]);
    assert_eq!(done.status.code(), Some(2));
    assert!(printed(&done).contains("there is no catalogue here"), "{}", printed(&done));
}

#[test]
fn a_change_that_the_rules_refuse_is_not_written() {
    let scenario = Scenario::new();
    scenario.edit("content/catalogue.yaml", SETTINGS, &format!("{SETTINGS}levels: {{similar-slug: error}}\n"));
    refused(&scenario, &["rename", "lone-notes", "acmemessages"], 1, "similar-slug");
    refused(&scenario, &["suspend", "acme-messages", "--reason", "broken", "--note", "So\u{202e}on."], 1, "bidi-control");
}

#[test]
fn a_diff_shows_the_change_and_writes_nothing() {
    let scenario = Scenario::new();
    scenario.write(LISTING, format!("\u{feff}{}", read(&scenario, LISTING)));
    let before = files(&scenario.file("content"));
    for flag in ["--diff", "--dry-run"] {
        let shown = String::from_utf8(lifecycle(&scenario, &["rename", "acme-messages", "acme-notes", flag]).stdout).expect("UTF-8");
        assert!(shown.starts_with("rename from content/listings/acme-messages\nrename to content/listings/acme-notes\n--- content/listings/acme-notes/listing.yaml\n"), "{shown}");
        assert!(shown.contains("\n+former_slugs: [acme-messages]\n"), "{shown}");
        assert_eq!(files(&scenario.file("content")), before);
    }
    done(&scenario, &["rename", "acme-messages", "acme-notes"]);
    assert!(read(&scenario, "content/listings/acme-notes/listing.yaml").starts_with('\u{feff}'), "a byte-order mark stays");
}

#[test]
fn problems_that_were_there_before_do_not_stop_a_suspension() {
    let scenario = Scenario::new();
    scenario.edit(LISTING, "tags: [crm]", "tags: [crm, nosuch]\nnaem: x");
    let before = read(&scenario, LISTING);
    done(&scenario, &["suspend", "acme-messages", "--reason", "security"]);
    let entry = "lifecycle:\n  state: suspended\n  since: 2026-12-01\n  reason: security\n";
    assert_eq!(read(&scenario, LISTING), before.replace("agreement:", &format!("{entry}agreement:")));
}

#[test]
fn every_finding_that_a_change_causes_elsewhere_is_shown() {
    let note = "See [Messages](../acme-messages/README.md#setup).\n";
    let readme = format!("{}\n{note}", crate::repository::README);
    let replaced = listing(
        "Notes of Lone",
        "lone",
        "lifecycle: {state: deprecated, since: 2026-11-01, reason: superseded, replaced_by: acme-messages}\n",
    );
    let scenario = Scenario::over(&[
        ("content/listings/wren-rows/README.md", &readme),
        ("content/listings/wren-rows/docs/more.md", "See [Messages](../../acme-messages/README.md).\n"),
        ("content/listings/lone-notes/listing.yaml", &replaced),
        ("content/pages/about.md", "---\ntitle: About\n---\nBegin with [Messages](../listings/acme-messages/README.md).\n"),
        ("content/collections/start.yaml", "title: Start\nlistings: [{slug: acme-messages, why: It is small.}]\n"),
    ]);
    let remove = ["remove", "acme-messages", "--reason", "policy"];
    let dead = "warning[P001 dead-relative-link]";
    let collection = "warning[C030 collection-member-hidden]";
    for args in [&[&remove[..], &["--diff"]].concat()[..], &remove] {
        let said = done(&scenario, args);
        assert_eq!((said.matches(dead).count(), said.matches(collection).count()), (3, 1), "{args:?}: {said}");
    }
    let outcome = scenario.review(MAINTAINER);
    assert!(rules(&outcome).contains(&"dead-relative-link"), "a review shows them, too: {:?}", rules(&outcome));
    scenario.git(&["checkout", "-q", "-f", "main"]);
    let said = done(&scenario, &["deprecate", "acme-messages", "--reason", "unmaintained"]);
    assert!(said.contains("replacement-not-active") && !said.contains(dead), "{said}");
}

#[test]
fn a_file_that_cannot_be_edited_is_refused_with_what_to_write() {
    let braces = "{name: Acme Messages, app: Slack, summary: Posts a line., publisher: acme, tags: [crm], support: {email: help@acme.example, docs: 'https://docs.example/'}, former_slugs: [acme-lines], agreement: {version: '2026-01', accepted_by: Acme Works, accepted_on: 2026-01-02}}\n";
    let scenario = Scenario::over(&[
        (LISTING, braces),
        ("content/listings/wren-rows/listing.yaml", &listing("Rows by Wren", "wren", "parent: acme-messages\n")),
    ]);
    let why = "`listings/acme-messages/listing.yaml` is written in a way that cannot be edited automatically: edit it by hand, with a comma between the keys, and run `pressmark check";
    for (args, words) in [
        (
            &["suspend", "acme-messages", "--reason", "security", "--note", "It reads: too much."][..],
            "acme-messages`\n  - set `lifecycle`:\n    lifecycle: {state: suspended, since: 2026-12-01, reason: security, note: \"It reads: too much.\"}\nnothing was written\n",
        ),
        (
            &["rename", "acme-messages", "acme-notes"],
            "acme-notes`\n  - move the folder `listings/acme-messages` to `listings/acme-notes`\n  - set `former_slugs`:\n    former_slugs: [acme-lines, acme-messages]\n  - write `acme-notes` instead of `acme-messages` in `listings/wren-rows/listing.yaml`\nnothing",
        ),
        (
            &["transfer", "acme-messages", "wren", "--accepted-by", "Wren Tools", "--support", "help@wren.example"],
            "acme-messages`\n  - set `publisher`:\n    publisher: wren\n  - set `agreement`:\n    agreement: {version: '2026-01', accepted_by: Wren Tools, accepted_on: 2026-12-01}\n  - set `support`:\n    support: {email: help@wren.example, docs: \"https://docs.example/\"}\nnothing",
        ),
    ] {
        refused(&scenario, args, 2, &format!("{why} {words}"));
    }
    scenario.edit(LISTING, "former_slugs", "lifecycle: {state: deprecated, since: 2026-11-01, replaced_by: wren-rows}, former_slugs");
    refused(&scenario, &["restore", "acme-messages"], 2, "acme-messages`\n  - remove the key `lifecycle`\nnothing");
    let gone = "    lifecycle: {state: unpublished, since: 2026-12-01, reason: policy, replaced_by: wren-rows}\n";
    refused(&scenario, &["unpublish", "acme-messages", "--reason", "policy"], 2, gone);
}

#[test]
fn a_day_on_which_it_cannot_have_happened_is_refused() {
    let scenario = Scenario::new();
    let suspend = ["suspend", "acme-messages", "--reason", "broken", "--date"];
    let transfer = ["transfer", "acme-messages", "wren", "--accepted-by", "Wren Tools", "--date"];
    let on = |args: &[&str], day: &str, words: &str| refused(&scenario, &[args, &[day]].concat(), 2, words);
    on(&suspend, "2026-12-03", "the date 2026-12-03 is in the future, because today is 2026-12-01: pages show the state at once");
    on(&suspend, "2126-12-01", "the date 2126-12-01 is in the future");
    scenario.edit(LISTING, "versions:\n", "versions:\n  - {version: 1.1.0, date: 2026-03-04, notes: Faster.}\n");
    on(
        &suspend,
        "2026-03-03",
        "the date 2026-03-03 is before 2026-03-04, the day of version `1.1.0`: `acme-messages` cannot have been suspended before that; give a later date, or leave out --date",
    );
    on(&transfer, "2026-12-03", "is in the future, because today is 2026-12-01: give the day on which the agreement was accepted");
    on(&transfer, "2026-01-01", "the date 2026-01-01 is before 2026-01-02, the day of the last acceptance of its agreement");
    on(&["transfer", "acme-messages", "wren", "--date"], "2026-11-01", "--accepted-by");
    done(&scenario, &["deprecate", "acme-messages", "--reason", "broken", "--date", "2026-03-04"]);
    on(&["unpublish", "acme-messages", "--reason", "broken", "--date"], "2026-03-03", "the date 2026-03-03 is before 2026-03-04");
    // A day that has begun elsewhere, and a mistake in the file.
    done(&scenario, &["unpublish", "acme-messages", "--reason", "broken", "--date", "2026-12-02"]);
    scenario.edit(LISTING, "since: 2026-12-02", "since: 2027-12-02");
    done(&scenario, &["remove", "acme-messages", "--reason", "broken"]);
    done(&Scenario::new(), &[&transfer[..], &["2026-01-02"]].concat());
}
