//! `pressmark theme eject`: a shipped template, to begin one of your own with.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};

use super::{Outcome, content, say};
use crate::diagnostic::nearest;
use crate::theme::TEMPLATES;
use crate::workspace::{Workspace, is_path};

#[derive(Debug, clap::Args)]
pub(super) struct EjectArgs {
    /// The template, such as home.html or components/card.html
    #[arg(value_name = "TEMPLATE", value_parser = TemplateParser, hide_possible_values = true)]
    template: Option<String>,
    /// Write it into templates/ of this theme: the name of a folder in themes/, or a path [default: print it]
    #[arg(long, value_name = "NAME|DIR")]
    theme: Option<String>,
    /// The content folder, beside which themes/ is [default: `content` here, or the catalogue that the current folder is in]
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
}

/// Takes any text; shells complete the names of templates.
#[derive(Clone)]
struct TemplateParser;

impl TypedValueParser for TemplateParser {
    type Value = String;

    fn parse_ref(&self, command: &clap::Command, arg: Option<&clap::Arg>, value: &OsStr) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(names().map(PossibleValue::new)))
    }
}

/// Prints the template, or writes it into a theme.
pub(super) fn run(args: &EjectArgs) -> Outcome {
    let Some(name) = args.template.as_deref() else { return Err(format!("name a template: {}", listed()).into()) };
    let Some((_, text)) = TEMPLATES.iter().find(|(template, _)| *template == name) else {
        let near = nearest(name, names()).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
        return Err(format!("there is no template `{name}`; {near}there are: {}", listed()).into());
    };
    match &args.theme {
        None => say::document(text)?,
        Some(theme) => write(args, theme, name, text)?,
    }
    Ok(true)
}

#[expect(clippy::disallowed_methods, reason = "writing the file is what was asked for")]
fn write(args: &EjectArgs, theme: &str, name: &str, text: &str) -> Result<(), Box<dyn std::error::Error>> {
    let content = Workspace::new(content::named(args.content.as_deref()));
    let folders = match is_path(theme) {
        true => vec![PathBuf::from(theme)],
        false => [content.beside(), content.folder().to_owned()].map(|folder| folder.join("themes").join(theme)).to_vec(),
    };
    let folder = folders
        .into_iter()
        .find(|folder| folder.is_dir())
        .ok_or_else(|| format!("there is no folder of a theme `{theme}`: `pressmark theme new NAME` begins one"))?;
    let place = folder.join("templates").join(name);
    if place.exists() {
        return Err(format!("`{}` is there already: remove it first to begin again", place.display()).into());
    }
    let failed = |error| format!("cannot write `{}`: {error}", place.display());
    std::fs::create_dir_all(place.parent().unwrap_or(&folder)).map_err(failed)?;
    std::fs::write(&place, text).map_err(failed)?;
    say::line(&format!("wrote {}", place.display()))?;
    Ok(())
}

/// The names of the shipped templates.
fn names() -> impl Iterator<Item = &'static str> {
    TEMPLATES.iter().map(|(name, _)| *name)
}

fn listed() -> String {
    names().collect::<Vec<_>>().join(", ")
}
