//! The words of the site: complete in every shipped language, said by no one but the message files, and safe whoever wrote them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use pressmark::language::{Arg, Language, Problem, shipped};
use pressmark::pipeline;
use pressmark::render::{RenderOptions, Rendered, Renderer, ResolvedTheme};
use pressmark::source::disk::Disk;
use pressmark::submission::QUESTIONS;

use crate::support::{context, demo_copy, pressmark, printed, root};

/// A language of one message file.
fn told(tag: &str, text: &str) -> (Language, Vec<Problem>) {
    Language::with(tag, &BTreeMap::from([(format!("{tag}.ftl"), text.to_owned())]), None)
}

fn counted(language: &Language, n: usize) -> String {
    language.say("connectors", &[("n", n.into())])
}

fn texts(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|found| found == ending) {
            files.push((path.clone(), fs::read_to_string(path).expect("UTF-8")));
        }
    }
    files.sort();
    files
}

#[test]
fn every_shipped_language_says_the_same_with_the_same_variables() {
    let english = Language::for_tag("en");
    for tag in shipped() {
        let language = Language::for_tag(tag);
        assert_eq!(
            language.messages().map(|(key, _, _)| key).collect::<Vec<_>>(),
            english.messages().map(|(key, _, _)| key).collect::<Vec<_>>()
        );
        for ((key, message, own), (_, original, _)) in language.messages().zip(english.messages()) {
            assert_eq!(own, tag, "`{key}` is not said in `{tag}`");
            let (said, given) = (message.variables(), original.variables());
            assert!(said.is_subset(&given), "{tag}: `{key}` names {said:?} of {given:?}");
            // What English alone chooses a variant by, as the number beside a noun, another language may not need.
            let shown: BTreeSet<_> = original.shown().into_iter().collect();
            assert!(shown.is_subset(&said), "{tag}: `{key}` leaves out some of {shown:?}");
        }
    }
}

#[test]
fn a_shipped_file_has_no_mistake_and_no_message_twice() {
    for (path, text) in texts("templates/messages", "ftl") {
        let tag = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let own = BTreeMap::from([(format!("{tag}.ftl"), text)]);
        assert_eq!(Language::with(&tag, &own, None).1, Vec::new());
    }
}

#[test]
fn every_key_is_in_the_english_file_and_every_message_is_said_somewhere() {
    let english = Language::for_tag("en");
    let known: BTreeSet<&str> = english.messages().map(|(key, _, _)| key).collect();
    let mut said: BTreeSet<String> = BTreeSet::new();
    let mut unknown = Vec::new();
    let strings = |text: &str| text.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    for (path, text) in texts("templates", "html") {
        for (at, _) in text.match_indices("\" | t") {
            let key = text[..at].rsplit('"').next().unwrap_or_default();
            if known.contains(key) {
                said.insert(key.to_owned());
            } else {
                unknown.push(format!("{}: {key}", path.display()));
            }
        }
    }
    for (path, text) in texts("templates/js", "js") {
        for line in text.lines().filter(|line| !line.trim_start().starts_with('*') && !line.trim_start().starts_with('/')) {
            for call in ["t(\"", "parts(\""] {
                for (at, _) in line.match_indices(call).filter(|&(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric())) {
                    let key = line[at + call.len()..].split('"').next().unwrap_or_default();
                    let fitting: Vec<_> =
                        known.iter().filter(|known| **known == key || (key.ends_with('-') && known.starts_with(key))).collect();
                    if fitting.is_empty() && !line[..at].ends_with('.') {
                        unknown.push(format!("{}: {key}", path.display()));
                    }
                    said.extend(fitting.into_iter().map(ToString::to_string));
                }
            }
        }
    }
    for (path, text) in texts("src", "rs") {
        let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect();
        for call in ["language.text(\"", "language.say(\""] {
            for (at, _) in code.match_indices(call) {
                let key = code[at + call.len()..].split('"').next().unwrap_or_default();
                if !known.contains(key) {
                    unknown.push(format!("{}: {key}", path.display()));
                }
            }
        }
        if ["parse", "render", "search", "language", "site"].iter().any(|module| path.starts_with(root().join("src").join(module))) {
            said.extend(strings(&code).into_iter().filter(|text| known.contains(&**text)));
        }
    }
    for question in QUESTIONS {
        let mut keys: Vec<String> = question.among.iter().map(|value| format!("offer-{value}")).collect();
        keys.extend(question.is_asked.then(|| format!("ask-{}", question.flag)));
        keys.extend(question.is_hinted.then(|| format!("hint-{}", question.flag)));
        unknown.extend(keys.iter().filter(|key| !known.contains(key.as_str())).map(|key| format!("the questions: {key}")));
        said.extend(keys);
    }
    // Of the source, the policy of the catalogue chooses between two.
    said.insert("hint-source-free".to_owned());
    assert_eq!(unknown, Vec::<String>::new(), "no such message");
    let silent: Vec<_> = known.into_iter().filter(|key| !said.contains(*key)).collect();
    assert_eq!(silent, Vec::<&str>::new(), "nobody says these");
}

