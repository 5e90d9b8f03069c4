//! A test: a text eight times as long takes about eight times as long, whatever it contains.
#![allow(clippy::disallowed_methods, reason = "a test may measure time")]

use std::time::{Duration, Instant};

use super::run::{alone, among_others};
use super::{Rule, RunContext, all, run};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::human::Style;
use crate::diagnostic::{Format, Level, Sources};
use crate::format::Document;
use crate::parse::prose::{self, HtmlOptions, Resolve, Resolved, ResolvedImage};
use crate::source::{ContentPath, Memory};

/// Length of the shorter text. The largest that may be read is half a megabyte, which takes minutes to try: `LARGE=1` does.
fn n_bytes() -> usize {
    if std::env::var_os("LARGE").is_some() { 64 * 1024 } else { 4 * 1024 }
}

/// How many times as long the longer text is.
const FACTOR: usize = 8;
/// How much more than eight times as long the longer text may take: this machine does other things, too.
const SLACK: u32 = 4;

/// How often something that looks too slow is timed again.
const N_MORE: usize = 6;
/// Times below this are too short to be compared.
const FLOOR: Duration = Duration::from_millis(10);

const README: &str = "listings/acme/README.md";
const LISTING: &str = "listings/acme/listing.yaml";

/// Repeated in prose until the text is long enough.
#[rustfmt::skip]
const PROSE: [&str; 62] = [
    "http", "http://", "https://a.example/", "https://a.example/ ", "<https://a.example>\n", "www.", "www.a ", "a@", "a@b.example ", "[", "]", "[a](", "](",
    "![", "[a][b]", "[a]: b\n", "[^a]", "[^a]: b\n", "*", "**a* ", "_a*", "~", "`", "`a` ", "```\n", "~~~\n\n", "<", "<a ", "<!--", "<!-- a -->", "<svg",
    "<script>", "<details>\n", "&", "&#", "&#x202e;", "|", "|-", "| a | b |\n", "|a|\n|-|\n|b|\n\n", "\\", ">", "> a\n", "- ", "- a\n", "1. a\n", " - a\n",
    "# a\n\n", "# a\n\n[b](#a)\n\n", "a\n===\n", "a", "a ", "é", "\u{202e}", "\u{200b}", "Ã©", "â", "AKIA", "-----BEGIN ", "TODO: ", "{{ ", "<your-",
];

/// Repeated in YAML.
#[rustfmt::skip]
const YAML: [&str; 40] = [
    "\"", "'", "a: \"\n", "a: '\n", "{", "{a: ", "[", "[a, ", "]", "}", "- ", "- a\n", "- - a\n", "a: b\n", "a:b\n", "a b\n", "a: b: c\n", "* a\n", "&a ", "*a ", "!a ",
    "a: |\n\tb\n", "\t- a\n", "# a\n", "#", ":", ": ", "? ", "? a\n", "---\n", "...\n", "```\n", "%", "@", "\\u202e", "\\", "\u{feff}", "\u{a0}", "é: b\n", "a: &b c\n",
];

