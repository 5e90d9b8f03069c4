//! The formats of a report: each contains the same findings, is valid in its own syntax, and stays so whatever a contributor writes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use pressmark::diagnostic::human::{self, Style};
use pressmark::diagnostic::json::REPORT_SCHEMA;
use pressmark::diagnostic::{Format, RuleDescription, Sources};
use pressmark::pipeline;
use pressmark::rules;
use pressmark::source::Memory;
use pressmark::text::printable;
use pulldown_cmark::{Event, Options, Parser, Tag};
use quick_xml::events::Event as Xml;
use serde_json::Value;

use crate::judge::Judge;
use crate::support::{context, demo_copy, pressmark, program};

/// What every format must tell of a finding: the path as a log shows it, line, column, id, level and message.
type Told = (String, u64, u64, String, String, String);

/// A listing with nine mistakes, among them long lines, a line with two marks and a fix of each kind.
const BROKEN: &str = r#"name: " A connector whose name is very much longer than the sixty characters a card can show "
naem: x
app: slack
summary: Posts messages, reads channels, files alerts and does a great many other things that make this line so long that it has to be cut on any terminal, even on a wide one.
publisher: acme
tags: chat
install: {url: "http://acme.example/install"}
support: {email: help@acme.example}
versions: [{version: 1.2, date: 2026-02-30, notes: First.}]
keywords: [one, two, three]
"#;

/// Words that would be something else in a log, in XML, in Markdown or on a terminal.
const HOSTILE: &str = "a\\n::error file=x::pwned\\r##[set-output name=x]%0A::stop</failure>]]><!--|`` @octocat #1 \\u202E\\e[31m\\0 {0} [x](javascript:y) </code> {{";

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// A scratch folder with a catalogue that contains the listings `listings`: the name of each folder and its file.
fn catalogue(listings: &[(&str, &str)]) -> tempfile::TempDir {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let content = scratch.path().join("content");
    write(&content.join("catalogue.yaml"), "title: Test\nbase_url: https://test.example/below/\n");
    write(&content.join("tags.yaml"), "- {id: chat, label: Chat}\n");
    write(&content.join("apps/slack.yaml"), "name: Slack\n");
    write(&content.join("publishers/acme.yaml"), "name: Acme\n");
    for (slug, text) in listings {
        write(&content.join("listings").join(slug).join("listing.yaml"), text);
    }
    scratch
}

fn hostile() -> tempfile::TempDir {
    let text = format!(
        "name: \"{HOSTILE}\"\napp: \"{HOSTILE}\"\nsummary: \"{HOSTILE}\"\npublisher: \"{HOSTILE}\"\ntags: [\"{HOSTILE}\"]\n\"{HOSTILE}\": x\ninstall: {{url: \"{HOSTILE}\"}}\n"
    );
    let folder = if cfg!(windows) { "plain" } else { "a%0A::error::`@octocat`<b>,#1|\n::warning::x\u{202e}" };
    catalogue(&[(folder, &text)])
}

/// The report of `folder` in every format that a program reads.
fn reports(folder: &Path) -> impl Fn(Format) -> String {
    let machine = Format::ALL.into_iter().filter(|format| *format != Format::Human);
    let outputs: Vec<String> = machine.map(|format| format!("--format={0}=out/{0}", format.name())).collect();
    let mut args = vec!["check", "--today", "2026-12-01"];
    args.extend(outputs.iter().map(String::as_str));
    let output = pressmark(folder, &args);
    assert!(output.status.code().is_some_and(|code| code < 2), "{}", String::from_utf8_lossy(&output.stderr));
    let folder = folder.join("out");
    move |format| fs::read_to_string(folder.join(format.name())).expect("a report")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or_else(|| panic!("no list: {value}"), Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("no number: {value}"))
}

fn from_json(report: &str) -> Vec<Told> {
    let told = |finding: &Value| {
        let start = &finding["range"]["start"];
        let (line, column) = if start.is_null() { (1, 1) } else { (number(&start["line"]), number(&start["column"])) };
        let [id, level, message] = ["id", "level", "message"].map(|key| text(&finding[key]).to_owned());
        (printable(text(&finding["path"])), line, column, id, level, message)
    };
    list(&json(report)["findings"]).iter().map(told).collect()
}