/// What is left of a template without tags, expressions and comments, and with the values of the attributes that are read aloud.
fn own_words(template: &str) -> Vec<String> {
    let mut text = template.to_owned();
    for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}")] {
        while let Some(at) = text.find(open) {
            let end = text[at..].find(close).map_or(text.len(), |end| at + end + close.len());
            text.replace_range(at..end, "\u{0}");
        }
    }
    let mut words = Vec::new();
    for part in text.split('<') {
        let (tag, rest) = part.split_once('>').unwrap_or(("", part));
        words.push(rest.to_owned());
        for name in [" aria-label=\"", " placeholder=\"", " title=\"", " alt=\""] {
            words.extend(tag.split(name).skip(1).filter_map(|value| Some(value.split('"').next()?.to_owned())));
        }
    }
    words.into_iter().map(|text| text.replace('\u{0}', "").trim().to_owned()).filter(|text| text.contains(char::is_alphabetic)).collect()
}

#[test]
fn no_template_has_words_of_its_own() {
    assert_eq!(own_words("{# a #}<p title=\"Hint\">{{ b }} of {% if c %}more{% endif %}</p>"), ["of more", "Hint"], "the test itself");
    for (path, template) in texts("templates", "html") {
        assert_eq!(own_words(&template), Vec::<String>::new(), "{}", path.display());
    }
}

/// The pages of the demo in a language, with an operator's message files.
fn demo(tag: &str, own: &[(&str, &str)]) -> BTreeMap<String, String> {
    let (_scratch, content) = demo_copy();
    let settings = content.join("catalogue.yaml");
    let text = fs::read_to_string(&settings).expect("settings");
    let given = text.lines().find(|line| line.starts_with("language:")).map(str::to_owned);
    let text = match given {
        Some(line) => text.replace(&line, &format!("language: {tag}")),
        None => format!("language: {tag}\n{text}"),
    };
    fs::write(&settings, text).expect("settings");
    let theme = ResolvedTheme::default().with_messages(own.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    let checked = pipeline::check(&Disk::new(&content), &context(), &|_, _, _| {}).expect("the demo");
    let (language, _) = Language::with(tag, &theme.messages, None);
    let site = std::sync::Arc::new(pipeline::plan(checked.resolved, None).with_language(language));
    let renderer = Renderer::new(site.clone(), &theme, &RenderOptions::default()).expect("the built-in templates");
    let mut pages: BTreeMap<String, String> = BTreeMap::new();
    for page in site.pages() {
        let path = page.path.file_path();
        if path.ends_with(".html") || path.ends_with(".xml") {
            let Ok(Rendered::Bytes(bytes)) = renderer.render(page) else { panic!("{path} is no page") };
            pages.insert(path, String::from_utf8(bytes).expect("UTF-8"));
        }
    }
    for asset in renderer.assets().iter().filter(|asset| asset.path.as_str().ends_with(".js")) {
        pages.insert(asset.path.file_path(), String::from_utf8(asset.bytes.clone()).expect("UTF-8"));
    }
    pages
}

/// The texts of a page and of what is read aloud of it, without those that people have contributed in Markdown or in English.
fn texts_of(html: &str) -> Vec<String> {
    let body = html.split("<title>").nth(1).unwrap_or(html);
    let mut own = String::new();
    let mut rest = body;
    while let Some((before, prose)) = rest.split_once("<div class=\"prose") {
        own.push_str(before);
        // The end of the prose: the `</div>` that closes what has been opened.
        let (mut depth, mut at) = (1, 0);
        while depth > 0 {
            let (open, close) = (prose[at..].find("<div"), prose[at..].find("</div>").expect("an end"));
            let next = open.filter(|&open| open < close);
            depth = if next.is_some() { depth + 1 } else { depth - 1 };
            at += next.unwrap_or(close) + 4;
        }
        rest = &prose[at..];
    }
    own.push_str(rest);
    let mut texts = Vec::new();
    for part in own.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        texts.push(text.trim().to_owned());
        for name in [" aria-label=\"", " placeholder=\"", " title=\""] {
            texts.extend(tag.split(name).skip(1).filter_map(|value| Some(value.split('"').next()?.to_owned())));
        }
    }
    texts
}

