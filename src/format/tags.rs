//! `tags.yaml`: the categories a listing may name.

use super::record::record;
use super::{Reader, Shape, Value};
use crate::parse::yaml::Node;
use crate::source::Spanned;

record! {
    /// A category.
    TagEntry("a tag") {
        /// What listings write: lower case, digits and hyphens.
        id: Box<str> = required.like("ecommerce"),
        /// What visitors read.
        label: Box<str> = required.like("E-commerce"),
        /// What belongs to it, in a sentence or two.
        description: Box<str> = optional.like("Connectors for shop systems and storefronts."),
        /// Other words that visitors search for.
        aliases: Vec<Spanned<Box<str>>> = optional.like("[online shop, webshop]"),
    }
}

/// The list of all tags.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TagsFile(pub Vec<Spanned<TagEntry>>);

impl Value for TagsFile {
    const SHAPE: Shape = <Vec<Spanned<TagEntry>> as Value>::SHAPE;

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        Value::read(node, reader).map(Self)
    }

    fn prune(&mut self, lost: &[crate::source::Span]) {
        self.0.prune(lost);
    }
}
