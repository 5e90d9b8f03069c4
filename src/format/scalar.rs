//! A text as a value in YAML. Knows when it needs quotes and what must be escaped in them; knows no key.

/// `text` as it can be written in a YAML file, also within brackets.
#[must_use]
pub fn scalar(text: &str) -> String {
    let valid = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/' | '+' | '(' | ')' | '@');
    if may_be_plain(text) && text.chars().all(valid) { text.to_owned() } else { quoted(text) }
}

/// `text` as the value of a key on a line of its own, where commas and brackets mean nothing: addresses and sentences mostly need no quotes there.
#[must_use]
pub fn in_block(text: &str) -> String {
    let valid = |c: char| c.is_alphanumeric() || c == ' ' || c.is_ascii_punctuation() || "’‘“”–—…«»¿¡·€£".contains(c);
    let splits = text.contains(": ") || text.contains(" #") || text.ends_with(':');
    if may_be_plain(text) && text.chars().all(valid) && !splits { text.to_owned() } else { quoted(text) }
}

/// Whether `text` begins and ends like text without quotes, and no reader of YAML takes it for nothing or a truth value.
fn may_be_plain(text: &str) -> bool {
    const WORDS: [&str; 9] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    text.starts_with(char::is_alphanumeric) && !text.ends_with(' ') && !WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// `text` in double quotes. What cannot be seen is written as its number, so that a reader of the file knows that it is there.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        let hides = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}');
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if u32::from(c) > 0xffff && c.is_control() => out.push_str(&format!("\\U{:08X}", u32::from(c))),
            c if c.is_control() || hides => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{in_block, scalar};
    use crate::parse::unseen::shown;
    use crate::parse::yaml::{self, Node, NodeKind};

    fn read(yaml: &str) -> Option<String> {
        let (root, problems) = yaml::parse(yaml);
        let Some(Node { kind: NodeKind::Mapping(entries), .. }) = root.filter(|_| problems.is_empty()) else { return None };
        let mut value = &entries.first()?.1;
        if let NodeKind::Sequence(items) = &value.kind {
            value = items.first().filter(|_| items.len() == 2)?;
        }
        match &value.kind {
            NodeKind::Scalar { text, .. } if entries.len() == 2 && !value.is_null() => Some(text.to_string()),
            _ => None,
        }
    }

    #[test]
    fn a_name_that_yaml_would_misread_gets_quotes() {
        assert_eq!(scalar("monday.com"), "monday.com");
        assert_eq!(scalar("Acme: the \"shop\""), r#""Acme: the \"shop\"""#);
        assert_eq!(scalar("#1"), "\"#1\"");
        assert_eq!(scalar("No"), "\"No\"");
    }

    #[test]
    fn an_address_on_its_own_line_needs_no_quotes() {
        assert_eq!(in_block("https://acme.example/a?b=c#d"), "https://acme.example/a?b=c#d");
        assert_eq!(in_block("Ask on the page; we reply, promised."), "Ask on the page; we reply, promised.");
        assert_eq!(in_block("Note: this"), "\"Note: this\"");
    }

    #[test]
    fn invisible_characters_are_escaped() {
        assert_eq!(scalar("a\u{202e}\u{1b}b\nc"), "\"a\\u202E\\u001Bb\\nc\"");
    }

    proptest! {
        #[test]
        fn any_text_is_read_back_as_far_as_it_can_be_seen(text in any::<String>()) {
            let seen = Some(shown(&text).into_owned());
            prop_assert_eq!(read(&format!("a: {}\nb: c\n", in_block(&text))), seen.clone());
            prop_assert_eq!(read(&format!("a: {}\nb: c\n", scalar(&text))), seen.clone());
            prop_assert_eq!(read(&format!("a: [{}, x]\nb: c\n", scalar(&text))), seen);
        }

        #[test]
        fn a_text_made_of_signs_is_read_back_as_it_was(text in "[-#:,\\[\\]{}&*!|>'\"%@`~? \t\nax0.]{0,12}") {
            prop_assert_eq!(read(&format!("a: {}\nb: c\n", in_block(&text))), Some(text.clone()));
            prop_assert_eq!(read(&format!("a: [{}, x]\nb: c\n", scalar(&text))), Some(text));
        }
    }
}
