//! The page for submissions: it asks what `pressmark new` asks, and writes what that writes. `tests/submit.json` keeps the two equal.

use std::collections::BTreeMap;
use std::fs;

use pressmark::catalogue::RawCatalogue;
use pressmark::format::{Content, Document, FileRole};
use pressmark::parse::unseen::shown;
use pressmark::pipeline;
use pressmark::source::disk::Disk;
use pressmark::source::{ContentPath, Memory};
use pressmark::submission::{
    AnswerTarget, Answers, Kind, Limits, QUESTIONS, Question, Requirements, Submission, Topic, files, form, missing,
};
use serde_json::{Value, json};

use crate::support::{context, demo, demo_copy, demo_site, root, site};

type Given = BTreeMap<&'static str, Vec<&'static str>>;

fn raw() -> RawCatalogue {
    RawCatalogue::read(&demo(), &|_, _| {}).expect("the demo")
}

/// Sound answers, with `more` in their place.
fn given(more: &[(&'static str, &[&'static str])]) -> Given {
    let mut given: Given = BTreeMap::from([
        ("name", vec!["Channel Digest"]),
        ("source", vec!["open"]),
        ("source-url", vec!["https://git.example/you/channel-digest?a=b&c=[d]#e"]),
        ("license", vec!["MIT OR Apache-2.0"]),
        ("summary", vec!["Collects what happened in a channel and posts it every morning."]),
        ("setup", vec!["Install it and sign in.", "Choose a channel."]),
        ("limits", vec!["It reads public channels only."]),
        ("support-email", vec!["help@northwind.example"]),
        ("app", vec!["Slack"]),
        ("tags", vec!["messaging", "projects"]),
        ("keywords", vec!["standup", "recap"]),
        ("install", vec!["direct"]),
        ("publisher", vec!["northwind-labs"]),
        ("version", vec!["1.0.0"]),
        ("notes", vec!["First release."]),
        ("accept-agreement", vec!["Northwind Labs Ltd"]),
    ]);
    for (flag, values) in more {
        given.insert(flag, values.to_vec());
    }
    given
}

fn answers(given: &Given) -> Answers {
    let mut answers = Answers::default();
    for (flag, values) in given {
        let question = QUESTIONS.iter().find(|question| question.flag == *flag).expect("a question");
        answers.set(question.topic, values);
    }
    answers
}

/// The files of `given` without the comments of those who write by hand.
fn written(given: &Given, raw: &RawCatalogue) -> Vec<(String, String)> {
    let submission = Submission { answers: answers(given), ..Submission::default() };
    let is_said = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let lean = |text: &str| text.lines().filter(is_said).map(|line| format!("{line}\n")).collect::<String>();
    let text = |path: &str, text: &str| if path.ends_with(".yaml") { lean(text) } else { text.to_owned() };
    files(&submission, raw, jiff::civil::date(2026, 12, 1))
        .iter()
        .map(|file| (file.path.to_string(), text(file.path.as_str(), &file.text)))
        .collect()
}

/// Answers that the catalogue takes.
fn valid() -> Vec<Given> {
    vec![
        given(&[]),
        given(&[
            ("install", &["request"]),
            ("landing-url", &["https://northwind.example/digest"]),
            ("path-note", &["Ask on the page: we reply."]),
        ]),
        given(&[
            ("name", &["Hidden Digest"]),
            ("source", &["closed"]),
            ("source-url", &[]),
            ("license", &[]),
            ("regions", &["us", "eu"]),
            ("auth", &["oauth2"]),
            ("version", &["7"]),
            ("publisher", &["puffin-desk"]),
        ]),
        given(&[
            ("app", &["Teapot: Cloud"]),
            ("app-website", &["https://www.teapot.example/"]),
            ("publisher", &["mango-lab"]),
            ("publisher-name", &["Mango: \"Lab\""]),
            ("publisher-url", &["https://mango.example/"]),
        ]),
        given(&[
            ("publisher", &["mango-lab"]),
            ("publisher-name", &["Mango Lab"]),
            ("account-login", &["mango-lab"]),
            ("account-id", &["990000120"]),
        ]),
        given(&[
            ("name", &["議事録まとめ"]),
            ("slug", &["gijiroku-matome"]),
            ("app", &["議事録くん"]),
            ("app-website", &["https://gijiroku.example/"]),
            ("summary", &["チャンネルの出来事をまとめ、毎朝投稿します。"]),
            ("description", &["# 会議のあとに", "1. まとめ *だけ* を [読む](x) 人へ。"]),
        ]),
        given(&[("name", &["Digest (1)"]), ("notes", &["Brings 🫖: more tea #now."]), ("accept-agreement", &["2026"])]),
    ]
}

