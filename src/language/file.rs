//! A message file as messages. The only file that names the parser of Fluent.
//!
//! A message may have text, `{ $variables }`, `{ "quoted text" }` and choices between variants. What else Fluent has (terms, references to other
//! messages, functions, attributes) is not needed for the sentences of a site and is said to be unknown here.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::parse;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::message::{Message, Part};

/// What stands in a message file.
#[derive(Debug, Default)]
pub(super) struct MessageFile {
    pub(super) messages: BTreeMap<String, Message>,
    /// What could not be read, each with its line or its message.
    pub(super) problems: Vec<String>,
}

/// Messages may be this long, in bytes: a larger file is no list of messages.
const MAX_BYTES: usize = 256 * 1024;

/// Reads `text`. What is wrong is left out and the rest goes on.
pub(super) fn read(text: &str) -> MessageFile {
    let mut file = MessageFile::default();
    if text.len() > MAX_BYTES {
        file.problems.push(format!("holds {} bytes; a message file may hold {MAX_BYTES}", text.len()));
        return file;
    }
    let resource = parse(text).unwrap_or_else(|(resource, errors)| {
        let line = |at: usize| text.get(..at).map_or(0, |before| before.matches('\n').count()) + 1;
        file.problems.extend(errors.iter().map(|error| format!("line {}: {}", line(error.pos.start), error.kind)));
        resource
    });
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let name = message.id.name;
        match message.value.as_ref().map(compile) {
            Some(Ok(compiled)) if message.attributes.is_empty() => {
                if file.messages.insert(name.to_owned(), compiled).is_some() {
                    file.problems.push(format!("`{name}` stands there twice; the later one counts"));
                }
            }
            Some(Err(what)) => file.problems.push(format!("`{name}` has {what}, which is not known here")),
            Some(Ok(_)) | None => file.problems.push(format!("`{name}` has attributes, which are not known here")),
        }
    }
    file
}

fn compile(pattern: &Pattern<&str>) -> Result<Message, &'static str> {
    let mut parts = Vec::new();
    for element in &pattern.elements {
        let part = match element {
            PatternElement::TextElement { value } => Part::Text((*value).to_owned()),
            PatternElement::Placeable { expression } => placeable(expression)?,
        };
        match (parts.last_mut(), part) {
            (Some(Part::Text(before)), Part::Text(text)) => before.push_str(&text),
            (_, part) => parts.push(part),
        }
    }
    Ok(Message(parts))
}

fn placeable(expression: &Expression<&str>) -> Result<Part, &'static str> {
    let (selector, variants) = match expression {
        Expression::Inline(inline) => return value(inline),
        Expression::Select { selector, variants } => (selector, variants),
    };
    let InlineExpression::VariableReference { id } = selector else { return Err("a choice by something else than a variable") };
    let (mut known, mut otherwise) = (Vec::new(), Message::default());
    for variant in variants {
        let message = compile(&variant.value)?;
        let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) = variant.key;
        if variant.default {
            otherwise = message;
        } else {
            known.push((key.to_owned(), message));
        }
    }
    Ok(Part::Choice { variable: id.name.to_owned(), variants: known, otherwise })
}

fn value(inline: &InlineExpression<&str>) -> Result<Part, &'static str> {
    match inline {
        InlineExpression::StringLiteral { value } => Ok(Part::Text(unescape_unicode_to_string(value).into_owned())),
        InlineExpression::NumberLiteral { value } => Ok(Part::Text((*value).to_owned())),
        InlineExpression::VariableReference { id } => Ok(Part::Variable(id.name.to_owned())),
        InlineExpression::Placeable { expression } => placeable(expression),
        InlineExpression::FunctionReference { .. } => Err("a function"),
        InlineExpression::MessageReference { .. } => Err("a reference to another message"),
        InlineExpression::TermReference { .. } => Err("a term"),
    }
}
