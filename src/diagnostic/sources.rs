//! What a format may ask besides the report: the texts, what the content folder is called, and the rules that speak.
//! Knows rules by their description only: the rules themselves are further up.

use super::{Code, Level};
use crate::source::ContentPath;

/// The inputs of a report besides its findings.
#[derive(Clone, Copy)]
pub struct Sources<'run> {
    /// The text of a file, without a byte-order mark; `None` for an image or a file that could not be read.
    pub text_of: &'run dyn Fn(&ContentPath) -> Option<&'run str>,
    /// The content folder from where the program was started, before every path: `content/`, `../`, or nothing.
    pub prefix: &'run str,
    /// The working directory as a path from the content folder with `/` at the end; empty when that is not inside of it.
    pub start: &'run str,
    /// The prefix of a file that is not in the content folder; `None` for one that is.
    pub prefix_outside: &'run dyn Fn(&ContentPath) -> Option<&'run str>,
    /// The rules that speak, in the order of their ids. A format works without them, and says less.
    pub rules: &'run [RuleDescription],
}

impl Sources<'_> {
    /// Returns the path of the file at `path` from the working directory, with `/` on every system: `README.md` for one that is there.
    #[must_use]
    pub fn name(&self, path: &ContentPath) -> String {
        if let Some(prefix) = (self.prefix_outside)(path) {
            return format!("{prefix}{path}");
        }
        let path = path.as_str();
        let shared = self
            .start
            .match_indices('/')
            .map(|(at, _)| at + 1)
            .take_while(|&end| path.get(..end) == self.start.get(..end))
            .last()
            .unwrap_or(0);
        // Each folder on the way down to both is one that no one has to leave.
        let ups = self.start.get(..shared).map_or(0, |way| way.matches('/').count() * "../".len());
        format!("{}{}", self.prefix.get(ups..).unwrap_or_default(), path.get(shared..).unwrap_or(path))
    }
}

/// The description of a rule for report formats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleDescription {
    /// Its identity.
    pub code: Code,
    /// Its level before the catalogue's settings.
    pub level: Level,
    /// The problem, in a sentence.
    pub summary: String,
    /// The whole explanation in Markdown, with its summary and its examples.
    pub explanation: String,
    /// Its page on the catalogue's own site, when that has an address.
    pub url: Option<String>,
}

impl RuleDescription {
    /// A description whose summary is the first paragraph of `explanation`.
    #[must_use]
    pub fn new(code: Code, level: Level, explanation: &str, url: Option<String>) -> Self {
        let first = explanation.trim().split("\n\n").next().unwrap_or_default();
        let summary = first.lines().map(str::trim).collect::<Vec<_>>().join(" ");
        Self { code, level, summary, explanation: explanation.trim().to_owned(), url }
    }
}

impl<'run> Sources<'run> {
    /// The place of a rule among those that speak.
    pub(super) fn rule_index(&self, code: Code) -> Option<usize> {
        self.rules.iter().position(|rule| rule.code == code)
    }

    /// The description of a rule that speaks.
    pub(super) fn rule(&self, code: Code) -> Option<&'run RuleDescription> {
        self.rules.get(self.rule_index(code)?)
    }
}
