//! The site is at home on static hosts: headers, redirects and speculation rules fit the pages, under a base path as well.

use pressmark::hosting::{Headers, policy_in_page};
use pressmark::site::Address;
use pressmark::source::Memory;
use pressmark::source::disk::Disk;

use crate::support::{SOUND, root, site};

/// A catalogue with the listing `a`, to which `more` is added.
fn small(more: &str) -> Memory {
    Memory::new()
        .with("catalogue.yaml", "title: Small\n")
        .with("tags.yaml", "- {id: crm, label: Customers, description: Customer records.}\n")
        .with("apps/slack.yaml", "name: Slack\n")
        .with("publishers/acme.yaml", "name: Acme Works\n")
        .with("agreements/2026-01.md", "---\ntitle: Agreement\n---\nBe kind.\n")
        .with("listings/a/README.md", "![A badge](badge.svg)\n")
        .with("listings/a/listing.yaml", format!("{SOUND}source_url: https://git.example/acme/a\nlicense: MIT\n{more}"))
}

const BASE: &str = "https://host.example/some/path/";

#[test]
fn every_page_states_the_policy_of_the_headers() {
    let files = site(&Disk::new(root().join("content")), None);
    let headers = String::from_utf8_lossy(&files["_headers"]).into_owned();
    assert!(headers.contains(&format!("  Content-Security-Policy: {}; frame-ancestors 'none'\n", policy_in_page())), "{headers}");
    let policy = policy_in_page().replace('\'', "&#x27;");
    let stated = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes).replace("&#39;", "&#x27;");
        assert!(html.contains(&stated), "{path}");
        let at = html.find(&stated).unwrap_or_default();
        assert!(html.find("<script").is_none_or(|script| at < script), "{path}: a script goes before the policy");
    }
}

#[test]
fn the_manual_sets_servers_up_with_the_headers_of_the_preview() {
    let manual = std::fs::read_to_string(root().join("content/pages/manual-hosting.md")).expect("the manual");
    let section =
        |heading: &str| manual.split(&format!("\n## {heading}\n")).nth(1).and_then(|rest| rest.split("\n## ").next()).expect("a section");
    let headers = Headers::new(&Address::local());
    for path in ["/", "/assets/a.css", "/feed.json", "/feed.xml", "/opensearch.xml", "/speculation.json"] {
        for (name, value) in headers.at(path) {
            // nginx has a word of its own for the type; Caddy writes a quotation mark with a backslash.
            let name_in_nginx = if name == "Content-Type" { "default_type" } else { name };
            assert!(section("nginx").contains(name_in_nginx) && section("nginx").contains(value), "nginx, {path}: {name}: {value}");
            let value = value.replace('"', "\\\"");
            assert!(section("Caddy").contains(name) && section("Caddy").contains(&value), "Caddy, {path}: {name}: {value}");
        }
    }
}

#[test]
fn former_addresses_redirect_to_pages_that_are_there() {
    let files = site(&Disk::new(root().join("content")), Some(BASE));
    let text = String::from_utf8_lossy(&files["_redirects"]).into_owned();
    assert!(text.contains("/some/path/listings/shopify-order-sync/ /some/path/listings/shopify-orders/ 301\n"), "{text}");
    for line in text.lines() {
        let parts: Vec<&str> = line.split(' ').collect();
        assert_eq!((parts.len(), parts[2]), (3, "301"), "{line}");
        for address in &parts[..2] {
            let path = address.strip_prefix("/some/path/").unwrap_or_else(|| panic!("{line} lacks the base path"));
            // Both have pages: hosts without redirects show the one that leads on.
            assert!(files.contains_key(&format!("{path}index.html")), "{line}");
        }
    }
}

#[test]
fn a_catalogue_without_former_addresses_or_contacts_has_no_files_about_them() {
    let files = site(&small(""), None);
    assert!(files.contains_key("listings/a/index.html"));
    assert!(!files.contains_key("_redirects") && !files.contains_key(".well-known/security.txt"));
    assert!(files.contains_key("_headers") && files.contains_key("404.html") && files.contains_key(".nojekyll"));
}

#[test]
fn a_former_address_that_is_none_is_refused_before_it_reaches_a_file() {
    let hostile = "former_slugs: [\"a /evil/ 200\\n/* https://evil.example/:splat 301\"]\n";
    let files = site(&small(hostile), None);
    assert!(!files.contains_key("listings/a/index.html") && !files.contains_key("_redirects"));
}

#[test]
fn a_badge_gives_way_to_a_file_of_the_listing_and_can_be_switched_off() {
    let badge = |content: &Memory| site(content, None).get("listings/a/badge.svg").map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let content = small("").with("catalogue.yaml", "title: <Small> & \"odd\"\n");
    let own = badge(&content).expect("a badge");
    assert!(own.contains("listed on &lt;Small&gt; &amp;"), "{own}");
    assert_eq!(badge(&content.clone().with("catalogue.yaml", "title: Small\nbadges: false\n")), None);
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>";
    let theirs = content.with("listings/a/badge.svg", drawing);
    assert_eq!(badge(&theirs).as_deref(), Some(drawing));
}

#[test]
fn browsers_fetch_pages_ahead_but_not_the_search() {
    let files = site(&Disk::new(root().join("content")), Some(BASE));
    let rules: serde_json::Value = serde_json::from_slice(&files["speculation.json"]).expect("JSON");
    let rule = &rules["prefetch"][0];
    assert_eq!(rule["eagerness"], "moderate");
    let conditions = rule["where"]["and"].as_array().expect("conditions");
    assert_eq!(conditions[0]["href_matches"], serde_json::json!(["/some/path/", "/some/path/*/"]));
    assert_eq!(conditions[1]["not"]["href_matches"], "/some/path/search/*");
}
