//! Two values side by side in little room: what they have in common is cut, what tells them apart never is, as far as there is room at all.

/// Characters of a value that are shown whole, at most. A longer one waits for a person, who looks at the file.
pub(super) const MAX_WHOLE: usize = 4_000;

/// Characters before and after a difference that are shown with it.
const AROUND: usize = 24;

/// `before` and `after`, each in about `max` characters: whole where they fit, else with what they have in common cut to `…`. The host of an address is
/// never cut, and neither is a difference, up to [`MAX_WHOLE`] characters.
pub(super) fn pair(before: Option<&str>, after: Option<&str>, max: usize) -> [Option<String>; 2] {
    let fits = |side: Option<&str>| side.is_none_or(|text| text.chars().count() <= max);
    if fits(before) && fits(after) {
        return [before.map(str::to_owned), after.map(str::to_owned)];
    }
    let sides = [before, after].map(|side| side.map(|text| text.chars().collect::<Vec<char>>()));
    match &sides {
        [Some(old), Some(new)] => {
            let n_first = old.iter().zip(new).take_while(|(old, new)| old == new).count();
            let rest = old.len().min(new.len()) - n_first;
            let n_last = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(old, new)| old == new).count();
            [Some(shortened(old, n_first, n_last)), Some(shortened(new, n_first, n_last))]
        }
        // Of a value on one side alone everything is a difference.
        _ => sides.map(|side| side.map(|text| within(&text))),
    }
}

/// `text` with what is outside of its difference, which begins after `n_first` and ends before the last `n_last` characters, cut.
fn shortened(text: &[char], n_first: usize, n_last: usize) -> String {
    let host = host_end(text).min(n_first);
    let (from, to) = (n_first.saturating_sub(AROUND), (text.len() - n_last + AROUND).min(text.len()));
    let mut shown = String::new();
    if from > host + 1 {
        shown.extend(&text[..host]);
        shown.push('…');
        shown += &within(&text[from..to]);
    } else {
        shown += &within(&text[..to]);
    }
    if to < text.len() {
        shown.push('…');
    }
    shown
}

/// `text`, and of a very long one the beginning and how much follows.
fn within(text: &[char]) -> String {
    match text.get(..MAX_WHOLE).filter(|first| first.len() < text.len()) {
        Some(first) => format!("{}… ({} more characters)", first.iter().collect::<String>(), text.len() - MAX_WHOLE),
        None => text.iter().collect(),
    }
}

/// How many characters scheme and host of an address take; 0 of any other text.
fn host_end(text: &[char]) -> usize {
    let Some(scheme) = text.windows(3).position(|three| three == [':', '/', '/']) else { return 0 };
    let is_word = text[..scheme].iter().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    if !is_word {
        return 0;
    }
    let host = text[scheme + 3..].iter().position(|c| matches!(c, '/' | '?' | '#')).unwrap_or(text.len() - scheme - 3);
    scheme + 3 + host
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &str, after: &str) -> [String; 2] {
        pair(Some(before), Some(after), 20).map(Option::unwrap_or_default)
    }

    #[test]
    fn short_values_are_shown_in_full() {
        assert_eq!(told("a", "b"), ["a", "b"]);
        assert_eq!(pair(None, Some("b"), 20), [None, Some("b".to_owned())]);
    }

    #[test]
    fn a_difference_is_shown_at_any_position() {
        let long = "x".repeat(300);
        for (before, after) in [("one", "two"), ("", "more"), ("gone", ""), ("ä", "ö")] {
            for (old, new) in [
                (format!("{before}{long}"), format!("{after}{long}")),
                (format!("{long}{before}{long}"), format!("{long}{after}{long}")),
                (format!("{long}{before}"), format!("{long}{after}")),
            ] {
                let [told_old, told_new] = told(&old, &new);
                assert!(told_old.contains(before) && told_new.contains(after), "{told_old} {told_new}");
                assert_ne!(told_old, told_new);
                assert!(told_old.chars().count() < 80 && told_new.chars().count() < 80, "{told_old} {told_new}");
            }
        }
    }

    #[test]
    fn the_host_of_a_url_is_shown_in_full() {
        let host = format!("{}.example", "long-name".repeat(8));
        let path = "part/".repeat(40);
        let [old, new] = told(&format!("https://{host}/{path}a"), &format!("https://{host}/{path}b"));
        assert!(old.starts_with(&format!("https://{host}…")) && old.ends_with("/part/part/a"), "{old}");
        assert!(new.starts_with(&format!("https://{host}…")) && new.ends_with("/part/part/b"), "{new}");
        let [old, new] = told(&format!("https://good.example/{path}"), &format!("https://evil.example/{path}"));
        assert!(old.contains("good.example") && new.contains("evil.example"), "{old} {new}");
    }

    #[test]
    fn a_value_without_end_says_how_much_follows() {
        let [_, new] = pair(None, Some(&"x".repeat(MAX_WHOLE + 5)), 20);
        assert!(new.is_some_and(|text| text.ends_with("x… (5 more characters)")));
    }
}
