//! The name of the new folder. Knows what the rules on slugs say; knows no catalogue.

use super::answer_problem::Way;
use super::{AnswerProblem, Answers, Topic};
use crate::rules::slug;

/// The slug that was asked for, or the one that the name makes. `None` when the name makes none that may be used.
#[must_use]
pub fn slug_of(answers: &Answers) -> Option<String> {
    match answers.text(Topic::Slug) {
        Some(slug) => Some(slug.to_owned()),
        None => answers.text(Topic::Name).and_then(of_name),
    }
}

/// The slug that `name` makes.
pub(super) fn of_name(name: &str) -> Option<String> {
    slug::suggestion(name).filter(|slug| !slug::is_reserved(slug))
}

/// Whether `text` may be part of a path and of an address.
pub(super) fn is_valid(text: &str) -> bool {
    slug::is_valid(text) && !slug::is_reserved(text)
}

/// Returns the problem of `text` as the slug of a publisher: people write the name here.
pub(super) fn publisher_problem(text: &str) -> Option<AnswerProblem> {
    if is_valid(text) {
        return None;
    }
    let slug = of_name(text).map_or(Way::Text("write one, such as `your-name`".to_owned()), Way::Instead);
    let problem = AnswerProblem::error(Topic::Publisher, format!("`{}` is not a slug", super::shown(text)));
    Some(problem.help([slug]).help([Way::Answer(Topic::PublisherName, None, "with the name that visitors see".to_owned())]))
}

/// Returns the problem of `text` as a slug, with what to do.
pub(crate) fn problem(text: &str) -> Option<String> {
    if !slug::is_valid(text) {
        let instead = slug::suggestion(text).filter(|slug| is_valid(slug)).map(|slug| format!("call it `{slug}`, or ")).unwrap_or_default();
        let how = format!(
            "{instead}use lower-case letters, digits and single hyphens between them, at most {} characters",
            crate::format::bounds::SLUG_CHARS
        );
        return Some(format!("`{}` cannot be part of an address: {how}", super::shown(text)));
    }
    slug::is_reserved(text).then(|| format!("the name `{text}` is reserved: choose another one, such as `{text}-app`"))
}
