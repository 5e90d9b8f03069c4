//! What submitters get wrong in YAML, and what they are told: the expectation is drawn under each line of `tests/fixtures/yaml`.
//!
//! A section `==> name <==` is laid over a valid listing; with `(whole file)` in its name it is the listing. Under a line is what is found in it:
//! carets below the place, the rule and its message, and a line `# fix:` (certain) or `# perhaps:` (for a person to decide). A place that begins in the
//! first column has no room for the `#`. What is found in no line of the section is on top as `# elsewhere:`.
//!
//! `DRAW=1 tests/run rust -- broken_yaml` draws what is found now; read the difference before committing it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use pressmark::autofix::{FixedCatalogue, autofix};
use pressmark::catalogue::RawCatalogue;
use pressmark::diagnostic::{Certainty, Diagnostic, Findings, Level, Report, apply};
use pressmark::format::{Content, Document};
use pressmark::pipeline::{self, Checked};
use pressmark::rules::{Check, all, run};
use pressmark::source::{ContentPath, Memory, Span};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::support::{VALID, context, root};

const PATH: &str = "listings/acme/listing.yaml";

fn catalogue(listing: &str) -> Memory {
    Memory::new()
        .with("catalogue.yaml", "title: Examples\nbase_url: https://catalogue.example/\nagreement: {current: \"2026-01\"}\n")
        .with("tags.yaml", "- {id: crm, label: Customers}\n- {id: finance, label: Finance}\n")
        .with("agreements/2026-01.md", "## Terms\n\nBe fair.\n")
        .with("apps/slack.yaml", "name: Slack\n")
        .with("publishers/acme.yaml", "name: Acme Works\nmay_hide_source: true\n")
        .with(PATH, listing)
        .with("listings/acme/README.md", "## Setup\n\nInstall it.\n\n## Troubleshooting\n\nAsk us.\n")
}

/// Everything that is said about the listing `text`.
fn findings(text: &str) -> Vec<Diagnostic> {
    let raw = RawCatalogue::read(&catalogue(text), &|_, _| {}).expect("a folder in memory");
    run(&raw, &context()).report.iter().filter(|found| found.path.as_str() == PATH).cloned().collect()
}

/// One mistake.
#[derive(Debug, Clone)]
struct Section {
    name: String,
    /// The lines as a submitter wrote them.
    input: String,
    /// The lines with what is expected drawn under them.
    drawn: String,
}

fn fixtures() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("tests/fixtures/yaml")).expect("the fixtures");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

fn sections(text: &str) -> Vec<Section> {
    let parse = |section: &str| {
        let (name, drawn) = section.split_once(" <==\n").expect("a section is `==> name <==` and its lines");
        let input = drawn.split_inclusive('\n').filter(|line| !is_drawing(line)).collect();
        Section { name: name.to_owned(), input, drawn: drawn.to_owned() }
    };
    text.split("==> ").skip(1).map(parse).collect()
}

fn is_drawing(line: &str) -> bool {
    let caret = line.strip_prefix('#').unwrap_or(line).trim_start_matches(' ');
    let is_caret = caret.starts_with('^') && caret.trim_start_matches('^').starts_with(' ') && (line.starts_with(['#', '^']));
    is_caret || ["# fix: ", "# perhaps: ", "# elsewhere: "].iter().any(|start| line.starts_with(start))
}

/// The listing `under` with the section's keys in place of its own, and where the section begins.
fn laid_over(under: &str, section: &Section) -> (String, usize) {
    if section.name.ends_with("(whole file)") {
        return (section.input.clone(), 0);
    }
    let word = |line: &str| line.split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or_default().to_owned();
    let mut keys: BTreeSet<String> = section.input.lines().map(word).filter(|word| !word.is_empty()).collect();
    // A key in the wrong column takes the place of the valid one, too.
    keys.extend(section.input.contains("licen").then(|| "license".to_owned()));
    let mut listing = String::new();
    let mut keeps = true;
    for line in under.split_inclusive('\n') {
        if !line.starts_with(' ') {
            keeps = !keys.contains(&word(line));
        }
        if keeps {
            listing.push_str(line);
        }
    }
    let start = listing.len();
    (listing + &section.input, start)
}

