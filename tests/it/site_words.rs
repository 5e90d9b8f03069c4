//! Whose words a site says: its own in one language alone, and what a listing is called as the catalogue says it. What is an author's is left as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use pressmark::forge::{self, Forge};
use pressmark::language::Language;
use pressmark::source::disk::Disk;

use crate::support::{demo_copy, site};

/// A README with everything in which the program says something itself.
const README: &str = "Sends the orders of a day.

> [!NOTE]
> Ana.

> [!TIP]
> Bao.

> [!IMPORTANT]
> Cid.

> [!WARNING]
> Dag.

> [!CAUTION]
> Eka.

## Setup

- [x] Fia
- [ ] Gil

| a | b |
| - | - |
| c | d |

| e | f |
| - | - |
| g | h |

One[^1] and once more[^1].

[^1]: Hal.
";

/// The demo without the user's manual, whose pages are content and contain every English word, and with `settings` instead of its own.
fn demo(settings: &str) -> (tempfile::TempDir, Disk) {
    let (scratch, content) = demo_copy();
    for page in fs::read_dir(content.join("pages")).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if page.file_name().is_some_and(|name| name.to_string_lossy().starts_with("manual")) {
            fs::remove_file(page).expect("a page");
        }
    }
    let path = content.join("catalogue.yaml");
    let text = fs::read_to_string(&path).expect("settings");
    let keys: Vec<&str> = settings.lines().filter_map(|line| line.split_once(':')).map(|(key, _)| key).collect();
    let kept: Vec<&str> = text.lines().filter(|line| !keys.iter().any(|key| line.starts_with(&format!("{key}:")))).collect();
    fs::write(&path, format!("{settings}{}\n", kept.join("\n"))).expect("settings");
    fs::write(content.join("listings/shopify-orders/README.md"), README).expect("a README");
    (scratch, Disk::new(content))
}

/// Letters and digits alone: what is left of a text when markup, quotes and line ends are no matter.
fn bare(text: &str) -> String {
    let text = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")]
        .iter()
        .fold(text.to_owned(), |text, (entity, sign)| text.replace(entity, sign));
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Everything that people have written, in one piece.
fn contributed(folder: &Path) -> String {
    let mut texts = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|ending| ending == "yaml" || ending == "md") {
            let text = fs::read_to_string(path).expect("UTF-8");
            // Where a link leads is not read on the page.
            let read: String = text
                .split("](")
                .enumerate()
                .map(|(n, part)| if n == 0 { part } else { part.split_once(')').map_or(part, |(_, rest)| rest) })
                .collect();
            texts.extend([bare(&text), bare(&read)]);
        }
    }
    texts.join("\0")
}

/// What a reader sees or hears of a file, a text each; nothing of what is marked as English, which the texts of rules are.
fn texts_of(path: &str, text: &str) -> BTreeSet<String> {
    if path.ends_with(".txt") {
        return text
            .split(['\n', '[', ']', '(', ')'])
            .map(|text| text.trim_start_matches(['#', '>', '-', ' ']).trim().to_owned())
            .collect();
    }
    // Of data for programs, the names and descriptions are for people.
    let of_data = |text: &str| -> Vec<String> {
        let values = |key: &str| {
            text.split(&format!("\"{key}\":")).skip(1).filter_map(|rest| rest.split('"').nth(1)).map(str::to_owned).collect::<Vec<_>>()
        };
        ["name", "short_name", "description"].into_iter().flat_map(values).collect()
    };
    if path.ends_with(".webmanifest") {
        return of_data(text).into_iter().collect();
    }
    let mut texts = BTreeSet::new();
    // The element that is passed over, and how many of its name are open.
    let mut passed: Option<(String, usize)> = None;
    for part in text.split('<').skip(1) {
        let (tag, after) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default().to_owned();
        if let Some((element, depth)) = &mut passed {
            if name == *element {
                *depth = if tag.starts_with('/') { *depth - 1 } else { *depth + 1 };
            }
            if *depth > 0 {
                continue;
            }
            passed = None;
        } else {
            let is_english = name != "html" && tag.contains(" lang=\"en\"");
            let is_code = ["style", "pre", "code"].contains(&&*name) || (name == "script" && !tag.contains("ld+json"));
            if (is_english || is_code) && !tag.starts_with('/') {
                passed = Some((name, 1));
                continue;
            }
        }
        if name == "script" {
            texts.extend(of_data(after));
            continue;
        }
        texts.insert(after.trim().to_owned());
        let is_said = |name: &str| name != "content" || ["description", "og:title", "og:site_name"].iter().any(|what| tag.contains(what));
        for attribute in ["aria-label", "placeholder", "title", "alt", "content"].into_iter().filter(|name| is_said(name)) {
            texts.extend(
                tag.split(&format!(" {attribute}=\"")).skip(1).filter_map(|value| Some(value.split('"').next()?.trim().to_owned())),
            );
        }
    }
    texts
}

