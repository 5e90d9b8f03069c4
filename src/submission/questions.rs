//! The questions, as data: one table drives the wizard, the flags with their help, and the manual. Their order is that of the dialog in which
//! Workato's users share a connector. Knows words; knows no catalogue.

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the table says what each is")]
pub enum Topic {
    Name,
    Slug,
    Source,
    SourceUrl,
    License,
    Summary,
    Description,
    Setup,
    Limits,
    Troubleshooting,
    SupportEmail,
    SupportUrl,
    SupportDocs,
    App,
    AppWebsite,
    Tags,
    Keywords,
    Install,
    InstallUrl,
    InstallCommand,
    LandingUrl,
    PathNote,
    Publisher,
    PublisherName,
    PublisherUrl,
    AccountForge,
    AccountLogin,
    AccountId,
    Version,
    Notes,
    Regions,
    Auth,
    Website,
    DocsUrl,
    PrivacyUrl,
    TermsUrl,
    Agreement,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A line of text.
    Line,
    /// Several words, separated by commas.
    Words,
    /// Several lines of text, one after the other.
    Lines,
    /// One of the offers.
    Choice,
    /// One of the offers, or a line of text that is not among them.
    ChoiceOrLine,
    /// Any of the offers.
    Choices,
}

/// One question.
#[derive(Debug)]
pub struct Question {
    /// What it is about.
    pub topic: Topic,
    /// The flag that answers it, without the hyphens.
    pub flag: &'static str,
    /// What stands for the value in a help text.
    pub value: &'static str,
    /// What the wizard asks.
    pub prompt: &'static str,
    /// What the flag's help and the manual say.
    pub help: &'static str,
    /// How it is answered.
    pub kind: Kind,
    /// Whether the wizard asks it; the others have a flag only.
    pub is_asked: bool,
    /// Other questions whose answer makes this one needless.
    pub instead: &'static [Topic],
    /// An answer as it may be given; nothing where the catalogue has one.
    pub example: &'static str,
}

const fn row(topic: Topic, flag: &'static str, value: &'static str, kind: Kind, prompt: &'static str, help: &'static str) -> Question {
    Question { topic, flag, value, prompt, help, kind, is_asked: true, instead: &[], example: "" }
}

const fn unasked(topic: Topic, flag: &'static str, value: &'static str, help: &'static str) -> Question {
    Question { topic, flag, value, prompt: "", help, kind: Kind::Line, is_asked: false, instead: &[], example: "" }
}

impl Question {
    const fn unless(mut self, instead: &'static [Topic]) -> Self {
        self.instead = instead;
        self
    }

    const fn such_as(mut self, example: &'static str) -> Self {
        self.example = example;
        self
    }

    /// The question about `topic`.
    #[must_use]
    pub fn about(topic: Topic) -> &'static Self {
        match QUESTIONS.iter().find(|question| question.topic == topic) {
            Some(question) => question,
            None => unreachable!("every topic has its row, which a test holds: {topic:?}"),
        }
    }

    /// Whether the answer may have several values.
    #[must_use]
    pub fn takes_several(&self) -> bool {
        self.is_list() || self.kind == Kind::Lines
    }

    /// Whether several values are written with commas between them.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self.kind, Kind::Words | Kind::Choices)
    }

    /// The flag as it is typed, or several of which one is enough.
    #[must_use]
    pub fn flags(&self) -> String {
        let mut flags: Vec<String> = self.instead.iter().map(|&topic| format!("--{}", Self::about(topic).flag)).collect();
        flags.push(format!("--{}", self.flag));
        match flags.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
            _ => flags.join(""),
        }
    }

    /// The values in what was typed or given as a flag.
    #[must_use]
    pub fn values(&self, typed: &str) -> Vec<String> {
        let parts: Vec<&str> = if self.is_list() { typed.split(',').collect() } else { vec![typed] };
        parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
    }
}

