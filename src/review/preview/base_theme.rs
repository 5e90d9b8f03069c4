//! The theme of a preview: that of the base, read from git's objects. What a submission would do to the look of the site is not tried out on those who
//! review it. Knows where a theme is in a repository.

use std::collections::BTreeMap;

use crate::format::{Content, Document, FileRole, ThemeFile};
use crate::render::{ResolvedTheme, ThemeParts, built_in_document};
use crate::source::git::{GitError, Object, Repository};
use crate::theme::{DEFAULT, built_in, built_in_names};

/// The theme `name` at `base`, where the content folder is `content`; the default theme when there is none or it cannot be used.
/// Templates of a theme are left aside: what they print is not known to work without a host.
///
/// # Errors
/// When `git` fails.
pub(super) fn read(repository: &Repository, base: &Object, content: &str, name: Option<&str>) -> Result<ResolvedTheme, GitError> {
    let Some(name) = name.filter(|name| *name != DEFAULT && !name.contains(['/', '\\']) && !name.starts_with('.')) else {
        return Ok(ResolvedTheme::default());
    };
    let beside = content.trim_end_matches('/').rfind('/').map_or("", |at| &content[..=at]);
    for folder in [beside, content] {
        let files = files(repository, base, &format!("{folder}themes/{name}/"))?;
        if !files.is_empty() {
            return Ok(ResolvedTheme::new(of_files(name, files)).unwrap_or_default());
        }
    }
    let styles = built_in(name).filter(|(file, _)| file.ends_with(".css")).map(|(file, text)| (file.to_owned(), text.to_owned()));
    let parts = ThemeParts { file: file_of(built_in_document(name)), styles: styles.collect(), ..ThemeParts::default() };
    Ok(if built_in_names().contains(&name) { ResolvedTheme::new(parts).unwrap_or_default() } else { ResolvedTheme::default() })
}

fn files(repository: &Repository, base: &Object, folder: &str) -> Result<BTreeMap<String, Vec<u8>>, GitError> {
    let tree = repository.tree(base, folder)?;
    let limits: Vec<(Object, u64)> = tree.files.iter().map(|(path, object)| (object.clone(), path.role().limit())).collect();
    let blobs = repository.blobs(&limits)?;
    let read = tree.files.iter().filter_map(|(path, object)| Some((path.as_str().to_owned(), blobs.get(object)?.as_ref().ok()?.clone())));
    Ok(read.collect())
}

fn of_files(name: &str, files: BTreeMap<String, Vec<u8>>) -> ThemeParts {
    let path = FileRole::Theme.path(name);
    let document = path.zip(files.get("theme.yaml")).map(|(path, bytes)| Document::read(path, Ok(bytes.clone())));
    let styles = files.iter().filter(|(file, _)| file.ends_with(".css"));
    let styles = styles.map(|(file, bytes)| (file.clone(), String::from_utf8_lossy(bytes).into_owned())).collect();
    ThemeParts { file: file_of(document), styles, templates: Vec::new(), files }
}

fn file_of(document: Option<Document>) -> Option<ThemeFile> {
    match document?.content {
        Content::Theme(file) => Some(*file),
        _ => None,
    }
}
