//! Groups of known keys. The macros make one definition serve as parser, reference and schema.

use super::bounds::{Bounds, Names, TextForm};
use super::{Promise, Shape};

/// The keys of a group, for the reference and the schema.
#[derive(Debug)]
pub struct Table {
    /// What the group describes, with its article: "a listing".
    pub noun: &'static str,
    /// Its description, a line each.
    pub doc: &'static [&'static str],
    /// Its keys in the order of the reference.
    pub fields: &'static [FieldRow],
    /// What its keys promise each other.
    pub promises: &'static [Promise],
}

/// One key of a group.
#[derive(Debug)]
pub struct FieldRow {
    /// The key as written.
    pub key: &'static str,
    /// Its description, a line each.
    pub doc: &'static [&'static str],
    /// What kind of value it takes.
    pub shape: Shape,
    /// Whether the group is useless without it.
    pub required: bool,
    /// Values it may have, as YAML; at least one.
    pub examples: &'static [&'static str],
    /// What its absence means, as YAML, where a value says it.
    pub default: Option<&'static str>,
    /// What its value has to keep to.
    pub bounds: Bounds,
}

/// A word that a key allows.
#[derive(Debug)]
pub struct WordRow {
    /// The word as written.
    pub word: &'static str,
    /// What it says, a line each.
    pub doc: &'static [&'static str],
}

impl Table {
    /// The row of `key`.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&'static FieldRow> {
        self.fields.iter().find(|row| row.key == key)
    }
}

