//! The words of the site itself in one language: messages with their plural forms, days and numbers. Knows no page and no file system: an
//! operator's message files are handed in as texts.
//!
//! A message file is written in [Fluent](https://projectfluent.org), which translation tools know. Of it a message may have text, variables,
//! choices between variants and terms that are a word; each is compiled into a [`Message`], which this module reads for pages and `templates/js/dom.js` for scripts, so
//! that both say the same. Plural forms and grouped digits are those of the Unicode CLDR, in both. Days are messages like others: their wording
//! is the translator's, and the data of all calendars would be larger than the rest of the program.

mod file;
mod message;
mod numbers;
mod spoken;

pub use message::{Arg, Message, Unspoken};
pub use spoken::{Language, Noun, Problem, english, is_shipped, shipped, shipped_text};
