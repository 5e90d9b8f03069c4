//! What somebody typed → what is asked for. Knows no index; `templates/js/words.js` reads a query in the same way.

use super::words::{is_common, words};

/// Longer queries are cut: nobody types them, and anybody may send them.
const LONGEST: usize = 256;
/// Words of a query that count.
const MOST_WORDS: usize = 12;
/// Groups that a query may name before a colon.
const FIELDS: [&str; 3] = ["publisher", "app", "tag"];

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// All words in order.
    pub(super) all: Vec<String>,
    /// Which of them must be found: those that say something, or all if none does.
    pub(super) required: Vec<usize>,
    /// Words that must stand together: where among all words they are.
    pub(super) phrases: Vec<std::ops::Range<usize>>,
    /// Whether anything was typed besides filters, be it a word or not.
    pub(super) is_text: bool,
    /// Groups and values, as written.
    pub(super) filters: Vec<(&'static str, String)>,
}

impl Asked {
    /// Reads a query.
    pub(super) fn read(query: &str) -> Self {
        let mut asked = Self::default();
        let query: String = query.chars().take(LONGEST).collect();
        let mut rest = &*query;
        while let Some(c) = rest.chars().next() {
            if is_quote(c) {
                let (text, after) = until(&rest[c.len_utf8()..], is_quote);
                asked.add(text, true);
                rest = after;
            } else if let Some((field, value, after)) = filter(rest) {
                asked.filters.push((field, value.to_owned()));
                rest = after;
            } else {
                // A word, or what stands between two.
                let end = rest.find(|c: char| is_quote(c) || c.is_whitespace()).unwrap_or(rest.len()).max(c.len_utf8());
                asked.add(&rest[..end], false);
                rest = &rest[end..];
            }
        }
        asked.required = asked.telling();
        asked
    }

    /// Asks for `words` instead, with nothing that must stand together.
    pub(super) fn of(words: Vec<String>) -> Self {
        let mut asked = Self { all: words, is_text: true, ..Self::default() };
        asked.required = asked.telling();
        asked
    }

    fn add(&mut self, text: &str, is_phrase: bool) {
        self.is_text |= is_phrase || !text.trim().is_empty();
        let start = self.all.len();
        self.all.extend(words(text));
        self.all.truncate(MOST_WORDS);
        if is_phrase && self.all.len() > start {
            self.phrases.push(start..self.all.len());
        }
    }

    fn telling(&self) -> Vec<usize> {
        let is_quoted = |at: usize| self.phrases.iter().any(|phrase| phrase.contains(&at));
        let some: Vec<usize> = (0..self.all.len()).filter(|&at| is_quoted(at) || !is_common(&self.all[at])).collect();
        if some.is_empty() { (0..self.all.len()).collect() } else { some }
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”')
}

/// The text up to a closing character, and what follows it.
fn until(text: &str, closes: impl Fn(char) -> bool) -> (&str, &str) {
    match text.char_indices().find(|&(_, c)| closes(c)) {
        Some((at, c)) => (&text[..at], &text[at + c.len_utf8()..]),
        None => (text, ""),
    }
}

/// `app:slack` or `tag:"sales teams"` at the beginning of `text`.
fn filter(text: &str) -> Option<(&'static str, &str, &str)> {
    let (field, rest) = FIELDS.iter().find_map(|&field| {
        let (name, rest) = text.split_at_checked(field.len())?;
        Some((field, rest.strip_prefix(':').filter(|_| name.eq_ignore_ascii_case(field))?))
    })?;
    let first = rest.chars().next()?;
    let (value, after) = if is_quote(first) {
        until(&rest[first.len_utf8()..], is_quote)
    } else {
        let end = rest.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(rest.len());
        rest.split_at(end)
    };
    (!value.is_empty()).then_some((field, value, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_say_little_are_asked_for_only_alone() {
        let asked = Asked::read("Slack connector for  Jira");
        assert_eq!((asked.all, asked.required), (["slack", "connector", "for", "jira"].map(str::to_owned).to_vec(), vec![0, 3]));
        assert_eq!(Asked::read("app connector").required, [0, 1]);
        assert_eq!(Asked::read("the \"app store\"").required, [1, 2], "what is quoted is meant");
    }

    #[test]
    fn quotes_and_fields_are_understood_and_may_be_unfinished() {
        let asked = Asked::read("App:\"Google Sheets\" daily “sales report” tag:crm \"open end");
        assert_eq!(asked.filters, [("app", "Google Sheets".to_owned()), ("tag", "crm".to_owned())]);
        assert_eq!(asked.all, ["daily", "sales", "report", "open", "end"]);
        assert_eq!(asked.phrases, [1..3, 3..5]);
        assert_eq!(Asked::read("app:").all, ["app"]);
        assert!(Asked::read("http://app:80").filters.is_empty(), "a field stands at the beginning of a word");
    }

    #[test]
    fn anything_can_be_typed() {
        for query in ["", "   ", "\"", "”“", "tag:\"", "::::", ".*+?^${}()|[]\\", "👍🏽", "\u{202e}abc", "__proto__ <img onerror>"]
        {
            let _ = Asked::read(query);
        }
        assert_eq!(Asked::read(&"x ".repeat(10_000)).all.len(), MOST_WORDS);
    }
}