/// What a line of `record!` says about a key behind its type.
impl FieldRow {
    pub(crate) const fn optional(key: &'static str, doc: &'static [&'static str], shape: Shape, examples: &'static [&'static str]) -> Self {
        let bounds = Bounds { chars: None, items: None, form: None, names: None };
        Self { key, doc, shape, required: false, examples, default: None, bounds }
    }

    pub(crate) const fn required(key: &'static str, doc: &'static [&'static str], shape: Shape, examples: &'static [&'static str]) -> Self {
        Self { required: true, ..Self::optional(key, doc, shape, examples) }
    }

    /// What its absence means.
    pub(crate) const fn default(self, value: &'static str) -> Self {
        Self { default: Some(value), ..self }
    }

    /// A text of `min` to `max` characters.
    pub(crate) const fn chars(self, min: usize, max: usize) -> Self {
        Self { bounds: Bounds { chars: Some((min, max)), ..self.bounds }, ..self }
    }

    /// At least `min` items.
    pub(crate) const fn at_least(self, min: usize) -> Self {
        Self { bounds: Bounds { items: Some((min, None)), ..self.bounds }, ..self }
    }

    /// At most `max` items.
    pub(crate) const fn at_most(self, max: usize) -> Self {
        Self { bounds: Bounds { items: Some((0, Some(max))), ..self.bounds }, ..self }
    }

    /// A text that is not empty.
    pub(crate) const fn not_blank(self) -> Self {
        self.form(TextForm::NotBlank)
    }

    /// One line that is not empty.
    pub(crate) const fn one_line(self) -> Self {
        self.form(TextForm::OneLine)
    }

    /// A mail address.
    pub(crate) const fn email(self) -> Self {
        self.form(TextForm::Email)
    }

    /// A slug, or a list of them.
    pub(crate) const fn slug(self) -> Self {
        self.form(TextForm::Slug)
    }

    /// A name that has to exist in the catalogue, or a list of them; of a map, its names have to exist.
    pub(crate) const fn names(self, names: Names) -> Self {
        Self { bounds: Bounds { names: Some(names), ..self.bounds }, ..self }
    }

    const fn form(self, form: TextForm) -> Self {
        Self { bounds: Bounds { form: Some(form), ..self.bounds }, ..self }
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

/// Defines a group of keys.
///
/// A line is `key: Type = required.like("an example"),` or `optional`, with more examples behind commas and more promises behind dots, such as
/// `.chars(1, 60)` or `.default("open")`: every function of [`FieldRow`] can stand there. The doc comment is the reference; its reader is a
/// submitter. What the keys promise each other follows in `promises [ … ]`.
macro_rules! record {
    (
        $(#[doc = $doc:literal])*
        $name:ident($noun:literal) {
            $( $(#[doc = $field_doc:literal])*
               $key:ident: $type:ty = $need:ident.like($($example:literal),+ $(,)?) $(.$bound:ident($($value:expr),*))*, )*
        }
        $( promises [ $($promise:expr),* $(,)? ] )?
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct $name {
            $( $(#[doc = $field_doc])* pub $key: $crate::format::Field<$type>, )*
            /// Where the group stands in its file.
            pub span: $crate::source::Span,
        }

        impl $name {
            /// The keys of this group.
            pub const TABLE: &'static $crate::format::Table = &$crate::format::Table {
                noun: $noun,
                doc: &[$($doc),*],
                fields: &[$(
                    $crate::format::FieldRow::$need(
                        stringify!($key),
                        &[$($field_doc),*],
                        <$type as $crate::format::Value>::SHAPE,
                        &[$($example),+],
                    ) $(.$bound($($value),*))*,
                )*],
                promises: &[$($($promise),*)?],
            };
        }

        impl $crate::format::Value for $name {
            const SHAPE: $crate::format::Shape = $crate::format::Shape::Record(Self::TABLE);

            fn read(node: &$crate::parse::yaml::Node, reader: &mut $crate::format::Reader) -> Option<Self> {
                let mut record = Self { span: node.span, ..Self::default() };
                let entries = reader.group(node, Self::SHAPE)?;
                for (key, value) in entries {
                    match &*key.value {
                        $( stringify!($key) => record.$key = reader.field(stringify!($key), value), )*
                        _ => {}
                    }
                }
                let misspelt = reader.unknown_keys(Self::TABLE, entries, node.span);
                // A key that stands there misspelt is not missing as well.
                $(
                    if record.$key.is_absent()
                        && let Some(&(_, span)) = misspelt.iter().find(|(meant, _)| *meant == stringify!($key))
                    {
                        record.$key = $crate::format::Field::Wrong(span);
                    }
                )*
                $( record!(@$need record reader $key $noun); )*
                Some(record)
            }
        }
    };
    (@optional $record:ident $reader:ident $key:ident $noun:literal) => {};
    (@required $record:ident $reader:ident $key:ident $noun:literal) => {
        if $record.$key.is_absent() {
            let kind = $crate::parse::problem::ProblemKind::MissingKey { key: stringify!($key), noun: $noun };
            $reader.report::<()>($record.span, kind);
        }
    };
}

/// Defines the words a key allows, as an enum.
macro_rules! choice {
    (
        $(#[doc = $doc:literal])*
        $name:ident { $( $(#[doc = $word_doc:literal])* $variant:ident = $word:literal, )* }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[doc = $word_doc])* $variant, )* }

        impl $name {
            /// Every word, in the order of the reference.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word as written in a file.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $( Self::$variant => $word, )* }
            }
        }

        impl $crate::format::Value for $name {
            const SHAPE: $crate::format::Shape = $crate::format::Shape::Choice(&[
                $( $crate::format::WordRow { word: $word, doc: &[$($word_doc),*] }, )*
            ]);

            fn read(node: &$crate::parse::yaml::Node, reader: &mut $crate::format::Reader) -> Option<Self> {
                match reader.text(node, Self::SHAPE)? {
                    $( $word => Some(Self::$variant), )*
                    other => {
                        let kind = $crate::parse::problem::ProblemKind::UnknownChoice { text: other.to_owned(), choices: Self::WORDS.to_vec() };
                        reader.report(node.span, kind)
                    }
                }
            }
        }
    };
}

pub(crate) use {choice, record};
