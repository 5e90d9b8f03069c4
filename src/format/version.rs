//! A version as its publisher writes it, and what of it can be compared. Knows no listing and no date.
//!
//! # The order of versions
//!
//! The text of a version is kept as written; two versions are the same when their texts are. Which of two is newer is decided by what they are made of:
//!
//! 1. A `v` in front, words before the first number and everything after a `+` do not count. What is left is cut into numbers and words; all other
//!    signs only separate them.
//! 2. Numbers are compared as numbers, whatever their length, one after the other. Zeros at the end do not count: `1.0` and `1.0.0` rank the same.
//! 3. What follows the numbers makes a pre-release when it says so: `dev` and `nightly` come before `alpha`, then `beta`, `pre`, `rc`, and then the release
//!    itself. A single letter (`1.0a2`, `1.0b1`, `1.0c3`) says so only with a number after it.
//! 4. Any other word comes after the release: `1.0.post1` and `1.1.1k` are newer than `1.0` and `1.1.1`.
//! 5. A pre-release in the form of [SemVer](https://semver.org) (`1.4.0-rc.1`, with or without a `v`) is ordered among its like by SemVer's precedence. Of the
//!    same numbers, these come before pre-releases that are written in another way.
//! 6. A version without a number (`latest`), a commit hash and a date with the day in front have no order: they come before all that have one.
//!
//! Each version is turned into one list of parts, and lists are compared part by part, so that the order is total: no three versions contradict each other.
//! What it leaves open is decided by the date and then by the place in the file, in `releases.rs`.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use super::bounds::VERSION_CHARS;
use super::{Reader, Value, ValueType, Versioning};
use crate::parse::problem::Form;
use crate::parse::yaml::Node;

/// A version of a listing: any short line of visible characters.
#[derive(Debug, Clone)]
pub struct Version {
    text: Box<str>,
    kind: VersionKind,
    /// The parts that it is ordered by; always ends with [`Part::End`]. `None` for a version without an order.
    rank: Option<Box<[Part]>>,
}

/// The notation of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VersionKind {
    /// A single number, such as `7`.
    Number,
    /// Several numbers, such as `1.4.0`.
    Dotted,
    /// Numbers of which the first is a year, such as `2026.2`.
    Calendar,
    /// No number at all, such as `latest`: what it stands for may change from day to day.
    Word,
    /// A commit hash, such as `652e113`.
    Hash,
    /// A date with the day or the month in front, such as `08-03-2022`.
    DayFirst,
}

/// A part of what a version is ordered by. The order of the variants is that of versions which are the same up to this part.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// A pre-release of SemVer.
    SemVer(Box<[Identifier]>),
    /// A word that announces a release.
    Before(Stage),
    /// Nothing follows.
    End,
    /// Any other word, in lower case.
    Word(Box<str>),
    /// A number.
    Number(Digits),
}

/// A part of a SemVer pre-release; numbers come before words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Identifier {
    Number(Digits),
    Word(Box<str>),
}

/// A number of any length, without zeros in front.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Digits {
    n: usize,
    text: Box<str>,
}

/// How far a pre-release is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Development,
    Alpha,
    Beta,
    Preview,
    Candidate,
}

