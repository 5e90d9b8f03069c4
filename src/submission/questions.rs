//! The questions, as data: one table drives the wizard, the flags, the page for submissions, the form of a forge and what is read back of it. Their order
//! is that of the dialog in which Workato's users share a connector. Whatever is said of a question is a message under a key made of its flag: what is
//! asked under `ask-<flag>`, what an answer has to keep to under `hint-<flag>`, what there is to choose under `offer-<value>`.

use super::Fact;
use super::need::{self, Case, Need};
use crate::format::FileRole;

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A line of text.
    Line,
    /// Several words, separated by commas.
    Words,
    /// Several points, a line each.
    Points,
    /// Several paragraphs.
    Paragraphs,
    /// One of the offers.
    Choice,
    /// One of the offers, or a line of text that is not among them.
    ChoiceOrLine,
    /// Any of the offers.
    Choices,
}

/// The place that an answer is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerTarget {
    /// To the value of a key: the keys on the way to it, with points between them.
    Key(FileRole, &'static str),
    /// To the path of the listing's folder.
    Folder,
    /// To the README.
    Readme,
}

/// A valid answer instead of one that is not known yet, so that only the others can be at fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandIn {
    /// This text.
    Text(&'static str),
    /// The first of what the catalogue offers.
    Offer,
}

/// A name that stands for one that is not known yet.
pub(super) const STAND_IN: &str = "stand-in-for-it";
/// An address that does.
const STAND_IN_URL: &str = "https://stand-in-for-it.example/";

/// One question.
#[derive(Debug)]
pub struct Question {
    /// The subject.
    pub topic: Topic,
    /// The flag that answers it, without the hyphens.
    pub flag: &'static str,
    /// The placeholder of the value in help texts.
    pub value: &'static str,
    /// The answer in a few words: the heading of its field in the form of a forge, by which a filled-in form is read back, and what the flag is.
    pub label: &'static str,
    /// How it is answered.
    pub kind: Kind,
    /// The place that the answer is written to.
    pub target: AnswerTarget,
    /// Whether it arises.
    pub(super) need: fn(&Case<'_>) -> Need,
    /// Whether the wizard and the page for submissions ask it.
    pub is_asked: bool,
    /// Whether the form of a forge has a field for it.
    pub is_in_form: bool,
    /// Whether there is a message about what an answer has to keep to.
    pub is_hinted: bool,
    /// The choices in any catalogue.
    pub among: &'static [&'static str],
    /// Other questions whose answer makes this one needless.
    pub instead: &'static [Topic],
    /// An answer as it may be given; nothing where the catalogue has one.
    pub example: &'static str,
    pub(super) stand_in: StandIn,
}

const LISTING: FileRole = FileRole::Listing;
const PUBLISHER: FileRole = FileRole::Publisher;

