//! What kind of value a key takes. Read by the reference and the schema; checks nothing itself.

use super::Table;

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
    /// `true` or `false`
    Boolean,
    /// One of these words.
    Choice(&'static [&'static str]),
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
            Self::Boolean => "`true` or `false`".to_owned(),
            Self::Choice(words) => format!("one of {}", quoted(words)),
            Self::List(Self::Text) => "a list such as [one, two]".to_owned(),
            Self::List(item) => format!("a list, each item {}", item.phrase()),
            Self::Map(item) => format!("names, each with {}", item.phrase()),
            Self::Either(kinds) => kinds.iter().map(|kind| kind.phrase()).collect::<Vec<_>>().join(", or "),
            Self::Record(table) => {
                let keys: Vec<_> = table.fields.iter().map(|field| field.key).take(4).collect();
                format!("a group of keys such as {}", quoted(&keys))
            }
        }
    }
}

/// `` `a`, `b` or `c` ``
pub(crate) fn quoted(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}
