//! What a component takes, as its template declares it and as templates hand it over. Knows no template.

use std::collections::BTreeMap;

use super::scan::{Names, dotted, group_len};
use super::tags::{Kind, Tag, Token};
use crate::render::view::VariableType;

/// A component.
#[derive(Debug)]
pub(in crate::render) struct Component<'text> {
    /// Its name, as in `<card />`.
    pub(in crate::render) name: String,
    /// Its arguments.
    pub(in crate::render) arguments: Vec<Argument<'text>>,
}

/// Something that a component takes.
#[derive(Debug)]
pub(in crate::render) struct Argument<'text> {
    /// Its name.
    pub(in crate::render) name: &'text str,
    /// Its kind and how many lists are around it, if that is known.
    pub(in crate::render) kind: Option<(VariableType, usize)>,
    /// The default as written in the template.
    pub(in crate::render) default: Option<String>,
}

/// The components that `tags` define; `handed` is what each is handed everywhere.
pub(super) fn definitions<'text>(tags: &[Tag<'text>], handed: &BTreeMap<String, Names<'text>>) -> Vec<Component<'text>> {
    let declared = tags.iter().filter(|tag| !tag.is_printed && tag.tokens.first().is_some_and(|token| token.is_word("component")));
    let component = |tag: &Tag<'text>| {
        let (name, rest) = dotted(tag.tokens.get(1..).unwrap_or_default());
        let arguments = rest.get(1..group_len(rest).saturating_sub(1)).unwrap_or_default();
        let arguments = arguments.split(|token| token.is(",")).filter_map(|argument| read(argument, handed.get(&name))).collect();
        Component { name, arguments }
    };
    declared.map(component).collect()
}

/// `level: integer = 3`
fn read<'text>(tokens: &[Token<'text>], handed: Option<&Names<'text>>) -> Option<Argument<'text>> {
    let name = tokens.first().filter(|token| token.kind == Kind::Name)?.text;
    let known = handed.and_then(|handed| *handed.get(name)?).map(super::known::Known::parts);
    let declared = tokens.iter().skip(1).find(|token| token.kind == Kind::Name).and_then(|token| match token.text {
        "string" => Some(VariableType::Text),
        "integer" | "number" => Some(VariableType::Number),
        "bool" => Some(VariableType::Boolean),
        _ => None,
    });
    let default = tokens.iter().position(|token| token.is("=")).and_then(|at| tokens.get(at + 1..)).map(|value| {
        let written = |token: &Token<'_>| if token.kind == Kind::String { format!("\"{}\"", token.text) } else { token.text.to_owned() };
        value.iter().map(written).collect()
    });
    Some(Argument { name, kind: declared.map(|value_type| (value_type, 0)).or(known), default })
}