/// `section` with what is found in it drawn under its lines.
fn draw(section: &Section) -> String {
    let (text, section_start) = laid_over(VALID, section);
    let found = findings(&text);
    let mut drawn = String::new();
    let mut start = section_start;
    let is_inside = |found: &&Diagnostic| found.span.is_some_and(|span| span.start as usize >= section_start);
    for other in found.iter().filter(|found| !is_inside(found)) {
        writeln!(drawn, "# elsewhere: {}: {}", other.code.name, other.message).expect("a text");
    }
    let mut lines = section.input.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let end = start + line.len();
        drawn.push_str(line);
        for found in found.iter().filter(is_inside) {
            let span = found.span.map(Span::range).expect("those inside have a place");
            let is_here = (start..end).contains(&span.start) || lines.peek().is_none() && span.start >= end;
            if is_here {
                if !drawn.ends_with('\n') {
                    drawn.push('\n');
                }
                drawn.push_str(&drawing(&text, start, line, found));
            }
        }
        start = end;
    }
    drawn
}

fn drawing(text: &str, start: usize, line: &str, found: &Diagnostic) -> String {
    let span = found.span.map(Span::range).expect("a place");
    let column = text[start..span.start].chars().count();
    let end = span.end.min(start + line.trim_end_matches(['\n', '\r']).len()).max(span.start);
    let carets = "^".repeat(text[span.start..end].chars().count().max(1));
    let lead = if column == 0 { String::new() } else { format!("#{}", " ".repeat(column - 1)) };
    let fix = found.fix.as_ref().map_or_else(String::new, |fix| {
        let word = if fix.certainty == Certainty::Certain { "fix" } else { "perhaps" };
        format!("# {word}: {}\n", fix.title)
    });
    format!("{lead}{carets} {}: {}\n{fix}", found.code.name, found.message)
}

#[test]
fn every_mistake_is_named_where_it_was_made() {
    let mut wrong = String::new();
    let mut n_sections = 0;
    for path in fixtures() {
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let mut redrawn = String::new();
        for section in sections(&text) {
            n_sections += 1;
            let actual = draw(&section);
            if actual != section.drawn {
                let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                write!(wrong, "\n{file}: {}\n{}", section.name, compared(&section.drawn, &actual)).expect("a text");
            }
            write!(redrawn, "==> {} <==\n{actual}", section.name).expect("a text");
        }
        if std::env::var_os("DRAW").is_some() {
            std::fs::write(&path, redrawn).expect("a file that can be written");
        }
    }
    assert!(wrong.is_empty(), "what is drawn (-) and what is found (+):\n{wrong}");
    assert!(n_sections >= 45, "{n_sections} mistakes");
}

#[test]
fn a_certain_fix_removes_its_mistake_and_adds_none() {
    for path in fixtures() {
        for section in sections(&std::fs::read_to_string(&path).expect("UTF-8")) {
            let (mut text, _) = laid_over(VALID, &section);
            let of_form =
                |text: &str| -> Vec<Diagnostic> { findings(text).into_iter().filter(|found| found.code.id.starts_with('F')).collect() };
            let is_certain = |found: &&Diagnostic| found.is_fixable();
            let before = of_form(&text);
            let n_certain = before.iter().filter(is_certain).count();
            for _ in 0..8 {
                let found = of_form(&text);
                text = apply(&text, found.iter().filter(is_certain).filter_map(|found| found.fix.as_ref())).0;
            }
            let left = of_form(&text);
            let names: Vec<_> = left.iter().map(|found| (found.code.name, &found.message)).collect();
            assert_eq!(left.iter().filter(is_certain).count(), 0, "{}: a fix that mends nothing\n{text}\n{names:?}", section.name);
            let n_uncovered = (left.len() + n_certain).saturating_sub(before.len());
            assert_eq!(n_uncovered, 0, "{}: a fix that uncovers more\n{text}\n{names:?}", section.name);
        }
    }
}

#[test]
fn the_help_is_a_line_to_copy() {
    let helps =
        |text: &str| -> Vec<String> { findings(text).into_iter().flat_map(|found| found.help).map(|help| help.to_string()).collect() };
    let says = |text: &str, help: &str| assert!(helps(text).iter().any(|known| known == help), "{:#?}", helps(text));
    says("support: ask us\n", "write it as `support: {email: help@northwind.example}`");
    says("license:\n  - MIT\n  - Apache-2.0\n", "write `license: MIT OR Apache-2.0`");
    says("source_url: @you/x\n", "`source_url` asks for a URL: write it as `source_url: https://git.example/northwind/shopify-orders`");
    says("keyword: [one]\nkeywords: [two]\n", "`keywords` is already set: move the value there, and delete this key");
    let day = findings("versions: [{version: 1.0.0, date: 2026-11-31}]\n");
    let day = day.iter().find(|found| found.code.name == "date-malformed").expect("no such day");
    assert_eq!(day.help, []);
}

