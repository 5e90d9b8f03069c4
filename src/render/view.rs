//! What a template is handed: structs whose fields are its variables. One definition makes the struct, what the template engine reads of it, and its
//! row in the reference and in the check of a theme's templates. Knows no page.

use std::borrow::Cow;

use serde::Serialize;

use crate::format::{ChangeKind, Shape as FormatShape, State, Value, WordRow};

/// A type whose values templates read.
pub(super) trait Described {
    /// Its kind of value.
    const SHAPE: Shape;
}

/// What templates find under a fixed name.
pub(super) trait Variable: Serialize + Described {
    /// The name.
    const NAME: &'static str;
}

/// What one kind of page shows, beside what all pages share.
pub(super) trait View: Variable {
    /// The template that shows it.
    const TEMPLATE: &'static str;
}

/// The kind of a value in a template.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shape {
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
    /// What it is, with its article: "a listing's card".
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
    pub(crate) shape: Shape,
}

impl Shape {
    /// The group that a value of this kind is, if it is one.
    pub(crate) fn group(self) -> Option<&'static Group> {
        match self {
            Self::Group(group) => Some(group),
            Self::Optional(inner) => inner.group(),
            _ => None,
        }
    }

    /// The words that the format gives to a key.
    const fn of_words(shape: FormatShape) -> Self {
        match shape {
            FormatShape::Choice(words) => Self::Words(words),
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
            const SHAPE: $crate::render::view::Shape = $crate::render::view::Shape::Group(&$crate::render::view::Group {
                noun: $noun,
                doc: &[$($doc),+],
                fields: &[$(
                    $crate::render::view::Field {
                        name: stringify!($field),
                        doc: &[$($field_doc),+],
                        shape: <$type as $crate::render::view::Described>::SHAPE,
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
            const SHAPE: $crate::render::view::Shape = $crate::render::view::Shape::Words(&[
                $( $crate::format::WordRow { word: $word, doc: &[$($word_doc),+] }, )+
            ]);
        }
    };
}

pub(super) use {view, words};

/// Gives types that are no groups their kind.
macro_rules! described {
    ($( $type:ty => $shape:expr, )+) => { $( impl Described for $type { const SHAPE: Shape = $shape; } )+ };
}

described! {
    str => Shape::Text,
    Cow<'_, str> => Shape::Text,
    String => Shape::Text,
    Box<str> => Shape::Text,
    bool => Shape::Boolean,
    u8 => Shape::Number,
    u16 => Shape::Number,
    u32 => Shape::Number,
    usize => Shape::Number,
    ChangeKind => Shape::of_words(<ChangeKind as Value>::SHAPE),
    State => Shape::of_words(<State as Value>::SHAPE),
}

impl<T: Described> Described for Option<T> {
    const SHAPE: Shape = Shape::Optional(&T::SHAPE);
}

impl<T: Described> Described for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
}

impl<T: Described> Described for [T] {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
}

impl<T: Described + ?Sized> Described for &T {
    const SHAPE: Shape = T::SHAPE;
}

impl<T: Described, const N: usize> Described for [T; N] {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
}
