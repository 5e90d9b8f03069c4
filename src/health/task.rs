//! A task: what to do, who can do it, and since when. Knows no rule.

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Findings, Level};
use crate::format::FileRole;
use crate::source::{ContentPath, Span};

/// The person who can act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Actor {
    /// The publisher of the listing.
    Publisher,
    /// A maintainer of the catalogue.
    Maintainer,
}

impl Actor {
    /// The word in reports.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Publisher => "publisher",
            Self::Maintainer => "maintainer",
        }
    }
}

/// The subject of a task.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The listing with this slug.
    Listing(Box<str>),
    /// The publisher with this slug.
    Publisher(Box<str>),
    /// The app with this slug.
    App(Box<str>),
    /// The announced connector with this slug.
    Intent(Box<str>),
    /// The marketplace as a whole.
    Catalogue,
}

impl Subject {
    /// Returns the subject that the file at `path` belongs to.
    #[must_use]
    pub fn from_path(path: &ContentPath) -> Self {
        match path.place() {
            (FileRole::Publisher, slug) => Self::Publisher(slug.into()),
            (FileRole::App, slug) => Self::App(slug.into()),
            (FileRole::Intent, slug) => Self::Intent(slug.into()),
            _ => path.listing_slug().map_or(Self::Catalogue, |slug| Self::Listing(slug.into())),
        }
    }

    /// The word for this kind of subject.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Listing(_) => "listing",
            Self::Publisher(_) => "publisher",
            Self::App(_) => "app",
            Self::Intent(_) => "intent",
            Self::Catalogue => "catalogue",
        }
    }

    /// Its slug; the catalogue has none.
    #[must_use]
    pub fn slug(&self) -> Option<&str> {
        match self {
            Self::Listing(slug) | Self::Publisher(slug) | Self::App(slug) | Self::Intent(slug) => Some(slug),
            Self::Catalogue => None,
        }
    }
}

/// One task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The person who can do it.
    pub actor: Actor,
    /// The day since when it is due, if known.
    pub since: Option<Date>,
    /// The problem, its place, and what to do.
    pub diagnostic: Diagnostic,
}

impl Task {
    /// A task without a day, about the place `span` of the file `path`.
    pub(super) fn new(code: Code, level: Level, actor: Actor, (path, span): (&ContentPath, Span), message: &str, help: &str) -> Self {
        let mut found = Vec::new();
        Findings::new(code, level, path, &mut found).at(span, message).help(help);
        let Some(diagnostic) = found.pop() else { unreachable!("found on the line above") };
        Self { actor, since: None, diagnostic }
    }

    /// The same warning at each of `places`.
    pub(super) fn at_each<'run>(
        code: Code,
        actor: Actor,
        places: &'run [(ContentPath, Span)],
        message: &'run str,
        help: &'run str,
    ) -> impl Iterator<Item = Self> + use<'run> {
        places.iter().map(move |(path, span)| Self::new(code, Level::Warn, actor, (path, *span), message, help))
    }
}

/// The tasks of one actor about one subject, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The person who can act.
    pub actor: Actor,
    /// The subject.
    pub subject: Subject,
    /// The day of the oldest task.
    pub since: Option<Date>,
    /// The tasks; at least one.
    pub tasks: Vec<Task>,
}

/// All tasks: publishers before maintainers, then the oldest first, then those without a day, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Health {
    /// Tasks by actor and subject.
    pub groups: Vec<Group>,
}

impl Health {
    /// Groups `tasks`, given in any order.
    #[must_use]
    pub fn new(mut tasks: Vec<Task>) -> Self {
        // Tasks without a day come last: `None` would come first.
        let age = |since: Option<Date>| (since.is_none(), since);
        tasks.sort_by(|a, b| {
            let key = |task: &Task| (task.actor, Subject::from_path(&task.diagnostic.path), age(task.since), task.diagnostic.code.name);
            key(a).cmp(&key(b)).then_with(|| a.diagnostic.message.cmp(&b.diagnostic.message))
        });
        let mut groups: Vec<Group> = Vec::new();
        for task in tasks {
            let subject = Subject::from_path(&task.diagnostic.path);
            match groups.last_mut().filter(|group| group.actor == task.actor && group.subject == subject) {
                Some(group) => group.tasks.push(task),
                None => groups.push(Group { actor: task.actor, subject, since: task.since, tasks: vec![task] }),
            }
        }
        groups.sort_by(|a, b| (a.actor, age(a.since), &a.subject).cmp(&(b.actor, age(b.since), &b.subject)));
        Self { groups }
    }

    /// Returns these tasks and `more`.
    #[must_use]
    pub fn with(self, more: Vec<Task>) -> Self {
        Self::new(self.groups.into_iter().flat_map(|group| group.tasks).chain(more).collect())
    }

    /// The number of tasks.
    #[must_use]
    pub fn n_tasks(&self) -> usize {
        self.groups.iter().map(|group| group.tasks.len()).sum()
    }

    /// The number of tasks for `actor`.
    #[must_use]
    pub fn n_of(&self, actor: Actor) -> usize {
        self.groups.iter().filter(|group| group.actor == actor).map(|group| group.tasks.len()).sum()
    }
}
