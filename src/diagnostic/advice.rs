//! What to do about a finding, as data: whoever shows it words it for the place where it is done. Knows keys of files; knows no flag and no form.

use std::fmt;

/// One piece of advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// A sentence that is the same wherever it is shown.
    Text(String),
    /// The name that was probably meant.
    Instead(String),
    /// Changes of keys of the finding's own file; several are alternatives.
    Change(Vec<Change>),
}

/// A change of one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The keys on the way to the value, with points between them, such as `install.url`.
    pub key: &'static str,
    /// The action.
    pub action: Action,
    /// A note, such as "if anyone may install it"; may be empty.
    pub note: String,
}

/// An action on a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// It gets a value that only the author knows.
    Add,
    /// It gets this value instead of what it has.
    Replace(String),
    /// It goes.
    Remove,
}

impl Advice {
    /// Adds `key`, which the file lacks.
    #[must_use]
    pub fn add(key: &'static str) -> Self {
        Self::one(key, Action::Add)
    }

    /// Writes `value` as the value of `key`.
    #[must_use]
    pub fn replace(key: &'static str, value: &str) -> Self {
        Self::one(key, Action::Replace(value.to_owned()))
    }

    /// Removes `key`.
    #[must_use]
    pub fn remove(key: &'static str) -> Self {
        Self::one(key, Action::Remove)
    }

    fn one(key: &'static str, action: Action) -> Self {
        Self::Change(vec![Change { key, action, note: String::new() }])
    }

    /// The same with `note` after its last change, such as "with one or more ids from tags.yaml".
    #[must_use]
    pub fn note(mut self, note: &str) -> Self {
        if let Self::Change(changes) = &mut self
            && let Some(last) = changes.last_mut()
        {
            note.clone_into(&mut last.note);
        }
        self
    }

    /// Either this or `other`.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Change(mut changes), Self::Change(others)) => {
                changes.extend(others);
                Self::Change(changes)
            }
            (own, other) => Self::Text(format!("{own}, or {other}")),
        }
    }

    /// The changes it consists of.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        match self {
            Self::Change(changes) => changes,
            Self::Text(_) | Self::Instead(_) => &[],
        }
    }
}

impl From<String> for Advice {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Advice {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// In the words of a report on files.
impl fmt::Display for Advice {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => out.write_str(text),
            Self::Instead(name) => write!(out, "did you mean `{name}`?"),
            Self::Change(changes) => {
                for (n, change) in changes.iter().enumerate() {
                    write!(out, "{}{change}", if n == 0 { "" } else { ", or " })?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (parent, key) = self.key.rsplit_once('.').map_or((None, self.key), |(parent, key)| (Some(parent), key));
        match &self.action {
            Action::Add => write!(out, "add `{key}:`")?,
            Action::Replace(value) => write!(out, "write `{key}: {value}`")?,
            Action::Remove => write!(out, "remove `{key}`")?,
        }
        if let (Action::Add, Some(parent)) = (&self.action, parent) {
            write!(out, " below `{parent}`")?;
        }
        if self.note.is_empty() { Ok(()) } else { write!(out, " {}", self.note) }
    }
}

#[cfg(test)]
mod tests {
    use super::Advice;

    #[test]
    fn a_report_on_files_names_keys() {
        for (advice, said) in [
            (Advice::add("license").note("such as `MIT`"), "add `license:` such as `MIT`"),
            (Advice::add("install.path_note"), "add `path_note:` below `install`"),
            (
                Advice::remove("install.url").or(Advice::replace("install.mode", "direct").note("if anyone may install it")),
                "remove `url`, or write `mode: direct` if anyone may install it",
            ),
            (Advice::from("write one sentence"), "write one sentence"),
            (Advice::Instead("Slack".to_owned()), "did you mean `Slack`?"),
        ] {
            assert_eq!(advice.to_string(), said);
        }
    }
}
