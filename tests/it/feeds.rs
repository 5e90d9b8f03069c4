//! What feeds tell: the versions that visitors receive, and what became of a listing, in every feed that it belongs to.

use std::collections::BTreeMap;

use pressmark::source::Memory;

use crate::support::{VALID, some_of_site};

/// The ids of the entries of each feed, without the address of the site.
fn feeds(content: &Memory) -> BTreeMap<String, Vec<String>> {
    let files = some_of_site(content, None, &|path| path.ends_with(".xml") && !path.starts_with("sitemap") && path != "opensearch.xml");
    let ids = |text: &str| -> Vec<String> {
        let entries = text.split("<entry>").skip(1);
        entries
            .filter_map(|entry| entry.split("<id>https://small.example/listings/").nth(1)?.split('<').next())
            .map(str::to_owned)
            .collect()
    };
    let feeds = files.iter().filter(|(path, _)| path.ends_with(".xml"));
    feeds.map(|(path, bytes)| (path.clone(), ids(std::str::from_utf8(bytes).expect("UTF-8")))).collect()
}

/// A catalogue with the listing `a`, whose versions are `versions`, and to which `more` is added.
fn small(versions: &str, more: &str) -> Memory {
    let listing = VALID.replace("  - {version: 1.0.0, date: 2026-01-02, notes: First release.}\n", versions);
    Memory::new()
        .with("catalogue.yaml", "title: Small\nbase_url: https://small.example/\nagreement: {current: \"2026-01\"}\n")
        .with("tags.yaml", "- {id: crm, label: Customers, description: Customer records.}\n")
        .with("apps/slack.yaml", "name: Slack\n")
        .with("publishers/acme.yaml", "name: Acme Works\n")
        .with("agreements/2026-01.md", "---\ntitle: Agreement\n---\nBe kind.\n")
        .with("listings/a/listing.yaml", format!("{listing}{more}"))
}

const OF_SEVERAL: [&str; 4] = ["feed.xml", "tags/crm/feed.xml", "apps/slack/feed.xml", "publishers/acme/feed.xml"];

const VERSIONS: &str = "  - {version: 3.0.0, date: 2026-04-02}
  - {version: 2.1.0-rc.1, date: 2026-03-09}
  - {version: 2.0.0, date: 2026-03-02, changes: [{kind: security, text: Checks the sender.}]}
  - {version: 1.1.0, date: 2026-02-02, yanked: {since: 2026-02-03, reason: Loses rows.}}
  - {version: 1.0.1, date: 2026-01-09}
  - {version: 1.0.0, date: 2026-01-02}
";

#[test]
fn feeds_of_several_listings_tell_the_versions_that_visitors_receive() {
    let feeds = feeds(&small(VERSIONS, "shared: 2.0.0\nreleased: 3.0.0\n"));
    for path in OF_SEVERAL {
        assert_eq!(feeds[path], ["a/#v2.0.0", "a/#withdrawn-v1.1.0", "a/#v1.0.1", "a/#new"], "{path}");
    }
    assert_eq!(feeds["security.xml"], ["a/#v2.0.0"]);
    let own = ["a/#v3.0.0", "a/#v2.1.0-rc.1", "a/#v2.0.0", "a/#withdrawn-v1.1.0", "a/#v1.0.1", "a/#v1.0.0"];
    assert_eq!(feeds["listings/a/feed.xml"], own, "who follows a listing hears of all its versions");
}

#[test]
fn a_pre_release_that_visitors_receive_is_told() {
    let feeds = feeds(&small(VERSIONS, "shared: 2.1.0-rc.1\n"));
    assert_eq!(feeds["feed.xml"][0], "a/#v2.1.0-rc.1");
}

#[test]
fn what_became_of_a_listing_is_told_in_every_feed_it_belongs_to() {
    for (state, reason, is_security) in [
        ("deprecated", "unmaintained", false),
        ("suspended", "security", true),
        ("unpublished", "author-request", false),
        ("removed", "security", true),
    ] {
        let lifecycle = format!("lifecycle: {{state: {state}, since: 2026-05-05, reason: {reason}, note: Use another.}}\n");
        let content = small(VERSIONS, &lifecycle);
        let feeds = feeds(&content);
        let id = format!("a/#{state}");
        for path in OF_SEVERAL.into_iter().chain(["listings/a/feed.xml"]) {
            assert_eq!(feeds[path].first(), Some(&id), "{state}: {path}");
            let is_gone = matches!(state, "unpublished" | "removed");
            assert_eq!(feeds[path].len() == 1, is_gone, "of a listing that is gone, {path} tells nothing else");
        }
        assert_eq!(feeds["security.xml"].contains(&id), is_security, "{state}");
    }
}

#[test]
fn a_removal_says_why() {
    let content = small(VERSIONS, "lifecycle: {state: removed, since: 2026-05-05, reason: security, note: Sent tokens elsewhere.}\n");
    let files = some_of_site(&content, None, &|path| path == "security.xml" || path == "listings/a/");
    let feed = String::from_utf8_lossy(&files["security.xml"]).into_owned();
    assert!(feed.contains("<title>Removed: Acme Messages. It put its users at risk.</title>"), "{feed}");
    assert!(feed.contains("Sent tokens elsewhere.") && feed.contains("<updated>2026-05-05T00:00:00Z</updated>"), "{feed}");
    let page = String::from_utf8_lossy(&files["listings/a/index.html"]).into_owned();
    assert!(
        page.contains("type=\"application/atom+xml\" href=\"/listings/a/feed.xml\"") && page.contains("/api/v1/listings/a.json"),
        "{page}"
    );
}

#[test]
fn security_goes_first_on_the_same_day() {
    let other = |name: &str, reason: &str| {
        format!("{}lifecycle: {{state: removed, since: 2026-05-05, reason: {reason}}}\n", VALID.replace("Acme Messages", name))
    };
    let content = small(VERSIONS, "")
        .with("listings/b/listing.yaml", other("Beta Rows", "policy"))
        .with("listings/c/listing.yaml", other("Gamma Rows", "security"));
    assert_eq!(feeds(&content)["feed.xml"][..3], ["c/#removed", "b/#removed", "a/#v3.0.0"]);
}

#[test]
fn an_unlisted_listing_is_in_no_feed_but_its_own() {
    for more in ["", "lifecycle: {state: removed, since: 2026-05-05, reason: security}\n"] {
        let feeds = feeds(&small(VERSIONS, &format!("visibility: unlisted\n{more}")));
        for (path, ids) in feeds {
            assert_eq!(ids.is_empty(), path != "listings/a/feed.xml", "{path}: {ids:?}");
        }
    }
}

#[test]
fn a_state_without_a_day_is_in_no_feed() {
    let feeds = feeds(&small(VERSIONS, "lifecycle: {state: removed, reason: security}\n"));
    assert!(feeds.values().all(Vec::is_empty) && !feeds.contains_key("listings/a/feed.xml"), "{feeds:?}");
}
