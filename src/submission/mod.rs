//! A new listing from answers: which questions there are, what is written, and whether the catalogue would take it. Knows no terminal, no disk and no clock.
//!
//! [`QUESTIONS`] is one table for the wizard, the flags, the page for submissions and the form of a forge. [`next`] and [`missing`] return the open
//! questions, [`DryRun`] lays the new files over the catalogue and runs its rules, [`interview`] connects both to a prompt, and [`files`] writes the texts.

pub mod account;
mod answer_problem;
mod answers;
mod companions;
mod dry_run;
mod files;
mod flow;
mod form;
mod interview;
pub mod issue;
mod listing;
mod need;
mod new_file;
mod next_steps;
mod occupied;
mod offers;
pub mod origin;
mod questions;
mod readme;
mod release;
mod requirements;
mod sheet;
mod shown;
mod slug;
mod stand_ins;
mod unused;
mod version_entry;
mod words;

pub use answer_problem::AnswerProblem;
pub use answers::Answers;
pub use companions::without_account;
pub use dry_run::DryRun;
pub use files::files;
pub use flow::{missing, need, need_when, next, with_defaults};
pub use form::{FormField, Limits, form};
pub use interview::{Asked, Interview, Message, Prompt, Reply, Stopped, interview};
pub use need::Need;
pub use new_file::NewFile;
pub use next_steps::{issue_form, new_pull_request};
pub use offers::{Offer, hint, offers};
pub use questions::{AnswerTarget, Kind, QUESTIONS, Question, StandIn, Topic};
pub use release::with_version;
pub use requirements::{Fact, Requirements};
pub use shown::shown;
pub(crate) use slug::problem as slug_problem;
pub use slug::slug_of;
pub use unused::unused;
pub use version_entry::NewVersion;

/// One operation of the listing, when it is known from elsewhere: its name and what it does.
pub type Operation = (String, String);

/// Everything that the texts are made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Submission {
    /// The answers.
    pub answers: Answers,
    /// The long description, if there is one already; otherwise it is made of answers.
    pub readme: Option<String>,
    /// The known capabilities of the listing.
    pub actions: Vec<Operation>,
}
