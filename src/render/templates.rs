//! The templates, checked when they are loaded. The only file that names the template engine.

use std::fmt;

use serde::Serialize;
use tera::{Context, Tera};

use super::Look;

/// A template that could not be used. Its text says where and why, as the engine draws it.
#[derive(Debug, thiserror::Error)]
#[error("a template failed\n{0}")]
pub struct RenderError(String);

/// Templates with what all pages share.
pub(super) struct Templates(Tera);

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
            .map_err(|error| RenderError(error.to_string()))?;
        Ok(Self(tera))
    }

    /// Renders one page.
    pub(super) fn render(&self, template: &str, values: &Values) -> Result<String, RenderError> {
        self.0.render(template, &values.0).map_err(|error| RenderError(error.to_string()))
    }
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
