//! A duty: what is to be done, by whom, and since when. Knows no rule.

use jiff::civil::Date;

use crate::diagnostic::Diagnostic;
use crate::format::Place;
use crate::source::ContentPath;

/// Who can act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Actor {
    /// Whoever publishes the listing.
    Publisher,
    /// Whoever looks after the catalogue.
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

/// What a duty is about.
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
    /// What the file at `path` belongs to.
    #[must_use]
    pub fn of(path: &ContentPath) -> Self {
        match Place::of(path) {
            Place::Listing(slug) | Place::Readme(slug) | Place::Review(slug) | Place::ListingFile(slug) => Self::Listing(slug.into()),
            Place::Publisher(slug) => Self::Publisher(slug.into()),
            Place::App(slug) => Self::App(slug.into()),
            Place::Intent(slug) => Self::Intent(slug.into()),
            _ => Self::Catalogue,
        }
    }

    /// The word for what it is.
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

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Who can do it.
    pub actor: Actor,
    /// The day it goes back to, if it has one.
    pub since: Option<Date>,
    /// What is the matter, where, and what to do.
    pub diagnostic: Diagnostic,
}

/// The duties of one actor about one thing, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Who can act.
    pub actor: Actor,
    /// What it is about.
    pub subject: Subject,
    /// The day that the oldest of them goes back to.
    pub since: Option<Date>,
    /// The duties; at least one.
    pub duties: Vec<Duty>,
}

/// All that is to be done: publishers before maintainers, then the oldest first, then what goes back to no day, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Health {
    /// Duties by actor and subject.
    pub groups: Vec<Group>,
}

impl Health {
    /// The groups of `duties`, which come in any order.
    #[must_use]
    pub fn new(mut duties: Vec<Duty>) -> Self {
        // What has no day comes last: `None` would come first.
        let age = |since: Option<Date>| (since.is_none(), since);
        duties.sort_by(|a, b| {
            let key = |duty: &Duty| (duty.actor, Subject::of(&duty.diagnostic.path), age(duty.since), duty.diagnostic.code.name);
            key(a).cmp(&key(b)).then_with(|| a.diagnostic.message.cmp(&b.diagnostic.message))
        });
        let mut groups: Vec<Group> = Vec::new();
        for duty in duties {
            let subject = Subject::of(&duty.diagnostic.path);
            match groups.last_mut().filter(|group| group.actor == duty.actor && group.subject == subject) {
                Some(group) => group.duties.push(duty),
                None => groups.push(Group { actor: duty.actor, subject, since: duty.since, duties: vec![duty] }),
            }
        }
        groups.sort_by(|a, b| (a.actor, age(a.since), &a.subject).cmp(&(b.actor, age(b.since), &b.subject)));
        Self { groups }
    }

    /// The same and `more`.
    #[must_use]
    pub fn with(self, more: Vec<Duty>) -> Self {
        Self::new(self.groups.into_iter().flat_map(|group| group.duties).chain(more).collect())
    }

    /// How many duties there are.
    #[must_use]
    pub fn n_duties(&self) -> usize {
        self.groups.iter().map(|group| group.duties.len()).sum()
    }

    /// How many of them are for `actor`.
    #[must_use]
    pub fn n_of(&self, actor: Actor) -> usize {
        self.groups.iter().filter(|group| group.actor == actor).map(|group| group.duties.len()).sum()
    }
}
