//! The fields of the form in their order, which is that of the publishing dialog, and what there is to choose in them.

use crate::catalogue::Draft;
use crate::submission::{Topic, offers};

/// The last choice where a list may lack what somebody needs.
pub const NOT_LISTED: &str = "It is not in the list";

/// More choices than this are no help: the field becomes a line of text.
const MAX_OPTIONS: usize = 400;

/// What a field answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A question of `pressmark new`.
    Answer(Topic),
    /// The name of an app that the list lacks.
    OtherApp,
    /// Whether the developer agreement is accepted.
    Consent,
    /// Words to the reviewers, which do not go into the listing.
    Remarks,
}

/// How a field is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One line.
    Line,
    /// One line of words with commas between them.
    Words,
    /// Paragraphs with empty lines between them.
    Paragraphs,
    /// One point a line.
    Points,
    /// One choice.
    Pick,
    /// Any number of choices.
    Picks,
    /// A box to tick.
    Tick,
}

/// A field of the form.
#[derive(Debug)]
pub struct Field {
    /// Its name for programs, unique in the form.
    pub id: &'static str,
    /// The heading above it, unique in the form: what the reader of a filled-in form goes by.
    pub label: &'static str,
    /// What to write in it.
    pub help: &'static str,
    /// What it answers.
    pub about: About,
    /// How it is filled in.
    pub shape: Shape,
    /// Whether the form cannot be sent without it.
    pub is_required: bool,
}

impl Field {
    /// The field that answers `topic`, or the one whose answer does so as well.
    #[must_use]
    pub fn of(topic: Topic) -> Option<&'static Self> {
        let topic = match topic {
            Topic::PublisherName => Topic::Publisher,
            Topic::Slug => Topic::Name,
            topic => topic,
        };
        FIELDS.iter().find(|field| field.about == About::Answer(topic))
    }
}

const fn may(id: &'static str, label: &'static str, about: About, shape: Shape, help: &'static str) -> Field {
    Field { id, label, help, about, shape, is_required: false }
}

const fn must(id: &'static str, label: &'static str, about: About, shape: Shape, help: &'static str) -> Field {
    Field { id, label, help, about, shape, is_required: true }
}

const fn answer(topic: Topic) -> About {
    About::Answer(topic)
}

