//! Writes a file in one step: a reader sees the old text or the new one, never half of it. An edge.
#![expect(clippy::disallowed_methods, reason = "this is the edge that changes content files")]

use std::fs;
use std::path::Path;

/// Puts `bytes` instead of the file at `path`, which keeps its permissions.
///
/// # Errors
/// When the folder cannot be written to; the file is then as it was.
pub(super) fn over(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let permissions = fs::metadata(path).map_err(|error| failed(path, &error))?.permissions();
    put(path, bytes, Some(permissions))
}

/// Writes `bytes` to the file at `path`, which need not exist.
///
/// # Errors
/// When the folder cannot be written to; what was there is then as it was.
pub(super) fn new(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let permissions = fs::metadata(path).ok().map(|found| found.permissions());
    put(path, bytes, permissions)
}

fn failed(path: &Path, error: &std::io::Error) -> String {
    format!("cannot write `{}`: {error}", path.display())
}

fn put(path: &Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> Result<(), String> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = path.with_file_name(format!(".{name}.pressmark"));
    fs::write(&beside, bytes).map_err(|error| failed(path, &error))?;
    let moved =
        permissions.map_or(Ok(()), |permissions| fs::set_permissions(&beside, permissions)).and_then(|()| fs::rename(&beside, path));
    moved.map_err(|error| {
        // What could not be moved must not stay behind; if that fails too, the first error is the one to report.
        let _ = fs::remove_file(&beside);
        failed(path, &error)
    })
}
