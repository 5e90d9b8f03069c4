//! A text that grows while it is remembered which answer wrote which part of it. Knows no format.

use std::ops::Range;

use super::Topic;

/// A text with the parts that answers wrote.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    pub(super) text: String,
    /// The topic of each part, and its byte range.
    pub(super) parts: Vec<(Topic, Range<usize>)>,
}

impl Sheet {
    /// Adds `text`, which answers nothing.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds `text`, which the answer to `topic` wrote.
    pub(super) fn answer(&mut self, topic: Topic, text: &str) {
        let start = self.text.len();
        self.push(text);
        self.parts.push((topic, start..self.text.len()));
    }
}

impl From<String> for Sheet {
    fn from(text: String) -> Self {
        Self { text, parts: Vec::new() }
    }
}

/// Returns the topic of the part around the byte `at`.
pub(super) fn topic_at(parts: &[(Topic, Range<usize>)], at: usize) -> Option<Topic> {
    parts.iter().find(|(_, part)| part.contains(&at)).map(|(topic, _)| *topic)
}
