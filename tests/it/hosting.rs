//! The site is at home on static hosts: headers, redirects and speculation rules fit the pages, under a base path as well.

use std::collections::BTreeMap;

use pressmark::hosting::{Headers, policy_in_page};
use pressmark::site::Address;
use pressmark::source::Memory;

use crate::support::{BASE, VALID, demo_site, demo_site_below_base, root, site};

/// A catalogue with the listing `a`, to which `more` is added.
fn small(more: &str) -> Memory {
    Memory::new()
        .with("catalogue.yaml", "title: Small\n")
        .with("tags.yaml", "- {id: crm, label: Customers, description: Customer records.}\n")
        .with("apps/slack.yaml", "name: Slack\n")
        .with("publishers/acme.yaml", "name: Acme Works\n")
        .with("agreements/2026-01.md", "---\ntitle: Agreement\n---\nBe kind.\n")
        .with("listings/a/README.md", "![A badge](badge.svg)\n")
        .with("listings/a/listing.yaml", format!("{VALID}source_url: https://git.example/acme/a\nlicense: MIT\n{more}"))
}

#[test]
fn every_page_states_the_policy_of_the_headers() {
    let files = demo_site();
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
    for path in ["/", "/assets/a.css", "/feed.json", "/feed.xml", "/opensearch.xml", "/speculation.json", "/api/v1/updates.json"] {
        for (name, value) in headers.for_path(path) {
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
    let files = demo_site_below_base();
    let text = String::from_utf8_lossy(&files["_redirects"]).into_owned();
    assert!(text.contains("/some/path/listings/shopify-order-sync/ /some/path/listings/shopify-orders/ 301\n"), "{text}");
    let data = "/some/path/listings/:slug/index.json /some/path/api/v1/listings/:slug.json 301";
    assert_eq!(text.lines().next(), Some(data));
    for line in text.lines().skip(1) {
        let parts: Vec<&str> = line.split(' ').collect();
        assert_eq!((parts.len(), parts[2]), (3, "301"), "{line}");
        for address in &parts[..2] {
            let path = address.strip_prefix("/some/path/").unwrap_or_else(|| panic!("{line} lacks the base path"));
            // Both have pages: hosts without redirects show the one that leads on.
            assert!(files.contains_key(&format!("{path}index.html")), "{line}");
        }
    }
}

/// The addresses that lead elsewhere.
fn former_addresses(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = &str> {
    let lines = files.get("_redirects").and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default().lines();
    lines.filter_map(|line| line.split(' ').next())
}

#[test]
fn the_former_name_of_a_rule_leads_to_its_page() {
    let files = site(&small(""), None);
    let lines = String::from_utf8_lossy(&files["_redirects"]);
    assert!(lines.contains("/rules/tag-doubled/ /rules/duplicate-tag/ 301\n"), "{lines}");
    let page = String::from_utf8_lossy(&files["rules/tag-doubled/index.html"]);
    assert!(page.contains("url=/rules/duplicate-tag/"), "{page}");
}

#[test]
fn a_catalogue_without_former_addresses_or_contacts_has_nothing_about_them() {
    let files = site(&small(""), None);
    assert!(files.contains_key("listings/a/index.html"));
    assert!(former_addresses(&files).skip(1).all(|from| from.starts_with("/rules/")) && !files.contains_key(".well-known/security.txt"));
    assert!(files.contains_key("_headers") && files.contains_key("404.html") && files.contains_key(".nojekyll"));
}

#[test]
fn a_former_address_that_is_none_is_refused_before_it_reaches_a_file() {
    let hostile = "former_slugs: [\"a /evil/ 200\\n/* https://evil.example/:splat 301\"]\n";
    let files = site(&small(hostile), None);
    assert!(files.contains_key("listings/a/index.html"));
    assert!(former_addresses(&files).chain(files.keys().map(String::as_str)).all(|path| !path.contains("evil")));
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

/// What a host sends with `path` that reads `file` as Netlify and Cloudflare do: all rules that fit, values of the same name joined by a comma.
fn sent(file: &str, path: &str) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut fits = false;
    for line in file.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        if let Some((name, value)) = line.strip_prefix("  ").and_then(|header| header.split_once(": ")) {
            if fits {
                found.entry(name.to_owned()).and_modify(|all| *all += &format!(", {value}")).or_insert(value.to_owned());
            }
        } else {
            let (pattern, path): (Vec<&str>, Vec<&str>) = (line.split('/').collect(), path.split('/').collect());
            let is_same = |(a, b): (&&str, &&str)| a == b || (a.starts_with(':') && !b.is_empty());
            fits = match pattern.split_last() {
                Some((&"*", start)) => path.len() > start.len() && start.iter().zip(&path).all(is_same),
                _ => pattern.len() == path.len() && pattern.iter().zip(&path).all(is_same),
            };
        }
    }
    found
}

/// Whether a browser shows an answer with these headers in a frame of another site: `X-Frame-Options` counts where no policy has `frame-ancestors`.
fn can_be_framed(headers: &BTreeMap<String, String>) -> bool {
    let policies = headers["Content-Security-Policy"].split(',').flat_map(|policy| policy.split(';')).map(str::trim);
    let ancestors: Vec<&str> = policies.filter_map(|directive| directive.strip_prefix("frame-ancestors ")).collect();
    if ancestors.is_empty() { !headers.contains_key("X-Frame-Options") } else { ancestors.iter().all(|who| *who == "*") }
}

#[test]
fn the_cards_of_listings_can_be_framed_and_nothing_else() {
    let root = "/some/path/";
    let content = small("");
    let (off, on) = (site(&content, Some(BASE)), site(&content.with("catalogue.yaml", "title: Small\nembed: true\n"), Some(BASE)));
    let card = "listings/a/embed/index.html";
    assert!(on.contains_key(card) && !off.contains_key(card));
    for (files, has_cards) in [(&off, false), (&on, true)] {
        let file = String::from_utf8_lossy(&files["_headers"]);
        // A card that is not there is not let into a frame, either.
        let paths = files.keys().map(|path| path.strip_suffix("index.html").unwrap_or(path)).chain(["missing/", "listings/a/embed/"]);
        for path in paths {
            let headers = sent(&file, &format!("{root}{path}"));
            assert_eq!(can_be_framed(&headers), has_cards && path == "listings/a/embed/", "{path}: {headers:?}");
            // Whoever frames it, the page itself loads what every page loads.
            assert!(headers["Content-Security-Policy"].starts_with(&policy_in_page()), "{path}");
        }
    }
    assert!(!String::from_utf8_lossy(&off["_headers"]).contains("X-Frame-Options"));
}

#[test]
fn a_card_is_not_indexed_and_without_the_setting_nothing_links_to_it() {
    let content = small("").with("catalogue.yaml", "title: Small\n");
    let with_cards = content.clone().with("catalogue.yaml", "title: Small\nembed: true\n");
    let text = |files: &BTreeMap<String, Vec<u8>>, path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    let on = site(&with_cards, Some(BASE));
    let card = text(&on, "listings/a/embed/index.html");
    assert!(card.contains("<meta name=\"robots\" content=\"noindex, follow\">") && !card.contains("<script"), "{card}");
    assert!(card.contains(&format!("<link rel=\"canonical\" href=\"{BASE}listings/a/\">")), "{card}");
    assert!(card.contains("href=\"/some/path/listings/a/\" target=\"_blank\" rel=\"noopener\""), "{card}");
    assert!(!text(&on, "sitemap.xml").contains("embed"));
    let off = site(&content, Some(BASE));
    assert!(off.keys().all(|path| !path.contains("embed")), "{:?}", off.keys());
    for (path, bytes) in &off {
        assert!(!String::from_utf8_lossy(bytes).contains("a/embed/") && !path.ends_with("oembed.json"), "{path}");
    }
    // A site that knows no address can show a card, but cannot tell others where it is.
    let nowhere = site(&with_cards, None);
    assert!(nowhere.contains_key("listings/a/embed/index.html") && !nowhere.contains_key("listings/a/oembed.json"));
    let page = text(&nowhere, "listings/a/index.html");
    assert!(page.contains("/listings/a/embed/") && !page.contains("oembed") && !page.contains("localhost/listings/a/embed/"), "{page}");
    // No one is led to what is not listed.
    let unlisted = small("visibility: unlisted\n").with("catalogue.yaml", "title: Small\nembed: true\n");
    let unlisted = site(&unlisted, Some(BASE));
    assert!(unlisted.contains_key("listings/a/index.html") && !unlisted.contains_key("listings/a/embed/index.html"));
}

#[test]
fn the_manual_sets_servers_up_with_the_headers_of_cards() {
    let manual = std::fs::read_to_string(root().join("content/pages/manual-hosting.md")).expect("the manual");
    let section = manual.split("\n## Cards on other sites\n").nth(1).and_then(|rest| rest.split("\n## ").next()).expect("a section");
    for told in ["`X-Frame-Options: DENY`", "`frame-ancestors *`", "listings/[^/]+/embed/ \"frame-ancestors *\"", "/listings/*/embed/"] {
        assert!(section.contains(told), "{told}");
    }
}

#[test]
fn browsers_fetch_pages_ahead_but_not_the_search() {
    let files = demo_site_below_base();
    let rules: serde_json::Value = serde_json::from_slice(&files["speculation.json"]).expect("JSON");
    let rule = &rules["prefetch"][0];
    assert_eq!(rule["eagerness"], "moderate");
    let conditions = rule["where"]["and"].as_array().expect("conditions");
    assert_eq!(conditions[0]["href_matches"], serde_json::json!(["/some/path/", "/some/path/*/"]));
    assert_eq!(conditions[1]["not"]["href_matches"], "/some/path/search/*");
}