/// Whether a text is neither an address nor the name of a file, a rule or a class.
fn is_words(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters > 2
        && !text.contains("://")
        && !text.starts_with(['/', '#', '.'])
        && (text.contains(' ') || !text.contains(['-', '/', '.', '=', '_', '@']))
}

fn pages(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&str, &str)> {
    let is_read =
        |path: &str| [".html", "llms.txt", ".xml", ".webmanifest"].iter().any(|ending| path.ends_with(ending)) && !path.contains("sitemap");
    let pages = files.iter().filter(move |(path, _)| is_read(path));
    pages.map(|(path, bytes)| (&**path, std::str::from_utf8(bytes).expect("UTF-8")))
}

#[test]
fn a_site_in_german_says_nothing_of_its_own_in_english() {
    let (_scratch, folder) = demo("language: de\n");
    let german = site(&folder, None);
    // A name with a version after it is that name.
    let without_digits = |text: &str| text.replace("beta", "").chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    let contributed = without_digits(&contributed(folder.root()));
    let (_other, folder) = demo("language: en\n");
    let english = site(&folder, None);
    let own: BTreeSet<String> =
        Language::for_tag("de").messages().flat_map(|(_, message, _)| message.words().into_iter().map(bare).collect::<Vec<_>>()).collect();
    let mut left = BTreeSet::new();
    for (path, text) in pages(&german) {
        let Some(other) = english.get(path).map(|bytes| String::from_utf8_lossy(bytes)) else { continue };
        let other = texts_of(path, &other);
        // What is the same in both languages is content, or no one has translated it.
        for same in texts_of(path, text).intersection(&other).filter(|text| is_words(text)) {
            for piece in same.split([':', ',', '–', '·', '(', ')']).filter(|piece| is_words(piece.trim())) {
                let words = without_digits(&bare(piece));
                if !contributed.contains(&words) && !own.contains(&words) && words.len() > 2 {
                    left.insert(format!("{path}: {piece}"));
                }
            }
        }
    }
    assert_eq!(left, BTreeSet::new());
    let listing = std::str::from_utf8(&german["listings/shopify-orders/index.html"]).expect("UTF-8");
    for said in [
        ">Hinweis<",
        ">Tipp<",
        ">Wichtig<",
        ">Warnung<",
        ">Vorsicht<",
        "aria-label=\"Tabelle\"",
        "aria-label=\"Tabelle 2\"",
        "aria-label=\"erledigt\"",
        "aria-label=\"offen\"",
        "aria-label=\"Fußnoten\"",
        "aria-label=\"Zurück zum Verweis auf Fußnote 1\"",
        "aria-label=\"Zurück zum Verweis auf Fußnote 1, 2\"",
    ] {
        assert!(listing.contains(said), "{said}");
    }
    let llms = std::str::from_utf8(&german["llms.txt"]).expect("UTF-8");
    assert!(llms.contains("Ein Katalog mit ") && llms.contains("## Kategorien"), "{llms}");
    let agreement = german
        .iter()
        .find(|(path, _)| path.starts_with("agreements/"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes))
        .expect("an agreement");
    assert!(agreement.contains("<title>Entwicklervereinbarung "), "{agreement}");
}

#[test]
fn a_catalogue_of_one_listing_counts_it_as_one() {
    let of = |listings: usize, apps: usize| {
        Language::for_tag("en").say("llms-about", &[("listings", listings.into()), ("apps", apps.into()), ("data", "x".into())])
    };
    assert!(of(1, 1).starts_with("A catalogue of 1 connector for 1 app. Each"), "{}", of(1, 1));
    assert!(of(2, 0).starts_with("A catalogue of 2 connectors for 0 apps. Each"), "{}", of(2, 0));
    let waiting = |n: usize, over: usize| Language::for_tag("en").say("queue-waiting", &[("n", n.into()), ("over", over.into())]);
    assert_eq!(waiting(0, 0), "No submission is waiting for a reviewer.");
    assert_eq!(waiting(1, 0), "One submission is waiting for a reviewer.");
    assert_eq!(waiting(1, 1), "One submission is waiting for a reviewer, past its target.");
    assert_eq!(waiting(3, 2), "3 submissions are waiting for a reviewer, 2 past the target.");
}

