//! Texts in messages and fixes. Knows how they are cut and compared.

pub(in crate::rules) use crate::format::scalar;

/// `text` short enough to stand in a message.
pub(in crate::rules) fn shortened(text: &str) -> String {
    const MAX_CHARS: usize = 48;
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(MAX_CHARS) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None if line.len() < text.trim_end().len() => format!("{line}…"),
        None => line.to_owned(),
    }
}

/// What is left of a name when case, spaces and punctuation do not count.
pub(in crate::rules) fn loose(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_value_is_cut_between_characters() {
        assert_eq!(shortened(&"é".repeat(60)), format!("{}…", "é".repeat(48)));
        assert_eq!(shortened("one\ntwo"), "one…");
    }
}
