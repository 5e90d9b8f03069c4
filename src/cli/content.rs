//! Where the catalogue is, for a command that was started anywhere inside of it: the content folder, what is beside it, and its place in the repository.
#![expect(clippy::disallowed_methods, reason = "the command line looks for the catalogue")]

use std::path::{Component, Path, PathBuf};

use crate::format::Place;
use crate::source::disk::Disk;

/// The default name of the content folder.
const USUAL: &str = "content";

/// The file that makes a folder a catalogue.
const SETTINGS: &str = "catalogue.yaml";

/// The content folder of a run.
#[derive(Debug, Clone)]
pub(super) struct Content {
    /// The folder as a path from where the program was started.
    pub(super) path: PathBuf,
    /// The folder from the top of its repository, with `/` at the end; empty when it is the top itself.
    pub(super) in_repository: String,
}

impl Content {
    /// The content folder that `given` names or, without that, the one of the catalogue that the current folder belongs to.
    ///
    /// # Errors
    /// When there is no catalogue; with the places that were looked at and the way out.
    pub(super) fn find(given: Option<&Path>) -> Result<Self, String> {
        let Some(path) = given else {
            return above().map(Self::new).ok_or_else(nowhere);
        };
        if path.is_dir() && !Place::TOP.iter().any(|name| path.join(name).exists()) {
            let near = if is_catalogue(&path.join(USUAL)) {
                format!("did you mean `--content {}`?", path.join(USUAL).display())
            } else {
                "begin a catalogue with `pressmark init`, or name the folder that contains its `listings/`".to_owned()
            };
            return Err(format!("`{}` is no content folder: it has neither `{SETTINGS}` nor `listings/`; {near}", path.display()));
        }
        Ok(Self::new(path.to_owned()))
    }

    /// The content folder at `path`, whether or not it is there.
    pub(super) fn new(path: PathBuf) -> Self {
        let in_repository = in_repository(&path);
        Self { path, in_repository }
    }

    /// The folder to read. At the top of a repository there is more than content: what is not of the format has its place there, and is not read.
    pub(super) fn disk(&self) -> Disk {
        let disk = Disk::new(&self.path);
        if self.in_repository.is_empty() { disk.only(&Place::TOP) } else { disk }
    }

    /// The folder of the catalogue's own templates, themes and schemas: the one that holds the content folder, or the top of the repository.
    pub(super) fn beside(&self) -> PathBuf {
        match self.path.components().next_back() {
            _ if self.in_repository.is_empty() => self.path.clone(),
            None | Some(Component::CurDir) => "..".into(),
            Some(Component::ParentDir) => self.path.join(".."),
            Some(_) => self.path.parent().unwrap_or(Path::new("")).to_owned(),
        }
    }
}

/// The content folder that `given` names, the one of the catalogue around the current folder, or the usual one, which need not be there: a revision may
/// have it.
pub(super) fn named(given: Option<&Path>) -> PathBuf {
    given.map(Path::to_owned).or_else(above).unwrap_or_else(|| USUAL.into())
}

/// The folder of the built site: `out`, or `public` beside the catalogue that was found around the current folder. Where the catalogue is `given`,
/// `public` is a folder of the current one.
pub(super) fn site(out: Option<&Path>, given: Option<&Path>) -> PathBuf {
    let beside = || if given.is_some() { PathBuf::new() } else { Content::new(named(None)).beside() };
    out.map_or_else(|| beside().join("public"), Path::to_owned)
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

/// Returns the place of `path` in the repository around it. Without a repository, paths are taken as they were named where the program was started.
fn in_repository(path: &Path) -> String {
    let absolute = std::fs::canonicalize(path).or_else(|_| std::path::absolute(path).map(|path| flat(&path))).unwrap_or_default();
    let top = absolute.ancestors().find(|folder| folder.join(".git").exists()).map(Path::to_owned);
    let here = || std::env::current_dir().ok().filter(|here| absolute.starts_with(here) && absolute != *here);
    let below = match top.or_else(here) {
        Some(top) => absolute.strip_prefix(top).unwrap_or(Path::new("")).to_owned(),
        None if absolute.ends_with(USUAL) => USUAL.into(),
        None => PathBuf::new(),
    };
    below.iter().map(|part| format!("{}/", part.to_string_lossy())).collect()
}

/// Returns the path of `name` from the folder `content`, when it is a path that leads there from where the program was started.
pub(super) fn within(content: &Path, name: &str) -> Option<PathBuf> {
    let (file, folder) = (std::path::absolute(name).ok()?, std::path::absolute(content).ok()?);
    flat(&file).strip_prefix(flat(&folder)).map(Path::to_owned).ok()
}

/// `path` without `.` and `..`, by its letters alone: links are not followed.
pub(super) fn flat(path: &Path) -> PathBuf {
    let mut flat = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => drop(flat.pop()),
            Component::CurDir => {}
            other => flat.push(other),
        }
    }
    flat
}
