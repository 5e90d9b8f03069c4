//! `pressmark init`
#![expect(clippy::disallowed_methods, reason = "this command writes the first files of a catalogue")]

use std::fs;
use std::io::IsTerminal as _;
use std::path::Path;

use super::args::InitArgs;
use super::init_ask::{self, Given};
use super::new_example::word;
use super::scaffold::Noun;
use super::{Outcome, init_forge, say, scaffold, schema, terminal};
use crate::format::schema::modeline;
use crate::format::{FileRole, SETTINGS};
use crate::source::ContentPath;
use crate::text::printable;
use crate::workspace::{Workspace, flat};

/// The content folder of a new catalogue.
const CONTENT: &str = "content/";

/// Writes a catalogue that builds at once, and the files of a forge.
pub(super) fn run(args: &InitArgs) -> Outcome {
    let folder = &args.folder;
    let content = flat(args.content.as_deref().unwrap_or(Path::new(CONTENT)));
    if folder.join(&content).join(SETTINGS).is_file() {
        return add(args, &content);
    }
    if args.content.is_some() {
        return Err(format!("there is no catalogue in `{}`: it has no `catalogue.yaml`", folder.join(content).display()).into());
    }
    let is_taken = fs::read_dir(folder).is_ok_and(|entries| entries.filter_map(Result::ok).any(|entry| entry.file_name() != ".git"));
    if is_taken {
        return Err(not_empty(folder).into());
    }
    if let Some(file) = folder.ancestors().find(|part| part.is_file()) {
        return Err(format!("`{}` is a file: name a new folder, as in `pressmark init my-catalogue`", file.display()).into());
    }
    let given = Given {
        title: args.title.clone(),
        noun: args.noun.clone(),
        repository: args.repository.clone(),
        base_url: args.base_url.clone(),
        forge: args.forge,
    };
    let may_ask = !args.yes && std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    let answers = if may_ask { init_ask::ask(given)? } else { given };
    if let Some(why) = answers.contradiction() {
        return Err(why.into());
    }
    if let Some(noun) = &answers.noun {
        note_capital(noun, &folder.join(CONTENT).join(SETTINGS));
    }
    let forge = answers.forge;
    fs::create_dir_all(folder).map_err(|error| format!("cannot create `{}`: {error}", folder.display()))?;
    for (path, text) in scaffold::files(&answers.start()) {
        let place = folder.join(path);
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&place, pointer(path) + &text).map_err(|error| format!("cannot write `{}`: {error}", place.display()))?;
        say::line(&format!("  {path}"))?;
    }
    let new = Workspace::new(folder.join(CONTENT));
    schema::write_quietly(&schema::beside(&new), FileRole::with_keys(), &schema::known(&new)?)?;
    say::line("  schemas/")?;
    if let Some(forge) = forge {
        init_forge::write(forge, folder, &content, args.refresh)?;
    }
    next_steps(folder)?;
    Ok(true)
}

/// Says that the noun stays as it is written, where pages will show a capital within a sentence. Some languages want that, so that no one but its author
/// knows.
fn note_capital(noun: &Noun, settings: &Path) {
    let Some(word) = noun.capitalised() else { return };
    say::aside!(
        "{} `{word}` is kept with its capital letter, also in the middle of a sentence (“Publish your {}”); to change it, edit `noun` in `{}`",
        terminal::bold("note:"),
        printable(&noun.one),
        settings.display()
    );
}

/// Adds the files of a forge to the catalogue whose content folder is `content`.
fn add(args: &InitArgs, content: &Path) -> Outcome {
    let is_told = args.title.is_some() || args.noun.is_some() || args.repository.is_some() || args.base_url.is_some();
    match args.forge {
        Some(_) if is_told => {
            let file = args.folder.join(content).join(SETTINGS);
            Err(format!("--title, --noun, --repository and --base-url are for a new catalogue: change them in `{}`", file.display()).into())
        }
        Some(forge) => {
            init_forge::write(forge, &args.folder, content, args.refresh)?;
            Ok(true)
        }
        None => Err(not_empty(&args.folder).into()),
    }
}

fn not_empty(folder: &Path) -> String {
    format!("`{}` is not empty: name a new folder, as in `pressmark init my-catalogue`", folder.display())
}

/// Says which commands come next, and where the manual is.
fn next_steps(folder: &Path) -> std::io::Result<()> {
    let steps = [
        ("pressmark serve --open", "see it; every change that you save is shown"),
        ("pressmark new", "add a listing"),
        ("pressmark build", "write the website to public/"),
    ];
    say::line("\nThe catalogue is ready to build. Next:")?;
    if folder.as_os_str() != "." {
        say::line(&format!("  {}", terminal::bold(&format!("cd {}", word(&folder.display().to_string())))))?;
    }
    for (command, what) in steps {
        say::line(&format!("  {}{}{what}", terminal::bold(command), " ".repeat(26 - command.len())))?;
    }
    say::line(&format!("The manual: {}", terminal::bold("pressmark manual getting-started")))
}

/// The line that leads an editor from a YAML file to its schema; empty for other files.
fn pointer(path: &str) -> String {
    let path = path.strip_prefix(CONTENT).filter(|path| path.ends_with(".yaml")).and_then(ContentPath::new);
    path.filter(|path| path.role().value_type().is_some()).map_or(String::new(), |path| modeline(path.role(), &path))
}