fn from_sarif(report: &str) -> Vec<Told> {
    let told = |result: &Value| {
        let place = &result["locations"][0]["physicalLocation"];
        let uri = percent_encoding::percent_decode_str(text(&place["artifactLocation"]["uri"])).decode_utf8().expect("UTF-8");
        let region = &place["region"];
        let message = text(&result["message"]["text"]).split('\n').next().unwrap_or_default();
        let message = message.replace("{{", "{").replace("}}", "}").replace("\\[", "[").replace("\\]", "]");
        let level = match text(&result["level"]) {
            "warning" => "warn",
            "note" => "info",
            level => level,
        };
        let column = region["startColumn"].as_u64().unwrap_or(1);
        (printable(&uri), number(&region["startLine"]), column, text(&result["ruleId"]).to_owned(), level.to_owned(), message)
    };
    list(&json(report)["runs"][0]["results"]).iter().map(told).collect()
}

fn from_gitlab(report: &str) -> Vec<Told> {
    let told = |issue: &Value| {
        let level = match text(&issue["severity"]) {
            "critical" => "error",
            "minor" => "warn",
            severity => severity,
        };
        let begin = &issue["location"]["positions"]["begin"];
        let id = text(&issue["content"]["body"]).split(' ').next().unwrap_or_default().to_owned();
        let path = printable(text(&issue["location"]["path"]));
        (path, number(&begin["line"]), number(&begin["column"]), id, level.to_owned(), text(&issue["description"]).to_owned())
    };
    list(&json(report)).iter().map(told).collect()
}

/// What a runner of GitHub takes for a command; every line of the report must be one.
fn from_github(report: &str) -> Vec<Told> {
    let told = |line: &str| {
        let (head, data) = line.strip_prefix("::").and_then(|rest| rest.split_once("::")).unwrap_or_else(|| panic!("no command: {line}"));
        let (command, properties) = head.split_once(' ').expect("properties");
        let undo = |text: &str| text.replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%");
        let property = |name: &str| {
            let found = properties.split(',').find_map(|property| property.strip_prefix(name)?.strip_prefix('='));
            undo(found.unwrap_or_else(|| panic!("no {name}: {line}")))
        };
        let level = match command {
            "warning" => "warn",
            "notice" => "info",
            command => command,
        };
        let message = undo(data).split('\n').next().unwrap_or_default().to_owned();
        let id = property("title").split(' ').next().unwrap_or_default().to_owned();
        let place = |name| property(name).parse().expect("a number");
        (printable(&property("file")), place("line"), place("col"), id, level.to_owned(), message)
    };
    report.lines().map(told).collect()
}

/// `path:line:column: level[id] message (name)`, and what may follow.
fn from_line(line: &str, message: &str) -> Told {
    let (place, rest) = line.split_once(": ").unwrap_or_else(|| panic!("no place: {line}"));
    let mut parts = place.rsplitn(3, ':');
    let [column, number, path] = [(); 3].map(|()| parts.next().expect("three parts").to_owned());
    let (level, rest) = rest.split_once('[').expect("a level");
    let (id, rest) = rest.split_once("] ").expect("an id");
    assert!(rest.starts_with(&format!("{message} (")), "{line}\nis not about\n{message}");
    let [line, column] = [number, column].map(|part| part.parse().expect("a number"));
    (path, line, column, id.to_owned(), level.to_owned(), message.to_owned())
}

fn from_concise(report: &str, expected: &[Told]) -> Vec<Told> {
    assert_eq!(report.lines().count(), expected.len(), "{report}");
    report.lines().zip(expected).map(|(line, told)| from_concise_line(line, told)).collect()
}

/// A place ends with the first `: ` after a number: a path may contain one too.
fn from_concise_line(line: &str, told: &Told) -> Told {
    let rest = line.strip_prefix(&told.0).unwrap_or_else(|| panic!("{line}\nis not about\n{}", told.0));
    let (_, line, column, id, level, message) = from_line(rest, &told.5);
    (told.0.clone(), line, column, id, level, message)
}