#[test]
fn the_demo_in_another_language_has_no_english_of_the_site_left() {
    let english = Language::for_tag("en");
    for tag in shipped().filter(|tag| *tag != "en") {
        let language = Language::for_tag(tag);
        let foreign: BTreeSet<&str> = english
            .messages()
            .zip(language.messages())
            .flat_map(|((_, message, _), (_, own, _))| {
                let own = own.words();
                message
                    .words()
                    .into_iter()
                    .map(str::trim)
                    .filter(move |words| words.len() > 3 && !own.iter().any(|other| other.trim() == *words))
            })
            .collect();
        // What contributors of the demo call their own things.
        let contributed = ["Publish a connector"];
        let prose = ["about", "accessibility", "agreements", "guidelines", "manual", "policies", "publish/"];
        let mut left = BTreeSet::new();
        for (path, html) in demo(tag, &[]).iter().filter(|(path, _)| path.ends_with(".html")) {
            if prose.iter().any(|page| path.starts_with(page)) {
                continue;
            }
            assert!(html.contains(&format!("<html lang=\"{tag}\" dir=\"ltr\">")), "{path}");
            for text in texts_of(html) {
                if foreign.contains(&*text) && !contributed.contains(&&*text) {
                    left.insert(format!("{tag}: {text}"));
                }
            }
        }
        assert_eq!(left, BTreeSet::new());
    }
}

#[test]
fn scripts_say_what_they_say_in_the_language_of_the_site() {
    let files = demo("de", &[]);
    let panel = files.iter().find(|(path, _)| path.contains("search_panel.")).expect("the panel").1;
    assert!(panel.contains("\"facet-tag\":\"Kategorie\"") && panel.contains("speaker(\"de\",{"), "{panel}");
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".js")) {
        assert!(!text.contains("MESSAGES"), "{path}");
        assert!(!text.contains("Keyboard shortcuts") && !text.contains("\"Copied\""), "{path}");
    }
}

#[test]
fn numbers_take_the_plural_form_and_the_digits_of_their_language() {
    let of = |tag| [0, 1, 2, 1234].map(|n| counted(&Language::for_tag(tag), n));
    assert_eq!(of("en"), ["0 connectors", "1 connector", "2 connectors", "1,234 connectors"]);
    assert_eq!(of("de"), ["0 Konnektoren", "1 Konnektor", "2 Konnektoren", "1.234 Konnektoren"]);
    assert_eq!(of("ja"), ["コネクター 0 件", "コネクター 1 件", "コネクター 2 件", "コネクター 1,234 件"]);
    assert_eq!(Language::for_tag("hi").number(1_234_567), "12,34,567");
}