#[test]
fn a_catalogue_of_plugins_never_says_connector_of_its_own() {
    let (_scratch, folder) = demo("title: Indexes\nnoun: {one: plugin, other: plugins}\n");
    let files = site(&folder, None);
    let contributed = contributed(folder.root());
    let mut left = BTreeSet::new();
    for (path, text) in pages(&files) {
        for said in texts_of(path, text).into_iter().filter(|text| text.to_lowercase().contains("connector") && is_words(text)) {
            // Who has chosen something is an author's word as well.
            let said = said.trim_start_matches("Chosen by ").to_owned();
            if !said
                .split([':', '–', '·'])
                .filter(|piece| piece.to_lowercase().contains("connector"))
                .all(|piece| contributed.contains(&bare(piece)))
            {
                left.insert(format!("{path}: {said}"));
            }
        }
    }
    assert_eq!(left, BTreeSet::new());
    let page = |path: &str| std::str::from_utf8(&files[path]).expect("UTF-8");
    assert!(
        page("submit/index.html").contains("<h1 dir=\"auto\">Submit your plugin</h1>")
            || page("submit/index.html").contains("Submit your plugin")
    );
    assert!(page("apps/slack/index.html").contains("Plugins for "), "a capital letter begins a heading");
    assert!(page("llms.txt").contains(" plugins for "));
    let script = files.iter().find(|(path, _)| path.contains("search_panel.")).expect("the panel").1;
    assert!(String::from_utf8_lossy(script).contains(" plugins"), "scripts are told the same");
    let raw = pressmark::catalogue::RawCatalogue::read(&folder, &|_, _| {}).expect("a folder");
    for forge in Forge::ALL {
        for file in forge::files(forge, &raw, "content/") {
            let said = file.text.lines().find(|line| {
                line.to_lowercase().contains("connector") && line.trim() != "id: connector" && !contributed.contains(&bare(line))
            });
            assert_eq!(said, None, "{}", file.path);
        }
    }
}

#[test]
fn a_word_for_a_listing_is_a_term_of_every_language() {
    let other = pressmark::language::Noun { one: "\u{0}".into(), other: "\u{0}".into() };
    for tag in pressmark::language::shipped() {
        let (language, _) = Language::with(tag, &BTreeMap::new(), Some(&other));
        let said = |words: &[&str]| ["onnector", "onnektor", "コネクタ"].iter().any(|noun| words.iter().any(|words| words.contains(noun)));
        let own: Vec<&str> = language.messages().filter(|(_, message, _)| said(&message.words())).map(|(key, ..)| key).collect();
        assert_eq!(own, Vec::<&str>::new(), "{tag}: say `-listing` or `-listings`");
    }
    for (tag, one, several) in [
        ("en", "Install connector", "Search connectors"),
        ("de", "Konnektor installieren", "Konnektoren suchen"),
        ("ja", "コネクターをインストール", "コネクターを検索"),
    ] {
        let language = Language::for_tag(tag);
        assert_eq!((language.text("install"), language.text("search-connectors")), (one.to_owned(), several.to_owned()));
    }
    let noun = pressmark::language::Noun { one: "agent".into(), other: "agents".into() };
    let with = |own: &str| Language::with("en", &BTreeMap::from([("en.ftl".to_owned(), own.to_owned())]), Some(&noun));
    let (language, problems) = with("");
    assert_eq!((problems, language.text("connectors-list")), (Vec::new(), "Agents".to_owned()));
    let (language, problems) = with("-listings = élan\nnew = Fresh { -listings(case: \"upper\") }\n");
    assert_eq!(
        (problems, language.text("new"), language.text("install")),
        (Vec::new(), "Fresh Élan".to_owned(), "Install agent".to_owned())
    );
    let (_, problems) = with("-listing = { $n }\nnew = { -listing(case: \"lower\") }\napps = { -thing }\n");
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "messages/en.ftl: `-listing` is more than a word, which a term may not be here",
            "messages/en.ftl: `new` has a term with another argument than `case: \"upper\"`, which is not known here",
            "messages/en.ftl: `apps` has a term, which is not known here",
        ]
    );
}
