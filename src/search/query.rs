//! Parses a query. Knows no index; `templates/js/words.js` parses queries in the same way.

use super::words::{is_common, words};

/// Longer queries are truncated: no one types them, but anyone may send them.
const LONGEST: usize = 256;
/// The most words of a query that are used.
const MOST_WORDS: usize = 12;
/// Facets that a query may name before a colon.
const FIELDS: [&str; 3] = ["publisher", "app", "tag"];

/// A parsed query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ParsedQuery {
    /// All words in order.
    pub(super) all: Vec<String>,
    /// The words that must match: all except common ones, or all if every word is common.
    pub(super) required: Vec<usize>,
    /// Phrases, as ranges of `all`.
    pub(super) phrases: Vec<std::ops::Range<usize>>,
    /// Whether the query contains any text besides filters.
    pub(super) is_text: bool,
    /// Facets and values, as written.
    pub(super) filters: Vec<(&'static str, String)>,
}

impl ParsedQuery {
    /// Parses a query.
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
                // A word, or what is between two.
                let end = rest.find(|c: char| is_quote(c) || c.is_whitespace()).unwrap_or(rest.len()).max(c.len_utf8());
                asked.add(&rest[..end], false);
                rest = &rest[end..];
            }
        }
        asked.required = asked.telling();
        asked
    }

    /// A query for `words`, without phrases.
    pub(super) fn new(words: Vec<String>) -> Self {
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
    fn stop_words_count_only_alone() {
        let asked = ParsedQuery::read("Slack connector for  Jira");
        assert_eq!((asked.all, asked.required), (["slack", "connector", "for", "jira"].map(str::to_owned).to_vec(), vec![0, 3]));
        assert_eq!(ParsedQuery::read("app connector").required, [0, 1]);
        assert_eq!(ParsedQuery::read("the \"app store\"").required, [1, 2], "what is quoted is meant");
    }

    #[test]
    fn quotes_and_fields_are_understood_and_may_be_unfinished() {
        let asked = ParsedQuery::read("App:\"Google Sheets\" daily “sales report” tag:crm \"open end");
        assert_eq!(asked.filters, [("app", "Google Sheets".to_owned()), ("tag", "crm".to_owned())]);
        assert_eq!(asked.all, ["daily", "sales", "report", "open", "end"]);
        assert_eq!(asked.phrases, [1..3, 3..5]);
        assert_eq!(ParsedQuery::read("app:").all, ["app"]);
        assert!(ParsedQuery::read("http://app:80").filters.is_empty(), "a field stands at the beginning of a word");
    }

    #[test]
    fn any_query_is_parsed() {
        for query in ["", "   ", "\"", "”“", "tag:\"", "::::", ".*+?^${}()|[]\\", "👍🏽", "\u{202e}abc", "__proto__ <img onerror>"]
        {
            let _ = ParsedQuery::read(query);
        }
        assert_eq!(ParsedQuery::read(&"x ".repeat(10_000)).all.len(), MOST_WORDS);
    }
}
