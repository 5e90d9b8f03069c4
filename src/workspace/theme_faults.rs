//! What keeps a site from being built with a theme, found before anything is built: files that are not there, templates that cannot be parsed, variables
//! that no page has. The findings go to the reports of the folders that contain the files.

use super::ThemeSelection;
use crate::diagnostic::{Diagnostic, nearest};
use crate::pipeline::BuildError;
use crate::render::{RenderError, ResolvedTheme, ThemeParts, check_templates, unknown_variables};
use crate::rules::{template_broken, theme_file_missing};
use crate::source::{ContentPath, LineIndex, Span};
use crate::theme::TEMPLATES;

impl ThemeSelection {
    /// Whether the theme or the catalogue has templates of its own.
    #[must_use]
    pub fn has_templates(&self) -> bool {
        !self.origins.is_empty()
    }

    /// The path of the file of the template `name`, if it is no built-in one.
    #[must_use]
    pub fn origin(&self, name: &str) -> Option<&str> {
        self.origins.get(name).map(String::as_str)
    }

    /// Finds everything that is wrong with the theme as a whole.
    pub(super) fn judge(&mut self) {
        let files = self.parts.missing_files();
        if let Some(folder) = self.folders.iter_mut().find(|folder| folder.document("theme.yaml").is_some() || folder.root != "templates") {
            let names = || self.parts.files.keys().map(String::as_str);
            let finding = |missing: &crate::render::MissingFile| {
                let document = folder.document(&missing.from)?;
                Some(theme_file_missing(&document.path, missing.span, &missing.file, nearest(&missing.file, names())))
            };
            let findings: Vec<Diagnostic> = files.iter().filter_map(finding).collect();
            folder.add(findings);
        }
        if self.has_templates() {
            self.judge_templates();
        }
    }

    /// Adds the finding for `error`, which ended a build; `false` if it is not about a template of the theme or the catalogue.
    pub fn take_failure(&mut self, error: &BuildError) -> bool {
        match error {
            BuildError::Render(RenderError { message, place: Some((name, line, column)), .. }) => {
                let span = self.span(name, *line, *column, 1);
                self.add_to(name, span, message.clone(), None)
            }
            BuildError::Card(message) => self.add_to("share.svg", None, format!("it does not produce an image: {message}"), None),
            _ => false,
        }
    }

    fn judge_templates(&mut self) {
        // Only templates are in question: what is wrong with colours and files has been said.
        let parts = ThemeParts { templates: self.parts.templates.clone(), ..ThemeParts::default() };
        let Ok(mut theme) = ResolvedTheme::new(parts) else { return };
        let mut is_parsed = true;
        // One after the other is replaced by the built-in one, so that the rest is parsed.
        for _ in 0..self.origins.len() {
            let Err(RenderError { message, place, .. }) = check_templates(&theme) else { break };
            is_parsed = false;
            let (name, line, column) = place.unwrap_or_default();
            let span = self.span(&name, line, column, 1);
            if !self.add_to(&name, span, message.clone(), None) {
                let first = self.origins.keys().next().cloned().unwrap_or_default();
                self.add_to(&first, None, message, None);
                break;
            }
            let Some((_, text)) = TEMPLATES.iter().find(|(known, _)| *known == name) else { break };
            theme.templates.insert(name, (*text).to_owned());
        }
        if !is_parsed {
            return;
        }
        self.unknown = unknown_variables(&theme).into_iter().filter(|unknown| self.origins.contains_key(&unknown.template)).collect();
        for unknown in self.unknown.clone() {
            let span = self.span(&unknown.template, unknown.line, unknown.column, unknown.variable.len());
            let message = format!("no page has a variable `{}`", unknown.variable);
            self.add_to(&unknown.template, span, message, unknown.nearest.as_deref());
        }
    }

    /// Adds a finding about the template `name`; `false` if it is a built-in one.
    fn add_to(&mut self, name: &str, span: Option<Span>, message: String, near: Option<&str>) -> bool {
        let Some((at, path)) = self.template(name) else { return false };
        if let Some(folder) = self.folders.get_mut(at) {
            folder.add([template_broken(&path, span, message, near)]);
        }
        true
    }

    /// The folder that contains the template `name`, by its index, and the path of the file. The catalogue's own templates come last and win.
    fn template(&self, name: &str) -> Option<(usize, ContentPath)> {
        let found = |(at, folder): (usize, &super::Judged)| {
            let document = folder.document(name).or_else(|| folder.document(&format!("templates/{name}")))?;
            Some((at, document.path.clone()))
        };
        self.origins.get(name)?;
        self.folders.iter().enumerate().rev().find_map(found)
    }

    /// The place of `n_bytes` at `line` and `column`, from 1, of the template `name`.
    fn span(&self, name: &str, line: usize, column: usize, n_bytes: usize) -> Option<Span> {
        // The last of that name wins, as in the resolved theme.
        let (_, text) = self.parts.templates.iter().rev().find(|(known, _)| known == name)?;
        let start = LineIndex::new(text).offset(line, column.saturating_sub(1));
        let end = (start + n_bytes).min(text.len());
        text.get(start..end).map(|_| Span::new(start..end))
    }
}
