//! What kind of value a key takes. Read by the reference and the schema; checks nothing itself.

use super::{Table, WordRow};

/// The kind of a value.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Any text.
    Text,
    /// A web or mail address.
    Url,
    /// `2026-05-01`
    Date,
    /// `7` or `1.4.0`
    Version,
    /// `365d`
    Days,
    /// A whole number.
    Number,
    /// `0.01`
    Decimal,
    /// `"#0a47a9"`
    Colour,
    /// `true` or `false`
    Boolean,
    /// One of these words.
    Choice(&'static [WordRow]),
    /// A list of values.
    List(&'static Shape),
    /// Values under names of the author's choosing.
    Map(&'static Shape),
    /// A group of known keys.
    Record(&'static Table),
    /// A value of one kind or of another.
    Either(&'static [Shape]),
}

impl Shape {
    /// The kind in the words of a report, such as "a list of words".
    #[must_use]
    pub fn phrase(self) -> String {
        match self {
            Self::Text => "text".to_owned(),
            Self::Url => "a URL".to_owned(),
            Self::Date => "a date such as 2026-05-01".to_owned(),
            Self::Version => "a version such as 1.4.0".to_owned(),
            Self::Days => "a number of days such as 365d".to_owned(),
            Self::Number => "a whole number".to_owned(),
            Self::Decimal => "a number such as 0.01".to_owned(),
            Self::Colour => "a colour such as \"#0a47a9\"".to_owned(),
            Self::Boolean => "`true` or `false`".to_owned(),
            Self::Choice(rows) => {
                let words: Vec<_> = rows.iter().map(|row| row.word).collect();
                format!("one of {}", quoted(&words))
            }
            Self::List(Self::Text) => "a list such as [one, two]".to_owned(),
            Self::List(item) => format!("a list, each item {}", item.phrase()),
            Self::Map(item) => format!("names, each with {}", item.phrase()),
            Self::Record(table) => {
                let keys: Vec<_> = table.fields.iter().map(|field| field.key).take(4).collect();
                format!("a group of keys such as {}", quoted(&keys))
            }
            Self::Either(shapes) => shapes.iter().map(|shape| shape.phrase()).collect::<Vec<_>>().join(", or "),
        }
    }
}

/// `` `a`, `b` or `c` ``
pub(crate) fn quoted(words: &[&str]) -> String {
    listed(words, "or")
}

/// The words in code marks, the last behind `joint`.
pub(crate) fn listed(words: &[&str], joint: &str) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} {joint} {last}", rest.join(", ")),
        None => String::new(),
    }
}
