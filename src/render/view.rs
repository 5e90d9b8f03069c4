//! What a template is handed: structs whose fields are its variables. One definition makes the struct, what the template engine reads of it, and its
//! row in the reference and in the check of a theme's templates. Knows no page.

use std::borrow::Cow;

use serde::Serialize;

use crate::format::{ChangeKind, State, Value, ValueType, WordRow};

/// A type whose values templates read.
pub(super) trait Described {
    /// Its kind of value.
    const TYPE: VariableType;
}

/// A variable with a fixed name in templates.
pub(super) trait Variable: Serialize + Described {
    /// The name.
    const NAME: &'static str;
}

/// The variable of one kind of page, beside the shared ones.
pub(super) trait View: Variable {
    /// The template that shows it.
    const TEMPLATE: &'static str;
}

/// The kind of a value in a template.
#[derive(Debug, Clone, Copy)]
pub(crate) enum VariableType {
    /// Text.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`
    Boolean,
    /// One of these words.
    Words(&'static [WordRow]),
    /// A value that may be absent.
    Optional(&'static Self),
    /// A list of values.
    List(&'static Self),
    /// Values under fixed names.
    Group(&'static Group),
}

/// Values under fixed names.
#[derive(Debug)]
pub(crate) struct Group {
    /// The noun, with its article: "a listing's card".
    pub(crate) noun: &'static str,
    /// Its description, a line each.
    pub(crate) doc: &'static [&'static str],
    /// Its values, in the order of the reference.
    pub(crate) fields: &'static [Field],
}

/// One value of a group.
#[derive(Debug)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) name: &'static str,
    /// Its description, a line each.
    pub(crate) doc: &'static [&'static str],
    /// Its kind.
    pub(crate) value_type: VariableType,
}

impl VariableType {
    /// The group that a value of this kind is, if it is one.
    pub(crate) fn group(self) -> Option<&'static Group> {
        match self {
            Self::Group(group) => Some(group),
            Self::Optional(inner) => inner.group(),
            _ => None,
        }
    }

    /// The words that the format gives to a key.
    const fn of_words(value_type: ValueType) -> Self {
        match value_type {
            ValueType::Choice(words) => Self::Words(words),
            _ => Self::Text,
        }
    }
}

/// Defines a group of variables: `Name<'life>("a noun") { field: Type, … }`. The doc comments are the reference; its reader writes templates.
macro_rules! view {
    (
        $(#[doc = $doc:literal])+
        $name:ident $(<$life:lifetime>)? ($noun:literal) {
            $( $(#[doc = $field_doc:literal])+ $field:ident: $type:ty, )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, serde::Serialize)]
        pub(in crate::render) struct $name $(<$life>)? {
            $( $(#[doc = $field_doc])+ pub(in crate::render) $field: $type, )+
        }

        impl $(<$life>)? $crate::render::view::Described for $name $(<$life>)? {
            const TYPE: $crate::render::view::VariableType = $crate::render::view::VariableType::Group(&$crate::render::view::Group {
                noun: $noun,
                doc: &[$($doc),+],
                fields: &[$(
                    $crate::render::view::Field {
                        name: stringify!($field),
                        doc: &[$($field_doc),+],
                        value_type: <$type as $crate::render::view::Described>::TYPE,
                    },
                )+],
            });
        }
    };
}

/// Defines the words that a variable can have, as an enum.
macro_rules! words {
    (
        $(#[doc = $doc:literal])+
        $name:ident { $( $(#[doc = $word_doc:literal])+ $variant:ident = $word:literal, )+ }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
        pub(in crate::render) enum $name { $( $(#[doc = $word_doc])+ #[serde(rename = $word)] $variant, )+ }

        impl $crate::render::view::Described for $name {
            const TYPE: $crate::render::view::VariableType = $crate::render::view::VariableType::Words(&[
                $( $crate::format::WordRow { word: $word, doc: &[$($word_doc),+] }, )+
            ]);
        }
    };
}

pub(super) use {view, words};

/// Gives types that are no groups their kind.
macro_rules! described {
    ($( $type:ty => $value_type:expr, )+) => { $( impl Described for $type { const TYPE: VariableType = $value_type; } )+ };
}

described! {
    str => VariableType::Text,
    Cow<'_, str> => VariableType::Text,
    String => VariableType::Text,
    Box<str> => VariableType::Text,
    bool => VariableType::Boolean,
    u8 => VariableType::Number,
    u16 => VariableType::Number,
    u32 => VariableType::Number,
    usize => VariableType::Number,
    ChangeKind => VariableType::of_words(<ChangeKind as Value>::TYPE),
    State => VariableType::of_words(<State as Value>::TYPE),
}

impl<T: Described> Described for Option<T> {
    const TYPE: VariableType = VariableType::Optional(&T::TYPE);
}

impl<T: Described> Described for Vec<T> {
    const TYPE: VariableType = VariableType::List(&T::TYPE);
}

impl<T: Described> Described for [T] {
    const TYPE: VariableType = VariableType::List(&T::TYPE);
}

impl<T: Described + ?Sized> Described for &T {
    const TYPE: VariableType = T::TYPE;
}

impl<T: Described, const N: usize> Described for [T; N] {
    const TYPE: VariableType = VariableType::List(&T::TYPE);
}
