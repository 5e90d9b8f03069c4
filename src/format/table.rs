//! The keys of a group and the kind of value that each takes. Read by the reader, the reference and the schema; checks nothing itself.

use super::Constraint;
use super::bounds::{Bounds, NameKind, StringFormat};
use super::wording::quoted;

/// The keys of a group, for the reference and the schema.
#[derive(Debug)]
pub struct Table {
    /// The noun for the group, with its article: "a listing".
    pub noun: &'static str,
    /// Its description, a line each.
    pub doc: &'static [&'static str],
    /// Its keys in the order of the reference.
    pub fields: &'static [FieldRow],
    /// The constraints between its keys.
    pub constraints: &'static [Constraint],
}

/// One key of a group.
#[derive(Debug)]
pub struct FieldRow {
    /// The key as written.
    pub key: &'static str,
    /// Its description, a line each.
    pub doc: &'static [&'static str],
    /// The type of its value.
    pub value_type: ValueType,
    /// Whether the group is useless without it.
    pub required: bool,
    /// Values it may have, as YAML; at least one.
    pub examples: &'static [&'static str],
    /// The default as YAML, where a value expresses it.
    pub default: Option<&'static str>,
    /// The bounds of its value.
    pub bounds: Bounds,
}

/// A word that a key allows.
#[derive(Debug)]
pub struct WordRow {
    /// The word as written.
    pub word: &'static str,
    /// Its description, a line each.
    pub doc: &'static [&'static str],
}

impl Table {
    /// The row of `key`.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&'static FieldRow> {
        self.fields.iter().find(|row| row.key == key)
    }
}

/// The builder functions that a line of `record!` calls after the type.
impl FieldRow {
    pub(crate) const fn optional(
        key: &'static str,
        doc: &'static [&'static str],
        value_type: ValueType,
        examples: &'static [&'static str],
    ) -> Self {
        let bounds = Bounds { chars: None, items: None, format: None, names: None };
        Self { key, doc, value_type, required: false, examples, default: None, bounds }
    }

    pub(crate) const fn required(
        key: &'static str,
        doc: &'static [&'static str],
        value_type: ValueType,
        examples: &'static [&'static str],
    ) -> Self {
        Self { required: true, ..Self::optional(key, doc, value_type, examples) }
    }

    /// Sets the default.
    pub(crate) const fn default(self, value: &'static str) -> Self {
        Self { default: Some(value), ..self }
    }

    /// Requires `min` to `max` characters.
    pub(crate) const fn chars(self, min: usize, max: usize) -> Self {
        Self { bounds: Bounds { chars: Some((min, max)), ..self.bounds }, ..self }
    }

    /// Requires at least `min` items.
    pub(crate) const fn at_least(self, min: usize) -> Self {
        Self { bounds: Bounds { items: Some((min, None)), ..self.bounds }, ..self }
    }

    /// Allows at most `max` items.
    pub(crate) const fn at_most(self, max: usize) -> Self {
        Self { bounds: Bounds { items: Some((0, Some(max))), ..self.bounds }, ..self }
    }

    /// Requires text that is not only spaces.
    pub(crate) const fn not_blank(self) -> Self {
        self.format(StringFormat::NotBlank)
    }

    /// Requires one line that is not only spaces.
    pub(crate) const fn one_line(self) -> Self {
        self.format(StringFormat::OneLine)
    }

    /// An e-mail address.
    pub(crate) const fn email(self) -> Self {
        self.format(StringFormat::Email)
    }

    /// Requires a slug, or a list of them.
    pub(crate) const fn slug(self) -> Self {
        self.format(StringFormat::Slug)
    }

    /// Requires an existing name of the catalogue, a list of them, or a map with such keys.
    pub(crate) const fn names(self, names: NameKind) -> Self {
        Self { bounds: Bounds { names: Some(names), ..self.bounds }, ..self }
    }

    const fn format(self, format: StringFormat) -> Self {
        Self { bounds: Bounds { format: Some(format), ..self.bounds }, ..self }
    }

    /// All that is said about it, as one paragraph of Markdown: its description, its bounds and its default.
    #[must_use]
    pub fn meaning(&self) -> String {
        let default = self.default.map(|value| format!("Default: `{value}`."));
        let parts = [paragraph(self.doc), self.bounds.phrase(), default.unwrap_or_default()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// The lines of a doc comment as one paragraph of Markdown.
#[must_use]
pub(crate) fn paragraph(doc: &[&str]) -> String {
    doc.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The kind of a value.
#[derive(Debug, Clone, Copy)]
pub enum ValueType {
    /// Any text.
    Text,
    /// A web or mail address.
    Url,
    /// `2026-05-01`
    Date,
    /// `1.4.0`
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
    List(&'static ValueType),
    /// Values under names of the author's choosing.
    Map(&'static ValueType),
    /// A group of known keys.
    Record(&'static Table),
    /// A value of one kind or of another.
    Either(&'static [ValueType]),
}

impl ValueType {
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
            Self::Either(types) => types.iter().map(|value_type| value_type.phrase()).collect::<Vec<_>>().join(", or "),
        }
    }
}
