//! What rules say of keys, said of the flags that write them: on a command line there is no file yet to look into. Knows which flag writes which key.

use super::{QUESTIONS, Question, Topic};

impl Question {
    /// Whether the answer is written under `key`.
    pub(super) fn is_written_as(&self, key: &str) -> bool {
        let own = self.flag.replace('-', "_");
        match self.topic {
            Topic::Install => key == "mode",
            _ => own == key || own.strip_suffix(key).is_some_and(|before| before.ends_with('_')),
        }
    }
}

/// The key that stands in the line of `text` around the byte `at`.
pub(super) fn key_at(text: &str, at: usize) -> Option<&str> {
    let (before, after) = text.split_at_checked(at)?;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let end = after.find('\n').map_or(text.len(), |end| at + end);
    let (key, _) = text.get(start..end)?.trim_start_matches([' ', '-']).split_once(':')?;
    Some(key)
}

/// `line` with the flag wherever it quotes a key that a flag writes: "write `mode: request`" becomes "give `--install request`".
pub(super) fn in_flags(line: &str) -> String {
    let mut said = String::with_capacity(line.len());
    for (n, part) in line.split('`').enumerate() {
        if n % 2 == 0 {
            said.push_str(part);
            continue;
        }
        match flagged(part, &said) {
            Some(flag) => {
                for (verb, instead) in [("write ", "give "), ("add ", "give "), ("remove ", "leave out ")] {
                    if let Some(before) = said.strip_suffix(verb) {
                        said = format!("{before}{instead}");
                        break;
                    }
                }
                said.push_str(&format!("`{flag}`"));
            }
            None => said.push_str(&format!("`{part}`")),
        }
    }
    // The places in the file go with the keys.
    said.replace(" below `install`", "")
}

/// The flag for a quoted key, alone or with its value; `before` is what stands in front of it.
fn flagged(quoted: &str, before: &str) -> Option<String> {
    let (key, value) = match quoted.split_once(": ") {
        Some(("install", group)) => group
            .trim_start_matches('{')
            .trim_end_matches('}')
            .split_once(": ")
            .map(|(key, value)| (format!("install_{key}"), Some(value)))?,
        Some((key, value)) => (key.to_owned(), Some(value)),
        None => (quoted.replace('.', "_"), None),
    };
    // A bare word may be a value at hand; one of several words is a key, and so is one that is to be removed.
    let key = match key.as_str() {
        "mode" => "install".to_owned(),
        "url" | "command" if before.ends_with("remove ") => format!("install_{key}"),
        _ if value.is_none() && !key.contains('_') => return None,
        _ => key,
    };
    let question = QUESTIONS.iter().find(|question| question.flag.replace('-', "_") == key)?;
    let value = value.map(|value| value.trim_start_matches("[ ").trim_end_matches(" ]"));
    Some(value.map_or_else(|| format!("--{}", question.flag), |value| format!("--{} {value}", question.flag)))
}

#[cfg(test)]
mod tests {
    use super::{in_flags, key_at};

    #[test]
    fn a_key_is_said_as_its_flag() {
        for (of_keys, of_flags) in [
            ("remove `landing_url`, or write `mode: request` if", "leave out `--landing-url`, or give `--install request` if"),
            ("remove `url`", "leave out `--install-url`"),
            ("add `path_note: …` below `install`, such as", "give `--path-note …`, such as"),
            ("add `install: {url: …}` or `install: {command: …}`", "give `--install-url …` or `--install-command …`"),
            ("unknown tag `name`: did you mean `source`?", "unknown tag `name`: did you mean `source`?"),
            ("ask for `may_hide_source: true`", "ask for `may_hide_source: true`"),
        ] {
            assert_eq!(in_flags(of_keys), of_flags);
        }
    }

    #[test]
    fn the_key_of_a_line_is_found_from_its_value() {
        let text = "name: a\nversions:\n  - version: 1.0\n    notes: x\n";
        assert_eq!(key_at(text, text.find("1.0").expect("there")), Some("version"));
        assert_eq!(key_at(text, text.find('x').expect("there")), Some("notes"));
        assert_eq!(key_at(text, 0), Some("name"));
    }
}
