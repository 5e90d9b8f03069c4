//! Writes the tables of built-in templates, scripts, themes, messages and pages of the manual, so that the binary needs no file beside it.

#![expect(clippy::disallowed_methods, reason = "a build script reads the environment and writes its table")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let look: [Folder<'_>; 3] =
        [("TEMPLATES", "templates", &["html", "svg"]), ("SCRIPTS", "templates/js", &["js"]), ("THEMES", "themes", &["css", "yaml"])];
    write_tables(&root, "embedded.rs", &look)?;
    write_tables(&root, "manual.rs", &[("PAGES", "content/pages", &["md"])])?;
    write_tables(&root, "messages.rs", &[("MESSAGES", "templates/messages", &["ftl"])])
}

/// The name of a table, its folder, and the endings of the files in it.
type Folder<'a> = (&'a str, &'a str, &'a [&'a str]);

/// Writes a table for each folder, of the files whose names end so.
fn write_tables(root: &Path, target: &str, folders: &[Folder<'_>]) -> io::Result<()> {
    let mut table = String::new();
    for &(name, folder, endings) in folders {
        println!("cargo::rerun-if-changed={folder}");
        let base = root.join(folder);
        let mut files = Vec::new();
        collect(&base, endings, &mut files)?;
        files.sort();
        writeln!(table, "pub(crate) const {name}: &[(&str, &str)] = &[").map_err(io::Error::other)?;
        for file in files {
            let relative = file.strip_prefix(&base).map_err(io::Error::other)?;
            let relative = relative.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
            writeln!(table, "    ({relative:?}, include_str!({file:?})),").map_err(io::Error::other)?;
        }
        table.push_str("];\n");
    }
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    fs::write(out.join(target), table)
}

fn collect(folder: &Path, endings: &[&str], files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, endings, files)?;
        } else if path.extension().is_some_and(|found| endings.iter().any(|ending| found == *ending)) {
            files.push(path);
        }
    }
    Ok(())
}
