//! `tags.yaml`: the categories a listing may name.

use super::record::record;
use super::{Reader, Value, ValueType};
use crate::parse::yaml::Node;
use crate::source::Spanned;

record! {
    /// A category.
    TagEntry("a tag") {
        /// What listings write: lower case, digits and hyphens.
        id: Box<str> = required.example("ecommerce"),
        /// What visitors read.
        label: Box<str> = required.example("E-commerce"),
        /// What belongs to it, in a sentence or two.
        description: Box<str> = optional.example("Connectors for shop systems and storefronts."),
        /// Other words that visitors search for.
        aliases: Vec<Spanned<Box<str>>> = optional.example("[online shop, webshop]"),
    }
}

/// The list of all tags.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TagsFile(pub Vec<Spanned<TagEntry>>);

impl Value for TagsFile {
    const TYPE: ValueType = <Vec<Spanned<TagEntry>> as Value>::TYPE;

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        Value::read(node, reader).map(Self)
    }

    fn prune(&mut self, lost: &[crate::source::Span]) {
        self.0.prune(lost);
    }
}
