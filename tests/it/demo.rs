//! The demo is valid, complete, and the same on any number of threads.

use std::collections::{BTreeMap, BTreeSet};

use pressmark::pipeline;

use crate::support::{context, demo, demo_site, demo_site_below_base, site};

#[test]
fn the_demo_builds_without_findings() {
    let checked = pipeline::check(&demo(), &context(), &|_, _, _| {}).expect("the demo is there");
    let remarks: Vec<_> = checked.report.iter().map(|d| format!("{}: {} ({})", d.path, d.message, d.code.name)).collect();
    assert_eq!(remarks, Vec::<String>::new());
    assert!(checked.resolved.catalogue.listings.len() >= 40 && checked.resolved.catalogue.apps.len() >= 20);
}

#[test]
fn one_thread_and_many_give_the_same_bytes() {
    let on = |n_threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads).build().expect("a pool");
        pool.install(|| site(&demo(), None))
    };
    let (one, many) = (on(1), on(8));
    assert_eq!(one.keys().collect::<Vec<_>>(), many.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert_eq!(bytes, &many[path], "{path}");
    }
}

/// Every address that a page links to, loads or sends a form to.
fn addresses(html: &str) -> BTreeSet<&str> {
    let attributes = [" href=\"", " src=\"", " action=\""];
    let starts = attributes.iter().flat_map(|attribute| html.match_indices(attribute).map(|(at, found)| at + found.len()));
    starts.filter_map(|start| html[start..].split('"').next()).collect()
}

fn pages(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&str, &str)> {
    files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("UTF-8")))
}

#[test]
fn a_base_path_is_before_every_url_and_every_url_exists() {
    let files = demo_site_below_base();
    for (page, html) in pages(files) {
        for address in addresses(html) {
            let outside = ["https://", "http://", "mailto:", "#"].iter().any(|start| address.starts_with(start));
            if outside && !address.starts_with("https://host.example") {
                continue;
            }
            let inside = address.strip_prefix("https://host.example").unwrap_or(address).strip_prefix("/some/path/");
            let path =
                inside.unwrap_or_else(|| panic!("{page}: {address} lacks the base path")).split(['#', '?']).next().unwrap_or_default();
            let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
            assert!(files.contains_key(&file), "{page}: {address} leads nowhere");
        }
    }
}

#[test]
fn every_page_is_reached_from_the_first_without_javascript() {
    let files = demo_site();
    let mut seen = BTreeSet::from(["index.html".to_owned()]);
    let mut waiting = vec!["index.html".to_owned()];
    while let Some(page) = waiting.pop() {
        let html = std::str::from_utf8(&files[&page]).expect("UTF-8");
        for address in addresses(html).into_iter().filter_map(|address| address.strip_prefix('/')) {
            let path = address.split(['#', '?']).next().unwrap_or_default();
            let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
            if file.ends_with(".html") && files.contains_key(&file) && seen.insert(file.clone()) {
                waiting.push(file);
            }
        }
    }
    // Unlisted listings, tombstones and former addresses are reached by their links alone.
    let hidden = |path: &str| path == "404.html" || std::str::from_utf8(&files[path]).is_ok_and(|html| html.contains("noindex"));
    let lost: Vec<_> = pages(files).map(|(path, _)| path).filter(|path| !seen.contains(*path) && !hidden(path)).collect();
    assert_eq!(lost, Vec::<&str>::new());
}

#[test]
fn an_unlisted_listing_is_in_no_list_feed_or_search() {
    let files = demo_site();
    assert!(files.contains_key("listings/puffin-desk-preview/index.html"));
    for (path, bytes) in files {
        if !path.starts_with("listings/puffin-desk-preview/") && path != "api/v1/listings/puffin-desk-preview.json" {
            assert!(!String::from_utf8_lossy(bytes).contains("puffin-desk-preview"), "{path}");
        }
    }
}

#[test]
fn titles_are_unique_and_no_page_has_inline_code_or_style() {
    let files = demo_site();
    let mut titles = BTreeSet::new();
    for (page, html) in pages(files) {
        let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).expect("a title");
        let is_indexed = !html.contains("noindex");
        assert!(titles.insert(title) || !is_indexed, "{page}: “{title}” is taken");
        assert!(!html.contains(" style=\"") && !html.contains("<style"), "{page}: an inline style");
        assert!(!html.contains("<script>") && !html.contains(" onclick="), "{page}: an inline script");
        assert_eq!(html.matches("<h1").count(), 1, "{page}: one h1");
    }
}

#[test]
fn no_page_says_its_title_again_below_its_heading() {
    let files = demo_site();
    let said = |html: &str, start: &str| -> Option<String> {
        let rest = &html[html.find(start)?..];
        Some(rest[rest.find('>')? + 1..rest.find("</")?].to_owned())
    };
    let mut n_ledes = 0;
    for (path, html) in pages(files) {
        let (Some(heading), Some(lede)) = (said(html, "<h1"), said(html, "<p class=\"lede\"")) else { continue };
        let continues = lede.strip_prefix(&heading).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        assert!(!continues, "{path}: {lede}");
        n_ledes += 1;
    }
    assert!(n_ledes > 50, "{n_ledes}");
}

#[test]
fn the_machine_outputs_are_well_formed() {
    let files = demo_site();
    for (path, bytes) in files {
        if path.ends_with(".json") {
            serde_json::from_slice::<serde_json::Value>(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
        if path.ends_with(".xml") {
            let mut reader = quick_xml::Reader::from_reader(bytes.as_slice());
            let mut buffer = Vec::new();
            while !matches!(
                reader.read_event_into(&mut buffer).unwrap_or_else(|error| panic!("{path}: {error}")),
                quick_xml::events::Event::Eof
            ) {}
        }
    }
    let catalogue: serde_json::Value = serde_json::from_slice(&files["catalogue.json"]).expect("JSON");
    assert_eq!(catalogue["schema"], 1);
    for listing in catalogue["listings"].as_array().expect("a list") {
        assert!(files.contains_key(&format!("listings/{}/index.html", listing["slug"].as_str().expect("a slug"))));
    }
    for of_data in pages(files).filter_map(|(_, html)| html.split("application/ld+json\">").nth(1)?.split("</script>").next()) {
        serde_json::from_str::<serde_json::Value>(of_data).expect("JSON-LD");
    }
}
