//! A message file as messages. The only file that names the parser of Fluent.
//!
//! A message may have text, `{ $variables }`, `{ "quoted text" }`, choices between variants, and terms: words that a catalogue may have others for, such
//! as `{ -listings }`, or `{ -listings(case: "upper") }` where a sentence begins. What else Fluent has (references to other messages, functions,
//! attributes) is not needed for the sentences of a site and is said to be unknown here.

use std::collections::BTreeMap;

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, VariantKey};
use fluent_syntax::parser::parse;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::message::{Message, Part};

/// The terms by name: a word each.
pub(super) type Terms = BTreeMap<String, String>;

/// A message file as Fluent reads it.
#[derive(Debug)]
pub(super) struct MessageFile<'text> {
    resource: Resource<&'text str>,
    /// The lines that could not be read, each with its number.
    problems: Vec<String>,
}

/// Messages may be this long, in bytes: a larger file is no list of messages.
const MAX_BYTES: usize = 256 * 1024;

/// Reads `text`. What is wrong is left out and the rest goes on.
pub(super) fn read(text: &str) -> MessageFile<'_> {
    let mut problems = Vec::new();
    if text.len() > MAX_BYTES {
        problems.push(format!("has {} bytes; a message file may have {MAX_BYTES}", text.len()));
        return MessageFile { resource: Resource { body: Vec::new() }, problems };
    }
    let resource = parse(text).unwrap_or_else(|(resource, errors)| {
        let line = |at: usize| text.get(..at).map_or(0, |before| before.matches('\n').count()) + 1;
        problems.extend(errors.iter().map(|error| format!("line {}: {}", line(error.pos.start), error.kind)));
        resource
    });
    MessageFile { resource, problems }
}

impl MessageFile<'_> {
    /// The terms that the file defines.
    pub(super) fn terms(&self) -> Terms {
        let terms = self.resource.body.iter().filter_map(|entry| if let Entry::Term(term) = entry { Some(term) } else { None });
        terms.filter_map(|term| Some((term.id.name.to_owned(), word(&term.value)?))).collect()
    }

    /// Its messages, with the words of `terms` in them, and what could not be read, each with its line, its message or its term.
    pub(super) fn messages(self, terms: &Terms) -> (BTreeMap<String, Message>, Vec<String>) {
        let (mut messages, mut problems) = (BTreeMap::new(), self.problems);
        for entry in &self.resource.body {
            let message = match entry {
                Entry::Message(message) => message,
                Entry::Term(term) if word(&term.value).is_none() || !term.attributes.is_empty() => {
                    problems.push(format!("`-{}` is more than a word, which a term may not be here", term.id.name));
                    continue;
                }
                _ => continue,
            };
            let name = message.id.name;
            match message.value.as_ref().map(|value| compile(value, terms)) {
                Some(Ok(compiled)) if message.attributes.is_empty() => {
                    if messages.insert(name.to_owned(), compiled).is_some() {
                        problems.push(format!("`{name}` stands there twice; the later one counts"));
                    }
                }
                Some(Err(what)) => problems.push(format!("`{name}` has {what}, which is not known here")),
                Some(Ok(_)) | None => problems.push(format!("`{name}` has attributes, which are not known here")),
            }
        }
        (messages, problems)
    }
}

/// The value of a term, if it is nothing but text.
fn word(pattern: &Pattern<&str>) -> Option<String> {
    let text = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some((*value).to_owned()),
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
            Some(unescape_unicode_to_string(value).into_owned())
        }
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(text).collect()
}

fn compile(pattern: &Pattern<&str>, terms: &Terms) -> Result<Message, &'static str> {
    let mut parts = Vec::new();
    for element in &pattern.elements {
        let part = match element {
            PatternElement::TextElement { value } => Part::Text((*value).to_owned()),
            PatternElement::Placeable { expression } => placeable(expression, terms)?,
        };
        match (parts.last_mut(), part) {
            (Some(Part::Text(before)), Part::Text(text)) => before.push_str(&text),
            (_, part) => parts.push(part),
        }
    }
    Ok(Message(parts))
}

fn placeable(expression: &Expression<&str>, terms: &Terms) -> Result<Part, &'static str> {
    let (selector, variants) = match expression {
        Expression::Inline(inline) => return value(inline, terms),
        Expression::Select { selector, variants } => (selector, variants),
    };
    let InlineExpression::VariableReference { id } = selector else { return Err("a choice by something else than a variable") };
    let (mut known, mut otherwise) = (Vec::new(), Message::default());
    for variant in variants {
        let message = compile(&variant.value, terms)?;
        let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) = variant.key;
        if variant.default {
            otherwise = message;
        } else {
            known.push((key.to_owned(), message));
        }
    }
    Ok(Part::Choice { variable: id.name.to_owned(), variants: known, otherwise })
}

fn value(inline: &InlineExpression<&str>, terms: &Terms) -> Result<Part, &'static str> {
    match inline {
        InlineExpression::StringLiteral { value } => Ok(Part::Text(unescape_unicode_to_string(value).into_owned())),
        InlineExpression::NumberLiteral { value } => Ok(Part::Text((*value).to_owned())),
        InlineExpression::VariableReference { id } => Ok(Part::Variable(id.name.to_owned())),
        InlineExpression::Placeable { expression } => placeable(expression, terms),
        InlineExpression::FunctionReference { .. } => Err("a function"),
        InlineExpression::MessageReference { .. } => Err("a reference to another message"),
        InlineExpression::TermReference { id, attribute: None, arguments } => {
            let word = terms.get(id.name).ok_or("a term")?;
            Ok(Part::Text(if is_upper(arguments.as_ref())? { capitalised(word) } else { word.clone() }))
        }
        InlineExpression::TermReference { .. } => Err("an attribute of a term"),
    }
}

/// Whether a reference to a term asks for a capital letter: `case: "upper"` is all it can be given.
fn is_upper(arguments: Option<&CallArguments<&str>>) -> Result<bool, &'static str> {
    let Some(CallArguments { positional, named }) = arguments else { return Ok(false) };
    match (&positional[..], &named[..]) {
        ([], []) => Ok(false),
        ([], [one]) if one.name.name == "case" && matches!(one.value, InlineExpression::StringLiteral { value: "upper" }) => Ok(true),
        _ => Err("a term with another argument than `case: \"upper\"`"),
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}
