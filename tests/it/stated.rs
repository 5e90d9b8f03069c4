//! A site says of a listing what the listing states, and nothing else.

use pressmark::source::Memory;
use serde_json::Value;

use crate::support::site;

/// A catalogue with one listing, which states no more than its name.
fn bare() -> Memory {
    Memory::new()
        .with("catalogue.yaml", "title: Examples\nbase_url: https://catalogue.example/\n")
        .with("listings/bare/listing.yaml", "name: Bare\n")
}

/// The words that visitors read in the main part of `html`, without its markup.
fn words(html: &[u8]) -> String {
    let html = String::from_utf8_lossy(html);
    let main = html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).expect("a main part");
    let mut text = String::new();
    for part in main.split('<').skip(1) {
        text.push_str(part.split_once('>').map_or("", |(_, words)| words));
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_listing_with_nothing_but_a_name_has_a_page_that_claims_nothing() {
    let files = site(&bare(), None);
    let page = words(&files["listings/bare/index.html"]);
    for claim in [
        "Open",
        "Closed",
        "open",
        "closed",
        "ource",
        "Install",
        "install",
        "Anyone",
        "Direct",
        "request",
        "Version",
        "Updated",
        "Licence",
        "Official",
        "erified",
        "App",
        "Publisher",
        "by ",
    ] {
        assert!(!page.contains(claim), "{claim:?} in {page}");
    }
}

#[test]
fn data_about_a_listing_with_nothing_but_a_name_is_empty() {
    let files = site(&bare(), None);
    let json: Value = serde_json::from_slice(&files["api/v1/listings/bare.json"]).expect("JSON");
    let entry = json.get("listing").unwrap_or(&json);
    for key in
        ["summary", "app", "publisher", "source", "source_url", "install", "shared", "released", "updated", "added", "license", "icon"]
    {
        assert_eq!(entry[key], Value::Null, "{key} in {entry}");
    }
    let html = String::from_utf8_lossy(&files["listings/bare/index.html"]);
    let data = html.split("application/ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next()).expect("structured data");
    for claim in
        ["applicationCategory", "operatingSystem", "inLanguage", "author", "offers", "isAccessibleForFree", "license", "softwareVersion"]
    {
        assert!(!data.contains(claim), "{claim} in {data}");
    }
}

#[test]
fn a_catalogue_without_dates_has_no_order_by_dates() {
    let files = site(&bare(), None);
    for page in ["index.html", "browse/index.html"] {
        let text = words(&files[page]);
        for claim in ["ecently updated", "Last updated", "New in", "Newest"] {
            assert!(!text.contains(claim), "{page}: {claim:?} in {text}");
        }
    }
    assert!(!String::from_utf8_lossy(&files["search/index.html"]).contains("data-dated"));
}

#[test]
fn one_bad_field_costs_the_field() {
    let listing = "name: Acme Rows\napp: Nowhere\nsummary: Rows.\ntags: [crm, nothing]\nwebsite: javascript:alert(1)\nlicense: MIT\n\
        support: {email: nobody, url: https://help.example/}\nversions: [{version: 1.0.0, date: 2026-02-30, notes: First.}]\nsource: perhaps\n";
    let folder = Memory::new()
        .with("catalogue.yaml", "title: Examples\nbase_url: https://catalogue.example/\n")
        .with("tags.yaml", "- {id: crm, label: Customers, description: Customer records.}\n")
        .with("listings/acme/listing.yaml", listing)
        .with("listings/acme/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
    let files = site(&folder, None);
    let html = String::from_utf8_lossy(&files["listings/acme/index.html"]).into_owned();
    for shown in ["Acme Rows", "Rows.", "Customers", "MIT", "https://help.example/", "1.0.0", "First."] {
        assert!(html.contains(shown), "{shown:?} is missing");
    }
    for hidden in ["Nowhere", "nothing", "alert(1)", "nobody", "2026-02-30", "perhaps"] {
        assert!(!html.contains(hidden), "{hidden:?} is there");
    }
    // The page of a rule quotes what it refuses.
    let others = files.iter().filter(|(path, _)| !path.starts_with("rules/"));
    for (path, bytes) in others {
        assert!(!String::from_utf8_lossy(bytes).contains("alert(1)"), "{path}");
    }
}

#[test]
fn a_listing_with_an_unreadable_state_has_no_page() {
    let of = |lifecycle: &str| {
        let listing = format!("name: Acme Rows\nlifecycle: {lifecycle}\n");
        let folder = Memory::new().with("catalogue.yaml", "title: Examples\n").with("listings/acme/listing.yaml", listing);
        site(&folder, None).contains_key("listings/acme/index.html")
    };
    assert!(of("{state: suspended, reason: security}"));
    assert!(!of("{state: suspnded, reason: security}"));
    assert!(!of("suspended"));
    assert!(!of("{reason: security}"));
}

#[test]
fn bidi_and_control_characters_are_published_nowhere() {
    let folder = bare()
        .with(
            "listings/bare/listing.yaml",
            "name: \"Ba\\u202Ere\"\nsummary: \"One\\x0Btwo\"\nversions: [{version: '1', notes: \"A\\u202Eb\"}]\n",
        )
        .with("listings/bare/README.md", "## Se\u{202e}tup\n\nText \u{b}with \u{202d}turns\u{202c} and \u{8}steps, `co\u{202e}de`.\n")
        .with("pages/about.md", "---\ntitle: About\n---\n\nWords \u{202e}turned.\n");
    let files = site(&folder, None);
    assert!(files["about/index.html"].len() > 100);
    for (path, bytes) in files.iter().filter(|(path, _)| !path.starts_with("rules/")) {
        let text = String::from_utf8_lossy(bytes);
        let odd = text.chars().find(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{b}' | '\u{8}'));
        assert!(odd.is_none() || path.ends_with(".png"), "{path}: {odd:?}");
    }
}

#[test]
fn a_listing_with_an_unreadable_visibility_is_in_no_list() {
    let of = |visibility: &str| {
        let listing = format!("name: Acme Rows\nvisibility: {visibility}\n");
        let folder = Memory::new().with("catalogue.yaml", "title: Examples\n").with("listings/acme/listing.yaml", listing);
        let files = site(&folder, None);
        assert!(files.contains_key("listings/acme/index.html"), "{visibility}");
        words(&files["browse/index.html"]).contains("Acme Rows")
    };
    assert!(of("listed"));
    assert!(!of("unlisted"));
    assert!(!of("unlistd"));
}

/// A listing of one region, with the `more` that it states; the catalogue has a page about regions.
fn regional(more: &str) -> std::collections::BTreeMap<String, Vec<u8>> {
    let folder = Memory::new()
        .with("catalogue.yaml", "title: Examples\nregion_help_url: https://docs.example/regions\nregions: [{id: eu, label: Europe}]\n")
        .with("listings/acme/listing.yaml", format!("name: Acme Rows\n{more}"));
    site(&folder, None)
}

#[test]
fn a_listing_that_is_limited_to_a_region_links_to_help_across_regions() {
    let page = |more: &str| String::from_utf8_lossy(&regional(more)["listings/acme/index.html"]).into_owned();
    assert!(page("regions: [eu]\n").contains("href=\"https://docs.example/regions\""));
    let closed = page("regions: [eu]\nsource: closed\n");
    let note = closed.split("can only be shared within their region.").nth(1).expect("the notice");
    assert!(note.starts_with(" <a href=\"https://docs.example/regions\""), "{note}");
    assert!(!page("auth: []\n").contains("docs.example"));
}

#[test]
fn a_test_is_shown_with_its_version_day_and_subject() {
    let tested = "versions: [{version: 1.0.0, date: 2026-01-02}]\ntested: {version: 1.0.0, on: 2026-01-03, what: Orders in a test shop., app_version: API 4}\n";
    let files = regional(tested);
    let page = words(&files["listings/acme/index.html"]);
    assert!(page.contains("Tested Orders in a test shop. Version 1.0.0 with API 4"), "{page}");
    let json: Value = serde_json::from_slice(&files["api/v1/listings/acme.json"]).expect("JSON");
    let wanted = serde_json::json!({"version": "1.0.0", "on": "2026-01-03", "what": "Orders in a test shop.", "app_version": "API 4"});
    assert_eq!(json["tested"], wanted);
    let bad = regional(&tested.replace("tested: {version: 1.0.0", "tested: {version: 1.1.0"));
    assert!(!words(&bad["listings/acme/index.html"]).contains("test shop"), "a version that does not exist was not tested");
}