#[test]
fn an_operator_brings_a_language_with_more_plural_forms() {
    let polish = "connectors = { $n ->\n    [one] { $n } łącznik\n    [few] { $n } łączniki\n    [many] { $n } łączników\n   *[other] { $n } łącznika\n  }\n";
    let (language, problems) = told("pl", polish);
    assert_eq!(problems, Vec::new());
    assert_eq!([1, 2, 5, 12, 22].map(|n| counted(&language, n)), ["1 łącznik", "2 łączniki", "5 łączników", "12 łączników", "22 łączniki"]);
    // What the file lacks is said in English, and counted as English counts.
    assert_eq!(language.say("versions-n", &[("n", 2.into())]), "2 versions");

    let arabic = "connectors = { $n ->\n    [zero] بلا\n    [one] واحد\n    [two] اثنان\n    [few] { $n } قليل\n    [many] { $n } كثير\n   *[other] { $n } غيره\n  }\n";
    let (language, _) = told("ar", arabic);
    assert_eq!([0, 1, 2, 3, 11, 100].map(|n| counted(&language, n)), ["بلا", "واحد", "اثنان", "3 قليل", "11 كثير", "100 غيره"]);
    assert_eq!(language.direction(), "rtl");
    assert!(language.is_spoken() && !Language::for_tag("fr").is_spoken() && Language::for_tag("de-AT").is_spoken());
}

#[test]
fn days_and_months_are_those_of_the_language() {
    let day = jiff::civil::date(2026, 9, 1);
    let of = |tag| (Language::for_tag(tag).date(day), Language::for_tag(tag).month(2026, 9));
    assert_eq!(of("en"), ("1 September 2026".to_owned(), "September 2026".to_owned()));
    assert_eq!(of("de"), ("1. September 2026".to_owned(), "September 2026".to_owned()));
    assert_eq!(of("ja"), ("2026年9月1日".to_owned(), "2026年9月".to_owned()));
}

#[test]
fn an_own_file_changes_single_words_and_a_variety_stands_on_its_language() {
    let own = BTreeMap::from([
        ("de.ftl".to_owned(), "browse = Schaufenster\n".to_owned()),
        ("de-AT.ftl".to_owned(), "new = Frisch\n".to_owned()),
    ]);
    let (austrian, problems) = Language::with("de-AT", &own, None);
    assert_eq!(problems, Vec::new());
    assert_eq!(["browse", "new", "apps", "close"].map(|key| austrian.text(key)), ["Schaufenster", "Frisch", "Apps", "Schließen"]);
    assert_eq!(Language::with("de", &own, None).0.text("new"), "Neu");
}

#[test]
fn what_is_wrong_in_a_message_file_is_named_and_the_rest_is_used() {
    let wrong = "home = Accueil\nbrowze = Parcourir\nconnectors = { $m } connecteurs\nnew = { -brand }\napps = { NUMBER($n) }\ntags\n";
    let (language, problems) = told("fr", wrong);
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(language.text("home"), "Accueil");
    assert_eq!([language.text("new"), language.text("apps"), counted(&language, 2)], ["New", "Apps", "2 connectors"]);
    for part in [
        "messages/fr.ftl: line 6: ",
        "messages/fr.ftl: `browze` is no message of the site; did you mean `browse`?",
        "messages/fr.ftl: `connectors` names `$m`, which it is never given",
        "messages/fr.ftl: `new` has a term, which is not known here",
        "messages/fr.ftl: `apps` has a function, which is not known here",
    ] {
        assert!(said.iter().any(|said| said.starts_with(part)), "{part}: {said:?}");
    }
    assert_eq!(said.len(), 5, "{said:?}");
}

