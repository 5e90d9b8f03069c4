//! The words of an operator: the message files beside a content folder, and what they change.

use jiff::civil::Date;

use super::content::Content;
use super::{history, terminal};
use crate::language::Language;
use crate::render::ResolvedTheme;
use crate::rules::RunContext;
use crate::site::Site;
use crate::source::disk;

/// The operator's message files: texts by name, such as `fr.ftl`. They are with the templates, beside the content folder.
pub(super) fn files(content: &Content) -> std::io::Result<Vec<(String, String)>> {
    disk::texts(&content.beside().join("templates/messages"), "ftl")
}

/// A run on the day `today` over the catalogue in `content` as it is in the working copy: with its message files, and with its git history.
pub(super) fn run_context(content: &Content, today: Date) -> std::io::Result<RunContext> {
    Ok(with_languages(RunContext::new(today), content)?.with_history(history::read(&content.path, "HEAD")))
}

/// `context` with the languages for which there are message files beside `content`.
pub(super) fn with_languages(context: RunContext, content: &Content) -> std::io::Result<RunContext> {
    let files = files(content)?;
    Ok(context.with_languages(files.iter().filter_map(|(name, _)| name.strip_suffix(".ftl"))))
}

/// `site` in the words of `theme`. What is wrong in a message file is said and left out: the shipped words are there in its place.
pub(super) fn with_messages(site: Site, theme: &ResolvedTheme) -> Site {
    let (language, problems) = Language::with(&site.catalogue.settings.language, &theme.messages, site.catalogue.settings.noun.as_ref());
    for problem in problems {
        anstream::eprintln!("{} {problem}", terminal::bold("warning:"));
    }
    site.with_language(language)
}