fn from_junit(report: &str, expected: &[Told]) -> Vec<Told> {
    let mut reader = quick_xml::Reader::from_str(report);
    let (mut lines, mut says) = (Vec::new(), false);
    let mut said = String::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}\n{report}")) {
            Xml::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                assert!(["testsuites", "testsuite", "testcase", "failure", "skipped"].contains(&&*name), "<{name}> in\n{report}");
                says = name == "failure" || name == "skipped";
                said.clear();
            }
            Xml::Text(part) if says => said += &part,
            Xml::GeneralRef(part) if says => said += &entity(&part),
            Xml::End(_) if says => {
                lines.push(said.lines().next().unwrap_or_default().to_owned());
                says = false;
            }
            Xml::CData(_) | Xml::Comment(_) | Xml::PI(_) | Xml::DocType(_) => panic!("not one of ours:\n{report}"),
            Xml::Eof => break,
            _ => {}
        }
    }
    assert_eq!(lines.len(), expected.len(), "{report}");
    lines.iter().zip(expected).map(|(line, told)| from_concise_line(line, told)).collect()
}

fn entity(name: &str) -> String {
    match name {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        name => panic!("&{name};"),
    }
    .to_owned()
}

/// The items of the lists, as a reader of the rendered page sees them; and nothing else may be there.
fn from_markdown(report: &str, expected: &[Told]) -> Vec<Told> {
    let (mut items, mut path, mut depth, mut in_code_block, mut in_heading) =
        (Vec::<(String, String)>::new(), String::new(), 0, false, false);
    for event in Parser::new_ext(report, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Heading { .. }) => (in_heading, path) = (true, String::new()),
            Event::End(pulldown_cmark::TagEnd::Heading(_)) => in_heading = false,
            Event::Start(Tag::List(_)) => depth += 1,
            Event::End(pulldown_cmark::TagEnd::List(_)) => depth -= 1,
            Event::Start(Tag::Item) if depth == 1 => items.push((path.clone(), String::new())),
            Event::Start(Tag::CodeBlock(_)) => in_code_block = true,
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => in_code_block = false,
            Event::Start(Tag::Link { dest_url, .. }) => assert!(dest_url.starts_with("https://test.example/below/rules/"), "{dest_url}"),
            Event::Code(words) if in_heading => path += &words,
            Event::Text(words) if !in_code_block && !in_heading => {
                assert!(!words.contains(['@', '#', '<', '>', '[', '|', '\u{202e}']), "{words}");
                if let (1, Some((_, item))) = (depth, items.last_mut()) {
                    *item += &words;
                }
            }
            Event::Code(words) => {
                if let (1, Some((_, item))) = (depth, items.last_mut()) {
                    *item += &words;
                }
            }
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Image { .. } | Tag::Table(_) | Tag::BlockQuote(_)) => {
                panic!("{event:?} in\n{report}")
            }
            _ => {}
        }
    }
    assert_eq!(items.len(), expected.len(), "{report}");
    let told = |((path, item), expected): (&(String, String), &Told)| {
        let (_, line, column, id, _, message) = expected;
        let plain = |text: &str| text.replace('`', "");
        // A finding about a whole file has no place here.
        let has_place = item.split(':').next().is_some_and(|head| head.contains(' '));
        let place = if has_place { format!(" {line}:{column}") } else { String::new() };
        let level = item.split([' ', ':']).next().unwrap_or_default();
        assert!(plain(item).starts_with(&format!("{level}{place}: {} ({id} ", plain(message))), "{item}\nis not\n{message}");
        let level = match level {
            "warning" => "warn",
            "note" => "info",
            level => level,
        };
        (path.clone(), *line, *column, id.clone(), level.to_owned(), message.clone())
    };
    items.iter().zip(expected).map(told).collect()
}

fn assert_alike(folder: &Path) -> Vec<Told> {
    let report = reports(folder);
    let told = from_json(&report(Format::Json));
    for format in Format::ALL {
        let found = match format {
            Format::Human | Format::Json => continue,
            Format::Concise => from_concise(&report(format), &told),
            Format::Github => from_github(&report(format)),
            Format::Sarif => from_sarif(&report(format)),
            Format::Junit => from_junit(&report(format), &told),
            Format::Gitlab => from_gitlab(&report(format)),
            Format::Markdown => from_markdown(&report(format), &told),
        };
        assert_eq!(found, told, "{}", format.name());
    }
    told
}