/// Texts that do not repeat one thing.
fn others(n_bytes: usize) -> Vec<(&'static str, String)> {
    let rows = |row: &dyn Fn(usize) -> String| {
        let mut text = String::new();
        (0..)
            .map(row)
            .take_while(|row| {
                text.push_str(row);
                text.len() < n_bytes
            })
            .for_each(drop);
        text
    };
    let deep = |line: &str| rows(&|depth| format!("{}{line}\n", " ".repeat(depth)));
    let random = |nth: usize| blake3::hash(&nth.to_le_bytes()).to_hex().to_string();
    vec![
        (README, rows(&|nth| format!("# h{nth}\n\n[b](#h{nth})\n\n"))),
        (README, rows(&|nth| format!("[a][r{nth}]\n\n[r{nth}]: b{nth}\n\n"))),
        (README, rows(&|nth| format!("a[^{nth}]\n\n[^{nth}]: b\n\n"))),
        (README, rows(&|nth| format!("password: \"{}\n", random(nth)))),
        (README, rows(&|nth| format!("api_key={} ", random(nth)))),
        (README, rows(&|nth| random(nth))),
        (README, rows(&|nth| format!("ghp_{}", random(nth)))),
        (README, rows(&|nth| format!("![](https://a{nth}.example/share/{}) ", random(nth)))),
        (README, rows(&|nth| format!("{}\n\n", "`".repeat(nth)))),
        (README, deep("- a")),
        (README, deep(">")),
        (README, "`".repeat(n_bytes / 2) + &" a`b".repeat(n_bytes / 8)),
        (LISTING, rows(&|nth| format!("k{nth}: a\n"))),
        (LISTING, rows(&|nth| format!("nam{nth}: a\n"))),
        (LISTING, format!("tags:\n{}", rows(&|nth| format!("- t{nth}\n")))),
        (LISTING, format!("keywords: [{}]", rows(&|nth| format!("k{nth}, ")))),
        (LISTING, format!("keywords:\n{}", rows(&|_| "- Same\n".to_owned()))),
        (LISTING, format!("versions:\n{}", rows(&|nth| format!("- {{version: 1.{nth}.0, date: 2026-01-01}}\n")))),
        (LISTING, format!("versions:\n{}", rows(&|_| "- {version: 1.0.0, date: 2026-01-01}\n".to_owned()))),
        (LISTING, format!("operations:\n{}", rows(&|nth| format!("- {{name: o{nth}, kind: action}}\n")))),
        (LISTING, format!("install:\n{}", rows(&|nth| format!("- {{kind: npm, package: p{nth}}}\n")))),
        (LISTING, format!("screenshots:\n{}", rows(&|nth| format!("- {{file: s{nth}.png, alt: a}}\n")))),
        (LISTING, format!("allow:\n{}", rows(&|nth| format!("- {{rule: r{nth}, reason: a}}\n")))),
        (LISTING, format!("depends_on:\n{}", rows(&|nth| format!("- d{nth}\n")))),
        (LISTING, format!("former_slugs:\n{}", rows(&|nth| format!("- d{nth}\n")))),
        (LISTING, format!("name: {}", "a".repeat(n_bytes))),
        (LISTING, format!("name: \"{}\"", "\\u202e".repeat(n_bytes / 6))),
        (LISTING, format!("summary: \"{}\"", "a\\u200b ".repeat(n_bytes / 8))),
        (LISTING, format!("website: https://a.example/{}", "a/".repeat(n_bytes / 2))),
        (LISTING, format!("website: \"{}\"", "https://".repeat(n_bytes / 8))),
        (LISTING, format!("license: {}", "MIT OR ".repeat(n_bytes / 7))),
        (LISTING, format!("license: {}", "(".repeat(n_bytes))),
        (LISTING, deep("a:")),
        (LISTING, deep("- a")),
        (LISTING, deep("a")),
        (LISTING, format!("{}\"", deep("a: \"b"))),
        (LISTING, format!("a: [{}", "\"b\" ".repeat(n_bytes / 4))),
        (LISTING, format!("a: [ b \"{}", "\\\"".repeat(n_bytes / 2))),
        (LISTING, format!("<<<<<<< a\n{}", "b\n".repeat(n_bytes / 2))),
        ("tags.yaml", rows(&|nth| format!("- {{id: t{nth}, label: T}}\n"))),
        ("tags.yaml", rows(&|_| "- {id: t, label: T}\n".to_owned())),
        ("catalogue.yaml", format!("levels:\n{}", rows(&|nth| format!("  rule-{nth}: off\n")))),
        ("catalogue.yaml", format!("redirects:\n{}", rows(&|nth| format!("  a{nth}: b\n")))),
        ("collections/a.yaml", format!("title: A\nlistings:\n{}", rows(&|nth| format!("- l{nth}\n")))),
        ("publishers/a.yaml", format!("name: A\nmembers:\n{}", rows(&|nth| format!("- m{nth}\n")))),
        ("pages/a.md", format!("---\ntitle: A\n{}", rows(&|_| "--- \na: b\n".to_owned()))),
        ("listings/acme/key.txt", rows(&|_| "-----BEGIN PRIVATE KEY-----\n".to_owned())),
        ("listings/acme/key.txt", rows(&|nth| format!("token={}\n", random(nth)))),
        ("listings/acme/icon.svg", format!("<svg>{}</svg>", "<g>".repeat(n_bytes / 3))),
        (
            "listings/acme/icon.svg",
            format!("<svg viewBox='0 0 1 1'>{}</svg>", rows(&|nth| format!("<g id='a{nth}'/><use href='#a{nth}'/>"))),
        ),
        ("listings/acme/icon.svg", format!("<svg viewBox='0 0 1 1'><style>{}</style></svg>", ".a{fill:red}".repeat(n_bytes / 12))),
        ("listings/acme/icon.svg", format!("<svg {}/>", rows(&|nth| format!("a{nth}='' ")))),
        ("listings/acme/icon.svg", "&".repeat(n_bytes)),
    ]
}

/// Every link leads where it says.
struct Linked;

impl Resolve for Linked {
    fn link(&self, target: &str) -> Resolved {
        Resolved::To { url: target.to_owned(), rel: None }
    }

    fn image(&self, target: &str) -> ResolvedImage {
        ResolvedImage::LinkTo { url: target.to_owned() }
    }
}

