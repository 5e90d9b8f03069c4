//! The page of submissions that are under way. Knows their figures as they were counted; counts nothing.

use jiff::civil::Date;

use super::day::Day;
use super::frame::Frame;
use super::page::PageType;
use crate::render::templates::Values;
use crate::render::view::view;
use crate::site::{Page, Site, SitePath};
use crate::vocabulary::{Class, NextActor, QueueState};

/// Submissions that are under way, in the order in which they are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Submissions {
    /// The day on which ages were counted.
    pub today: Date,
    /// One of them each.
    pub rows: Vec<SubmissionRow>,
    /// How many wait for a reviewer.
    pub n_waiting: usize,
    /// How many of those have waited longer than the target of their class.
    pub n_over: usize,
    /// The age in business days that half of those have not passed; `None` if none waits.
    pub median: Option<u32>,
    /// Files beside the page: the feed and the data.
    pub beside: Option<(SitePath, SitePath)>,
}

/// One submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmissionRow {
    /// Its number at the forge.
    pub number: u64,
    /// The title, by its submitter.
    pub title: String,
    /// Its page at the forge, if that is a web URL.
    pub url: Option<String>,
    /// The account that submitted it.
    pub author: Option<String>,
    /// Its class; `None` until someone has classed it.
    pub class: Option<Class>,
    /// Its status.
    pub state: QueueState,
    /// Its place among those that wait for a reviewer, from 1.
    pub position: Option<usize>,
    /// Business days since it was opened.
    pub age: u32,
    /// Business days until the first answer, for its class.
    pub target: Option<u32>,
    /// Whether it has waited for a reviewer longer than that.
    pub is_over: bool,
    /// The findings that block it, the first few.
    pub blocking: Vec<String>,
    /// How many more there are.
    pub n_more: usize,
}

view! {
    /// The submissions that are under way.
    Queue<'site>("the queue") {
        /// The day on which ages were counted.
        day: Day,
        /// The submissions, in order.
        rows: Vec<QueueRow<'site>>,
        /// How many wait for a reviewer.
        n_waiting: usize,
        /// How many of those have waited longer than the catalogue promises.
        n_over: usize,
        /// The age in business days that half of those have not passed; absent where none waits.
        median: Option<u32>,
        /// The URL of the Atom feed.
        feed_url: Option<String>,
        /// The URL of the same data as JSON.
        json_url: Option<String>,
    }
}

view! {
    /// A submission.
    QueueRow<'site>("a submission") {
        /// Its number at the forge.
        number: String,
        /// The title, by its submitter.
        title: &'site str,
        /// Its page at the forge.
        url: Option<&'site str>,
        /// The account that submitted it.
        author: Option<&'site str>,
        /// The kind of change, in the site's language.
        class: Option<String>,
        /// Its status, in the site's language.
        state: String,
        /// The person who acts next, in the site's language.
        actor: String,
        /// Its place among those that wait for a reviewer, from 1.
        position: Option<usize>,
        /// Business days since it was opened.
        age: u32,
        /// Business days until the first answer, as the catalogue promises.
        target: Option<u32>,
        /// Whether it has waited longer than that.
        is_over: bool,
        /// The findings that block it, the first few.
        blocking: &'site [String],
        /// How many more there are.
        n_more: usize,
    }
}

impl<'site> Queue<'site> {
    fn new(site: &Site, submissions: &'site Submissions) -> Self {
        Self {
            day: Day::new(site, submissions.today),
            rows: submissions.rows.iter().map(|row| QueueRow::new(site, row)).collect(),
            n_waiting: submissions.n_waiting,
            n_over: submissions.n_over,
            median: submissions.median,
            feed_url: submissions.beside.as_ref().map(|(feed, _)| site.address.url(feed)),
            json_url: submissions.beside.as_ref().map(|(_, data)| site.address.url(data)),
        }
    }
}

impl<'site> QueueRow<'site> {
    fn new(site: &Site, row: &'site SubmissionRow) -> Self {
        Self {
            number: row.number.to_string(),
            title: &row.title,
            url: row.url.as_deref(),
            author: row.author.as_deref(),
            class: row.class.map(|class| site.language.text(class_key(class))),
            state: site.language.text(state_key(row.state)),
            actor: site.language.text(actor_key(row.state)),
            position: row.position,
            age: row.age,
            target: row.target,
            is_over: row.is_over,
            blocking: &row.blocking,
            n_more: row.n_more,
        }
    }
}

/// The page with `submissions`; before any were counted, with a sentence that says so.
pub(in crate::render) fn queue(site: &Site, page: &Page, submissions: Option<&Submissions>) -> Values {
    let say = |key| site.language.text(key);
    let mut frame = Frame::new(page, PageType::Queue, say("queue")).description(Some(&say("queue-text"))).noindex();
    if let Some((feed, data)) = submissions.and_then(|submissions| submissions.beside.clone()) {
        frame = frame.feed(say("queue"), feed).json(data);
    }
    frame.around(site, &submissions.map(|submissions| Queue::new(site, submissions)))
}

/// The message for a state.
pub(crate) fn state_key(state: QueueState) -> &'static str {
    match state {
        QueueState::Draft => "queue-draft",
        QueueState::WaitsForSubmitter => "queue-waits-for-submitter",
        QueueState::Meeting => "queue-meeting",
        QueueState::ReadyToMerge => "queue-ready",
        QueueState::WaitsForReviewer => "queue-waits-for-reviewer",
    }
}

/// The message for whoever acts next in a state.
fn actor_key(state: QueueState) -> &'static str {
    match (state, state.next_actor()) {
        (QueueState::Meeting, _) => "queue-both",
        (_, NextActor::Submitter) => "queue-submitter",
        (_, NextActor::Reviewer | NextActor::Nobody) => "queue-reviewer",
    }
}

/// The message for a class.
fn class_key(class: Class) -> &'static str {
    match class {
        Class::VersionUpdate => "class-version-update",
        Class::RoutineEdit => "class-routine-edit",
        Class::Intent => "class-intent",
        Class::Lifecycle => "class-lifecycle",
        Class::Rename => "class-rename",
        Class::IdentityEdit => "class-identity-edit",
        Class::Transfer => "class-transfer",
        Class::Adoption => "class-adoption",
        Class::NewListing => "class-new-listing",
        Class::NewPublisher => "class-new-publisher",
        Class::NewApp => "class-new-app",
        Class::OutsideListings => "class-outside-listings",
        Class::Mixed => "class-mixed",
    }
}
