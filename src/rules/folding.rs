//! When two names are the same to a reader, and how to report it. Knows letters; knows neither listings nor apps.

use std::collections::{BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization as _;
use unicode_security::skeleton;

use crate::diagnostic::{Cost, FindingBuilder, Findings, Level};
use crate::format::{Document, Field};
use crate::rules::Seniority;
use crate::rules::scalar::shortened;
use crate::source::{ContentPath, Span};
use crate::text::single_line;

/// A name and its place.
#[derive(Debug, Clone, Copy)]
pub(in crate::rules) struct Named<'raw> {
    /// The name as written.
    pub(in crate::rules) name: &'raw str,
    /// Its file.
    pub(in crate::rules) path: &'raw ContentPath,
    /// Its place there.
    pub(in crate::rules) span: Span,
}

impl<'raw> Named<'raw> {
    /// The name that `document` gives in `field`.
    pub(in crate::rules) fn new(document: &'raw Document, field: &'raw Field<Box<str>>) -> Option<Self> {
        let name = field.spanned()?;
        Some(Self { name: &name.value, path: &document.path, span: name.span })
    }
}

/// A name that is the same as an earlier one, or is easily confused with it.
#[derive(Debug, Clone, Copy)]
pub(in crate::rules) struct Double<'raw> {
    /// The later of the two.
    pub(in crate::rules) later: Named<'raw>,
    /// The earlier one.
    pub(in crate::rules) first: Named<'raw>,
    /// How alike they are.
    pub(in crate::rules) likeness: Likeness,
}

/// How alike two names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) enum Likeness {
    /// They are the same, or drawn the same.
    Same,
    /// They are alike once digits are read as letters: `G00d` and `Good`.
    Digits,
    /// They are alike once capitals are read as small letters: `Licence Ix` and `Licence Lx`.
    Capitals,
}

impl Double<'_> {
    /// `finding` about the two: names that are only easily confused cost no page, nor do equal names while no one knows which was first.
    pub(in crate::rules) fn weigh<'sink>(&self, seniority: &Seniority<'_>, finding: FindingBuilder<'sink>) -> FindingBuilder<'sink> {
        match self.likeness {
            Likeness::Same => seniority.weigh(self.first.path, self.later.path, finding),
            Likeness::Digits => finding.at_most(Level::Warn).costs(Cost::Nothing),
            Likeness::Capitals => finding.at_most(Level::Info).costs(Cost::Nothing),
        }
    }
}

/// Every name of `names` that is the same as that of an older file, or is easily confused with it; and the order of the files.
pub(in crate::rules) fn doubles<'raw>(
    names: impl Iterator<Item = Named<'raw>>,
    seniority: &Seniority<'raw>,
) -> (Vec<Double<'raw>>, Seniority<'raw>) {
    let mut names: Vec<_> = names.collect();
    names.sort_by_cached_key(|named| seniority.rank(named.path));
    let found = doubles_in_order(&names);
    let open = found.iter().filter(|double| double.likeness == Likeness::Same && !seniority.knows(double.first.path, double.later.path));
    let contested: Vec<&ContentPath> = open.flat_map(|double| [double.first.path, double.later.path]).collect();
    if contested.is_empty() {
        return (found, seniority.clone());
    }
    let seniority = seniority.asking(contested);
    names.sort_by_cached_key(|named| seniority.rank(named.path));
    (doubles_in_order(&names), seniority)
}

fn doubles_in_order<'raw>(names: &[Named<'raw>]) -> Vec<Double<'raw>> {
    let mut seen: HashMap<String, Named<'raw>> = HashMap::new();
    let mut alike: HashMap<String, Named<'raw>> = HashMap::new();
    let mut doubles = Vec::new();
    for &named in names {
        let keys = folded(named.name);
        if let Some(first) = keys.iter().find_map(|key| seen.get(key)).copied() {
            doubles.push(Double { later: named, first, likeness: Likeness::Same });
            continue;
        }
        for key in keys {
            seen.entry(key).or_insert(named);
        }
        let loose = loosely_folded(named.name);
        match alike.get(&loose).copied() {
            Some(first) => {
                let n_digits = |name: &str| name.chars().filter(char::is_ascii_digit).count();
                let has_digits = n_digits(first.name) != n_digits(named.name);
                doubles.push(Double { later: named, first, likeness: if has_digits { Likeness::Digits } else { Likeness::Capitals } });
            }
            None => drop(alike.insert(loose, named)),
        }
    }
    doubles
}

