//! A text as a value in YAML. Knows when it needs quotes.

/// `text` as it can stand in a YAML file, also within brackets.
pub(in crate::rules) fn scalar(text: &str) -> String {
    let sound = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/' | '+' | '(' | ')');
    let plain = text.starts_with(char::is_alphanumeric) && !text.ends_with(' ') && text != "null" && text.chars().all(sound);
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) }
}

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
    use super::{scalar, shortened};

    #[test]
    fn a_name_that_yaml_would_misread_gets_quotes() {
        assert_eq!(scalar("monday.com"), "monday.com");
        assert_eq!(scalar("Acme: the \"shop\""), r#""Acme: the \"shop\"""#);
        assert_eq!(scalar("#1"), "\"#1\"");
    }

    #[test]
    fn a_long_value_is_cut_between_characters() {
        assert_eq!(shortened(&"é".repeat(60)), format!("{}…", "é".repeat(48)));
        assert_eq!(shortened("one\ntwo"), "one…");
    }
}
