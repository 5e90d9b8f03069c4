//! `pressmark init`
#![expect(clippy::disallowed_methods, reason = "this command writes the first files of a catalogue")]

use std::fs;
use std::path::Path;

use super::args::InitArgs;
use super::{Outcome, init_forge, say, scaffold, schema, terminal};
use crate::format::schema::modeline;
use crate::format::{FileRole, SETTINGS};
use crate::source::ContentPath;
use crate::workspace::{Workspace, flat};

/// The content folder of a new catalogue.
const CONTENT: &str = "content/";

/// Writes a catalogue that builds at once, and the files of a forge.
pub(super) fn run(args: &InitArgs) -> Outcome {
    let folder = &args.folder;
    fs::create_dir_all(folder).map_err(|error| format!("cannot create `{}`: {error}", folder.display()))?;
    let taken = fs::read_dir(folder)?.filter_map(Result::ok).any(|entry| entry.file_name() != ".git");
    let content = flat(args.content.as_deref().unwrap_or(Path::new(CONTENT)));
    if let (Some(forge), true) = (args.forge, folder.join(&content).join(SETTINGS).is_file()) {
        init_forge::write(forge, folder, &content, args.refresh)?;
        return Ok(true);
    }
    if args.content.is_some() {
        return Err(format!("there is no catalogue in `{}`: it has no `catalogue.yaml`", folder.join(content).display()).into());
    }
    if taken {
        return Err(format!("`{}` is not empty: name a new folder, as in `pressmark init my-catalogue`", folder.display()).into());
    }
    for (path, text) in scaffold::FILES {
        let place = folder.join(path);
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&place, pointer(path) + text).map_err(|error| format!("cannot write `{}`: {error}", place.display()))?;
        say::line(&format!("  {path}"))?;
    }
    let new = Workspace::new(folder.join(CONTENT));
    schema::write(&schema::beside(&new), FileRole::with_keys(), &schema::known(&new)?)?;
    if let Some(forge) = args.forge {
        init_forge::write(forge, folder, &content, args.refresh)?;
    }
    let cd = if folder.as_os_str() == "." { String::new() } else { format!("cd {} && ", folder.display()) };
    let command = terminal::bold(&format!("{cd}pressmark serve --open"));
    say::line(&format!("\nThe catalogue is ready to build. To see it, run\n  {command}"))?;
    Ok(true)
}

/// The line that leads an editor from a YAML file to its schema; empty for other files.
fn pointer(path: &str) -> String {
    let path = path.strip_prefix(CONTENT).filter(|path| path.ends_with(".yaml")).and_then(ContentPath::new);
    path.filter(|path| path.role().value_type().is_some()).map_or(String::new(), |path| modeline(path.role(), &path))
}
