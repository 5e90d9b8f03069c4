//! Older lines of versions that are still maintained: a fix for `1.8` may be published after `2.0`. Knows no level and contains no wording.

use crate::format::Version;

/// A version and whether it existed when another one was published.
pub(in crate::rules) type Known<'version> = (&'version Version, bool);

/// Whether `version`, which ranks below `newest` and was published after it, continues a line that existed when `newest` was published: the two differ in a number, and
/// another version of the same numbers up to that one existed before.
pub(in crate::rules) fn goes_on_with_older_line<'version>(
    version: &Version,
    newest: &Version,
    others: impl IntoIterator<Item = Known<'version>>,
) -> bool {
    let own = version.numbers();
    let Some(fork) = fork(&own, &newest.numbers()) else { return false };
    let is_of_line = |other: &Version| {
        let numbers = other.numbers();
        other != version
            && other.has_order()
            && other.precedence(version).is_lt()
            && (0..=fork).all(|place| at(&numbers, place) == at(&own, place))
    };
    others.into_iter().any(|(other, was_there)| was_there && is_of_line(other))
}

/// Whether two versions follow each other: their numbers are the same, or differ only in the last one.
pub(in crate::rules) fn is_same_line(a: &Version, b: &Version) -> bool {
    let (a, b) = (a.numbers(), b.numbers());
    fork(&a, &b).is_none_or(|fork| fork + 1 == a.len().max(b.len()))
}

/// The first place at which two lists of numbers differ. Missing numbers are 0.
fn fork(a: &[&str], b: &[&str]) -> Option<usize> {
    (0..a.len().max(b.len())).find(|&place| at(a, place) != at(b, place))
}

fn at<'number>(numbers: &[&'number str], place: usize) -> &'number str {
    numbers.get(place).copied().unwrap_or("0")
}

#[cfg(test)]
mod tests {
    use super::goes_on_with_older_line;
    use crate::format::Version;

    fn continues(version: &str, newest: &str, before: &[&str], after: &[&str]) -> bool {
        let read = |text: &&str| Version::parse(text).expect("a version");
        let (before, after): (Vec<_>, Vec<_>) = (before.iter().map(read).collect(), after.iter().map(read).collect());
        let others = before.iter().map(|version| (version, true)).chain(after.iter().map(|version| (version, false)));
        goes_on_with_older_line(&read(&version), &read(&newest), others)
    }

    #[test]
    fn a_fix_for_an_older_line_is_not_a_wrong_number() {
        assert!(continues("1.8.7", "2.0.0", &["1.8.6"], &[]));
        assert!(continues("1.9.0", "2.0.0", &["1.8.6"], &[]), "an older major line gets something new");
        assert!(continues("1.0.1", "1.1.0", &["1.0.0"], &[]));
        assert!(!continues("0.1.2", "0.3.4", &[], &[]), "its line is not listed");
        assert!(!continues("1.9.0", "1.82.0", &["1.81.0", "1.8.0"], &[]));
        assert!(!continues("1.9.1", "1.82.0", &["1.81.0"], &["1.9.0"]));
        assert!(!continues("1.0.1", "1.0.2", &["1.0.0"], &[]));
        assert!(!continues("6", "7", &["5"], &[]));
        assert!(!continues("1.9", "1.82", &["1.81"], &[]));
        assert!(!continues("0.1.0", "2.0.0", &["1.0.0"], &[]));
        assert!(!continues("1.0.0-rc.2", "1.0.0", &["1.0.0-rc.1"], &[]));
    }
}
