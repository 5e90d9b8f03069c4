//! The templates, checked when they are loaded. The only file that names the template engine.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use tera::{Context, Tera};

use super::Look;

/// A template that could not be used. Its text says where and why, as the engine draws it.
#[derive(Debug, thiserror::Error)]
#[error("a template failed\n{0}")]
pub struct RenderError(String);

/// Templates with what all pages share.
pub(super) struct Templates {
    tera: Tera,
    origins: BTreeMap<String, String>,
}

impl fmt::Debug for Templates {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Templates")
    }
}

impl Templates {
    /// Parses every template of `look`; `site` is what all of them may read.
    pub(super) fn new(look: &Look, site: &impl Serialize) -> Result<Self, RenderError> {
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".xml", ".svg"]);
        tera.global_context().insert("site", site);
        tera.add_raw_templates(look.templates.iter().map(|(name, text)| (name.as_str(), text.as_str())))
            .map_err(|error| RenderError(located(&error, &look.origins)))?;
        Ok(Self { tera, origins: look.origins.clone() })
    }

    /// Renders one page.
    pub(super) fn render(&self, template: &str, values: &Values) -> Result<String, RenderError> {
        self.tera.render(template, &values.0).map_err(|error| RenderError(located(&error, &self.origins)))
    }
}

/// What the engine says, with the path of a file in the place of a template's name where the template is not a built-in one.
fn located(error: &tera::Error, origins: &BTreeMap<String, String>) -> String {
    let said = error.to_string();
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

/// The values that one page hands to its template.
#[derive(Default)]
pub(super) struct Values(Context);

impl Values {
    /// The same values and `value` under `name`.
    pub(super) fn with(mut self, name: &'static str, value: &impl Serialize) -> Self {
        self.0.insert(name, value);
        self
    }
}
