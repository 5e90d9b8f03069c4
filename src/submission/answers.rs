//! What was answered so far. Knows texts by their topics; judges none.

use std::collections::{BTreeMap, BTreeSet};

use super::Topic;

/// Answers by topic. A topic that is there with nothing in it was passed over on purpose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    given: BTreeMap<Topic, Vec<String>>,
    needless: BTreeSet<Topic>,
}

impl Answers {
    /// Notes the answer to `topic`; blanks around a value never belong to it, and a value of nothing is none.
    pub fn set<T: AsRef<str>>(&mut self, topic: Topic, values: impl IntoIterator<Item = T>) {
        let trimmed = values.into_iter().map(|value| value.as_ref().trim().to_owned()).filter(|value| !value.is_empty());
        self.given.insert(topic, trimmed.collect());
    }

    /// The same answers with one more.
    #[must_use]
    pub fn with(mut self, topic: Topic, value: &str) -> Self {
        self.set(topic, [value]);
        self
    }

    /// Forgets the answer to `topic`.
    pub fn forget(&mut self, topic: Topic) {
        self.given.remove(&topic);
    }

    /// Notes that something else, such as a README that came along, answers `topic`.
    pub fn mark_provided(&mut self, topic: Topic) {
        self.needless.insert(topic);
    }

    /// Whether something else answers `topic`.
    #[must_use]
    pub fn is_provided(&self, topic: Topic) -> bool {
        self.needless.contains(&topic)
    }

    /// Whether `topic` was answered or passed over.
    #[must_use]
    pub fn is_settled(&self, topic: Topic) -> bool {
        self.given.contains_key(&topic)
    }

    /// The first value of `topic`.
    #[must_use]
    pub fn text(&self, topic: Topic) -> Option<&str> {
        self.list(topic).first().map(String::as_str)
    }

    /// Every value of `topic`.
    #[must_use]
    pub fn list(&self, topic: Topic) -> &[String] {
        self.given.get(&topic).map(Vec::as_slice).unwrap_or_default()
    }

    /// The topics that were answered or passed over.
    pub fn topics(&self) -> impl Iterator<Item = Topic> {
        self.given.keys().copied()
    }
}