/// Answers that mean something in YAML, in Markdown or to the eye.
fn hostile() -> Vec<Given> {
    const TEXTS: &[&str] = &[
        "a: b",
        "a #b",
        "#a",
        "- a",
        "? a",
        "'a'",
        "\"a\" \\ \\n",
        "a\nname: evil\r\n---\n",
        "\ta\t",
        "[a, b]",
        "{a: b}",
        "&a *b !c |d >e %f @g `h`",
        "null",
        "NO",
        "0x1F",
        "1.10",
        "1e3",
        "12:30",
        "+1",
        "~",
        "...",
        "---",
        "a:",
        "a\u{0}\u{7}\u{1b}[31m",
        "\u{202e}evil\u{202c}",
        "\u{feff}a\u{200b}b\u{ad}",
        "\u{a0}a\u{3000}",
        "שלום, עולם: #1",
        "👩‍👩‍👧 🇩🇪 \u{fffd}",
        "e\u{301} ﬀ ß İ ſ",
        "½ Ⅷ ²",
        "’quoted’ – «a» …",
        "<script>alert(1)</script> </textarea>",
        "![a](b) [c](d) __e__ ~~f~~ | g",
        "1. a",
        "2) b",
        "+ c",
        "= d",
        ": e",
        "__proto__",
        "constructor",
    ];
    let case = |text: &'static &'static str| {
        let one = std::slice::from_ref(text);
        given(&[
            ("slug", &["acme"]),
            ("name", one),
            ("summary", one),
            ("notes", one),
            ("path-note", one),
            ("install-command", one),
            ("license", one),
            ("keywords", one),
            ("description", one),
            ("setup", one),
            ("limits", std::slice::from_ref(text)),
            ("app", one),
            ("app-website", &["https://www.acme.example/"]),
            ("publisher", &["acme-labs"]),
            ("publisher-name", one),
            ("publisher-url", one),
            ("account-login", one),
            ("account-id", one),
            ("accept-agreement", one),
        ])
    };
    TEXTS.iter().map(case).collect()
}

/// An answer to every question that is asked, also to those that exclude each other.
fn everything() -> Given {
    given(&[
        ("slug", &["acme"]),
        ("description", &["For teams that start late."]),
        ("troubleshooting", &["Nothing is posted: invite it to the channel."]),
        ("support-url", &["https://you.example/help"]),
        ("support-docs", &["https://you.example/docs"]),
        ("app", &["Acme Chat"]),
        ("app-website", &["https://acme.example/"]),
        ("install-url", &["https://you.example/install"]),
        ("install-command", &["get-connector acme"]),
        ("landing-url", &["https://you.example/acme"]),
        ("path-note", &["Ask on the page."]),
        ("publisher", &["acme-labs"]),
        ("publisher-name", &["Acme Labs"]),
        ("publisher-url", &["https://labs.acme.example/"]),
        ("account-login", &["acme-labs"]),
        ("account-id", &["990000121"]),
        ("tested", &["New messages in a test channel."]),
        ("regions", &["us"]),
        ("auth", &["oauth2"]),
    ])
}

/// A question that is added is answered here, and so `tests/submit.json` asks the writer of the page for it.
#[test]
fn each_question_is_answered_where_both_writers_are_compared() {
    let given = everything();
    let asked = QUESTIONS.iter().filter(|question| question.is_asked).map(|question| question.flag);
    let open: Vec<&str> = asked.filter(|flag| !given.contains_key(flag)).collect();
    assert_eq!(open, [""; 0], "`everything` has no answer to these");
}