#[test]
fn every_format_contains_the_same_findings() {
    let told = assert_alike(catalogue(&[("broken", BROKEN)]).path());
    let levels: BTreeSet<&str> = told.iter().map(|told| told.4.as_str()).collect();
    assert!(told.len() > 8 && levels.len() > 1, "{told:#?}");
}

#[test]
fn a_hostile_catalogue_breaks_no_format() {
    let folder = hostile();
    let told = assert_alike(folder.path());
    assert!(told.iter().filter(|told| told.5.contains("octocat")).count() > 4, "the words have to be told: {told:#?}");
    let human = pressmark(folder.path(), &["check", "--color", "never"]).stdout;
    let human = String::from_utf8(human).expect("UTF-8");
    assert!(!human.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{human}");
}

#[test]
fn a_runner_of_github_takes_no_line_of_a_report_for_people_for_a_command() {
    let folder = hostile();
    for format in ["human", "concise"] {
        let mut command = Command::new(program());
        command.args(["check", "--format", format]).current_dir(folder.path());
        let outside = command.output().expect("the program starts").stdout;
        let inside = command.env("GITHUB_ACTIONS", "true").output().expect("the program starts").stdout;
        let inside = String::from_utf8(inside).expect("UTF-8");
        assert!(!inside.lines().any(|line| line.trim_start().starts_with("::")), "{inside}");
        assert!(!inside.contains("##["), "{inside}");
        assert_eq!(inside.lines().count(), String::from_utf8_lossy(&outside).lines().count(), "it is still the format that was asked for");
    }
}

#[test]
fn without_findings_every_document_is_valid_and_empty() {
    let (scratch, _) = demo_copy();
    let report = reports(scratch.path());
    assert!(assert_alike(scratch.path()).is_empty());
    assert_eq!([Format::Concise, Format::Github].map(&report), ["", ""]);
    assert_eq!(report(Format::Gitlab).trim(), "[]");
    assert!(report(Format::Junit).contains("<testcase"), "viewers take a report without a case for a broken run");
    assert!(report(Format::Markdown).contains("no problems found"));
}

#[test]
fn the_json_report_is_what_its_schema_says() {
    let validator = Judge::new(&json(REPORT_SCHEMA));
    for folder in [catalogue(&[("broken", BROKEN)]), hostile(), catalogue(&[])] {
        let report = json(&reports(folder.path())(Format::Json));
        assert_eq!(validator.errors(&report), [""; 0]);
    }
    let mut report = json(&reports(catalogue(&[("broken", BROKEN)]).path())(Format::Json));
    assert!(list(&report["findings"]).iter().any(|finding| finding["fix"]["certainty"] == "certain"), "the example has a fix");
    report["findings"][0]["level"] = "fatal".into();
    assert!(!validator.is_valid(&report), "a level that does not exist");
}

#[test]
fn sarif_brings_its_fixes_and_the_page_of_each_rule() {
    let report = json(&reports(catalogue(&[("broken", BROKEN)]).path())(Format::Sarif));
    let run = &report["runs"][0];
    let app = list(&run["results"]).iter().find(|result| text(&result["message"]["text"]).contains("`slack`")).expect("the unknown app");
    let fix = &app["fixes"][0];
    assert_eq!(fix["properties"]["certainty"], "certain");
    assert_eq!(fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"], "Slack");
    let index = usize::try_from(number(&app["ruleIndex"])).expect("a small number");
    let rule = &run["tool"]["driver"]["rules"][index];
    assert_eq!(rule["id"], app["ruleId"]);
    assert_eq!(rule["helpUri"], "https://test.example/below/rules/app-unknown/");
}

#[test]
fn fingerprints_stay_when_lines_move_and_differ_between_findings() {
    let fingerprints = |text: &str| -> Vec<String> {
        let report = json(&reports(catalogue(&[("broken", text)]).path())(Format::Gitlab));
        list(&report).iter().map(|issue| self::text(&issue["fingerprint"]).to_owned()).collect()
    };
    let twice = format!("{BROKEN}naem: x\n");
    let before = fingerprints(&twice);
    assert_eq!(fingerprints(&format!("# one\n\n# two\n{twice}")), before);
    assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), before.len(), "{before:?}");
}

