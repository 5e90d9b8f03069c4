//! A language with all its messages: the shipped ones, an operator's over them, and English below, so that there is always something to say.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, LazyLock};

use jiff::civil::Date;
use serde_json::Value;

use super::file::{self, MessageFile, Terms};
use super::message::{Arg, Message, Unspoken};
use super::numbers::Numbers;
use crate::inputs::Inputs;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The language that is always complete, and stands in for what others lack.
const FALLBACK: &str = "en";

/// The words of the site in one language.
#[derive(Debug, Clone)]
pub struct Language {
    tag: Box<str>,
    inputs: Inputs,
    numbers: Arc<Numbers>,
    /// Each message with the counting of the language it is written in.
    messages: Arc<BTreeMap<String, (Message, Arc<Layer>)>>,
}

/// A language whose messages are in use.
#[derive(Debug)]
struct Layer {
    tag: String,
    numbers: Numbers,
}

/// The noun of a catalogue for a listing, singular and plural.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noun {
    /// One, such as `plugin`.
    pub one: Box<str>,
    /// Several, such as `plugins`.
    pub other: Box<str>,
}

/// English as it is shipped.
#[must_use]
pub fn english() -> &'static Language {
    static ENGLISH: LazyLock<Language> = LazyLock::new(Language::default);
    &ENGLISH
}

/// Something in an operator's message file that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The name of the file, such as `fr.ftl`.
    pub file: String,
    /// The problem.
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "messages/{}: {}", self.file, self.text)
    }
}

/// The languages that the program brings, by tag.
pub fn shipped() -> impl Iterator<Item = &'static str> {
    MESSAGES.iter().filter_map(|(name, _)| name.strip_suffix(".ftl"))
}

/// The message file that the program brings for `tag`.
#[must_use]
pub fn shipped_text(tag: &str) -> Option<&'static str> {
    MESSAGES.iter().find(|(name, _)| name.strip_suffix(".ftl").is_some_and(|stem| stem.eq_ignore_ascii_case(tag))).map(|&(_, text)| text)
}

/// Whether the program brings words for `tag`, or for the language that it is a variety of.
#[must_use]
pub fn is_shipped(tag: &str) -> bool {
    varieties(tag).any(|part| shipped().any(|known| known.eq_ignore_ascii_case(part)))
}

/// `zh-Hant-TW` as `zh`, `zh-Hant`, `zh-Hant-TW`: from the general to the particular.
fn varieties(tag: &str) -> impl Iterator<Item = &str> {
    tag.match_indices('-').map(|(at, _)| at).chain([tag.len()]).map(|end| &tag[..end])
}

impl Default for Language {
    fn default() -> Self {
        Self::for_tag(FALLBACK)
    }
}

impl Language {
    /// The language `tag` as it is shipped; English if it is not.
    #[must_use]
    pub fn for_tag(tag: &str) -> Self {
        Self::with(tag, &BTreeMap::new(), None).0
    }

    /// The language `tag` with an operator's message files over the shipped ones: texts by name, such as `fr.ftl`. A message that is in none of
    /// them is that of the more general language, and in the end that of English. A listing is called by `noun`, where no message file of the operator
    /// has a term for it.
    #[must_use]
    pub fn with(tag: &str, own_texts: &BTreeMap<String, String>, noun: Option<&Noun>) -> (Self, Vec<Problem>) {
        let mut messages: BTreeMap<String, (Message, Arc<Layer>)> = BTreeMap::new();
        let mut problems = Vec::new();
        let is_english = |part: &&str| part.eq_ignore_ascii_case(FALLBACK);
        let noun =
            noun.map(|noun| Terms::from([("listing".to_owned(), noun.one.to_string()), ("listings".to_owned(), noun.other.to_string())]));
        let (mut shipped_terms, mut own_terms) = (Terms::new(), Terms::new());
        for part in [FALLBACK].into_iter().chain(varieties(tag).filter(|part| !is_english(part))) {
            let layer = Arc::new(Layer { tag: part.to_owned(), numbers: Numbers::for_tag(part) });
            let is_its = |name: &str| name.strip_suffix(".ftl").is_some_and(|stem| stem.eq_ignore_ascii_case(part));
            let shipped: Vec<_> = MESSAGES.iter().filter(|(name, _)| is_its(name)).map(|(_, text)| file::read(text)).collect();
            let own: Vec<_> = own_texts.iter().filter(|(name, _)| is_its(name)).map(|(name, text)| (name, file::read(text))).collect();
            shipped_terms.extend(shipped.iter().flat_map(MessageFile::terms));
            own_terms.extend(own.iter().flat_map(|(_, file)| file.terms()));
            let terms: Terms = shipped_terms
                .iter()
                .chain(noun.iter().flatten())
                .chain(&own_terms)
                .map(|(name, word)| (name.clone(), word.clone()))
                .collect();
            for file in shipped {
                messages.extend(file.messages(&terms).0.into_iter().map(|(key, message)| (key, (message, layer.clone()))));
            }
            for (name, file) in own {
                let (read, wrong) = file.messages(&terms);
                let mut problem = |text| problems.push(Problem { file: name.clone(), text });
                wrong.into_iter().for_each(&mut problem);
                for (key, message) in read {
                    // What the site says comes first: a message that it never says, or with words it never gives, can only be a slip.
                    match messages.get(&key).map(|(known, _)| stranger(&message, known)) {
                        Some(None) => drop(messages.insert(key, (message, layer.clone()))),
                        Some(Some(variable)) => problem(format!("`{key}` names `${variable}`, which it is never given")),
                        None => {
                            let near = crate::diagnostic::nearest(&key, messages.keys().map(String::as_str));
                            let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
                            problem(format!("`{key}` is no message of the site{hint}"));
                        }
                    }
                }
            }
        }
        let nouns = noun.iter().flatten().map(|(_, word)| word.as_bytes());
        let texts = own_texts.iter().flat_map(|(name, text)| [name.as_bytes(), text.as_bytes()]);
        let inputs = Inputs::of_all([tag.as_bytes()].into_iter().chain(nouns).chain(texts));
        let numbers = Arc::new(Numbers::for_tag(tag));
        (Self { inputs, tag: tag.into(), numbers, messages: Arc::new(messages) }, problems)
    }

