//! What a catalogue says to answers, in lines for a terminal. Knows no answer and no rule.

use super::Topic;
use crate::diagnostic::{Diagnostic, Level, printable};

/// One problem among many answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// The question whose answer causes it; `None` when several do together.
    pub topic: Option<Topic>,
    /// What is wrong and what to do, in one line.
    pub line: String,
    /// Whether the listing could not be published with it.
    pub is_error: bool,
}

impl Objection {
    /// What the line offers in the place of `value`, if it is about that.
    #[must_use]
    pub fn instead_of(&self, value: &str) -> Option<&str> {
        let (_, offered) = ["did you mean `", "write a slug, such as `"].iter().find_map(|words| self.line.split_once(words))?;
        let (offered, _) = offered.split_once('`')?;
        self.line.contains(&format!("`{}`", shown(value))).then_some(offered)
    }
}

/// What the catalogue says to one answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Why the answer cannot be taken, a line each.
    pub errors: Vec<String>,
    /// What should be mended, a line each.
    pub warnings: Vec<String>,
}

impl Verdict {
    /// Every line, the errors first.
    pub fn lines(&self) -> impl Iterator<Item = &String> {
        self.errors.iter().chain(&self.warnings)
    }

    pub(super) fn extend(&mut self, remarks: impl IntoIterator<Item = Diagnostic>) {
        for remark in remarks {
            let lines = match remark.level {
                Level::Error => &mut self.errors,
                Level::Warn => &mut self.warnings,
                Level::Info | Level::Off => continue,
            };
            let line = line(&remark);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
}

/// A remark in one line, with what to do.
pub(super) fn line(remark: &Diagnostic) -> String {
    let mut line = remark.message.clone();
    for (n, help) in remark.help.iter().enumerate() {
        line.push_str(if n == 0 { ": " } else { "; " });
        line.push_str(help);
    }
    printable(&format!("{line} ({})", remark.code.name))
}

/// An untrusted text, short and harmless enough for a message.
#[must_use]
pub fn shown(text: &str) -> String {
    const MAX_CHARS: usize = 60;
    let cut = text.char_indices().nth(MAX_CHARS).map_or_else(|| text.to_owned(), |(at, _)| format!("{}…", &text[..at]));
    printable(&cut)
}