/// A valid answer to a question, by which it is found again on a page.
fn marked(question: &Question) -> String {
    let flag = question.flag;
    match (question.topic, question.kind) {
        (Topic::SupportEmail, _) => format!("marked-{flag}@you.example"),
        (Topic::License, _) => format!("LicenseRef-marked-{flag}"),
        (Topic::Publisher, _) => "acme-labs".to_owned(),
        (_, Kind::Choice | Kind::Choices) => String::new(),
        _ if Limits::for_question(question).is_url => format!("https://you.example/marked-{flag}"),
        _ => format!("marked-{flag}"),
    }
}

/// The pages and the data of a listing with marked answers that is installed as `mode` says.
fn pages(mode: &str) -> String {
    const SETTINGS: &str = "title: A\nagreement: {current: \"1\"}\n";
    let mut answers = Answers::default();
    for question in QUESTIONS {
        answers.set(question.topic, [marked(question)]);
    }
    answers.set(Topic::Slug, ["acme"]);
    answers.set(Topic::Source, ["open"]);
    answers.set(Topic::Install, [mode]);
    let settings = Document::read(ContentPath::new("catalogue.yaml").expect("a path"), Ok(SETTINGS.as_bytes().to_vec()));
    let written =
        files(&Submission { answers, ..Submission::default() }, &RawCatalogue::from_documents([settings]), jiff::civil::date(2026, 12, 1));
    let folder = Memory::new().with("catalogue.yaml", SETTINGS).with("agreements/1.md", "---\ntitle: Agreement\n---\nBe good.\n");
    let folder = written.iter().fold(folder, |folder, file| folder.with(file.path.as_str(), file.text.as_str()));
    let site = site(&folder, None);
    site.iter()
        .filter(|(path, _)| path.starts_with("listings/acme/") || *path == "api/v1/listings/acme.json")
        .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
        .collect()
}

#[test]
fn each_answer_is_seen_on_a_page_of_the_listing() {
    // Words to search for are in the index alone; who accepted the agreement is for maintainers, and so is an account.
    let unseen = [Topic::Slug, Topic::Keywords, Topic::Agreement, Topic::AccountForge, Topic::AccountLogin, Topic::AccountId];
    let seen = pages("direct") + &pages("request");
    let of_listing = |question: &&Question| !matches!(question.target, AnswerTarget::Key(FileRole::App | FileRole::Publisher, _));
    for question in QUESTIONS.iter().filter(of_listing).filter(|question| !unseen.contains(&question.topic)) {
        assert!(seen.contains(&marked(question)), "no template shows the answer to --{}", question.flag);
    }
}

/// What the script is given and has to write, in a file that its own test reads.
#[test]
fn the_page_writes_what_the_command_writes() {
    let raw = raw();
    let cases = valid().into_iter().chain(hostile()).chain([
        everything(),
        Given::new(),
        given(&[("name", &["index"])]),
        given(&[("name", &[]), ("source", &["closed"])]),
        given(&[("publisher", &["mango-lab"]), ("account-login", &["mango-lab"])]),
        given(&[("publisher", &["mango-lab"]), ("account-id", &["990000120"])]),
        given(&[("account-login", &["mallory"]), ("account-id", &["7"])]),
    ]);
    let cases = cases.map(|given| {
        let missing: Vec<_> = missing(&answers(&given), &raw).iter().map(|question| question.flag).collect();
        let files: Vec<Value> = written(&given, &raw).into_iter().map(|(path, text)| json!({"path": path, "text": text})).collect();
        json!({"answers": given, "missing": missing, "files": files})
    });
    let lines: Vec<String> = cases.map(|case| case.to_string()).collect();
    let text = format!("[\n{}\n]\n", lines.join(",\n"));
    let path = root().join("tests/submit.json");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &text).expect("the cases");
    }
    assert_eq!(fs::read_to_string(&path).expect("the cases"), text, "UPDATE=1 writes them anew");
}

#[test]
fn what_the_page_writes_from_valid_answers_passes_the_check() {
    for given in valid() {
        let files = written(&given, &raw());
        let documents = files.iter().map(|(path, text)| {
            let path = pressmark::source::ContentPath::new(path).expect("a valid path");
            Document::read(path, Ok(text.clone().into_bytes()))
        });
        let raw = raw().replacing(documents.collect::<Vec<_>>());
        let checked = pipeline::judge(raw, &context().with_submitted(files.iter().map(|(path, _)| path.as_str())));
        let remarks: Vec<_> =
            checked.report.iter().map(|found| format!("{}: {} ({})", found.path, found.message, found.code.name)).collect();
        assert_eq!(remarks, Vec::<String>::new(), "{files:?}");
    }
}

