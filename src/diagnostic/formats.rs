//! The formats of a report, by name. Knows who writes which; knows no syntax.

use super::human::{self, Style};
use super::{Report, Sources, concise, github, gitlab, json, junit, markdown, sarif};

/// How a report is written down. All formats contain the same findings in the same order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// For a person: the source line, a caret, what to do.
    Human,
    /// For a person or a script: one line each.
    Concise,
    /// For a program: everything that is known.
    Json,
    /// For a log of GitHub Actions: annotations at the lines.
    Github,
    /// For code scanning.
    Sarif,
    /// For what shows the results of tests.
    Junit,
    /// For the Code Quality report of GitLab.
    Gitlab,
    /// For a comment or the summary of a job.
    Markdown,
}

impl Format {
    /// Every format, those for people first.
    pub const ALL: [Self; 8] =
        [Self::Human, Self::Concise, Self::Json, Self::Github, Self::Sarif, Self::Junit, Self::Gitlab, Self::Markdown];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Concise => "concise",
            Self::Json => "json",
            Self::Github => "github",
            Self::Sarif => "sarif",
            Self::Junit => "junit",
            Self::Gitlab => "gitlab",
            Self::Markdown => "markdown",
        }
    }

    /// Its use, in a few words.
    #[must_use]
    pub fn purpose(self) -> &'static str {
        match self {
            Self::Human => "with the source line, a caret and help",
            Self::Concise => "one line per finding",
            Self::Json => "all details, for programs",
            Self::Github => "GitHub Actions annotations",
            Self::Sarif => "SARIF 2.1.0, for code scanning",
            Self::Junit => "JUnit XML, for test reports",
            Self::Gitlab => "GitLab Code Quality report",
            Self::Markdown => "for a comment or a job summary",
        }
    }

    /// Whether a person reads it as it is, so that it may have colours and must not be mistaken for anything else.
    #[must_use]
    pub fn is_for_people(self) -> bool {
        matches!(self, Self::Human | Self::Concise)
    }

    /// The report in this format. Only [`Format::Human`] heeds `style`.
    #[must_use]
    pub fn render<'run>(self, report: &'run Report, sources: &Sources<'run>, style: Style) -> String {
        match self {
            Self::Human => human::render(report, sources, style),
            Self::Concise => concise::render(report, sources),
            Self::Json => json::render(report, sources),
            Self::Github => github::render(report, sources),
            Self::Sarif => sarif::render(report, sources),
            Self::Junit => junit::render(report, sources),
            Self::Gitlab => gitlab::render(report, sources),
            Self::Markdown => markdown::render(report, sources),
        }
    }
}