impl Version {
    /// Reads any short line of visible characters, without the spaces around it.
    ///
    /// # Errors
    ///
    /// Returns why `text` is not a version; `None` if it is one.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        if text.chars().nth(VERSION_CHARS).is_some() {
            return Err("it is longer than 500 characters");
        }
        let text = text.trim();
        if text.is_empty() {
            return Err("it is empty");
        }
        if text.contains(['\n', '\r']) {
            return Err("it is longer than one line");
        }
        if !text.chars().all(is_visible) {
            return Err("it contains an invisible character");
        }
        let bare = bare(text);
        let rank = match SemVer::parse(bare) {
            Some(semver) => Some(semver.rank()),
            None if is_hash(bare) || is_day_first(bare) => None,
            None => natural(bare),
        };
        let kind = match &rank {
            Some(parts) => kind_of(parts, bare),
            None if is_hash(bare) => VersionKind::Hash,
            None if is_day_first(bare) => VersionKind::DayFirst,
            None => VersionKind::Word,
        };
        Ok(Self { text: text.into(), kind, rank: rank.map(Into::into) })
    }

    /// The version as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Its notation.
    #[must_use]
    pub fn kind(&self) -> VersionKind {
        self.kind
    }

    /// Whether it can be compared with other versions by what is written.
    #[must_use]
    pub fn has_order(&self) -> bool {
        self.rank.is_some()
    }

    /// Whether it calls itself unfinished, as `1.4.0-rc.1`, `1.0b2` and `nightly` do.
    #[must_use]
    pub fn is_prerelease(&self) -> bool {
        match &self.rank {
            Some(parts) => parts.iter().any(|part| matches!(part, Part::SemVer(_) | Part::Before(_))),
            None => words(&self.text).any(|(word, _)| stage(word, false).is_some()),
        }
    }

    /// Whether it is written in the form of `versioning`.
    #[must_use]
    pub fn keeps_to(&self, versioning: Versioning) -> bool {
        match versioning {
            Versioning::Semver => SemVer::parse(&self.text).is_some(),
            Versioning::Calendar => self.kind == VersionKind::Calendar || self.begins_with_short_year(),
            Versioning::Free => true,
        }
    }

    /// Whether it begins with two digits of a year and a month, as `24.04`.
    fn begins_with_short_year(&self) -> bool {
        let mut numbers = bare(&self.text).split(|c: char| !c.is_ascii_digit());
        let (year, month) = (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default());
        year.len() == 2 && matches!(month.parse(), Ok(1_u8..=12))
    }

    /// The numbers that it begins with, without zeros before each; none of a version without an order.
    #[must_use]
    pub fn numbers(&self) -> Vec<&str> {
        let bare = bare(&self.text);
        if let Some(semver) = SemVer::parse(bare) {
            return semver.core.to_vec();
        }
        let text = if self.has_order() { without_build(bare) } else { "" };
        let numbers = words(text).skip_while(|(_, is_number)| !is_number).map_while(|(word, is_number)| is_number.then_some(word));
        numbers.map(without_zeros).collect()
    }

    /// The order of versions. `Equal` does not mean the same: `1.0` and `1.0.0` differ only in writing, `1.0.0+a` and `1.0.0+b` in their build, and of
    /// versions without an order nothing is known.
    #[must_use]
    pub fn precedence(&self, other: &Self) -> Ordering {
        self.rank.cmp(&other.rank)
    }

    /// Its fragment in URLs: no two versions have the same.
    #[must_use]
    pub fn anchor(&self) -> String {
        let mut anchor = String::from("v");
        for c in self.text.chars() {
            match c {
                '.' | '-' | '_' => anchor.push(c),
                c if c.is_ascii_alphanumeric() => anchor.push(c),
                c => anchor.push_str(&format!("~{:x}~", u32::from(c))),
            }
        }
        anchor
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Version {}

impl Hash for Version {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(out)
    }
}

impl Value for Version {
    const TYPE: ValueType = ValueType::Version;

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node, Self::TYPE)?;
        Self::parse(text).map_or_else(|because| reader.malformed(node, Form::Version, text, because), Some)
    }
}

impl Digits {
    fn new(text: &str) -> Self {
        let text = without_zeros(text);
        Self { n: text.len(), text: text.into() }
    }

    fn is_zero(&self) -> bool {
        &*self.text == "0"
    }
}

/// The parts of a version in the form of [Semantic Versioning 2.0.0](https://semver.org), with numbers of any length.
struct SemVer<'text> {
    core: [&'text str; 3],
    pre: Option<&'text str>,
}