/// Mistakes that can be made in one listing together.
fn mistakes() -> Vec<Section> {
    let all = fixtures().into_iter().flat_map(|path| sections(&std::fs::read_to_string(path).expect("UTF-8")));
    all.filter(|section| !section.name.ends_with("(whole file)")).collect()
}

/// The catalogue with the listing `text` before and after `check --fix`.
fn fixed(text: &str) -> (Checked, FixedCatalogue) {
    let folder = catalogue(text);
    let raw = || RawCatalogue::read(&folder, &|_, _| {}).expect("a folder in memory");
    (pipeline::judge(raw(), &context()), autofix(&folder, raw(), &context(), &[]))
}

/// What visitors can read of the listing, by key; empty when they see nothing of it.
fn shown(checked: &Checked) -> BTreeMap<String, String> {
    let mut shown: BTreeMap<String, String> = BTreeMap::new();
    let Some(listing) = checked.resolved.catalogue.listings.get("acme") else { return shown };
    let mut key = String::new();
    for line in format!("{:#?}", listing.file).lines() {
        if let Some(field) = line.strip_prefix("    ").filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            key = field.split(':').next().unwrap_or_default().to_owned();
        }
        // Places move when a line above them is fixed: a number on its own is one.
        let value = line.trim().trim_end_matches(',').rsplit(": ").next().unwrap_or_default();
        let is_place =
            line.trim() == "span: Span {" || (!value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
        if !is_place {
            *shown.entry(key.clone()).or_default() += &format!("{line}\n");
        }
    }
    // An item without what it needs is kept in the file, and shown nowhere.
    ["operations", "videos", "allow"].iter().for_each(|key| drop(shown.remove(*key)));
    shown.insert("versions".to_owned(), format!("{:#?}", listing.versions));
    shown.insert("screenshots".to_owned(), format!("{:#?}", listing.screenshots));
    shown
}

/// The top-level key that `line` begins with.
fn key_of(line: &str) -> Option<String> {
    line.split(':').next().filter(|_| line.starts_with(|c: char| c.is_alphabetic())).map(|key| key.trim().to_owned())
}

/// The top-level key to which the byte `at` of `text` belongs.
fn key_at(text: &str, at: usize) -> String {
    let end = text[at..].find('\n').map_or(text.len(), |n| at + n);
    text[..end].lines().rev().find_map(key_of).unwrap_or_default()
}

/// The lines of both texts: with `-` those of `before` alone, with `+` those of `after` alone.
fn changes<'text>(before: &'text str, after: &'text str) -> Vec<(char, &'text str)> {
    let input = imara_diff::InternedInput::new(before, after);
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let mut changes = Vec::new();
    let mut at = 0;
    for hunk in imara_diff::Diff::compute(imara_diff::Algorithm::Myers, &input).hunks() {
        let (from, to) = (hunk.before.start as usize..hunk.before.end as usize, hunk.after.start as usize..hunk.after.end as usize);
        changes.extend(old[at..from.start].iter().map(|line| (' ', *line)));
        changes.extend(old[from.clone()].iter().map(|line| ('-', *line)));
        changes.extend(new[to].iter().map(|line| ('+', *line)));
        at = from.end;
    }
    changes.extend(old[at..].iter().map(|line| (' ', *line)));
    changes
}

/// Both texts, line by line, for a person.
fn compared(before: &str, after: &str) -> String {
    changes(before, after).iter().map(|(sign, line)| format!("{sign}{}\n", line.trim_end_matches('\n'))).collect()
}

/// The top-level keys on whose lines `before` and `after` differ.
fn touched(before: &str, after: &str) -> BTreeSet<String> {
    let mut touched = BTreeSet::new();
    let mut keys = [String::new(), String::new()];
    for (sign, line) in changes(before, after) {
        let key = key_of(line);
        let sides: &[usize] = match sign {
            '-' => &[0],
            '+' => &[1],
            _ => &[0, 1],
        };
        for &side in sides {
            keys[side] = key.clone().unwrap_or_else(|| keys[side].clone());
            if sign != ' ' {
                touched.insert(keys[side].clone());
            }
        }
    }
    touched
}

/// Whether anything is known of the listing `bytes`: what is in it, or what is wrong with it.
fn is_reported(bytes: Vec<u8>) -> bool {
    let document = Document::read(ContentPath::new(PATH).expect("a valid path"), Ok(bytes));
    let mut found = Vec::new();
    for rule in all() {
        if let Check::Document(check) = rule.check {
            check(&document, &mut Findings::new(rule.code, rule.level, &document.path, &mut found));
        }
    }
    let text = document.text.as_deref().unwrap_or_default();
    for found in &found {
        let edits = found.fix.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
        for span in edits.chain(found.span).chain(found.related.iter().filter_map(|related| related.span)) {
            assert!(document.text.is_none() || text.get(span.range()).is_some(), "{}: {span:?} is no place in {text:?}", found.code.name);
        }
    }
    !found.is_empty() || matches!(document.content, Content::Listing(_))
}

