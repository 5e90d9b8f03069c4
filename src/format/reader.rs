//! From a YAML tree to typed values, collecting every problem on the way. Knows no key by name.

use std::borrow::Cow;

use super::{Link, Table, ValueType};
use crate::diagnostic::nearest;
use crate::parse::problem::{Form, Problem, ProblemKind};
use crate::parse::yaml::{self, Node, NodeKind};
use crate::source::{Span, Spanned};

/// The value of a key, as far as it could be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Field<T> {
    /// The key is not there, or has no value.
    #[default]
    Missing,
    /// The key is there with a value of the wrong kind, which has been reported.
    Invalid(Span),
    /// The key has a value.
    Value(Spanned<T>),
}

impl<T> Field<T> {
    /// The value, if it could be read.
    pub fn get(&self) -> Option<&T> {
        self.spanned().map(|given| &given.value)
    }

    /// The value with its place.
    pub fn spanned(&self) -> Option<&Spanned<T>> {
        match self {
            Self::Value(given) => Some(given),
            _ => None,
        }
    }

    /// The span of the value, readable or not.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Missing => None,
            Self::Invalid(span) => Some(*span),
            Self::Value(given) => Some(given.span),
        }
    }

    /// Whether the key has a value that could not be read.
    pub fn is_wrong(&self) -> bool {
        matches!(self, Self::Invalid(_))
    }

    /// Whether nothing was written: a wrong value is not absent.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }
}

impl<T: Clone + Default> Field<T> {
    /// The group of keys, or an empty one.
    pub fn or_default(&self) -> Cow<'_, T> {
        self.get().map_or_else(Cow::default, Cow::Borrowed)
    }
}

impl<T> Field<Vec<T>> {
    /// The items of a list; none when there is no list.
    pub fn items(&self) -> &[T] {
        self.get().map_or(&[], Vec::as_slice)
    }
}

/// A key with its value.
pub type Entry = (Spanned<Box<str>>, Node);

/// A type of values in a content file.
pub trait Value: Sized {
    /// Its type.
    const TYPE: ValueType;

    /// Reads it; `None` after reporting what is wrong.
    fn read(node: &Node, reader: &mut Reader) -> Option<Self>;

    /// Takes out of a list or a group what `lost` hits; a single value has nothing inside.
    fn prune(&mut self, _lost: &[Span]) {}

    /// Whether nothing that it cannot be without is missing.
    fn is_complete(&self) -> bool {
        true
    }

    /// Whether it contains other values, which can be lost one by one.
    const IS_COMPOUND: bool = matches!(Self::TYPE, ValueType::Record(_) | ValueType::List(_) | ValueType::Map(_));
}

/// The value that `text`, the default of a key by its table, stands for.
pub(super) fn default_of<T: Value>(text: &str) -> T {
    let value = yaml::parse(text).0.and_then(|node| T::read(&node, &mut Reader::default()));
    value.unwrap_or_else(|| unreachable!("the default of a key is a value of it: {text}"))
}

/// Removes what `lost` hits from `value`, which is at `span`, and returns whether anything is left: a single value is lost when any part of it is hit, a list or a
/// group when all of it is.
pub(super) fn kept<T: Value>(value: &mut T, span: Span, lost: &[Span]) -> bool {
    let is_hit = |hit: &&Span| if T::IS_COMPOUND { hit.contains(span) } else { hit.overlaps(span) };
    if lost.iter().any(|hit| is_hit(&hit)) {
        return false;
    }
    value.prune(lost);
    value.is_complete()
}

impl<T: Value> Field<T> {
    /// Takes out what `lost` hits: it then counts as a value that could not be read.
    pub fn prune(&mut self, lost: &[Span]) {
        if let Self::Value(Spanned { value, span }) = self
            && !kept(value, *span, lost)
        {
            *self = Self::Invalid(*span);
        }
    }
}