    /// A fingerprint of what it was made of, beside the program.
    #[must_use]
    pub(crate) fn inputs(&self) -> Inputs {
        self.inputs
    }

    /// Its tag.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Whether the language itself has words, rather than English in its place.
    #[must_use]
    pub fn is_spoken(&self) -> bool {
        let is_own = |layer: &Layer| varieties(&self.tag).any(|part| part.eq_ignore_ascii_case(&layer.tag));
        self.messages.values().any(|(_, layer)| is_own(layer))
    }

    /// Whether English is what its readers read, so that texts that are always English need no mark.
    #[must_use]
    pub fn is_english(&self) -> bool {
        varieties(&self.tag).next().is_some_and(|code| code.eq_ignore_ascii_case(FALLBACK))
    }

    /// The writing direction: `ltr` or `rtl`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        let code = varieties(&self.tag).next().unwrap_or_default().to_ascii_lowercase();
        if matches!(&*code, "ar" | "he" | "fa" | "ur" | "yi" | "dv" | "ps" | "ckb" | "sd" | "ug") { "rtl" } else { "ltr" }
    }

    /// The message `key`, which needs no variable.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// The message `key` with its variables.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.escaped(key, args, &str::to_owned)
            .unwrap_or_else(|error| unreachable!("messages are named in the program and tested against the file: {error}"))
    }

    /// The message `key`, of which `escape` makes what its place needs; the variables are put in as they are.
    ///
    /// # Errors
    /// When there is no such message, or a variable is missing.
    pub fn escaped(&self, key: &str, args: &[(&str, Arg)], escape: &dyn Fn(&str) -> String) -> Result<String, Unspoken> {
        let (message, layer) = self.messages.get(key).ok_or_else(|| Unspoken::NoMessage(key.to_owned()))?;
        let mut said = String::new();
        let outcome = message.say(&layer.numbers, args, escape, &mut said);
        outcome.map(|()| said).map_err(|variable| Unspoken::NoVariable(key.to_owned(), variable))
    }

    /// A number with grouped digits.
    #[must_use]
    pub fn number(&self, n: usize) -> String {
        self.numbers.written(n as u64)
    }

    /// A day in words that no reader takes for another.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let number = |n: i8| Arg::Number(u64::from(n.unsigned_abs()));
        self.say("date", &[("day", number(date.day())), ("month", number(date.month())), ("year", date.year().to_string().into())])
    }

    /// A month of a year.
    #[must_use]
    pub fn month(&self, year: i16, month: i8) -> String {
        self.say("month", &[("month", Arg::Number(u64::from(month.unsigned_abs()))), ("year", year.to_string().into())])
    }

    /// Every message with its key and the tag of the language it is said in, by key.
    pub fn messages(&self) -> impl Iterator<Item = (&str, &Message, &str)> {
        self.messages.iter().map(|(key, (message, layer))| (&**key, message, &*layer.tag))
    }

    /// The messages whose keys `wanted` chooses, for scripts: a tag and an object of messages, and the same once more for each other language that
    /// stands in for what is missing.
    #[must_use]
    pub fn for_scripts(&self, wanted: impl Fn(&str) -> bool) -> Vec<(String, Value)> {
        let mut layers: BTreeMap<&str, serde_json::Map<String, Value>> = BTreeMap::new();
        for (key, (message, layer)) in self.messages.iter().filter(|(key, _)| wanted(key)) {
            layers.entry(&layer.tag).or_default().insert(key.clone(), message.json());
        }
        layers.into_iter().map(|(tag, messages)| (tag.to_owned(), Value::Object(messages))).collect()
    }
}

/// A variable that `message` has and `known`, in whose place it comes, has not.
fn stranger(message: &Message, known: &Message) -> Option<String> {
    let given = known.variables();
    message.variables().into_iter().find(|name| !given.contains(name)).map(str::to_owned)
}