#[test]
fn markup_in_a_message_is_text_on_the_page() {
    let hostile = "skip = <script>alert(1)</script>\nbyline = <b>x</b> { $publisher } \" onclick=\"y\ntheme = \" onfocus=\"z { $scheme }\nclose = </script><img>\n";
    let files = demo("en", &[("en.ftl", hostile)]);
    let page = &files["listings/shopify-orders/index.html"];
    assert!(page.contains("&lt;script&gt;alert(1)&lt;"), "the words are there");
    assert!(
        !page.contains("<script>alert") && !page.contains("<b>x") && !page.contains("\" onfocus=\"z") && !page.contains("\" onclick=\"y")
    );
    assert!(
        page.contains("&lt;b&gt;x&lt;") && page.contains("<a href=\"/publishers/northwind-labs/\" dir=\"auto\">"),
        "the link in it stays one"
    );
}

#[test]
fn the_texts_of_a_listing_say_their_language_where_it_is_not_that_of_the_site() {
    let files = demo("en", &[]);
    let page = &files["listings/google-sheets-keihi/index.html"];
    assert!(page.contains("<h1 dir=\"auto\" lang=\"ja\">") && page.contains("<div class=\"prose\" lang=\"ja\" dir=\"auto\">"));
    assert!(files["apps/google-sheets/index.html"].contains("<p class=\"card-text\" dir=\"auto\" lang=\"ja\">"));
    assert!(!demo("ja", &[])["listings/google-sheets-keihi/index.html"].contains(" lang=\"ja\" dir=\"auto\""));
}

#[test]
fn the_texts_of_rules_stay_english_and_say_so() {
    let files = demo("de", &[]);
    assert!(files["rules/index.html"].contains("<p lang=\"en\" dir=\"ltr\">"));
    assert!(files["rules/tags-missing/index.html"].contains("<div class=\"prose\" lang=\"en\" dir=\"ltr\">"));
    assert!(!demo("en-GB", &[])["rules/index.html"].contains("lang=\"en\" dir"));
}

#[test]
fn a_build_reads_message_files_beside_the_content_and_says_what_is_wrong_in_them() {
    let (scratch, content) = demo_copy();
    let settings = content.join("catalogue.yaml");
    let text = fs::read_to_string(&settings).expect("settings").replace("language: en\n", "");
    fs::write(&settings, format!("language: fr-CA\n{text}")).expect("settings");
    let without = printed(&pressmark(scratch.path(), &["check"]));
    assert!(without.contains("the site interface is not translated into `fr-CA`"), "{without}");
    let folder = scratch.path().join("templates/messages");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("fr.ftl"), "skip = Aller au contenu\nskipp = Rien\n").expect("a file");
    let built = pressmark(scratch.path(), &["build", "--out", "out"]);
    let said = printed(&built);
    assert!(built.status.success() && !said.contains("no words in"), "{said}");
    assert!(said.contains("warning: messages/fr.ftl: `skipp` is no message of the site; did you mean `skip`?"), "{said}");
    let home = fs::read_to_string(Path::new(scratch.path()).join("out/index.html")).expect("the home page");
    assert!(home.contains("<html lang=\"fr-CA\"") && home.contains("Aller au contenu"));
    // The argument of a message is a text, whatever is in it.
    assert_eq!(Language::for_tag("en").say("also-called", &[("names", Arg::from("{ $x }"))]), "Also called { $x }");
}

/// Messages with variables of every kind, in languages that count and group in different ways.
#[test]
fn scripts_read_a_message_as_the_generator_does() {
    let polish =
        "connectors = { $n ->\n    [0] nic\n    [one] { $n } łącznik\n    [few] { $n } łączniki\n   *[many] { $n } łączników\n  }\n";
    let mut cases = Vec::new();
    for tag in ["en", "de", "ja", "pl", "hi"] {
        let language = if tag == "pl" { told("pl", polish).0 } else { Language::for_tag(tag) };
        // A language of which only one message is known is here for its counting alone.
        let keys = if ["pl", "hi"].contains(&tag) { vec!["connectors", "number"] } else { vec!["connectors", "number", "found-filtered"] };
        for key in keys {
            for n in [0, 1, 2, 5, 22, 1234, 1_234_567] {
                let args = [("n", Arg::from(n)), ("filters", Arg::from(1))];
                let (own, message) = language.for_scripts(|other| other == key).pop().expect("a message");
                let says = language.say(key, &args);
                cases.push(
                    serde_json::json!({"tag": own, "key": key, "message": message[key], "args": {"n": n, "filters": 1}, "says": says}),
                );
            }
        }
        let args = [("day", Arg::from(9)), ("month", Arg::from(3)), ("year", Arg::from("2026"))];
        let (own, message) = language.for_scripts(|other| other == "date-short").pop().expect("a message");
        let says = language.say("date-short", &args);
        let args = serde_json::json!({"day": 9, "month": 3, "year": "2026"});
        cases.push(serde_json::json!({"tag": own, "key": "date-short", "message": message["date-short"], "args": args, "says": says}));
    }
    let lines: Vec<String> = cases.iter().map(ToString::to_string).collect();
    let text = format!("[\n{}\n]\n", lines.join(",\n"));
    let path = root().join("tests/language.json");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &text).expect("the cases");
    }
    assert_eq!(fs::read_to_string(&path).expect("the cases"), text, "UPDATE=1 writes them anew");
}

