//! Words in code marks, as sentences about the format list them. Knows no key.

/// `` `a`, `b` or `c` ``
pub(crate) fn quoted(words: &[&str]) -> String {
    listed(words, "or")
}

/// The words in code marks, the last after `joint`.
pub(crate) fn listed(words: &[&str], joint: &str) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} {joint} {last}", rest.join(", ")),
        None => String::new(),
    }
}
