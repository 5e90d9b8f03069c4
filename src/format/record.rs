//! What one definition of a group of keys makes: a struct, its reader, and its table. Knows no key.

/// Defines a group of keys.
///
/// A line is `key: Type = required.example("an example"),` or `optional`, with more examples after commas and its bounds after dots, such as
/// `.chars(1, 60)` or `.default("open")`: every function of [`FieldRow`] can stand there. The doc comment is the reference; its reader is a
/// submitter. Constraints between the keys follow in `constraints [ … ]`. A key with a default has a method of its name, which
/// returns the value or the default.
macro_rules! record {
    (
        $(#[doc = $doc:literal])*
        $name:ident($noun:literal) {
            $( $(#[doc = $field_doc:literal])*
               $key:ident: $type:ty = $need:ident.example($($example:literal),+ $(,)?) $(.$bound:ident($($value:expr),*))*, )*
        }
        $( constraints [ $($constraint:expr),* $(,)? ] )?
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct $name {
            $( $(#[doc = $field_doc])* pub $key: $crate::format::Field<$type>, )*
            /// The span of the group in its file.
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
                        <$type as $crate::format::Value>::TYPE,
                        &[$($example),+],
                    ) $(.$bound($($value),*))*,
                )*],
                constraints: &[$($($constraint),*)?],
            };

            $( record!(@default $key: $type; $($bound($($value),*))*); )*
        }

        impl $crate::format::Value for $name {
            const TYPE: $crate::format::ValueType = $crate::format::ValueType::Record(Self::TABLE);

            fn read(node: &$crate::parse::yaml::Node, reader: &mut $crate::format::Reader) -> Option<Self> {
                let mut record = Self { span: node.span, ..Self::default() };
                let entries = reader.group(node, Self::TYPE)?;
                for (key, value) in entries {
                    match &*key.value {
                        $( stringify!($key) => record.$key = reader.field(stringify!($key), value), )*
                        _ => {}
                    }
                }
                let misspelt = reader.unknown_keys(Self::TABLE, entries, node.span);
                // A key that stands there misspelt is not missing as well.
                $(
                    if record.$key.is_missing()
                        && let Some(&(_, span)) = misspelt.iter().find(|(meant, _)| *meant == stringify!($key))
                    {
                        record.$key = $crate::format::Field::Invalid(span);
                    }
                )*
                $( record!(@$need record reader $key $noun); )*
                Some(record)
            }

            fn prune(&mut self, lost: &[$crate::source::Span]) {
                $( self.$key.prune(lost); )*
            }

            fn is_complete(&self) -> bool {
                true $( && record!(@$need complete self $key) )*
            }
        }
    };
    (@default $key:ident: $type:ty; default($value:expr) $($rest:tt)*) => {
        /// The value of the key or, if there is none that could be read, its default.
        #[must_use]
        pub fn $key(&self) -> $type {
            static DEFAULT: std::sync::LazyLock<$type> = std::sync::LazyLock::new(|| $crate::format::reader::default_of($value));
            self.$key.get().unwrap_or(&DEFAULT).clone()
        }
    };
    (@default $key:ident: $type:ty; $bound:ident($($value:expr),*) $($rest:tt)*) => { record!(@default $key: $type; $($rest)*); };
    (@default $key:ident: $type:ty;) => {};
    (@optional complete $self:ident $key:ident) => { true };
    (@required complete $self:ident $key:ident) => { $self.$key.get().is_some() };
    (@optional $record:ident $reader:ident $key:ident $noun:literal) => {};
    (@required $record:ident $reader:ident $key:ident $noun:literal) => {
        if $record.$key.is_missing() {
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

            /// The value that `word` stands for in a file.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $( $word => Some(Self::$variant), )*
                    _ => None,
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl $crate::format::Value for $name {
            const TYPE: $crate::format::ValueType = $crate::format::ValueType::Choice(&[
                $( $crate::format::WordRow { word: $word, doc: &[$($word_doc),*] }, )*
            ]);

            fn read(node: &$crate::parse::yaml::Node, reader: &mut $crate::format::Reader) -> Option<Self> {
                let word = reader.text(node, Self::TYPE)?;
                Self::from_word(word).or_else(|| {
                    let kind = $crate::parse::problem::ProblemKind::UnknownChoice { text: word.to_owned(), choices: Self::WORDS.to_vec() };
                    reader.report(node.span, kind)
                })
            }
        }
    };
}

pub(crate) use {choice, record};

#[cfg(test)]
mod tests {
    use crate::format::{Document, FileRole, Table, ValueType};
    use crate::parse::problem::ProblemKind;

    /// Every key of `table` and of the groups in it that has a default, as YAML with that for its value.
    fn defaults(table: &Table) -> Vec<String> {
        let of_groups = table.fields.iter().flat_map(|row| match row.value_type {
            ValueType::Record(group) => defaults(group).iter().map(|line| format!("{}: {{{line}}}", row.key)).collect(),
            _ => Vec::new(),
        });
        table.fields.iter().filter_map(|row| Some(format!("{}: {}", row.key, row.default?))).chain(of_groups).collect()
    }

    #[test]
    fn every_default_is_a_value_of_its_key() {
        let mut n_read = 0;
        for role in FileRole::with_keys() {
            let Some(ValueType::Record(table)) = role.value_type() else { continue };
            for line in defaults(table) {
                let text = if role == FileRole::Page { format!("---\n{line}\n---\n") } else { format!("{line}\n") };
                let slug = if role == FileRole::Settings { "" } else { "acme" };
                let document = Document::read(role.path(slug).expect("a sound slug"), Ok(text.into_bytes()));
                let is_other = |kind: &ProblemKind| !matches!(kind, ProblemKind::MissingKey { .. });
                assert!(document.problems.iter().all(|problem| !is_other(&problem.kind)), "{line}: {:?}", document.problems);
                n_read += 1;
            }
        }
        assert!(n_read > 15, "{n_read}");
    }
}
