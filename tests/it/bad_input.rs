//! Bad input gets a clear finding, and the rest goes on.

use pressmark::diagnostic::Level;
use pressmark::pipeline::{self, Checked};
use pressmark::source::{Folder, Memory, disk::Disk};

use crate::support::{context, demo_copy};

/// A small catalogue with two listings; `broken` is the one to break.
fn folder() -> Memory {
    let listing = |name: &str| {
        format!(
            "name: {name}\napp: Slack\nsummary: Does it.\npublisher: acme\ntags: [chat]\ninstall: {{url: https://acme.example/i}}\nsupport: {{email: help@acme.example}}\n"
        )
    };
    Memory::new()
        .with("catalogue.yaml", "title: Test\nbase_url: https://test.example/\n")
        .with("tags.yaml", "- {id: chat, label: Chat}\n")
        .with("apps/slack.yaml", "name: Slack\n")
        .with("publishers/acme.yaml", "name: Acme\n")
        .with("listings/broken/listing.yaml", listing("Broken"))
        .with("listings/sound/listing.yaml", listing("Sound"))
}

fn check(folder: &dyn Folder) -> Checked {
    pipeline::check(folder, &context(), &|_, _, _| {}).expect("the folder is there")
}

fn left_out(checked: &Checked) -> Vec<&str> {
    checked.resolved.left_out.iter().map(|path| &**path).collect()
}

#[test]
fn a_broken_listing_is_left_out_and_the_rest_is_built() {
    for (what, bytes) in [
        ("not YAML", b"name: [".to_vec()),
        ("not UTF-8", b"name: \xff\xfe\n".to_vec()),
        ("an alias bomb", b"a: &a [x]\nb: [*a, *a]\n".to_vec()),
        ("deep nesting", "[".repeat(10_000).into_bytes()),
        ("empty", Vec::new()),
        ("a list", b"- a\n".to_vec()),
        ("too large", vec![b'#'; 300 * 1024]),
        ("NUL bytes", vec![0; 64]),
    ] {
        let checked = check(&folder().with("listings/broken/listing.yaml", bytes));
        assert_eq!(left_out(&checked), ["listings/broken"], "{what}");
        assert!(checked.report.iter().any(|d| d.level == Level::Error && d.path.as_str() == "listings/broken/listing.yaml"), "{what}");
        assert!(checked.resolved.catalogue.listings.contains_key("sound"), "{what}");
    }
}

#[test]
fn all_problems_of_a_file_are_reported_in_one_run() {
    let text = "name: 7\nnaem: x\napp: slack\ntags: chat\nsummary:\n  - a\nversions:\n  - {version: 1.2, date: 2026-02-30}\n";
    let checked = check(&folder().with("listings/broken/listing.yaml", text));
    let lines: std::collections::BTreeSet<usize> =
        checked.report.iter().filter_map(|d| d.span.map(|span| text[..span.start as usize].matches('\n').count() + 1)).collect();
    assert!([2, 3, 4, 6, 8].iter().all(|line| lines.contains(line)), "{lines:?}\n{:#?}", checked.report);
}

#[test]
fn a_misspelt_key_is_not_called_missing_as_well() {
    let text = "naem: Broken\napp: Slack\nsumary: Does it.\npublisher: acme\ntag: [chat]\ninstall: {url: https://acme.example/i}\nsuport: {email: help@acme.example}\n";
    let checked = check(&folder().with("listings/broken/listing.yaml", text));
    let of_listing =
        checked.report.iter().filter(|found| found.path.as_str() == "listings/broken/listing.yaml" && found.level == Level::Error);
    let names: Vec<_> = of_listing.map(|found| found.code.name).collect();
    assert_eq!(names, ["unknown-key"; 4], "{:#?}", checked.report);
}

#[test]
fn a_byte_order_mark_and_crlf_change_nothing() {
    let text = "name: Broken\r\napp: Slack\r\nsummary: Does it.\r\npublisher: acme\r\ntags: [chat]\r\ninstall: {url: https://acme.example/i}\r\nsupport: {email: help@acme.example}\r\n";
    let checked = check(&folder().with("listings/broken/listing.yaml", format!("\u{feff}{text}")));
    assert_eq!(left_out(&checked), Vec::<&str>::new(), "{:#?}", checked.report);
}

#[test]
fn a_file_truncated_at_any_byte_does_not_panic() {
    let whole = std::fs::read(crate::support::root().join("content/listings/shopify-orders/listing.yaml")).expect("the demo");
    for end in 0..whole.len().min(1500) {
        check(&folder().with("listings/broken/listing.yaml", &whole[..end]));
    }
    let readme = std::fs::read(crate::support::root().join("content/listings/shopify-orders/README.md")).expect("the demo");
    for end in 0..readme.len().min(1500) {
        check(&folder().with("listings/broken/README.md", &readme[..end]));
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leaves_the_content_folder_is_never_followed() {
    let (scratch, content) = demo_copy();
    std::fs::write(scratch.path().join("secret.yaml"), "name: Secret\n").expect("a file");
    let link = content.join("apps/secret.yaml");
    std::os::unix::fs::symlink(scratch.path().join("secret.yaml"), link).expect("a link");
    let checked = check(&Disk::new(&content));
    assert!(checked.resolved.catalogue.apps.values().all(|app| &*app.name != "Secret"));
}

#[test]
fn a_hidden_file_is_reported_and_never_published() {
    let (scratch, content) = demo_copy();
    let listing = content.join("listings/slack-messages");
    std::fs::write(listing.join(".env"), "KEY=1\n").expect("a file");
    std::fs::write(listing.join(".gitkeep"), "").expect("a file");
    std::fs::create_dir(listing.join(".cache")).expect("a folder");
    std::fs::write(listing.join(".cache/deep.txt"), "").expect("a file");
    std::fs::create_dir_all(content.join(".git")).expect("a folder");
    let readme = listing.join("README.md");
    let text = std::fs::read_to_string(&readme).expect("the README");
    std::fs::write(&readme, format!("{text}\nSee [the settings](.env).\n")).expect("a file");
    let checked = check(&Disk::new(&content));
    let hidden: Vec<_> = checked.report.iter().filter(|found| found.code.name == "hidden-file").map(|found| found.path.as_str()).collect();
    assert_eq!(hidden, ["listings/slack-messages/.cache", "listings/slack-messages/.env"]);
    let built = crate::support::pressmark(scratch.path(), &["build"]);
    assert!(!scratch.path().join("public/listings/slack-messages/.env").exists(), "{}", crate::support::printed(&built));
}
