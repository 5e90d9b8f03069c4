//! "Did you mean": the nearest of the names that would be right.

use strsim::osa_distance;

/// The candidate nearest to `name`, if one is near enough to be a slip of the pen: equal but for case, spaces and hyphens, or at an optimal
/// string alignment distance of at most one plus a quarter of the length (the limit rustc uses is a third; names here are short and alike).
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = loose(name);
    // Two letters are an abbreviation: `uk` is no slip for `us`.
    let n_chars = wanted.chars().count();
    let limit = if n_chars < 3 { 0 } else { 1 + n_chars / 4 };
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let distance = osa_distance(&wanted, &loose(candidate));
            (distance <= limit && distance < n_chars.max(1)).then_some((distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// The candidates, those most like `name` first: those that contain it or are in it, then by the distance from it.
pub fn by_nearness<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = loose(name);
    let mut all: Vec<&str> = candidates.into_iter().collect();
    all.sort_by_cached_key(|candidate| {
        let candidate = loose(candidate);
        let is_part = !wanted.is_empty() && (candidate.contains(&wanted) || wanted.contains(&candidate));
        (!is_part, osa_distance(&wanted, &candidate))
    });
    all
}

/// Whether `name` is `other` but for case, spaces and hyphens and one letter that is wrong, missing, too many or in the other's place.
#[must_use]
pub fn is_slip(name: &str, other: &str) -> bool {
    osa_distance(&loose(name), &loose(other)) <= 1
}

fn loose(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{by_nearness, is_slip, nearest};

    #[test]
    fn a_typo_is_a_single_letter() {
        assert!(is_slip("homepgae", "homepage") && is_slip("tag", "tags") && is_slip("Source-URL", "source_url"));
        assert!(!is_slip("author", "auth") && !is_slip("depends", "depends_on"));
    }

    #[test]
    fn a_difference_of_case_or_hyphen_is_the_nearest_of_all() {
        assert_eq!(nearest("hub spot", ["HubSpot", "Hubdoc"]), Some("HubSpot"));
        assert_eq!(nearest("uk", ["us", "eu"]), None, "an abbreviation");
        assert_eq!(nearest("EU", ["us", "eu"]), Some("eu"));
        assert_eq!(nearest("homepgae", ["homepage", "name"]), Some("homepage"));
    }

    #[test]
    fn candidates_that_contain_the_name_come_first() {
        assert_eq!(by_nearness("source_code", ["app", "name", "source", "summary"])[0], "source");
        assert_eq!(by_nearness("url", ["name", "docs_url"]), ["docs_url", "name"]);
    }

    #[test]
    fn a_wholly_different_name_is_not_offered() {
        assert_eq!(nearest("x", ["y", "z"]), None);
        assert_eq!(nearest("", ["a"]), None);
        assert_eq!(nearest("payroll", ["slack", "jira"]), None);
    }
}
