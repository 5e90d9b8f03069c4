//! `theme-file-missing`

use crate::diagnostic::{Diagnostic, Findings, Level};
use crate::format::Document;
use crate::rules::rule::rule;
use crate::source::{ContentPath, Span};

rule! {
    /// A theme names a file that is not in its folder.
    ///
    /// A logo, an icon, a font, or what a stylesheet loads with `url(…)` or `@import` has to be in the folder of the theme: pages load nothing from other servers, so
    /// that no one learns who reads them. A build with such a theme is refused, because its pages would have holes.
    THEME_FILE_MISSING = { id: "T005", name: "theme-file-missing", level: Error, fixed: true, since: "0.1", check: Document(check) }
}

/// The files of a theme are known to the reader of its folder, which calls [`theme_file_missing`].
fn check(_: &Document, _: &mut Findings<'_>) {}

/// The finding for `file`, which the file at `path` names at `span` and which is not in the theme's folder. `near` is the file that was probably meant.
#[must_use]
pub fn theme_file_missing(path: &ContentPath, span: Option<Span>, file: &str, near: Option<&str>) -> Diagnostic {
    let mut found = Vec::new();
    let is_elsewhere = file.contains("://") || file.starts_with("//");
    let message = if is_elsewhere { format!("`{file}` is on another server") } else { format!("`{file}` is not in the theme's folder") };
    let help = if is_elsewhere {
        "pages load nothing from other servers: put the file into the theme's folder"
    } else {
        "add the file, or remove its name"
    };
    Findings::new(THEME_FILE_MISSING.code, Level::Error, path, &mut found).elsewhere(path, span, message).did_you_mean(near).help(help);
    let Some(diagnostic) = found.pop() else { unreachable!("said above") };
    diagnostic
}
