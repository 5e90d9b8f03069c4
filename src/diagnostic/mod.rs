//! What is to be said about content, and the formats it is said in, one a file. Knows places, levels and words; prints nothing and does not know what a listing is.

mod advice;
mod apply;
mod columns;
pub mod concise;
mod cost;
mod findings;
mod formats;
pub mod github;
pub mod gitlab;
pub mod human;
mod hunks;
pub mod json;
pub mod junit;
pub mod markdown;
mod plural;
mod rendered;
mod report;
pub mod sarif;
mod sources;
mod suggest;
mod suggestions;
mod window;

pub use advice::{Action, Advice, Change};
pub use apply::apply;
pub use columns::wrap;
pub use cost::Cost;
pub use findings::{FindingBuilder, Findings};
pub use formats::Format;
pub use plural::counted;
pub use report::{Counts, Report, Reported};
pub use sources::{RuleDescription, Sources};
pub use suggest::{by_nearness, is_slip, nearest};
pub use suggestions::{Suggestion, Syntax, suggestions};

use serde::{Deserialize, Serialize};

use crate::source::{ContentPath, Span};

/// How serious a finding is. Ordered from the mildest to the gravest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Not reported.
    Off,
    /// Worth knowing; nothing has to be done.
    Info,
    /// Should be fixed; what is submitted can be merged anyway.
    Warn,
    /// Must be fixed before what is submitted is merged.
    Error,
}

impl Level {
    /// The word used in settings and in reports.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }

    /// The noun in reports that speak of warnings and notes.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Off => "none",
            Self::Info => "note",
            Self::Warn => "warning",
            Self::Error => "error",
        }
    }

    /// The word with its article, as in "an error from tomorrow on".
    #[must_use]
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Off => "nothing",
            Self::Info => "a note",
            Self::Warn => "a warning",
            Self::Error => "an error",
        }
    }

    /// One step milder; a note stays a note.
    #[must_use]
    pub fn milder(self) -> Self {
        match self {
            Self::Error => Self::Warn,
            Self::Warn | Self::Info => Self::Info,
            Self::Off => Self::Off,
        }
    }
}

/// The id and the name of a rule: the identity of a finding in every format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    /// Stable and never reused, such as `L012`.
    pub id: &'static str,
    /// The name, such as `summary-too-long`: settings use it.
    pub name: &'static str,
}

/// One finding about one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that speaks.
    pub code: Code,
    /// How serious it is, after the catalogue's settings.
    pub level: Level,
    /// The part of the site that is left out because of it.
    pub cost: Cost,
    /// The file it is about.
    pub path: ContentPath,
    /// The place in that file; `None` for the file as a whole.
    pub span: Option<Span>,
    /// The message about the value in hand: lower case, no period, one line.
    pub message: String,
    /// The label at the caret.
    pub label: Option<String>,
    /// The help.
    pub help: Vec<Advice>,
    /// Other places that belong to the problem.
    pub related: Vec<Related>,
    /// A change that fixes it, if one is known.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// Whether `check --fix` fixes it.
    #[must_use]
    pub fn is_fixable(&self) -> bool {
        self.fix.as_ref().is_some_and(|fix| fix.certainty == Certainty::Certain)
    }
}

/// Another place that belongs to a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The file.
    pub path: ContentPath,
    /// The place in it; `None` for the file as a whole.
    pub span: Option<Span>,
    /// The label.
    pub label: String,
}

/// A change of the finding's own file that fixes what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// Its title, as a request: "write `Slack`".
    pub title: String,
    /// The replacements, in the order of the file; they do not overlap.
    pub edits: Vec<Edit>,
    /// Whether it may be made without a person looking at it.
    pub certainty: Certainty,
}

/// How sure a fix is to be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// It is right whatever the author meant: `check --fix` makes it.
    Certain,
    /// It is probably right: it is shown, and a person decides.
    Likely,
}

impl Certainty {
    /// The word used in reports.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Likely => "likely",
        }
    }
}

/// One replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace; an empty span inserts.
    pub span: Span,
    /// The replacement.
    pub text: String,
}
