//! The name of the new folder. Knows what the rules on slugs say; knows no catalogue.

use super::{Answers, Topic};
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
pub(super) fn is_sound(text: &str) -> bool {
    slug::is_sound(text) && !slug::is_reserved(text)
}

/// What is wrong with `text` as the slug of a publisher, and what to do: people write the name here.
pub(super) fn objection_to_publisher(text: &str) -> Option<String> {
    if is_sound(text) {
        return None;
    }
    let such_as = of_name(text).unwrap_or_else(|| "your-name".to_owned());
    Some(format!(
        "`{}` is not a slug: write a slug, such as `{such_as}`; the name that visitors see is a question of its own (--publisher-name)",
        super::shown(text)
    ))
}

/// What is wrong with `text` as a slug, and what to do.
pub(super) fn objection(text: &str) -> Option<String> {
    if !slug::is_sound(text) {
        let instead = slug::suggestion(text).filter(|slug| is_sound(slug)).map(|slug| format!("call it `{slug}`, or ")).unwrap_or_default();
        let how = format!(
            "{instead}use lower-case letters, digits and single hyphens between them, at most {} characters",
            crate::format::bounds::SLUG_CHARS
        );
        return Some(format!("`{}` cannot be part of an address: {how}", super::shown(text)));
    }
    slug::is_reserved(text).then(|| format!("the name `{text}` is reserved: choose another one, such as `{text}-app`"))
}
