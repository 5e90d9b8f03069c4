//! A message as a list of parts, and how it becomes a text. Knows neither the file it was written in nor the keys of others.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::numbers::Numbers;

/// The value of a variable of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A text, taken as it is.
    Text(String),
    /// A number, which chooses a plural form and is written with grouped digits.
    Number(u64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Self::Number(n as u64)
    }
}

/// Why a message could not be said.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unspoken {
    /// There is none of this name.
    #[error("there is no message `{0}`")]
    NoMessage(String),
    /// It names a variable that it was not given.
    #[error("the message `{0}` needs `{1}`")]
    NoVariable(String, String),
}

/// A message, ready to be said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Message(pub(super) Vec<Part>);

/// A part of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    Text(String),
    Variable(String),
    /// The variant whose key is the value of the variable or, for a number, the name of its plural form; else the last.
    Choice {
        variable: String,
        variants: Vec<(String, Message)>,
        otherwise: Message,
    },
}

impl Message {
    /// Every variable it names.
    #[must_use]
    pub fn variables(&self) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        for part in &self.0 {
            match part {
                Part::Text(_) => {}
                Part::Variable(name) => drop(found.insert(&**name)),
                Part::Choice { variable, variants, otherwise } => {
                    found.insert(variable);
                    found.extend(variants.iter().map(|(_, message)| message).chain([otherwise]).flat_map(Self::variables));
                }
            }
        }
        found
    }

    /// The variables that its text shows, whichever variant is chosen.
    #[must_use]
    pub fn shown(&self) -> BTreeSet<&str> {
        let of = |part| match part {
            &Part::Text(_) => BTreeSet::new(),
            Part::Variable(name) => BTreeSet::from([&**name]),
            Part::Choice { variants, otherwise, .. } => {
                let others = variants.iter().map(|(_, message)| message.shown());
                others.fold(otherwise.shown(), |all, shown| all.intersection(&shown).copied().collect())
            }
        };
        self.0.iter().flat_map(of).collect()
    }

    /// Its own words, each stretch of them on its own.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        let of = |part| match part {
            &Part::Variable(_) => Vec::new(),
            Part::Text(text) => vec![&**text],
            Part::Choice { variants, otherwise, .. } => {
                variants.iter().map(|(_, message)| message).chain([otherwise]).flat_map(Self::words).collect()
            }
        };
        self.0.iter().flat_map(of).collect()
    }

    /// Adds the text of the message to `said`; `literal` makes of its own words what the place they go to needs.
    ///
    /// # Errors
    /// With the name of a variable that is not among `args`.
    pub(super) fn say(
        &self,
        numbers: &Numbers,
        args: &[(&str, Arg)],
        literal: &dyn Fn(&str) -> String,
        said: &mut String,
    ) -> Result<(), String> {
        let given = |name: &str| args.iter().find(|(given, _)| *given == name).map(|(_, arg)| arg).ok_or_else(|| name.to_owned());
        for part in &self.0 {
            match part {
                Part::Text(text) => said.push_str(&literal(text)),
                Part::Variable(name) => match given(name)? {
                    Arg::Text(text) => said.push_str(text),
                    Arg::Number(n) => said.push_str(&numbers.written(*n)),
                },
                Part::Choice { variable, variants, otherwise } => {
                    let of = |key: &str| variants.iter().find(|(known, _)| known == key).map(|(_, message)| message);
                    let chosen = match given(variable)? {
                        Arg::Text(text) => of(text),
                        Arg::Number(n) => of(&n.to_string()).or_else(|| of(numbers.plural_form(*n))),
                    };
                    chosen.unwrap_or(otherwise).say(numbers, args, literal, said)?;
                }
            }
        }
        Ok(())
    }

    /// The message for scripts: a text, or a list of texts, of variables `["n"]` and of choices `["n", {"one": …, "*": …}]`.
    pub(super) fn json(&self) -> Value {
        if let [Part::Text(text)] = &*self.0 {
            return json!(text);
        }
        let part = |part: &Part| match part {
            Part::Text(text) => json!(text),
            Part::Variable(name) => json!([name]),
            Part::Choice { variable, variants, otherwise } => {
                let variants = variants.iter().map(|(key, message)| (&**key, message)).chain([("*", otherwise)]);
                json!([variable, variants.map(|(key, message)| (key.to_owned(), message.json())).collect::<serde_json::Map<_, _>>()])
            }
        };
        self.0.iter().map(part).collect()
    }
}