#[test]
fn what_github_would_drop_is_counted_and_logged() {
    let folder = catalogue(&[("broken", "name: x\n"), ("more", "name: y\n"), ("third", "a: 1\nb: 1\nc: 1\nd: 1\n")]);
    let report = reports(folder.path());
    let (github, n_errors) = (report(Format::Github), number(&json(&report(Format::Json))["summary"]["errors"]));
    assert!(n_errors > 10, "{github}");
    assert_eq!(github.lines().filter(|line| line.starts_with("::error ")).count(), 10);
    assert!(github.contains(&format!("::error title={} more errors::", n_errors - 9)), "{github}");
    assert_eq!(github.lines().filter(|line| line.contains(": error[")).count() as u64, n_errors - 9);
}

#[test]
fn findings_go_to_standard_output_and_the_rest_to_standard_error() {
    let folder = catalogue(&[("broken", BROKEN)]);
    for format in Format::ALL {
        let output = pressmark(folder.path(), &["check", "--format", format.name()]);
        let [out, err] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
        assert!(out.contains("app-unknown") && !out.contains("checked "), "{out}");
        assert!(err.starts_with("checked 1 listing in ") && err.lines().count() == 2, "{err}");
    }
}

#[test]
fn a_checklist_never_follows_a_document_for_programs() {
    let folder = catalogue(&[("broken", BROKEN)]);
    let check = |format: &str| pressmark(folder.path(), &["check", "--pre-submission", "broken", "--format", format]);
    let refused = check("json");
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(2), 0));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("--format json=FILE"));
    assert!(check("json=report.json").status.code() == Some(1) && folder.path().join("report.json").exists());
}

#[test]
fn colour_is_for_terminals_unless_it_is_asked_for() {
    let folder = catalogue(&[("broken", BROKEN)]);
    let paints = |args: &[&str]| pressmark(folder.path(), args).stdout.contains(&0x1b);
    assert!(!paints(&["check"]), "a pipe is no terminal");
    assert!(paints(&["check", "--color", "always"]));
    assert!(!paints(&["check", "--color", "always", "--format", "concise"]), "this one has none");
    assert!(!paints(&["check", "--color", "never", "--diff"]));
    assert!(paints(&["check", "--color", "always", "--diff"]));
}