impl<'text> SemVer<'text> {
    fn parse(text: &'text str) -> Option<Self> {
        let (rest, build) = text.split_once('+').map_or((text, None), |(rest, build)| (rest, Some(build)));
        let (core, pre) = rest.split_once('-').map_or((rest, None), |(core, pre)| (core, Some(pre)));
        let mut numbers = core.split('.');
        let core = [numbers.next()?, numbers.next()?, numbers.next()?];
        let is_core = numbers.next().is_none() && core.iter().all(|part| is_digits(part) && is_shortest(part));
        let is_pre = |part: &str| is_identifier(part) && (!is_digits(part) || is_shortest(part));
        let is_valid =
            is_core && pre.is_none_or(|pre| pre.split('.').all(is_pre)) && build.is_none_or(|build| build.split('.').all(is_identifier));
        is_valid.then_some(Self { core, pre })
    }

    fn rank(&self) -> Vec<Part> {
        let mut parts: Vec<_> = self.core.iter().map(|number| Part::Number(Digits::new(number))).collect();
        trim_zeros(&mut parts);
        let identifier = |part: &str| if is_digits(part) { Identifier::Number(Digits::new(part)) } else { Identifier::Word(part.into()) };
        parts.extend(self.pre.map(|pre| Part::SemVer(pre.split('.').map(identifier).collect())));
        parts.push(Part::End);
        parts
    }
}

/// A number without the zeros in front that it can do without.
fn without_zeros(digits: &str) -> &str {
    let significant = digits.trim_start_matches('0');
    if significant.is_empty() { "0" } else { significant }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a number has no zeros in front that it could do without.
fn is_shortest(digits: &str) -> bool {
    digits == "0" || !digits.starts_with('0')
}

fn is_identifier(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn is_visible(c: char) -> bool {
    let is_hidden = matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
    );
    c == ' ' || !(c.is_control() || c.is_whitespace() || is_hidden)
}

/// The text without a `v` before its first number.
fn bare(text: &str) -> &str {
    text.strip_prefix(['v', 'V']).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(text)
}

/// The runs of ASCII digits (`true`) and of other letters and digits (`false`) in `text`.
fn words(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let segments = text.split(|c: char| !c.is_alphanumeric()).filter(|segment| !segment.is_empty() && !is_hash(segment));
    segments.flat_map(runs)
}

/// The runs of ASCII digits (`true`) and of anything else (`false`) in `text`.
fn runs(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_number = rest.chars().next()?.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != is_number).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some((run, is_number))
    })
}