const fn ask(
    flag: &'static str,
    value: &'static str,
    label: &'static str,
    kind: Kind,
    target: AnswerTarget,
    need: fn(&Case<'_>) -> Need,
) -> Question {
    let stand_in = StandIn::Text("A stand-in for it");
    let (among, instead, example) = (&[], &[], "");
    // The macro below sets the topic.
    let topic = Topic::Name;
    Question {
        topic,
        flag,
        value,
        label,
        kind,
        target,
        need,
        is_asked: true,
        is_in_form: true,
        is_hinted: false,
        among,
        instead,
        example,
        stand_in,
    }
}

/// A question with a line of text for an answer, which is the value of a key of the listing.
const fn line(flag: &'static str, value: &'static str, label: &'static str, key: &'static str, need: fn(&Case<'_>) -> Need) -> Question {
    ask(flag, value, label, Kind::Line, AnswerTarget::Key(LISTING, key), need)
}

impl Question {
    const fn hinted(mut self) -> Self {
        self.is_hinted = true;
        self
    }

    const fn unasked(mut self) -> Self {
        self.is_asked = false;
        self
    }

    const fn not_in_form(mut self) -> Self {
        self.is_in_form = false;
        self
    }

    const fn among(mut self, values: &'static [&'static str]) -> Self {
        self.among = values;
        self
    }

    const fn unless(mut self, instead: &'static [Topic]) -> Self {
        self.instead = instead;
        self
    }

    const fn such_as(mut self, example: &'static str) -> Self {
        self.example = example;
        self
    }

    const fn standing_in(mut self, text: &'static str) -> Self {
        self.stand_in = StandIn::Text(text);
        self
    }

    const fn offered(mut self) -> Self {
        self.stand_in = StandIn::Offer;
        self
    }

    /// The question about `topic`.
    #[must_use]
    pub fn about(topic: Topic) -> &'static Self {
        let Some(question) = QUESTIONS.get(topic as usize) else { unreachable!("the table has a row for each topic, in their order") };
        question
    }

    /// The question whose answer is the value of `key` in a file with `role`.
    #[must_use]
    pub fn for_key(role: FileRole, key: &str) -> Option<&'static Self> {
        QUESTIONS.iter().find(|question| matches!(question.target, AnswerTarget::Key(of, own) if of == role && own == key))
    }

    /// The heading in the form of a forge below which it is answered; that of another question whose answer settles it, too.
    #[must_use]
    pub fn heading(&self) -> Option<&'static str> {
        let asked = match self.topic {
            Topic::PublisherName => Self::about(Topic::Publisher),
            Topic::Slug => Self::about(Topic::Name),
            _ => self,
        };
        asked.is_in_form.then_some(asked.label)
    }

    /// Whether the answer may have several values.
    #[must_use]
    pub fn takes_several(&self) -> bool {
        self.is_list() || self.has_lines()
    }

    /// Whether several values are written with commas between them.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self.kind, Kind::Words | Kind::Choices)
    }

    /// Whether several values are written one below the other.
    #[must_use]
    pub fn has_lines(&self) -> bool {
        matches!(self.kind, Kind::Points | Kind::Paragraphs)
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

/// The topics and the table of the questions about them, from one list.
macro_rules! questions {
    ($($topic:ident => $row:expr),* $(,)?) => {
        /// The topic of a question.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "the table says what each is")]
        pub enum Topic { $($topic),* }

        /// Every question in order.
        pub static QUESTIONS: &[Question] = &[$(Question { topic: Topic::$topic, ..$row }),*];
    };
}

#[rustfmt::skip]
questions! {
    Name => line("name", "NAME", "Listing name", "name", need::always).hinted().such_as("Channel Digest").standing_in("Your Listing"),
    Slug => ask("slug", "SLUG", "Name of its folder", Kind::Line, AnswerTarget::Folder, |case| case.when(Fact::NoSlug, Need::Required)).not_in_form().hinted().such_as("channel-digest").standing_in(STAND_IN),
    Source => ask("source", "KIND", "Source code", Kind::Choice, AnswerTarget::Key(LISTING, "source"), need::always).hinted().among(&["open", "closed"]).such_as("open").standing_in("open"),
    SourceUrl => line("source-url", "URL", "Address of the source code", "source_url", |case| case.unless(Fact::Closed, Need::if_checked(case.requirements.requires_source_url))).such_as("https://git.example/you/connector").standing_in(STAND_IN_URL),
    License => line("license", "SPDX", "Licence", "license", need::license).hinted().such_as("MIT").standing_in("MIT"),
    Summary => line("summary", "TEXT", "Summary", "summary", need::always).hinted().such_as("Collects what happened in a channel and posts it every morning."),
    Description => ask("description", "TEXT", "Description", Kind::Paragraphs, AnswerTarget::Readme, need::maybe).hinted(),
    Setup => ask("setup", "STEP", "Setup", Kind::Points, AnswerTarget::Readme, need::always).such_as("Install it and sign in."),
    Limits => ask("limits", "TEXT", "Known limits", Kind::Points, AnswerTarget::Readme, need::always).hinted().such_as("It reads public channels only."),
    Troubleshooting => ask("troubleshooting", "TEXT", "Troubleshooting", Kind::Points, AnswerTarget::Readme, need::maybe),
    SupportEmail => line("support-email", "ADDRESS", "Support by mail", "support.email", need::maybe),
    SupportUrl => line("support-url", "URL", "Help centre or issue tracker", "support.url", need::maybe),
    SupportDocs => line("support-docs", "URL", "Documentation", "support.docs", need::support).hinted().unless(&[Topic::SupportEmail, Topic::SupportUrl]).such_as("https://you.example/docs").standing_in(STAND_IN_URL),
    // An app of its own cannot be mistaken for the one that the name or a keyword repeats.
    App => ask("app", "NAME", "App", Kind::ChoiceOrLine, AnswerTarget::Key(LISTING, "app"), need::always).hinted().such_as("Slack").standing_in(STAND_IN),
    AppWebsite => ask("app-website", "URL", "Page about that app", Kind::Line, AnswerTarget::Key(FileRole::App, "website"), |case| case.when(Fact::NewApp, Need::Required)).hinted().such_as("https://vendor.example/").standing_in(STAND_IN_URL),
    Tags => ask("tags", "IDS", "Categories", Kind::Choices, AnswerTarget::Key(LISTING, "tags"), need::always).hinted().such_as("messaging").offered(),
    Keywords => ask("keywords", "WORDS", "Search keywords", Kind::Words, AnswerTarget::Key(LISTING, "keywords"), need::maybe).hinted(),
    Install => ask("install", "MODE", "Direct installation", Kind::Choice, AnswerTarget::Key(LISTING, "install.mode"), |_| Need::Default("direct")).hinted().among(&["direct", "request"]),
    InstallUrl => line("install-url", "URL", "Address to install from", "install.url", |case| case.install(Fact::InstallCommand, Need::Optional)),
    InstallCommand => line("install-command", "COMMAND", "Command to install with", "install.command", |case| case.install(Fact::InstallUrl, Need::Required)).unless(&[Topic::InstallUrl]).such_as("get-listing channel-digest").standing_in(STAND_IN),
    LandingUrl => line("landing-url", "URL", "Landing page", "install.landing_url", |case| case.when(Fact::Request, Need::Required)).hinted().such_as("https://you.example/connector").standing_in(STAND_IN_URL),
    PathNote => line("path-note", "TEXT", "Way from the landing page", "install.path_note", |case| case.when(Fact::Request, Need::Required)).hinted().such_as("Ask on the page; we reply within a day."),
    Publisher => ask("publisher", "SLUG", "Publisher", Kind::ChoiceOrLine, AnswerTarget::Key(LISTING, "publisher"), need::always).hinted().such_as("your-name").standing_in(STAND_IN),
    PublisherName => ask("publisher-name", "NAME", "Name of a new publisher", Kind::Line, AnswerTarget::Key(PUBLISHER, "name"), |case| case.when(Fact::NewPublisher, Need::Required)).not_in_form().such_as("Your Name"),
    PublisherUrl => ask("publisher-url", "URL", "Publisher's site", Kind::Line, AnswerTarget::Key(PUBLISHER, "url"), |case| case.when(Fact::NewPublisher, Need::Optional)),
    AccountForge => ask("account-forge", "FORGE", "Forge of a new publisher's account, unless it is that of the catalogue", Kind::Line, AnswerTarget::Key(PUBLISHER, "accounts.forge"), need::account_forge).unasked().not_in_form(),
    AccountLogin => ask("account-login", "LOGIN", "Account of a new publisher", Kind::Line, AnswerTarget::Key(PUBLISHER, "accounts.login"), need::account_login).not_in_form().hinted().such_as("your-name").standing_in(STAND_IN),
    AccountId => ask("account-id", "NUMBER", "Number of that account", Kind::Line, AnswerTarget::Key(PUBLISHER, "accounts.id"), need::account_id).not_in_form().hinted().such_as("NUMBER").standing_in("1"),
    Version => line("version", "VERSION", "Version", "versions.version", |_| Need::Default("1.0.0")).hinted(),
    Notes => line("notes", "TEXT", "What is new in it", "versions.notes", |_| Need::Default("First release.")),
    Tested => line("tested", "TEXT", "What was tested in it", "tested.what", need::maybe).hinted().such_as("New messages in a test channel."),
    Regions => ask("regions", "IDS", "Data centres", Kind::Choices, AnswerTarget::Key(LISTING, "regions"), need::regions).hinted().such_as("us").offered(),
    Auth => ask("auth", "IDS", "Sign-in", Kind::Choices, AnswerTarget::Key(LISTING, "auth"), |case| if case.requirements.n_auth > 0 { Need::Optional } else { Need::Skip }),
    Website => line("website", "URL", "Site of the listing", "website", need::maybe).unasked(),
    DocsUrl => line("docs-url", "URL", "Documentation of the listing", "docs_url", need::maybe).unasked().not_in_form(),
    PrivacyUrl => line("privacy-url", "URL", "Privacy notice", "privacy_url", need::maybe).unasked(),
    TermsUrl => line("terms-url", "URL", "Terms of use", "terms_url", need::maybe).unasked(),
    Agreement => line("accept-agreement", "NAME", "Accepted by", "agreement.accepted_by", |case| if case.requirements.has_agreement { Need::Required } else { Need::Skip }).hinted().such_as("Your Name"),
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{QUESTIONS, Question, Topic};

    #[test]
    fn every_question_has_a_flag_and_a_label_of_its_own() {
        let flags: BTreeSet<&str> = QUESTIONS.iter().map(|question| question.flag).collect();
        let labels: BTreeSet<String> = QUESTIONS.iter().map(|question| question.label.to_lowercase()).collect();
        assert_eq!((labels.len(), flags.len()), (QUESTIONS.len(), QUESTIONS.len()));
        assert!(QUESTIONS.iter().all(|question| std::ptr::eq(Question::about(question.topic), question)));
    }

    #[test]
    fn words_are_separated_by_commas_and_a_line_is_not() {
        assert_eq!(Question::about(Topic::Keywords).values(" refunds, ,gift cards "), ["refunds", "gift cards"]);
        assert_eq!(Question::about(Topic::Summary).values("Orders, refunds"), ["Orders, refunds"]);
        assert_eq!(Question::about(Topic::Setup).values("Install it, then sign in"), ["Install it, then sign in"]);
        assert_eq!(Question::about(Topic::SupportDocs).flags(), "--support-email, --support-url or --support-docs");
    }
}
