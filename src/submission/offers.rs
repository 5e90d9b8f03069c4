//! What the catalogue offers as answers, and what it has to say before a question. Knows labels; decides nothing.

use super::{Answers, Topic, account, slug_of};
use crate::catalogue::Draft;
use crate::format::{Content, Place, SourceSwitch};

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The value that is written.
    pub value: String,
    /// What is shown.
    pub label: String,
}

fn offer(value: &str, label: impl Into<String>) -> Offer {
    Offer { value: value.to_owned(), label: label.into() }
}

/// The answers that the catalogue offers to the question about `topic`.
#[must_use]
pub fn offers(topic: Topic, draft: &Draft) -> Vec<Offer> {
    let settings = draft.settings();
    let labels = |entries: &[crate::source::Spanned<crate::format::LabelEntry>]| {
        entries.iter().filter_map(|entry| Some((entry.id.get()?, entry.label.get()?))).map(|(id, label)| labelled(id, label)).collect()
    };
    match topic {
        Topic::Source => vec![offer("open", "Yes: open source"), offer("closed", "No: the code is hidden")],
        Topic::Install => {
            vec![offer("direct", "Anyone, directly"), offer("request", "Only those who ask (through a page of yours)")]
        }
        Topic::App => draft.app_names().into_iter().map(|name| offer(name, name)).collect(),
        Topic::Tags => match draft.document("tags.yaml").map(|document| &document.content) {
            Some(Content::Tags(tags)) => {
                tags.0.iter().filter_map(|tag| Some(labelled(tag.id.get()?, tag.label.get().map_or("", |label| label)))).collect()
            }
            _ => Vec::new(),
        },
        Topic::Publisher => {
            let name =
                |slug: &str| draft.publisher(slug).and_then(|publisher| publisher.name.get()).map_or(String::new(), ToString::to_string);
            draft.publisher_slugs().map(|slug| labelled(slug, &name(slug))).collect()
        }
        Topic::Regions => labels(settings.regions.items()),
        Topic::Auth => labels(settings.auth.items()),
        _ => Vec::new(),
    }
}

fn labelled(id: &str, label: &str) -> Offer {
    offer(id, if label.is_empty() { id.to_owned() } else { format!("{label} ({id})") })
}

/// What the catalogue has to say before the question about `topic`.
#[must_use]
pub fn hint(topic: Topic, answers: &Answers, draft: &Draft) -> Option<String> {
    let settings = draft.settings();
    let said = match topic {
        Topic::Slug => "lower-case letters, digits and single hyphens; it becomes the address of the listing".to_owned(),
        Topic::Source => {
            let switch = settings.policy.get().and_then(|policy| policy.source_switch.get()).copied();
            let later = match switch {
                Some(SourceSwitch::Free) => "it can be changed later",
                _ => "after publishing it can be changed only while the listing is unpublished",
            };
            format!("closed source hides the code and does not restrict installing; {later}")
        }
        Topic::Keywords => "up to three, separated by commas".to_owned(),
        Topic::License => "an SPDX expression, such as MIT, Apache-2.0 or `MIT OR Apache-2.0`".to_owned(),
        Topic::Description => format!("the first words of {}README.md, a paragraph each; without any, the summary", folder(answers)),
        Topic::Setup => "one step a line, an empty line ends it".to_owned(),
        Topic::Limits => "one limit a line, an empty line ends it; such as rows, sizes, calls a minute".to_owned(),
        Topic::Troubleshooting => "one case a line, an empty line ends it".to_owned(),
        Topic::Summary => "at most 160 characters, no Markdown; the README says the rest".to_owned(),
        Topic::App => "exactly as its vendor writes it; type to search".to_owned(),
        Topic::AppWebsite => {
            let app = answers.text(Topic::App).unwrap_or_default();
            let target = settings.review.get().and_then(|review| review.targets.get()).and_then(|targets| targets.get("new-app"));
            let longer = target.map_or(String::new(), |days| format!(": about {} business days", days.0));
            format!("`{}` is new here; the review of a new app takes longer{longer}", super::shown(app))
        }
        Topic::Install => "those who ask are sent to a landing page of yours, and you say how they get the listing from there".to_owned(),
        Topic::LandingUrl => "a public page; never a private share link".to_owned(),
        Topic::PathNote => "one line, such as: Ask on the page; we reply within a day.".to_owned(),
        Topic::Publisher => "whoever is not in the list writes a slug, such as your-name, and is added to publishers/".to_owned(),
        Topic::AccountLogin => format!(
            "the name of your account on {}; without one, every update waits for a person (another forge: --account-forge)",
            account::forge(answers, settings)
        ),
        Topic::AccountId => {
            let page = answers.text(Topic::AccountLogin).and_then(|login| account::page(answers, settings, login));
            let place = page.map_or("its page".to_owned(), |page| format!("`id` at {page}"));
            format!("{place}; the number stays when the name changes")
        }
        Topic::Regions if answers.text(Topic::Source) == Some("closed") => "closed source is shared within a data centre only".to_owned(),
        Topic::Regions => "none chosen means: all of them".to_owned(),
        Topic::Agreement => {
            let current = settings.agreement.get()?.current.get()?;
            let place = draft.documents().find(|document| Place::of(&document.path) == Place::Agreement(current));
            let text = place.map_or(String::new(), |document| format!(", {}", document.path));
            format!("read version {current}{text} first; writing a name accepts it for that person or company")
        }
        _ => return None,
    };
    Some(said)
}

fn folder(answers: &Answers) -> String {
    slug_of(answers).map(|slug| format!("listings/{slug}/")).unwrap_or_default()
}