/// Every field in order.
#[rustfmt::skip]
pub static FIELDS: &[Field] = &[
    must("name", "Listing name", answer(Topic::Name), Shape::Line, "What visitors call it: unique in the catalogue, at most 60 characters."),
    must("app", "App", answer(Topic::App), Shape::Pick, "The app it connects to."),
    may("app-other", "App that is not in the list", About::OtherApp, Shape::Line, "Its name, exactly as its vendor writes it, upper and lower case included. A new app is verified first, which takes longer."),
    may("app-website", "Page about that app", answer(Topic::AppWebsite), Shape::Line, "For an app that is not in the list: its vendor's own page, as evidence."),
    must("summary", "Summary", answer(Topic::Summary), Shape::Line, "What sets the listing apart, in one line of at most 160 characters."),
    may("description", "Description", answer(Topic::Description), Shape::Paragraphs, "Who needs it, and what for. Plain text; an empty line begins a new paragraph."),
    must("setup", "Setup", answer(Topic::Setup), Shape::Points, "What is to be done between installing it and the first success, one step a line."),
    must("limits", "Known limits", answer(Topic::Limits), Shape::Points, "What it cannot do, and how much it can take, one limit a line."),
    may("troubleshooting", "Troubleshooting", answer(Topic::Troubleshooting), Shape::Points, "What fails most often, and what helps, one case a line."),
    must("tags", "Categories", answer(Topic::Tags), Shape::Picks, "Every category that fits."),
    may("keywords", "Search keywords", answer(Topic::Keywords), Shape::Words, "Up to three words or phrases that people may search for, separated by commas."),
    must("source", "Source code", answer(Topic::Source), Shape::Pick, "Can everybody read it? Closed source hides the code; it does not restrict installing. After publishing this cannot be changed unless the listing is unpublished first."),
    may("source-url", "Address of the source code", answer(Topic::SourceUrl), Shape::Line, "Open source: where it can be read."),
    may("license", "Licence", answer(Topic::License), Shape::Line, "Open source: an SPDX expression, such as MIT or Apache-2.0."),
    must("install", "Direct installation", answer(Topic::Install), Shape::Pick, "Who can install it? If visitors have to ask first, they find no install button but a link to your landing page."),
    may("install-url", "Address to install from", answer(Topic::InstallUrl), Shape::Line, "Direct installation: where it starts, if it does not start in the platform itself."),
    may("install-command", "Command to install with", answer(Topic::InstallCommand), Shape::Line, "Direct installation: the command, if there is no address."),
    may("landing-url", "Landing page", answer(Topic::LandingUrl), Shape::Line, "On request: the public page that shows the listing and how to obtain it. Never a private share link."),
    may("path-note", "Way from the landing page", answer(Topic::PathNote), Shape::Line, "On request: how a visitor gets from that page to the listing, in one line."),
    may("support-email", "Support by mail", answer(Topic::SupportEmail), Shape::Line, "A mail address that answers questions. One of the three ways to find support is enough; all of them are public."),
    may("support-url", "Help centre or issue tracker", answer(Topic::SupportUrl), Shape::Line, "Its address."),
    may("support-docs", "Documentation", answer(Topic::SupportDocs), Shape::Line, "The address of documentation that answers questions."),
    must("publisher", "Publisher", answer(Topic::Publisher), Shape::Line, "The name of the company or person that publishes it, as visitors are to see it, or the publisher's short name in this catalogue."),
    may("publisher-url", "Publisher's site", answer(Topic::PublisherUrl), Shape::Line, "For a new publisher here."),
    may("version", "Version", answer(Topic::Version), Shape::Line, "As you write it elsewhere, such as 1.4.0 or 2026.2. Left empty: 1.0.0."),
    may("notes", "What is new in it", answer(Topic::Notes), Shape::Line, "The version's note. Left empty: First release."),
    may("regions", "Data centres", answer(Topic::Regions), Shape::Picks, "Where it is offered. Closed source is shared within a data centre only. None chosen means all of them."),
    may("auth", "Sign-in", answer(Topic::Auth), Shape::Picks, "How it signs in to the app."),
    may("website", "Site of the listing", answer(Topic::Website), Shape::Line, "If it has one."),
    may("privacy-url", "Privacy notice", answer(Topic::PrivacyUrl), Shape::Line, "Its address."),
    may("terms-url", "Terms of use", answer(Topic::TermsUrl), Shape::Line, "Their address."),
    must("consent", "Developer agreement", About::Consent, Shape::Tick, "I have read the developer agreement and accept it"),
    must("accepted-by", "Accepted by", answer(Topic::Agreement), Shape::Line, "The person or company that accepts it."),
    may("remarks", "Anything else", About::Remarks, Shape::Paragraphs, "For the reviewers; it does not go into the listing. A category that is missing, for example."),
];

/// What the catalogue offers in `field`, as it stands in the form, the value beside it. Nothing where there is too much to choose from, or nothing at all.
#[must_use]
pub fn options(field: &Field, draft: &Draft) -> Vec<(String, String)> {
    let (About::Answer(topic), Shape::Pick | Shape::Picks) = (field.about, field.shape) else { return Vec::new() };
    let offers = offers(topic, draft);
    if offers.len() > MAX_OPTIONS {
        return Vec::new();
    }
    // Forges put commas between several choices.
    let label = |label: &str| label.replace(',', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut seen = std::collections::BTreeSet::new();
    offers.into_iter().map(|offer| (label(&offer.label), offer.value)).filter(|(label, _)| seen.insert(label.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::{About, FIELDS};
    use crate::submission::{QUESTIONS, Topic};

    #[test]
    fn labels_and_ids_are_told_apart() {
        for (n, field) in FIELDS.iter().enumerate() {
            let is_alike = |other: &super::Field| other.label.eq_ignore_ascii_case(field.label) || other.id == field.id;
            assert!(!FIELDS[n + 1..].iter().any(is_alike), "{}", field.label);
            // A label stands in a heading and in YAML as it is.
            assert!(field.label.chars().all(|c| c.is_ascii_alphabetic() || " -'".contains(c)), "{}", field.label);
        }
    }

    #[test]
    fn every_question_has_its_field() {
        // The folder's name follows from the connector's, the publisher's slug from theirs; documentation has a field under support, and the forge knows
        // whose account it is.
        let without = [Topic::Slug, Topic::PublisherName, Topic::DocsUrl, Topic::AccountForge, Topic::AccountLogin, Topic::AccountId];
        for question in QUESTIONS {
            let has = FIELDS.iter().any(|field| field.about == About::Answer(question.topic));
            assert_ne!(has, without.contains(&question.topic), "{}", question.flag);
        }
    }
}
