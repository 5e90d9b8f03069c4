//! The number of a version that is imported. Knows versions; knows no listing.

use crate::format::{Version, VersionKind, Versioning};

/// The first version of a listing that was not there before.
pub(super) const FIRST: &str = "1";

/// The version that follows those of a copy, `taken`: one that all programs take for the newest.
///
/// A copy that counts its imports goes on counting. A copy with versions of another form gets the number that the version has in its own catalogue,
/// `offered`, if it is of the form `scheme`, finished and newer than all that are there; else the newest one's with the second of its numbers raised, or,
/// of a date, the last.
pub(super) fn next(taken: &[&Version], offered: Option<&Version>, scheme: Versioning) -> String {
    let newest = taken.iter().filter(|version| version.has_order()).max_by(|a, b| a.precedence(b));
    let Some(newest) = newest else { return FIRST.to_owned() };
    let is_newer = |version: &&Version| {
        version.kind() == newest.kind() && version.keeps_to(scheme) && !version.is_prerelease() && version.precedence(newest).is_gt()
    };
    let mut numbers: Vec<String> = newest.numbers().into_iter().map(str::to_owned).collect();
    match newest.kind() {
        VersionKind::Number => numbers.first().map_or_else(|| FIRST.to_owned(), |number| raised(number)),
        _ if let Some(version) = offered.filter(is_newer) => version.as_str().to_owned(),
        kind => {
            let last = numbers.len().saturating_sub(1);
            let at = if kind == VersionKind::Calendar { last } else { last.min(1) };
            for (n, number) in numbers.iter_mut().enumerate().skip(at) {
                *number = if n == at { raised(number) } else { "0".to_owned() };
            }
            numbers.join(".")
        }
    }
}

/// The number after `number`, which is written in decimal digits and may have any length.
fn raised(number: &str) -> String {
    let mut digits: Vec<u8> = number.bytes().collect();
    for digit in digits.iter_mut().rev() {
        if *digit != b'9' {
            *digit += 1;
            return String::from_utf8_lossy(&digits).into_owned();
        }
        *digit = b'0';
    }
    format!("1{}", String::from_utf8_lossy(&digits))
}

#[cfg(test)]
mod tests {
    use super::next;
    use crate::format::{Version, Versioning};

    fn version(text: &str) -> Version {
        Version::parse(text).expect("a version")
    }

    #[test]
    fn a_copy_goes_on_in_its_own_form() {
        for (taken, offered, scheme, expected) in [
            (&["1"][..], "1.4.0", Versioning::Free, "2"),
            (&["2", "9", "1"], "1.4.0", Versioning::Free, "10"),
            (&["99999999999999999999999"], "2", Versioning::Free, "100000000000000000000000"),
            (&["1.4.0"], "1.5.2", Versioning::Semver, "1.5.2"),
            (&["1.4.0"], "1.5.2-rc.1", Versioning::Semver, "1.5.0"),
            (&["1.4.0"], "1.4.0", Versioning::Semver, "1.5.0"),
            (&["2.0.3", "1.4.0"], "1.5.0", Versioning::Semver, "2.1.0"),
            (&["2.0.0-rc.1"], "1.5.0", Versioning::Semver, "2.1.0"),
            (&["v1.4"], "7", Versioning::Free, "1.5"),
            (&["2026.2"], "7", Versioning::Calendar, "2026.3"),
            (&["latest"], "7", Versioning::Free, "1"),
            (&[], "1.4.0", Versioning::Free, "1"),
        ] {
            let taken: Vec<Version> = taken.iter().map(|text| version(text)).collect();
            let taken: Vec<&Version> = taken.iter().collect();
            let found = next(&taken, Some(&version(offered)), scheme);
            assert_eq!(found, expected, "after {taken:?}");
            assert!(taken.iter().all(|old| version(&found).precedence(old).is_gt()), "{found} is newer than all of {taken:?}");
        }
    }
}
