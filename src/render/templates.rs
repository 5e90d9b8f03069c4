//! The templates, checked when they are loaded. The only file that names the template engine.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use tera::{Context, Kwargs, State, StringInput, Tera, TeraResult, Value};

use super::ResolvedTheme;
use super::view::{Variable, View};
use crate::inputs::Inputs;
use crate::language::{Arg, Language};

/// A template that could not be used. Its text says where and why, as the engine draws it.
#[derive(Debug, thiserror::Error)]
#[error("a template failed\n{drawn}")]
pub struct RenderError {
    drawn: String,
    /// What is wrong, in a sentence.
    pub message: String,
    /// The template by its name, with the line and the column from 1, as far as the engine says so.
    pub place: Option<(String, usize, usize)>,
}

impl RenderError {
    fn new(error: &tera::Error, origins: &BTreeMap<String, String>) -> Self {
        let said = error.to_string();
        let place = said.lines().find_map(|line| {
            let mut parts = line.trim().strip_prefix("--> ")?.rsplitn(3, ':');
            let (column, line) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            Some((parts.next()?.to_owned(), line, column))
        });
        let message = said.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
        Self { drawn: located(&said, origins), message, place }
    }
}

/// Templates with what all pages share.
pub(super) struct Templates {
    tera: Tera,
    origins: BTreeMap<String, String>,
    /// What every page is made of.
    inputs: Inputs,
}

impl fmt::Debug for Templates {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Templates")
    }
}

impl Templates {
    /// Parses every template of `theme`, with messages in `language`; all of them may read `shared`, if it is given.
    pub(super) fn new<V: Variable>(theme: &ResolvedTheme, language: &Language, shared: Option<&V>) -> Result<Self, RenderError> {
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".xml", ".svg"]);
        let mut bytes = Vec::new();
        written(&mut bytes, &theme.templates);
        bytes.extend_from_slice(language.inputs().bytes());
        if let Some(shared) = shared {
            tera.global_context().insert(V::NAME, shared);
            written(&mut bytes, shared);
        }
        let words = language.clone();
        tera.register_filter("t", move |key: StringInput<'_>, args: Kwargs, state: &State| told(&words, key.as_str(), &args, state));
        let words = language.clone();
        tera.register_filter("number", move |n: usize, _: Kwargs, _: &State| words.number(n));
        tera.add_raw_templates(theme.templates.iter().map(|(name, text)| (name.as_str(), text.as_str())))
            .map_err(|error| RenderError::new(&error, &theme.origins))?;
        Ok(Self { tera, origins: theme.origins.clone(), inputs: Inputs::of(&bytes) })
    }

    /// Renders one page.
    pub(super) fn render(&self, values: Values) -> Result<String, RenderError> {
        let mut context = Context::new();
        for (name, value) in values.given {
            context.insert_value(name, value);
        }
        self.tera.render(values.template, &context).map_err(|error| RenderError::new(&error, &self.origins))
    }

    /// A fingerprint of everything that makes a page of `values` what it is: they, the templates, their words, and what all pages share.
    pub(super) fn inputs(&self, values: &Values) -> Inputs {
        Inputs::of_all([self.inputs.bytes(), values.template.as_bytes(), &values.written])
    }
}

/// Renders one page of HTML from `template`, which belongs to no site, with `values` escaped.
///
/// # Errors
/// When the template cannot be parsed or asks for a value that is not there.
pub fn fill(template: &str, values: &impl Serialize) -> Result<String, RenderError> {
    let failed = |error: tera::Error| RenderError::new(&error, &BTreeMap::new());
    let mut tera = Tera::new();
    tera.autoescape_on([".html"]);
    tera.add_raw_template("page.html", template).map_err(failed)?;
    tera.render("page.html", &Context::from_serialize(values).map_err(failed)?).map_err(failed)
}

/// Returns the engine's message, with the path of the file instead of the template's name where the template is not a built-in one.
fn located(said: &str, origins: &BTreeMap<String, String>) -> String {
    said.lines()
        .map(|line| {
            let place = |(name, origin): (&String, &String)| {
                let (before, behind) = line.split_once(&format!("{name}:"))?;
                matches!(before.trim(), "-->" | "note: called from").then(|| format!("{before}{origin}:{behind}"))
            };
            origins.iter().find_map(place).unwrap_or_else(|| line.to_owned())
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// `{{ "built-on" | t(parent=link) }}`: a message of the interface. Its words are escaped; so are its variables, unless they are markup that the
/// template has made with `{% set %}`. A sentence with a link in it is one message with the link as a variable, and no message contains markup.
fn told(language: &Language, key: &str, args: &Kwargs, state: &State) -> TeraResult<Value> {
    let mut given = Vec::new();
    for (name, value) in args.iter() {
        let arg = match value.as_u64() {
            Some(n) => Arg::Number(n),
            None => Arg::Text(state.escape_if_needed(value)?),
        };
        given.push((name.as_str().unwrap_or_default(), arg));
    }
    // Escaping fails only where a template does not exist.
    let escape = |text: &str| if state.autoescaping_enabled() { state.escape(text).unwrap_or_default() } else { text.to_owned() };
    let said = language.escaped(key, &given, &escape).map_err(tera::Error::message)?;
    Ok(if state.autoescaping_enabled() { Value::safe_string(&said) } else { said.into() })
}

/// Appends `value` to `bytes`, so that no two values in a row look like two others.
fn written(bytes: &mut Vec<u8>, value: &impl Serialize) {
    if let Err(error) = serde_json::to_writer(&mut *bytes, value) {
        unreachable!("what a template reads is text, numbers, lists and maps with names: {error}");
    }
    bytes.push(b'\n');
}

/// The variables that a page passes to its template. Each value is converted once, from the struct to what the engine reads.
pub(super) struct Values {
    template: &'static str,
    given: Vec<(&'static str, Value)>,
    /// The same as JSON, whose keys have an order.
    written: Vec<u8>,
}

impl Values {
    /// Nothing yet, for `template`.
    pub(super) fn new(template: &'static str) -> Self {
        Self { template, given: Vec::new(), written: Vec::new() }
    }

    /// `view`, for its template.
    pub(super) fn for_view<V: View>(view: &V) -> Self {
        Self::new(V::TEMPLATE).with(view)
    }

    /// The same values and one more.
    pub(super) fn with<V: Variable>(mut self, value: &V) -> Self {
        self.given.push((V::NAME, Value::from_serializable(value)));
        written(&mut self.written, &V::NAME);
        written(&mut self.written, value);
        self
    }
}