const SIXTY: &str = r#"warning[L210 text-untrimmed]: `A connector whose name is
                              very much longer than …`
                              begins and ends with a space
 --> content/listings/broken/listing.yaml:1:7
  |
1 | name: " A connector whose name is very much longer tha…
  |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = fix: `check --fix` does this
1 - name: " A connector whose name is very much longer tha…
1 + name: A connector whose name is very much longer than …
  = see: https://test.example/rules/text-untrimmed/

error[L001 app-unknown]: unknown app `slack`
 --> content/listings/broken/listing.yaml:3:6
  |
3 | app: slack
  |      ^^^^^ differs in case, spaces or hyphens
  |
  = note: visitors do not see this
  = help: did you mean `Slack`?
  = fix: `check --fix` does this
3 - app: slack
3 + app: Slack
  = see: https://test.example/rules/app-unknown/

warning[L012 summary-too-long]: summary has 166 characters,
                                the limit is 160
 --> content/listings/broken/listing.yaml:4:10
  |
4 | summary: Posts messages, reads channels, files alerts …
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: keep what makes the listing different, and move
          the rest to the README
  = see: https://test.example/rules/summary-too-long/

error[F020 date-malformed]: `2026-02-30` is not a date:
                            there is no such day
 --> content/listings/broken/listing.yaml:9:33
  |
9 | …ons: [{version: 1.2, date: 2026-02-30, notes: First.}]
  |                             ^^^^^^^^^^
  |
  = note: visitors do not see this
  = see: https://test.example/rules/date-malformed/
"#;

const HUNDRED_AND_TWENTY: &str = r#"warning[L210 text-untrimmed]: `A connector whose name is very much longer than …` begins and ends with a space
 --> content/listings/broken/listing.yaml:1:7
  |
1 | name: " A connector whose name is very much longer than the sixty characters a card can show "
  |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = fix: `check --fix` does this
1 - name: " A connector whose name is very much longer than the sixty characters a card can show "
1 + name: A connector whose name is very much longer than the sixty characters a card can show
  = see: https://test.example/rules/text-untrimmed/

error[L001 app-unknown]: unknown app `slack`
 --> content/listings/broken/listing.yaml:3:6
  |
3 | app: slack
  |      ^^^^^ differs in case, spaces or hyphens
  |
  = note: visitors do not see this
  = help: did you mean `Slack`?
  = fix: `check --fix` does this
3 - app: slack
3 + app: Slack
  = see: https://test.example/rules/app-unknown/

warning[L012 summary-too-long]: summary has 166 characters, the limit is 160
 --> content/listings/broken/listing.yaml:4:10
  |
4 | summary: Posts messages, reads channels, files alerts and does a great many other things that make this line so lo…
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: keep what makes the listing different, and move the rest to the README
  = see: https://test.example/rules/summary-too-long/

error[F020 date-malformed]: `2026-02-30` is not a date: there is no such day
 --> content/listings/broken/listing.yaml:9:33
  |
9 | versions: [{version: 1.2, date: 2026-02-30, notes: First.}]
  |                                 ^^^^^^^^^^
  |
  = note: visitors do not see this
  = see: https://test.example/rules/date-malformed/
"#;

/// The human format of [`BROKEN`] at `width`.
fn drawn(width: usize, colour: bool) -> String {
    let folder = Memory::new()
        .with("catalogue.yaml", "title: Test\n")
        .with("tags.yaml", "- {id: chat, label: Chat}\n")
        .with("apps/slack.yaml", "name: Slack\n")
        .with("publishers/acme.yaml", "name: Acme\n")
        .with("listings/broken/listing.yaml", BROKEN.replace('\n', "\r\n"));
    let checked = pipeline::check(&folder, &context(), &|_, _, _| {}).expect("a folder");
    let page = |name: &str| Some(format!("https://test.example/rules/{name}/"));
    let describe = |rule: &rules::Rule| RuleDescription::new(rule.code, rule.level, &rule.explanation(), page(rule.code.name));
    let rules: Vec<RuleDescription> = rules::all().map(describe).collect();
    let sources =
        Sources { text_of: &|path| checked.raw.text(path), prefix: "content/", start: "", prefix_outside: &|_| None, rules: &rules };
    human::render(&checked.report, &sources, Style { colour, width })
}

/// The remarks of `report` about the rules `names`.
fn about<'report>(report: &'report str, names: &[&str]) -> Vec<&'report str> {
    report.split("\n\n").filter(|finding| names.iter().any(|name| finding.contains(&format!(" {name}]")))).collect()
}

#[test]
fn a_report_for_people_fits_sixty_columns() {
    let names = ["app-unknown", "summary-too-long", "text-untrimmed", "date-malformed"];
    assert_eq!(about(&drawn(60, false), &names).join("\n\n") + "\n", SIXTY);
}

#[test]
fn a_report_for_people_uses_a_hundred_and_twenty_columns() {
    let names = ["app-unknown", "summary-too-long", "text-untrimmed", "date-malformed"];
    assert_eq!(about(&drawn(120, false), &names).join("\n\n") + "\n", HUNDRED_AND_TWENTY);
}

#[test]
fn only_paths_and_addresses_are_wider_than_the_terminal() {
    for width in 60..=140 {
        for line in drawn(width, false).lines() {
            let is_place = ["--> ", "= see: "].iter().any(|sign| line.contains(sign));
            assert!(is_place || line.chars().count() <= width, "{width}: {line}");
            assert!(!line.contains(['\r', '␍']), "{line}");
        }
    }
}

#[test]
fn colour_changes_no_word() {
    let coloured = drawn(80, true);
    assert!(coloured.contains('\u{1b}'));
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), drawn(80, false));
}