fn hostile(n_bytes: usize) -> Vec<(&'static str, String)> {
    let repeated = |path: &'static str, unit: &str| (path, unit.repeat(n_bytes / unit.len()));
    let prose = PROSE.iter().map(|unit| repeated(README, unit));
    let yaml = YAML.iter().map(|unit| repeated(LISTING, unit));
    prose.chain(yaml).chain(others(n_bytes)).collect()
}

/// The stages that a text goes through, and how long each takes.
fn stages(path: &'static str, text: &str) -> Vec<(String, Duration)> {
    let mut times = Vec::new();
    let mut timed = |name: &str, start: Instant| times.push((name.to_owned(), start.elapsed()));
    let valid = Memory::new().with(LISTING, "name: Acme\n");
    let mut raw = RawCatalogue::read(&valid, &|_, _| {}).expect("a folder in memory");
    let path = ContentPath::new(path).expect("a valid path");
    let bytes = text.as_bytes().to_vec();
    let start = Instant::now();
    raw = raw.replacing([Document::read(path.clone(), Ok(bytes))]);
    timed("reading", start);
    let start = Instant::now();
    let report = run(&raw, &RunContext::new(jiff::civil::date(2026, 2, 1))).report;
    timed("all rules", start);
    for format in Format::ALL {
        let text_of = |path: &ContentPath| raw.text(path);
        let sources = Sources { text_of: &text_of, prefix: "", start: "", prefix_outside: &|_| None, rules: &[] };
        let start = Instant::now();
        let _ = format.render(&report, &sources, Style { colour: false, width: 100 });
        timed(format.name(), start);
    }
    if path.has_ending("md") {
        let start = Instant::now();
        let _ = prose::html(text, &HtmlOptions::default(), &Linked);
        timed("its page", start);
    }
    times
}

/// The rules about single files, and how long each takes.
fn rules(path: &'static str, text: &str) -> Vec<(String, Duration)> {
    let valid = Memory::new().with(LISTING, "name: Acme\n").with(path, text);
    let raw = RawCatalogue::read(&valid, &|_, _| {}).expect("a folder in memory");
    let (document, context) = (raw.document(path).expect("it is there"), RunContext::new(jiff::civil::date(2026, 2, 1)));
    let time = |rule: &'static Rule| {
        let start = Instant::now();
        let _ = (alone(document, &[(rule, Level::Warn)]), among_others(&raw, document, &context, &[(rule, Level::Warn)]));
        (rule.code.name.to_owned(), start.elapsed())
    };
    all().map(time).collect()
}

/// The names of stages or rules, and how long each takes for a text.
type Times = fn(&'static str, &str) -> Vec<(String, Duration)>;

/// What takes too long for `long`, compared with `short`. Other activity of the machine only makes things slower, so what looks too slow is timed again, and the
/// shortest times count.
fn fastest(times: Times, path: &'static str, short: &str, long: &str) -> Vec<String> {
    let mut best = [times(path, short), times(path, long)];
    for _ in 0..N_MORE {
        if too_long(&best[0], &best[1]).is_empty() {
            break;
        }
        for (best, text) in best.iter_mut().zip([short, long]) {
            for ((_, best), (_, time)) in best.iter_mut().zip(times(path, text)) {
                *best = time.min(*best);
            }
        }
    }
    too_long(&best[0], &best[1])
}

/// Returns the texts of `long` that take too long for their length.
fn too_long(short: &[(String, Duration)], long: &[(String, Duration)]) -> Vec<String> {
    let factor = u32::try_from(FACTOR).expect("small") * SLACK;
    let pairs = short.iter().zip(long).filter(|((_, short), (_, long))| *long > (*short).max(FLOOR) * factor);
    pairs.map(|((name, short), (_, long))| format!("{name} takes {short:?} and {long:?}")).collect()
}

#[test]
fn prose_eight_times_as_long_takes_about_eight_times_as_long() {
    assert_linear(&|path| path.ends_with(".md"));
}

#[test]
fn a_file_of_another_kind_eight_times_as_long_takes_about_eight_times_as_long() {
    assert_linear(&|path| !path.ends_with(".md"));
}

fn assert_linear(is_meant: &dyn Fn(&str) -> bool) {
    let mut wrong = Vec::new();
    let pairs = hostile(n_bytes()).into_iter().zip(hostile(FACTOR * n_bytes()));
    for ((path, short), (_, long)) in pairs.filter(|((path, _), _)| is_meant(path)) {
        let of = |times: Times| fastest(times, path, &short, &long);
        let head: String = long.chars().take(40).collect();
        let found = of(stages);
        if found.is_empty() {
            continue;
        }
        wrong.push(format!("{path} {head:?}: {}; of the rules: {}", found.join(", "), of(rules).join(", ")));
        println!("{}", wrong.last().expect("just pushed"));
    }
    assert!(wrong.is_empty(), "{} texts", wrong.len());
}
