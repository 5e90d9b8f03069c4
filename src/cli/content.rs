//! Where the catalogue is, for a command that was started anywhere inside of it.
#![expect(clippy::disallowed_methods, reason = "the command line looks for the catalogue")]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::format::{SETTINGS, TOP};
use crate::workspace::{USUAL, Workspace, flat};

/// The catalogue whose content folder `given` names or, without that, the one that the current folder belongs to.
///
/// # Errors
/// When there is no catalogue; with the places that were looked at and the way out.
pub(super) fn find(given: Option<&Path>) -> Result<Workspace, String> {
    let Some(path) = given else {
        return above().map(Workspace::new).ok_or_else(nowhere);
    };
    if path.is_dir() && !TOP.iter().any(|name| path.join(name).exists()) {
        let near = if is_catalogue(&path.join(USUAL)) {
            format!("did you mean `--content {}`?", path.join(USUAL).display())
        } else {
            "begin a catalogue with `pressmark init`, or name the folder that contains its `listings/`".to_owned()
        };
        return Err(format!("`{}` is no content folder: it has neither `{SETTINGS}` nor `listings/`; {near}", path.display()));
    }
    Ok(Workspace::new(path))
}

/// The content folder that `given` names, the one of the catalogue around the current folder, or the usual one, which need not be there: a revision may
/// have it.
pub(super) fn named(given: Option<&Path>) -> PathBuf {
    given.map(Path::to_owned).or_else(above).unwrap_or_else(|| USUAL.into())
}

/// The folder of the built site: `out`, or `public` beside the catalogue that was found around the current folder. Where the catalogue is `given`,
/// `public` is a folder of the current one.
///
/// # Errors
/// When the site would be in the content, or the content in the site.
pub(super) fn site(out: Option<&Path>, given: Option<&Path>) -> Result<PathBuf, String> {
    let content = Workspace::new(named(given));
    let beside = || if given.is_some() { PathBuf::new() } else { content.beside() };
    let out = out.map_or_else(|| beside().join("public"), Path::to_owned);
    apart(&content, &out).map(|()| out)
}

/// Makes sure that the files of a site in `out` and those of the catalogue `content` do not get mixed up.
///
/// # Errors
/// When one folder is in the other.
pub(super) fn apart(content: &Workspace, out: &Path) -> Result<(), String> {
    let (folder, site) = (resolved(content.name()), resolved(out));
    let refused = |why: &str| {
        Err(format!("the site cannot be written to `{}`, {why} `{}`: choose another folder", out.display(), content.name().display()))
    };
    if folder.starts_with(&site) {
        return refused("which contains the content folder");
    }
    // At the top of a repository, only the folders of the content format are content.
    let is_content = |first: &OsStr| !content.in_repository().is_empty() || TOP.iter().any(|name| first == *name);
    match site.strip_prefix(&folder) {
        Ok(below) if below.iter().next().is_some_and(is_content) => refused("which is in the content folder"),
        _ => Ok(()),
    }
}

/// `path` without links, as far as it is there.
fn resolved(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let found = path.ancestors().find_map(|above| Some(std::fs::canonicalize(above).ok()?.join(path.strip_prefix(above).ok()?)));
    flat(&found.unwrap_or(path))
}

/// The content folder of the nearest catalogue that the current folder belongs to.
fn above() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let here: PathBuf = here.components().collect();
    let up = |n: usize| if n == 0 { PathBuf::new() } else { PathBuf::from(vec![".."; n].join("/")) };
    (0..here.components().count()).find_map(|n| {
        let (folder, usual) = (up(n), up(n).join(USUAL));
        if is_catalogue(&usual) {
            return Some(usual);
        }
        folder.join(SETTINGS).is_file().then(|| if n == 0 { ".".into() } else { folder })
    })
}

/// Whether `folder` contains a catalogue's settings or, when those have been lost, its listings.
fn is_catalogue(folder: &Path) -> bool {
    folder.join(SETTINGS).is_file() || folder.join("listings").is_dir()
}

/// Returns the error where no catalogue is: what was looked for, and a folder below the current one that contains one.
fn nowhere() -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let mut below: Vec<PathBuf> =
        std::fs::read_dir(".").into_iter().flatten().filter_map(|entry| Some(PathBuf::from(entry.ok()?.file_name()))).collect();
    below.sort();
    let near = below.iter().flat_map(|folder| [folder.clone(), folder.join(USUAL)]).find(|folder| folder.join(SETTINGS).is_file());
    let hint = near.map(|folder| format!("; there is one at `--content {}`", folder.display())).unwrap_or_default();
    format!(
        "there is no catalogue here: looked for `{USUAL}/{SETTINGS}` and `{SETTINGS}` in `{}` and in every folder above it{hint}\n\
         create one with `pressmark init my-catalogue`, or name a content folder with `--content`",
        here.display()
    )
}

/// Returns the path of `name` from the folder `content`, when it is a path that leads there from where the program was started.
pub(super) fn within(content: &Path, name: &str) -> Option<PathBuf> {
    let (file, folder) = (std::path::absolute(name).ok()?, std::path::absolute(content).ok()?);
    flat(&file).strip_prefix(flat(&folder)).map(Path::to_owned).ok()
}
