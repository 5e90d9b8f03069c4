//! Groups of known keys. The macro makes one struct definition serve as parser, reference and schema.

use super::Shape;

/// The keys of a group, for the reference and the schema.
#[derive(Debug)]
pub struct Table {
    /// What the group describes, with its article: "a listing".
    pub noun: &'static str,
    /// Its description, a line each.
    pub doc: &'static [&'static str],
    /// Its keys in the order of the reference.
    pub fields: &'static [FieldRow],
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
}

/// Defines a group of keys: `key: Type` is optional, `key: Type = required` is not. Doc comments are the reference.
macro_rules! record {
    (
        $(#[doc = $doc:literal])*
        $name:ident($noun:literal) {
            $( $(#[doc = $field_doc:literal])* $key:ident: $type:ty $(= $required:ident)?, )*
        }
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
                fields: &[$( $crate::format::FieldRow {
                    key: stringify!($key),
                    doc: &[$($field_doc),*],
                    shape: <$type as $crate::format::Value>::SHAPE,
                    required: record!(@required $($required)?),
                }, )*],
            };
        }

        impl $crate::format::Value for $name {
            const SHAPE: $crate::format::Shape = $crate::format::Shape::Record(Self::TABLE);

            fn read(node: &$crate::parse::yaml::Node, reader: &mut $crate::format::Reader) -> Option<Self> {
                let mut record = Self { span: node.span, ..Self::default() };
                for (key, value) in reader.group(node, Self::SHAPE)? {
                    match &*key.value {
                        $( stringify!($key) => record.$key = reader.field(stringify!($key), value), )*
                        unknown => {
                            let known = Self::TABLE.fields.iter().map(|field| field.key).collect();
                            let kind = $crate::parse::problem::ProblemKind::UnknownKey { key: unknown.to_owned(), noun: $noun, known };
                            reader.report::<()>(key.span, kind);
                        }
                    }
                }
                $( $( record!(@check $required record reader $key $noun); )? )*
                Some(record)
            }
        }
    };
    (@required required) => { true };
    (@required) => { false };
    (@check required $record:ident $reader:ident $key:ident $noun:literal) => {
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
            const SHAPE: $crate::format::Shape = $crate::format::Shape::Choice(Self::WORDS);

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
