//! The settings of a catalogue that a site must not be published without.

use pressmark::catalogue::unsettled;
use pressmark::pipeline;
use pressmark::source::Memory;

use crate::support::context;

/// The first setting that keeps a catalogue with these settings from being published, and the text at its place.
fn found(settings: &str, has_url: bool) -> Option<(Option<&'static str>, &str)> {
    let folder = Memory::new().with("catalogue.yaml", settings);
    let checked = pipeline::check(&folder, &context(), &|_, _, _| {}).expect("a folder in memory");
    let unsettled = unsettled(&checked.raw, &checked.report, has_url)?;
    let at = unsettled.span.map_or("", |span| settings[span.start as usize..].lines().next().unwrap_or_default());
    Some((unsettled.key, at))
}

#[test]
fn unreadable_or_misspelt_settings_prevent_publishing() {
    let rest = "base_url: https://a.example/\nlanguage: de\nregions: [{id: us, label: United States}]\n";
    for (title, at) in [("title: [", "["), ("title: {", "{"), ("title: \"A", "\"A"), ("titel: A", "titel: A"), ("", "")] {
        let settings = format!("{title}\n{rest}");
        let (key, found_at) = found(&settings, false).unwrap_or_else(|| panic!("{title} is published"));
        assert_eq!(key, Some("title"), "{title}");
        assert!(found_at.trim().starts_with(at), "{title}: {found_at}");
    }
    for url in ["https://a.example/?b", "a", "[", "ftp://a.example/"] {
        let settings = format!("title: A\nbase_url: {url}\nlanguage: de\n");
        assert_eq!(found(&settings, false).and_then(|(key, _)| key), Some("base_url"), "{url}");
        assert_eq!(found(&settings, true), None, "{url}");
    }
    assert_eq!(found("title: A\nbase_ulr: https://a.example/\n", false), Some((Some("base_url"), "base_ulr: https://a.example/")));
    assert_eq!(found("title: A\nbase_url: https://a.example/\nlanguage: {\n", false).and_then(|(key, _)| key), Some("language"));
    assert_eq!(found("<!doctype html>\n<html lang=\"en\"></html>\n", false).map(|(key, _)| key), Some(None));
}

#[test]
fn missing_settings_and_unknown_keys_do_not_prevent_publishing() {
    for settings in ["title: A\n", "title: A\nregions: [\n", "title: A\nlevels: {nonsense: warn}\n"] {
        assert_eq!(found(settings, false), None, "{settings}");
    }
}
