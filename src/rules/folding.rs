//! When two names are the same to a reader, and what is said of it. Knows letters; knows neither listings nor apps.

use std::collections::{BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization as _;
use unicode_security::skeleton;

use crate::diagnostic::Findings;
use crate::format::{Document, Field};
use crate::rules::Seniority;
use crate::rules::scalar::shortened;
use crate::source::{ContentPath, Span};

/// A name and where it stands.
#[derive(Debug, Clone, Copy)]
pub(in crate::rules) struct Named<'draft> {
    /// The name as written.
    pub(in crate::rules) name: &'draft str,
    /// Its file.
    pub(in crate::rules) path: &'draft ContentPath,
    /// Its place there.
    pub(in crate::rules) span: Span,
}

impl<'draft> Named<'draft> {
    /// The name that `document` gives in `field`.
    pub(in crate::rules) fn of(document: &'draft Document, field: &'draft Field<Box<str>>) -> Option<Self> {
        let name = field.spanned()?;
        Some(Self { name: &name.value, path: &document.path, span: name.span })
    }
}

/// A name that is the same as an earlier one.
pub(in crate::rules) struct Double<'draft> {
    /// The later of the two.
    pub(in crate::rules) later: Named<'draft>,
    /// The earlier one.
    pub(in crate::rules) first: Named<'draft>,
}

/// Every name of `names` that is the same as an earlier one of them.
pub(in crate::rules) fn doubles<'draft>(names: impl Iterator<Item = Named<'draft>>) -> Vec<Double<'draft>> {
    let mut seen: HashMap<String, Named<'draft>> = HashMap::new();
    let mut doubles = Vec::new();
    for named in names {
        let keys = folded(named.name);
        match keys.iter().find_map(|key| seen.get(key)).copied() {
            Some(first) => doubles.push(Double { later: named, first }),
            None => {
                for key in keys {
                    seen.entry(key).or_insert(named);
                }
            }
        }
    }
    doubles
}

/// Says of every name of `names` that is the same as that of an earlier `noun`; whoever came later has to mend it.
pub(in crate::rules) fn say_doubles<'draft>(
    findings: &mut Findings<'_>,
    seniority: &Seniority<'_>,
    names: impl Iterator<Item = Named<'draft>>,
    noun: &str,
    help: &str,
) {
    let mut names: Vec<_> = names.collect();
    names.sort_by_cached_key(|named| seniority.rank(named.path));
    for Double { later, first } in doubles(names.into_iter()) {
        let message = if later.name == first.name {
            format!("another {noun} is called `{}`", shortened(later.name))
        } else {
            format!("`{}` looks the same as `{}`, the name of another {noun}", shortened(later.name), shortened(first.name))
        };
        findings.elsewhere(later.path, Some(later.span), message).related(first.path, Some(first.span), "this one").help(help);
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

/// Two keys of a name; names are the same when one of the keys is. The first lets go of case before it looks at shapes (`AI` = `ai`), the
/// second afterwards (`PayPaI` with a capital I = `PayPal`): skeletons are those of [UTS #39](https://www.unicode.org/reports/tr39/).
fn folded(name: &str) -> [String; 2] {
    let words: Vec<&str> = name.split_whitespace().collect();
    let normal: String = words.join(" ").nfkc().collect();
    let shape = |text: &str| skeleton(text).collect::<String>().to_lowercase();
    let by_case = shape(&normal.to_lowercase());
    let by_shape = shape(&normal);
    [format!("case {by_case}"), format!("shape {by_shape}")]
}

#[cfg(test)]
mod tests {
    use super::{Names, is_same as same};

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
    fn names_that_differ_in_a_letter_are_not() {
        assert!(!same("Slack", "Slacks"));
        assert!(!same("Xero 1", "Xero 2"));
        assert!(!same("Réseau", "Reseau"));
    }
}