/// Reports every name of `names` that is the same as that of an earlier `noun`; the later one has to be fixed.
pub(in crate::rules) fn say_doubles<'raw>(
    findings: &mut Findings<'_>,
    seniority: &Seniority<'raw>,
    names: impl Iterator<Item = Named<'raw>>,
    noun: &str,
    help: &str,
) {
    let (doubles, seniority) = doubles(names, seniority);
    for double in doubles {
        let Double { later, first, likeness } = double;
        let message = if likeness != Likeness::Same {
            format!("`{}` is easily confused with `{}`, the name of another {noun}", shortened(later.name), shortened(first.name))
        } else if later.name == first.name {
            format!("another {noun} is called `{}`", shortened(later.name))
        } else {
            format!("`{}` looks the same as `{}`, the name of another {noun}", shortened(later.name), shortened(first.name))
        };
        let finding =
            findings.elsewhere(later.path, Some(later.span), message).related(first.path, Some(first.span), "the other name").help(help);
        double.weigh(&seniority, finding);
    }
}

/// Whether two names are the same to a reader.
pub(in crate::rules) fn is_same(a: &str, b: &str) -> bool {
    folded(a).iter().zip(folded(b)).any(|(a, b)| *a == b)
}

/// Names in which others are looked up.
pub(in crate::rules) struct Names(HashMap<String, Vec<usize>>);

impl Names {
    pub(in crate::rules) fn new<'name>(names: impl IntoIterator<Item = &'name str>) -> Self {
        let mut known: HashMap<String, Vec<usize>> = HashMap::new();
        for (n, name) in names.into_iter().enumerate() {
            for key in folded(name) {
                known.entry(key).or_default().push(n);
            }
        }
        Self(known)
    }

    /// The numbers of those that are the same as `name` to a reader, in their order.
    pub(in crate::rules) fn like(&self, name: &str) -> BTreeSet<usize> {
        folded(name).iter().filter_map(|key| self.0.get(key)).flatten().copied().collect()
    }
}

/// The keys of a name; names are the same when they share a key. The first key ignores only case, the second only shapes (`PayPaI` with a capital I =
/// `PayPal`), the third of the shapes of small letters (`ѕlасk` in Cyrillic letters = `Slack`).
fn folded(name: &str) -> [String; 3] {
    let normal = normal(name);
    let small = normal.to_lowercase();
    [format!("case {small}"), format!("shape {}", shape(&normal)), format!("small {}", shape(&small))]
}

/// The key that ignores both, which also joins names that do not look the same.
fn loosely_folded(name: &str) -> String {
    shape(&normal(name)).to_lowercase()
}

fn normal(name: &str) -> String {
    let line = single_line(name);
    // ASCII is its own normal form.
    if line.is_ascii() { line } else { line.nfkc().collect() }
}

/// Returns the skeleton of `text` after [UTS #39](https://www.unicode.org/reports/tr39/), without strokes through letters (`Đ` = `D`).
pub(in crate::rules) fn shape(text: &str) -> String {
    skeleton(text).filter(|c| !matches!(c, '\u{334}'..='\u{338}')).collect()
}

#[cfg(test)]
mod tests {
    use super::{Likeness, Named, Names, doubles_in_order, is_same as same};

    #[test]
    fn a_name_is_found_among_many() {
        let names = Names::new(["Slack", "PayPal", "slack"]);
        assert_eq!(names.like("SLACK").into_iter().collect::<Vec<_>>(), [0, 2]);
        assert_eq!(names.like("PayPaI").into_iter().collect::<Vec<_>>(), [1]);
        assert!(names.like("Slacks").is_empty());
    }

    #[test]
    fn names_that_look_alike_are_the_same() {
        assert!(same("Slack  Messages", "slack messages"));
        assert!(same("AI Tools", "Ai tools"));
        assert!(same("PayPal", "PayPaI"));
        assert!(same("Slack", "Ѕlасk"), "Cyrillic letters");
        assert!(same("Slack", "Ｓｌａｃｋ"), "full-width letters");
    }

    #[test]
    fn a_capital_that_is_no_look_alike_is_a_note() {
        let path = crate::source::ContentPath::new("listings/a/listing.yaml").expect("a valid path");
        let likeness = |one: &'static str, other: &'static str| {
            let named = |name| Named { name, path: &path, span: crate::source::Span::new(0..0) };
            doubles_in_order(&[named(one), named(other)]).first().map(|double| double.likeness)
        };
        assert_eq!(likeness("Licence Ix", "Licence Lx"), Some(Likeness::Capitals));
        assert_eq!(likeness("Good One", "G00d 0ne"), Some(Likeness::Digits));
        assert_eq!(likeness("PayPal", "PayPaI"), Some(Likeness::Same));
        assert_eq!(likeness("Dropbox", "Ðropbox"), Some(Likeness::Same));
        assert_eq!(likeness("Dropbox", "Dropbot"), None);
    }

    #[test]
    fn names_that_differ_in_a_letter_are_different() {
        assert!(!same("Slack", "Slacks"));
        assert!(!same("Xero 1", "Xero 2"));
        assert!(!same("Réseau", "Reseau"));
    }
}
