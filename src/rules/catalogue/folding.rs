//! When two names are the same to a reader. Knows letters; knows neither listings nor apps.

use std::collections::{BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization as _;
use unicode_security::skeleton;

use crate::source::{ContentPath, Span};

/// A name and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named<'draft> {
    /// The name as written.
    pub(super) name: &'draft str,
    /// Its file.
    pub(super) path: &'draft ContentPath,
    /// Its place there.
    pub(super) span: Span,
}

/// A name that is the same as an earlier one.
pub(super) struct Double<'draft> {
    /// The later of the two.
    pub(super) later: Named<'draft>,
    /// The earlier one.
    pub(super) first: Named<'draft>,
}

/// Every name of `names` that is the same as an earlier one of them.
pub(super) fn doubles<'draft>(names: impl Iterator<Item = Named<'draft>>) -> Vec<Double<'draft>> {
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

/// Whether two names are the same to a reader.
pub(in crate::rules) fn is_same(a: &str, b: &str) -> bool {
    folded(a).iter().zip(folded(b)).any(|(a, b)| *a == b)
}

/// Names in which others are looked up.
pub(super) struct Names(HashMap<String, Vec<usize>>);

impl Names {
    pub(super) fn new<'name>(names: impl IntoIterator<Item = &'name str>) -> Self {
        let mut known: HashMap<String, Vec<usize>> = HashMap::new();
        for (n, name) in names.into_iter().enumerate() {
            for key in folded(name) {
                known.entry(key).or_default().push(n);
            }
        }
        Self(known)
    }

    /// The numbers of those that are the same as `name` to a reader, in their order.
    pub(super) fn like(&self, name: &str) -> BTreeSet<usize> {
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