/// Messages whose number is never 1: it is above a bound, or a bound itself.
const MANY: [&str; 4] = ["hint-name", "hint-path-note", "hint-summary", "submit-error-long"];

/// `text` with `#` for every number, and the word after each.
fn numbers(text: &str) -> (String, Vec<(String, String)>) {
    let mut found = Vec::new();
    let words: Vec<&str> = text.split_whitespace().collect();
    let word = |word: &&str| if word.bytes().all(|byte| byte.is_ascii_digit()) { "#".to_owned() } else { (*word).to_owned() };
    for pair in words.windows(2).filter(|pair| pair[0].bytes().all(|byte| byte.is_ascii_digit())) {
        found.push((pair[0].to_owned(), pair[1].trim_matches(|c: char| !c.is_alphanumeric()).to_owned()));
    }
    (words.iter().map(word).collect::<Vec<_>>().join(" "), found)
}

/// The variables that choose a plural form in one of the messages of English.
fn counts() -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("templates/messages/en.ftl")).expect("the messages");
    let choices = text.split("->").zip(text.split("->").skip(1)).filter(|(_, variants)| variants.contains("[one]"));
    choices.filter_map(|(before, _)| Some(before.rsplit('$').next()?.trim().to_owned())).collect()
}

#[test]
fn no_message_says_one_listings() {
    // What is the same for one and for several.
    const SAME: [&str; 9] = ["Treffer", "Zeichen", "Anbieter", "is", "has", "was", "days", "of", "von"];
    let counts = counts();
    assert!(counts.contains("n"), "{counts:?}");
    let mut wrong = Vec::new();
    for tag in ["en", "de", "ja"] {
        let language = Language::for_tag(tag);
        for (key, message, _) in language.messages().filter(|(key, _, _)| !MANY.contains(key)) {
            let arg = |name: &str, n| if counts.contains(name) { Arg::Number(n) } else { Arg::Text("X".to_owned()) };
            let said = |n: u64| {
                let args: Vec<(&str, Arg)> = message.variables().into_iter().map(|name| (name, arg(name, n))).collect();
                language.say(key, &args)
            };
            let [zero, one, two] = [0, 1, 2].map(said);
            let after = |text: &str, n: &str| {
                let words = numbers(text).1.into_iter().filter(|(number, _)| number == n);
                words.map(|(_, word)| word).collect::<BTreeSet<_>>()
            };
            for word in after(&one, "1") {
                let is_plural = match tag {
                    "en" => word.ends_with('s') && !word.ends_with("ss"),
                    // A noun that is the same for one and for two.
                    "de" => word.starts_with(char::is_uppercase) && after(&two, "2").contains(&word),
                    _ => false,
                };
                if is_plural && !SAME.contains(&&*word) {
                    wrong.push(format!("{tag}: {key}: {one}"));
                }
            }
            // None are several in these languages.
            if after(&zero, "0").difference(&after(&two, "2")).any(|word| after(&one, "1").contains(word)) {
                wrong.push(format!("{tag}: {key}: {zero}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