/// Every question in order.
#[rustfmt::skip]
pub const QUESTIONS: &[Question] = &[
    row(Topic::Name, "name", "NAME", Kind::Line, "What is it called?", "What visitors call the listing: unique in the catalogue, at most 60 characters").such_as("Channel Digest"),
    row(Topic::Slug, "slug", "SLUG", Kind::Line, "What should its folder be called?", "The name of its folder, which becomes its address [default: the name in lower case with hyphens]").such_as("channel-digest"),
    row(Topic::Source, "source", "KIND", Kind::Choice, "Is the source public?", "`open` or `closed`: hides the code, does not restrict installing [default: open]"),
    row(Topic::SourceUrl, "source-url", "URL", Kind::Line, "Where is the source?", "Where open source can be read").such_as("https://git.example/you/connector"),
    row(Topic::License, "license", "SPDX", Kind::Line, "Which licence?", "The licence as an SPDX expression, such as MIT or Apache-2.0").such_as("MIT"),
    row(Topic::Summary, "summary", "TEXT", Kind::Line, "What does it do, in one line?", "What sets the listing apart, in one line of at most 160 characters").such_as("Collects what happened in a channel and posts it every morning."),
    row(Topic::Description, "description", "TEXT", Kind::Lines, "Who needs it, and what for?", "The README: who needs it, and what for; once for each paragraph [default: the summary]"),
    row(Topic::Setup, "setup", "STEP", Kind::Lines, "What steps are needed after installing before it works?", "The README: what is to be done before it works; once for each step").such_as("Install it and sign in."),
    row(Topic::Limits, "limits", "TEXT", Kind::Lines, "What can it not do?", "The README: what it cannot do, and how much it can take; once for each limit").such_as("It reads public channels only."),
    row(Topic::Troubleshooting, "troubleshooting", "TEXT", Kind::Lines, "What fails most often, and what helps?", "The README: what fails most often, and what helps; once for each case"),
    row(Topic::SupportEmail, "support-email", "ADDRESS", Kind::Line, "Support e-mail address?", "A mail address for support"),
    row(Topic::SupportUrl, "support-url", "URL", Kind::Line, "Is there a help centre or an issue tracker?", "A help centre or issue tracker"),
    row(Topic::SupportDocs, "support-docs", "URL", Kind::Line, "Is there documentation for its users?", "Documentation that answers questions; one of the three is enough").unless(&[Topic::SupportEmail, Topic::SupportUrl]).such_as("https://you.example/docs"),
    row(Topic::App, "app", "NAME", Kind::ChoiceOrLine, "Which app is it for?", "The app it connects to, exactly as in apps/, upper and lower case included").such_as("Slack"),
    row(Topic::AppWebsite, "app-website", "URL", Kind::Line, "Which page shows that the app exists?", "For an app that is not in apps/ yet: its vendor's page, as evidence").such_as("https://vendor.example/"),
    row(Topic::Tags, "tags", "IDS", Kind::Choices, "Which categories fit?", "The categories it belongs to: ids from tags.yaml, separated by commas").such_as("messaging"),
    row(Topic::Keywords, "keywords", "WORDS", Kind::Words, "Which words may people search for?", "Up to three search keywords, separated by commas"),
    row(Topic::Install, "install", "MODE", Kind::Choice, "Who can install it?", "`direct`: anyone can install; `request`: visitors ask on a landing page first [default: direct]"),
    row(Topic::InstallUrl, "install-url", "URL", Kind::Line, "Where does installing start?", "Direct mode: where installing starts [default: the catalogue's install template]"),
    row(Topic::InstallCommand, "install-command", "COMMAND", Kind::Line, "Which command installs it?", "Direct mode: the command to install with, instead of an address").unless(&[Topic::InstallUrl]).such_as("get-listing channel-digest"),
    row(Topic::LandingUrl, "landing-url", "URL", Kind::Line, "Which page presents it and explains how to get it?", "Request mode: the page that shows the listing and how to obtain it").such_as("https://you.example/connector"),
    row(Topic::PathNote, "path-note", "TEXT", Kind::Line, "How do visitors get it from that page?", "Request mode: the way from the landing page to the listing, in one line").such_as("Ask on the page; we reply within a day."),
    row(Topic::Publisher, "publisher", "SLUG", Kind::ChoiceOrLine, "Who publishes it?", "Who publishes it: the name of a file in publishers/, without its ending").such_as("your-name"),
    row(Topic::PublisherName, "publisher-name", "NAME", Kind::Line, "What is the publisher called?", "For a publisher who is not in publishers/ yet: the name visitors see").such_as("Your Name"),
    row(Topic::PublisherUrl, "publisher-url", "URL", Kind::Line, "Does the publisher have a site?", "For a publisher who is not in publishers/ yet: their own site"),
    unasked(Topic::AccountForge, "account-forge", "FORGE", "For a publisher who is not in publishers/ yet: the forge of their account [default: that of the catalogue's repository]"),
    row(Topic::AccountLogin, "account-login", "LOGIN", Kind::Line, "Which account may change the listing later?", "For a publisher who is not in publishers/ yet: the name of their account on the forge; without one, every update waits for a person").such_as("your-name"),
    row(Topic::AccountId, "account-id", "NUMBER", Kind::Line, "What is the number of this account?", "The number of that account: `id` at https://api.github.com/users/LOGIN, at https://gitlab.com/api/v4/users?username=LOGIN, or at /api/v1/users/LOGIN of a Forgejo").such_as("NUMBER"),
    row(Topic::Version, "version", "VERSION", Kind::Line, "Which version is this?", "The first version, as you write it elsewhere, such as 1.4.0 or 2026.2 [default: 1.0.0]"),
    row(Topic::Notes, "notes", "TEXT", Kind::Line, "What is new in it?", "The version's note [default: First release.]"),
    row(Topic::Regions, "regions", "IDS", Kind::Choices, "In which data centres is it offered?", "The data centres it is offered in: ids from catalogue.yaml, separated by commas [default: all, with open source]").such_as("us"),
    row(Topic::Auth, "auth", "IDS", Kind::Choices, "How does it authenticate?", "How it signs in: ids from catalogue.yaml, separated by commas"),
    unasked(Topic::Website, "website", "URL", "The listing's own site"),
    unasked(Topic::DocsUrl, "docs-url", "URL", "Its documentation"),
    unasked(Topic::PrivacyUrl, "privacy-url", "URL", "Its privacy policy"),
    unasked(Topic::TermsUrl, "terms-url", "URL", "Its terms of use"),
    row(Topic::Agreement, "accept-agreement", "NAME", Kind::Line, "Who accepts the developer agreement?", "Accepts the current developer agreement in the name of a person or company").such_as("Your Name"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{QUESTIONS, Question, Topic};

    #[test]
    fn every_topic_has_one_question_and_one_flag() {
        let topics: BTreeSet<Topic> = QUESTIONS.iter().map(|question| question.topic).collect();
        let flags: BTreeSet<&str> = QUESTIONS.iter().map(|question| question.flag).collect();
        assert_eq!((topics.len(), flags.len()), (QUESTIONS.len(), QUESTIONS.len()));
        assert_eq!(topics.last().map(|&last| last as usize + 1), Some(QUESTIONS.len()), "{topics:?}");
    }

    #[test]
    fn the_table_is_in_the_order_of_the_topics() {
        assert!(QUESTIONS.is_sorted_by_key(|question| question.topic));
    }

    #[test]
    fn words_are_separated_by_commas_and_a_line_is_not() {
        assert_eq!(Question::about(Topic::Keywords).values(" refunds, ,gift cards "), ["refunds", "gift cards"]);
        assert_eq!(Question::about(Topic::Summary).values("Orders, refunds"), ["Orders, refunds"]);
        assert_eq!(Question::about(Topic::Setup).values("Install it, then sign in"), ["Install it, then sign in"]);
        assert_eq!(Question::about(Topic::SupportDocs).flags(), "--support-email, --support-url or --support-docs");
    }
}
