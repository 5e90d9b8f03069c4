//! `pressmark init --forge`: writes the files of a forge that are not there yet, and says which were kept. An edge; knows no file by name.
#![expect(clippy::disallowed_methods, reason = "this command writes the recipes of a forge")]

use std::error::Error;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use super::{save, say};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::counted;
use crate::forge::{self, Forge, ForgeFile};
use crate::workspace::Workspace;

/// Writes into `folder` whatever `forge` needs for the catalogue in the folder `content` below it. With `refresh`, what is made of the catalogue is
/// regenerated.
pub(super) fn write(forge: Forge, folder: &Path, content: &Path, refresh: bool) -> Result<(), Box<dyn Error>> {
    let in_repository: String = content.iter().map(|part| format!("{}/", part.to_string_lossy())).collect();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    if content.is_absolute() || !in_repository.chars().all(is_plain) {
        return Err(format!(
            "recipes cannot name the content folder `{}`: use a path below `{}` of letters, digits, hyphens, underscores and dots",
            content.display(),
            folder.display()
        )
        .into());
    }
    let content = Workspace::placed(folder.join(content), in_repository);
    let raw = RawCatalogue::read(&content.disk(), &|_, _| {})?;
    let mut kept = Vec::new();
    for file in forge::files(forge, &raw, content.in_repository()) {
        let place = folder.join(file.path);
        let failed = |error: &dyn std::fmt::Display| format!("cannot write `{}`: {error}", place.display());
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).map_err(|error| failed(&error))?;
        }
        // A link would lead the text elsewhere: it is neither followed nor replaced.
        let is_file = fs::symlink_metadata(&place).is_ok_and(|found| found.is_file());
        match create(&place, &file) {
            Ok(()) => say::line(&format!("  {}", file.path))?,
            Err(error) if error.kind() == ErrorKind::AlreadyExists && refresh && file.is_made && is_file => {
                save::over(&place, file.text.as_bytes())?;
                say::line(&format!("  {} (regenerated)", file.path))?;
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => kept.push(file.path),
            Err(error) => return Err(failed(&error).into()),
        }
    }
    if !kept.is_empty() {
        say::line(&format!("\nkept {}:", counted(kept.len(), "existing file")))?;
        for path in kept {
            say::line(&format!("  {path}"))?;
        }
    }
    say::line(
        "\nStill to do by hand: name the program in ci/pressmark.env and the maintainers in CODEOWNERS, and protect the branch.\nFor the full list: pressmark manual reviews",
    )?;
    Ok(())
}

fn create(place: &Path, file: &ForgeFile) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if file.is_program {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o755);
    }
    options.open(place)?.write_all(file.text.as_bytes())
}