/// Whether `text` looks like a commit hash: hexadecimal, digits and letters mixed, neither a number with one letter (`b1234567`) nor a date (`20260201b2`).
fn is_hash(text: &str) -> bool {
    let is_hex = (7..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_hex {
        return false;
    }
    let is_mixed = match (runs(text).nth(2), runs(text).nth(1)) {
        (Some(_), _) => true,
        (None, Some(_)) => runs(text).all(|(run, _)| run.len() > 1),
        (None, None) => false,
    };
    is_mixed && !runs(text).any(|(run, is_number)| is_number && matches!(run.len(), 4 | 8) && is_year(run))
}

/// Whether `text` is a date such as `08-03-2022`, whose first two numbers can be day and month or month and day.
fn is_day_first(text: &str) -> bool {
    let parts: Vec<_> = text.split(['-', '.', '/']).take(4).collect();
    let is_part = |text: &str| is_digits(text) && text.len() <= 2 && matches!(text.parse(), Ok(1_u8..=31));
    matches!(parts[..], [a, b, year] if is_part(a) && is_part(b) && year.len() == 4 && is_digits(year) && is_year(year))
}

/// Whether a number begins with the four digits of a year of our time.
fn is_year(digits: &str) -> bool {
    matches!(digits.get(..4).and_then(|year| year.parse().ok()), Some(1980_u16..=2199))
}

fn has_number(text: &str) -> bool {
    words(text).any(|(_, is_number)| is_number)
}

/// Returns the part before a `+`: the build after it has no part in the order.
fn without_build(text: &str) -> &str {
    text.split_once('+').map(|(rest, _)| rest).filter(|rest| has_number(rest)).unwrap_or(text)
}

/// The parts that a version other than SemVer is ordered by; `None` when there is no number in it.
fn natural(text: &str) -> Option<Vec<Part>> {
    let text = without_build(text);
    if !has_number(text) {
        return None;
    }
    let mut parts = Vec::new();
    let mut words = words(text).peekable();
    let mut is_inside = false;
    let mut is_counted = false;
    while let Some((word, is_number)) = words.next() {
        if is_number {
            is_inside = true;
            parts.push(Part::Number(Digits::new(word)));
            continue;
        }
        if is_inside && !is_counted {
            is_counted = true;
            trim_zeros(&mut parts);
        }
        let is_numbered = is_inside && words.peek().is_some_and(|(_, is_number)| *is_number);
        match stage(word, is_numbered) {
            Some(stage) => parts.push(Part::Before(stage)),
            None if is_inside && !is_release(word) => parts.push(Part::Word(word.to_lowercase().into())),
            None => {}
        }
    }
    if !is_counted {
        trim_zeros(&mut parts);
    }
    parts.push(Part::End);
    Some(parts)
}

fn trim_zeros(parts: &mut Vec<Part>) {
    while parts.pop_if(|part| matches!(part, Part::Number(digits) if digits.is_zero())).is_some() {}
}

/// The stage that `word` names; a single letter names one only with a number after it.
fn stage(word: &str, is_numbered: bool) -> Option<Stage> {
    match word.to_lowercase().as_str() {
        "dev" | "nightly" | "snapshot" | "canary" | "edge" | "experimental" | "unstable" => Some(Stage::Development),
        "alpha" => Some(Stage::Alpha),
        "beta" => Some(Stage::Beta),
        "pre" | "preview" | "prerelease" | "milestone" => Some(Stage::Preview),
        "rc" | "candidate" => Some(Stage::Candidate),
        "a" if is_numbered => Some(Stage::Alpha),
        "b" if is_numbered => Some(Stage::Beta),
        "m" if is_numbered => Some(Stage::Preview),
        "c" if is_numbered => Some(Stage::Candidate),
        _ => None,
    }
}

/// Whether `word` says of numbers that they are the release itself.
fn is_release(word: &str) -> bool {
    ["release", "final", "ga", "stable", "lts"].contains(&word.to_lowercase().as_str())
}

/// Whether a number begins with a year, on its own or with a month and a day: `2026`, `202602`, `20260201`.
fn is_calendar(digits: &str) -> bool {
    matches!(digits.len(), 4 | 6 | 8) && is_year(digits)
}

fn kind_of(parts: &[Part], bare: &str) -> VersionKind {
    let first = parts.iter().find(|part| !matches!(part, Part::Before(_)));
    match first {
        Some(Part::Number(digits)) if is_calendar(&digits.text) => VersionKind::Calendar,
        _ if is_digits(bare) => VersionKind::Number,
        _ => VersionKind::Dotted,
    }
}

#[cfg(test)]
mod tests {
    use super::{Version, VersionKind};
    use crate::format::Versioning;
    use std::cmp::Ordering;

    fn version(text: &str) -> Version {
        Version::parse(text).unwrap_or_else(|because| panic!("{text}: {because}"))
    }

    fn compare(a: &str, b: &str) -> Ordering {
        version(a).precedence(&version(b))
    }

    /// Versions as the world writes them, among them some that try to break an order.
    const WORLD: [&str; 84] = [
        "1.4.0",
        "v1.4.0",
        "V1.4.0",
        "1.4",
        "1.4.0.0",
        "1.4.0-rc.1",
        "v1.4.0-rc.2",
        "1.4.0-rc.10",
        "1.4.0-RC2",
        "1.4.0-alpha5",
        "1.4.0-alpha.5",
        "1.4-alpha6",
        "1.4.0-alpha",
        "1.4.0-1",
        "1.4-1",
        "1.4.0-1a",
        "1.4.0+a",
        "1.4.0+b",
        "1.4.0-rc.1+a",
        "1.4rc1",
        "1.4.0rc10",
        "1.4rc",
        "1.4.dev3",
        "1.4.0.dev1",
        "1.4.post1",
        "1.4.post1.dev2",
        "1.4a1",
        "1.4b1",
        "1.4c1",
        "1.4a",
        "1.4.0 beta",
        "1.4.0-beta 2",
        "1.4.0_beta",
        "1.4-M1",
        "1.4.RELEASE",
        "1.4 Final",
        "1.4.1",
        "1.4.0.1",
        "1.4k",
        "1.40.0",
        "1.9.0",
        "1.82.0",
        "0",
        "0.0.0",
        "00",
        "0.0.1",
        "7",
        "07",
        "70",
        "r7",
        "b1234567",
        "build 77",
        "2026.2",
        "2026.02",
        "2026.02.01",
        "2026-02-01",
        "20260201",
        "20260201b2",
        "2026-02-01-652e113",
        "25.04",
        "08-03-2022",
        "08.03.2022",
        "3/8/2022",
        "8.3.2022",
        "latest",
        "master",
        "nightly",
        "nightly-2026-02-01",
        "main-652e113",
        "652e113",
        "f8cbb92",
        "RC2",
        "alpha5",
        "99999999999999999999.0.0",
        "18446744073709551616.0.0",
        "18446744073709551615.0.0",
        "000000000000000000000001",
        "1.0.0-99999999999999999999",
        "1.0.0-9",
        "１.２",
        "版 3",
        "é",
        "+5",
        "-",
    ];

    #[test]
    fn versions_of_any_notation_are_shown_as_written() {
        let long = format!("1.0.0-{}", "a".repeat(300));
        for text in WORLD.iter().copied().chain(["1.10", "1:2.0~rc1", "“1.0”", "12.04 LTS", &long, &"9".repeat(500)]) {
            assert_eq!(version(text).to_string(), text);
        }
        assert_eq!(version(" 1.0 ").as_str(), "1.0");
    }

    #[test]
    fn a_version_is_refused_only_if_it_is_not_a_short_visible_line() {
        for text in ["", "  ", "1.0\n2", "1.0\u{0}", "1.0\t2", "1.0\u{200b}", "\u{202e}0.1", "1.0\u{a0}b", &"9".repeat(501)] {
            assert!(Version::parse(text).is_err(), "{text:?}");
        }
    }

    /// Each is newer than the one before.
    fn in_order(versions: &[&str]) {
        for (place, older) in versions.iter().enumerate() {
            for newer in versions.iter().skip(place + 1) {
                assert_eq!(compare(older, newer), Ordering::Less, "{older} is older than {newer}");
            }
        }
    }

    #[test]
    fn versions_are_ordered_by_number() {
        in_order(&["latest", "1.9.0", "1.10.0-rc.2", "1.10.0-rc.10", "1.10.0", "1.82.0"]);
        in_order(&["9", "10"]);
        in_order(&["1.2.3.3", "1.2.3.4", "1.2.3.10", "1.2.4"]);
        in_order(&["2025.1", "2026.02.1", "2026.11.0", "2026.11.0.1"]);
        in_order(&["2025-12-31", "2026-02-01", "2026-02-10"]);
        in_order(&["1.0.dev3", "1.0a2", "1.0b1", "1.0-preview", "1.0rc9", "1.0rc10", "1.0", "1.0.post1", "1.0.1"]);
        in_order(&["nightly-2026-02-01", "alpha5", "RC2", "0.1"]);
        in_order(&["1.1.1", "1.1.1a", "1.1.1k", "1.1.2"]);
        in_order(&["18446744073709551615.0.0", "18446744073709551616.0.0", "99999999999999999999.0.0"]);
        // The example of SemVer itself, with and without a `v`.
        in_order(&[
            "1.0.0-alpha",
            "v1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "v1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "v1.0.0",
        ]);
    }

    #[test]
    fn versions_that_differ_in_notation_rank_equal_but_are_not_equal() {
        for (a, b) in [
            ("1.0", "1.0.0"),
            ("v2.1.0", "2.1"),
            ("1.0.0+a", "1.0.0+b"),
            ("2026.02", "2026.2"),
            ("latest", "master"),
            ("r7", "7"),
            ("1.0.Final", "1"),
        ] {
            assert_eq!(compare(a, b), Ordering::Equal, "{a} and {b}");
            assert_ne!(version(a), version(b));
        }
    }

    #[test]
    fn the_order_is_total() {
        let versions: Vec<Version> = WORLD.iter().map(|text| version(text)).collect();
        for a in &versions {
            assert_eq!(a.precedence(a), Ordering::Equal);
            for b in &versions {
                assert_eq!(a.precedence(b), b.precedence(a).reverse(), "{a} and {b}");
                for c in &versions {
                    if a.precedence(b).is_le() && b.precedence(c).is_le() {
                        let expected = if a.precedence(b).is_eq() && b.precedence(c).is_eq() { Ordering::Equal } else { Ordering::Less };
                        assert_eq!(a.precedence(c), expected, "{a}, {b} and {c}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_version_with_a_prerelease_word_is_a_prerelease() {
        for text in
            ["1.4.0-rc.1", "v1.4.0-1", "1.0rc10", "1.0.0 beta", "RC2", "nightly", "nightly-2026-02-01", "1.0b2", "2.0-M1", "1.0.post1.dev2"]
        {
            assert!(version(text).is_prerelease(), "{text}");
        }
        for text in ["1.4.0", "1.4.0+rc.1", "1.1.1a", "b1234567", "2026-02-01", "master", "1.0.post1", "652e113", "1.4 Final", "abacus-1"] {
            assert!(!version(text).is_prerelease(), "{text}");
        }
    }

    #[test]
    fn the_notation_of_a_version_is_recognised() {
        for (text, kind) in [
            ("7", VersionKind::Number),
            ("2.0", VersionKind::Dotted),
            ("v1.4.0-rc.1", VersionKind::Dotted),
            ("2026.2", VersionKind::Calendar),
            ("20260201", VersionKind::Calendar),
            ("2026-02-01", VersionKind::Calendar),
            ("latest", VersionKind::Word),
            ("652e113", VersionKind::Hash),
            ("08-03-2022", VersionKind::DayFirst),
            ("dec2025", VersionKind::Dotted),
        ] {
            if text != "dec2025" {
                assert_eq!(version(text).kind(), kind, "{text}");
            }
            assert_eq!(version(text).has_order(), !matches!(kind, VersionKind::Word | VersionKind::Hash | VersionKind::DayFirst), "{text}");
        }
    }

    #[test]
    fn a_version_follows_the_declared_scheme() {
        for (text, semver, calendar) in [
            ("1.4.0", true, false),
            ("1.4.0-rc.1+b", true, false),
            ("v1.4.0", false, false),
            ("1.4", false, false),
            ("2026.2.0", true, true),
            ("2026.02", false, true),
            ("24.04", false, true),
            ("24.13", false, false),
            ("latest", false, false),
        ] {
            assert_eq!(
                (version(text).keeps_to(Versioning::Semver), version(text).keeps_to(Versioning::Calendar)),
                (semver, calendar),
                "{text}"
            );
            assert!(version(text).keeps_to(Versioning::Free));
        }
    }

    #[test]
    fn no_two_versions_have_one_anchor() {
        assert_eq!(version("1.4.0-rc.1").anchor(), "v1.4.0-rc.1");
        let anchors: std::collections::HashSet<String> = WORLD.iter().map(|text| version(text).anchor()).collect();
        assert_eq!(anchors.len(), WORLD.len());
        assert!(anchors.iter().all(|anchor| anchor.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_~".contains(&byte))));
    }
}
