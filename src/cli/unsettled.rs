//! The error for a site that must not be published, because its settings do not say which site it is.

use std::path::Path;

use crate::catalogue::unsettled;
use crate::format::SETTINGS;
use crate::pipeline::Checked;
use crate::source::LineIndex;

/// Refuses to publish `checked` while its title, its language or, unless `has_url`, its URL cannot be read. `content` is the content folder as the user
/// wrote it.
///
/// # Errors
/// With the place of the setting, and what to do.
pub(super) fn refuse(checked: &Checked, content: &Path, has_url: bool) -> Result<(), String> {
    let Some(unsettled) = unsettled(&checked.raw, &checked.report, has_url) else { return Ok(()) };
    let text = checked.raw.settings_file().and_then(|document| document.text.as_deref());
    let place = text.zip(unsettled.span).map(|(text, span)| LineIndex::new(text).position(span.start as usize));
    let place = place.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
    let file = format!("`{}{place}`", content.join(SETTINGS).display());
    Err(match unsettled.key {
        None => format!("not built because the settings in {file} cannot be read: fix the file, then build again"),
        Some("base_url") => {
            format!("not built because the `base_url` in {file} cannot be used: fix it there or pass `--base-url`, then build again")
        }
        Some(key) if unsettled.span.is_none() => {
            format!("not built because {file} has no `{key}`: add it, then build again")
        }
        Some(key) => format!("not built because the `{key}` in {file} cannot be used: fix it there, then build again"),
    })
}
