//! A site changes in proportion to its content: a word of one listing is no reason to write the pages of others.

use pressmark::source::Memory;

use crate::support::{VALID, demo_site, site};

const LISTINGS: usize = 400;

/// A catalogue of many listings with READMEs, of which one ends in `last_word`.
fn catalogue(last_word: &str) -> Memory {
    let start = Memory::new()
        .with("catalogue.yaml", "title: Many\nbase_url: https://many.example/\nagreement: {current: \"2026-01\"}\n")
        .with("tags.yaml", "- {id: crm, label: Customers, description: Customer records.}\n")
        .with("apps/slack.yaml", "name: Slack\n")
        .with("publishers/acme.yaml", "name: Acme Works\n")
        .with("agreements/2026-01.md", "---\ntitle: Agreement\n---\nBe kind.\n");
    (0..LISTINGS).fold(start, |content, n| {
        let words: String = (0..40).map(|place| format!("{} ", word(n * 40 + place))).collect();
        let end = if n == LISTINGS / 2 { last_word } else { "end" };
        content
            .with(&format!("listings/rows-{n}/listing.yaml"), VALID.replace("Acme Messages", &format!("Rows {n}")))
            .with(&format!("listings/rows-{n}/README.md"), format!("Keeps {words}and {end}.\n"))
    })
}

/// One of many words, which only letters tell apart.
fn word(n: usize) -> String {
    let mut rest = n % 9_973;
    let mut word = String::new();
    for _ in 0..4 {
        word.push(char::from(b'a' + u8::try_from(rest % 10).unwrap_or_default()));
        word.push(char::from(b'k' + u8::try_from(rest % 7).unwrap_or_default()));
        rest /= 10;
    }
    word
}

#[test]
fn a_word_of_a_readme_changes_the_files_of_its_listing_and_few_others() {
    let before = site(&catalogue("mandolin"), None);
    let texts = before.keys().filter(|path| path.starts_with("assets/search/texts/")).count();
    assert!(texts > 10, "a search index of many parts, not {texts}");
    for last_word in ["mandoline", "aaaaa", "zzzzz", "end"] {
        let after = site(&catalogue(last_word), None);
        let new: Vec<&String> = after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).map(|(path, _)| path).collect();
        let gone = before.keys().filter(|path| !after.contains_key(*path)).count();
        assert!(new.len() <= 12 && gone <= 6, "{last_word}: {gone} files gone, and new are {new:#?}");
        let pages: Vec<_> =
            new.iter().filter(|path| path.ends_with(".html") && !path.starts_with(&format!("listings/rows-{}/", LISTINGS / 2))).collect();
        assert!(pages.is_empty(), "{pages:#?}");
    }
}

#[test]
fn only_a_listing_with_more_versions_than_its_page_shows_has_a_page_of_all_versions() {
    let files = demo_site();
    let (mut n_with, mut n_without) = (0, 0);
    for (path, bytes) in files {
        let Some(slug) = path.strip_prefix("api/v1/listings/").and_then(|path| path.strip_suffix(".json")) else { continue };
        let listing: serde_json::Value = serde_json::from_slice(bytes).expect("JSON");
        let Some(page) = files.get(&format!("listings/{slug}/index.html")).map(|page| String::from_utf8_lossy(page)) else { continue };
        let n_versions = listing["versions"].as_array().map_or(0, Vec::len);
        let n_shown = page.matches("<li class=\"release\"").count();
        let has_more = files.contains_key(&format!("listings/{slug}/versions/index.html"));
        assert_eq!(has_more, n_versions > n_shown, "{slug}: {n_shown} of {n_versions}");
        assert_eq!(page.contains(&format!("/listings/{slug}/versions/\"")), has_more, "{slug}");
        n_with += usize::from(has_more);
        n_without += usize::from(n_versions > 0 && !has_more);
    }
    assert!(n_with > 2 && n_without > 20, "{n_with} and {n_without}");
}