#[test]
fn a_hostile_answer_is_read_back_as_far_as_it_can_be_seen() {
    for given in hostile() {
        let answers = answers(&given);
        let seen = |text: &str| shown(text).into_owned();
        let text_of = |topic: Topic| answers.text(topic).map(seen);
        for (path, text) in written(&given, &raw()) {
            let at = pressmark::source::ContentPath::new(&path).expect("a valid path");
            let document = Document::read(at, Ok(text.clone().into_bytes()));
            match &document.content {
                Content::Listing(listing) => {
                    assert_eq!(listing.name.get().map(ToString::to_string), text_of(Topic::Name), "{text}");
                    assert_eq!(listing.app.get().map(ToString::to_string), text_of(Topic::App), "{text}");
                    let keywords: Vec<_> = listing.keywords.items().iter().map(|keyword| keyword.value.to_string()).collect();
                    assert_eq!(keywords, answers.list(Topic::Keywords).iter().map(|word| seen(word)).collect::<Vec<_>>(), "{text}");
                    let by = listing.agreement.get().and_then(|agreement| agreement.accepted_by.get());
                    assert_eq!(by.map(ToString::to_string), text_of(Topic::Agreement), "{text}");
                }
                Content::App(app) => assert_eq!(app.name.get().map(ToString::to_string), text_of(Topic::App), "{text}"),
                Content::Publisher(publisher) => {
                    assert_eq!(publisher.name.get().map(ToString::to_string), text_of(Topic::PublisherName), "{text}");
                    let [account] = publisher.accounts.items() else { panic!("one account: {text}") };
                    assert_eq!(account.login.get().map(ToString::to_string), text_of(Topic::AccountLogin), "{text}");
                    assert_eq!(account.id.get().map(ToString::to_string), text_of(Topic::AccountId), "{text}");
                }
                _ => assert!(path.ends_with("README.md"), "{path}"),
            }
        }
    }
}

#[test]
fn the_page_asks_the_questions_of_the_command_in_their_words_and_order() {
    let files = demo_site();
    let page = std::str::from_utf8(&files["submit/index.html"]).expect("UTF-8");
    let on_page: Vec<&str> =
        page.split("data-field=\"").skip(1).filter_map(|rest| rest.split('"').next()).filter(|id| *id != "agree").collect();
    let asked =
        form(&Requirements::from_settings(raw().settings())).into_iter().filter(|field| field.question.is_asked && field.may_arise());
    let asked: Vec<&Question> = asked.map(|field| field.question).collect();
    assert_eq!(on_page, asked.iter().map(|question| question.flag).collect::<Vec<_>>());
    for question in asked {
        assert!(page.contains(&question.english_prompt()), "{}", question.flag);
    }
    assert!(on_page.len() > 25, "{on_page:?}");
}

#[test]
fn a_catalogue_without_a_repository_has_no_page_and_no_link_to_it() {
    let (_scratch, content) = demo_copy();
    let settings = content.join("catalogue.yaml");
    let text = fs::read_to_string(&settings).expect("settings");
    let (before, rest) = text.split_once("repository:").expect("the key");
    let (_, after) = rest.split_once("\n\n").expect("the next key");
    fs::write(&settings, format!("{before}{after}")).expect("settings");
    let files = site(&Disk::new(&content), None);
    assert!(!files.contains_key("submit/index.html"));
    for (path, bytes) in &files {
        assert!(!String::from_utf8_lossy(bytes).contains("\"/submit/\""), "{path}");
    }
}

#[test]
fn without_javascript_the_page_leads_to_the_guide_and_to_the_form_of_the_forge() {
    let files = demo_site();
    let page = std::str::from_utf8(&files["submit/index.html"]).expect("UTF-8");
    let without = page.split("<noscript>").nth(1).and_then(|rest| rest.split("</noscript>").next()).expect("a part without a script");
    assert!(without.contains("href=\"/publish/\""), "{without}");
    assert!(without.contains("href=\"https://git.example/pressmark/catalogue/issues/new?template=pressmark-listing.yml\""), "{without}");
}