/// Takes the items out of a list that `lost` hits.
pub(super) fn prune_items<T: Value>(items: &mut Vec<Spanned<T>>, lost: &[Span]) {
    items.retain_mut(|item| kept(&mut item.value, item.span, lost));
}

/// Collects what is found while a file is read.
#[derive(Debug, Default)]
pub struct Reader {
    /// The problems so far.
    pub problems: Vec<Problem>,
    /// Every address in the file, for the rules that look at all of them.
    pub links: Vec<Spanned<Link>>,
    /// The key whose value is being read.
    key: Option<&'static str>,
}

impl Reader {
    /// Reads the value of `key`.
    pub fn field<T: Value>(&mut self, key: &'static str, node: &Node) -> Field<T> {
        if node.is_null() {
            return Field::Missing;
        }
        let outer = self.key.replace(key);
        let value = T::read(node, self);
        self.key = outer;
        value.map_or(Field::Invalid(node.span), |value| Field::Value(Spanned::new(value, node.span)))
    }

    /// The text of a scalar. An empty pair of quotes is text, too.
    pub fn text<'node>(&mut self, node: &'node Node, wanted: ValueType) -> Option<&'node str> {
        match &node.kind {
            NodeKind::Scalar { text, .. } if !node.is_null() => Some(text),
            _ => self.wrong_type(node, wanted),
        }
    }

    /// The items of a list.
    pub fn list<'node>(&mut self, node: &'node Node, wanted: ValueType) -> Option<&'node [Node]> {
        match &node.kind {
            NodeKind::Sequence(items) => Some(items),
            _ => self.wrong_type(node, wanted),
        }
    }

    /// The keys and values of a group.
    pub fn group<'node>(&mut self, node: &'node Node, wanted: ValueType) -> Option<&'node [Entry]> {
        match &node.kind {
            NodeKind::Mapping(entries) => Some(entries),
            _ => self.wrong_type(node, wanted),
        }
    }

    /// Reports those keys of `entries`, the group at `group`, that `table` does not name. Returns the keys that they look like, with their places.
    pub fn unknown_keys(&mut self, table: &'static Table, entries: &[Entry], group: Span) -> Vec<(&'static str, Span)> {
        let mut unknown = entries.iter().filter(|(key, _)| table.field(key).is_none()).peekable();
        if unknown.peek().is_none() {
            return Vec::new();
        }
        let known: Vec<&'static str> = table.fields.iter().map(|row| row.key).collect();
        let given: Vec<_> = entries.iter().filter_map(|(key, _)| Some((table.field(key)?.key, key.span))).collect();
        let mut misspelt = Vec::new();
        for (key, _) in unknown {
            misspelt.extend(nearest(key, known.iter().copied()).map(|meant| (meant, key.span)));
            let (known, given) = (known.clone(), given.clone());
            let kind = ProblemKind::UnknownKey { key: key.to_string(), noun: table.noun, known, given, group };
            self.problems.push(Problem { span: Some(key.span), kind });
        }
        misspelt
    }

    /// Reports a value of another kind than `wanted`, unless the mistake that keeps it from being read has been reported.
    pub fn wrong_type<T>(&mut self, node: &Node, wanted: ValueType) -> Option<T> {
        if matches!(node.kind, NodeKind::Unread) {
            return None;
        }
        let text = match &node.kind {
            NodeKind::Scalar { text, .. } if !node.is_null() => Some(text.to_string()),
            _ => None,
        };
        self.report(node.span, ProblemKind::WrongType { key: self.key, expected: wanted.phrase(), found: node.noun(), text })
    }

    /// Reports text that has not the form its key asks for.
    pub fn malformed<T>(&mut self, node: &Node, form: Form, text: &str, because: impl Into<String>) -> Option<T> {
        self.report(node.span, ProblemKind::Malformed { form, text: text.to_owned(), because: because.into() })
    }

    /// Reports `kind` at `span`.
    pub fn report<T>(&mut self, span: Span, kind: ProblemKind) -> Option<T> {
        self.problems.push(Problem { span: Some(span), kind });
        None
    }
}