fn demo_listing() -> Vec<u8> {
    std::fs::read(root().join("content/listings/shopify-orders/listing.yaml")).expect("the demo")
}

#[test]
fn a_quote_after_the_last_line_that_opens_one_is_reported() {
    assert!(is_reported(b"\"\ns:\ny: \"\"".to_vec()));
}

#[test]
fn a_space_of_two_bytes_within_brackets_is_reported() {
    assert!(is_reported("[.\np\u{a0}:".into()));
}

#[test]
fn a_listing_truncated_anywhere_is_reported() {
    let whole = demo_listing();
    for at in 0..whole.len() {
        assert!(is_reported(whole[..at].to_vec()), "cut off at {at}");
    }
}

#[test]
fn a_listing_that_begins_anywhere_is_reported() {
    let whole = demo_listing();
    for at in 0..whole.len() {
        assert!(is_reported(whole[at..].to_vec()), "begun at {at}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_listing_with_any_byte_edited_is_reported(at in any::<prop::sample::Index>(), byte in any::<u8>(), kind in 0..3) {
        let mut bytes = demo_listing();
        let at = at.index(bytes.len());
        match kind {
            0 => bytes[at] = byte,
            1 => bytes.insert(at, byte),
            _ => {
                bytes.remove(at);
            }
        }
        prop_assert!(is_reported(bytes));
    }

    #[test]
    fn yaml_indicators_in_any_order_are_reported(signs in prop::collection::vec(prop::sample::select(SIGNS.to_vec()), 0..40)) {
        prop_assert!(is_reported(signs.concat().into_bytes()));
    }
}

proptest! {
    // The same cases in every run: what is wrong once in ten thousand must not fail someone else's change.
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn fixing_ends_what_it_fixes_brings_no_error_and_leaves_other_keys_alone(
        mistakes in prop::collection::vec(prop::sample::select(mistakes()), 1..4),
        at in any::<prop::sample::Index>(),
        sign in prop::option::of(prop::sample::select(SIGNS.to_vec())),
    ) {
        let mut text = String::from(VALID);
        for mistake in &mistakes {
            text = laid_over(&text, mistake).0;
        }
        if let Some(sign) = sign {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            text.insert_str(places[at.index(places.len())], sign);
        }
        let (before, after) = fixed(&text);
        let text_after = after.files.first().map_or(&*text, |file| &file.after);
        prop_assert_eq!(fixed(text_after).1.files.len(), 0, "fixed again: {}", text_after);
        let Some(file) = after.files.first() else { return Ok(()) };
        let touched = touched(&file.before, &file.after);
        // What a key that could not be read contains is known only once it can, and one mistake can hide another.
        let is_of_fixed = |found: &Diagnostic| found.span.is_some_and(|span| touched.contains(&key_at(&file.after, span.start as usize)));
        let errors = |report: &Report| -> Vec<Diagnostic> { report.iter().filter(|found| found.level == Level::Error).cloned().collect() };
        let known = errors(&before.report);
        let left: Vec<_> = errors(&after.checked.report).into_iter().filter(|found| !is_of_fixed(found)).collect();
        prop_assert!(left.len() <= known.len(), "{:?} after fixing\n{}\nas\n{}", left, file.before, file.after);
        let (was, is) = (shown(&before), shown(&after.checked));
        for (key, value) in &was {
            let said = value.trim_start().strip_prefix(&format!("{key}: ")).unwrap_or(value);
            let is_unseen = ["Missing", "Invalid("].iter().any(|start| said.starts_with(start));
            let now = is.get(key).map_or("", String::as_str);
            prop_assert!(
                is_unseen || touched.contains(key) || now == value,
                "`{}` says something else after fixing\n{}\nas\n{}\n{}",
                key,
                file.before,
                file.after,
                compared(value, now)
            );
        }
    }
}

/// What a text is made of that is nearly YAML.
const SIGNS: [&str; 40] = [
    " ", "  ", "\t", "\n", "\n  ", "\r\n", ":", ": ", "#", " #", "-", "\n- ", "[", "]", "{", "}", ",", "'", "\"", "|", ">", "&", "*", "!",
    "%", "@", "`", "?", "a", "é", "~", "=", "\u{a0}", "“", "\nname: ", "\n---\n", "\n...", "\\", "\u{feff}", "//",
];
