//! What a rule is: an identity, an explanation, and a check.

use jiff::civil::Date;

use super::Occasion;
use super::address::Address;
use super::seniority::Seniority;
use crate::catalogue::{Change, Draft, ListingDraft};
use crate::diagnostic::{Code, Cost, Findings, Level};
use crate::format::{AllowEntry, Document};
use crate::parse::prose::Outline;
use crate::source::Spanned;

/// A rule of the catalogue.
#[derive(Debug)]
pub struct Rule {
    /// Its identity.
    pub code: Code,
    /// The names it had before. They are understood for one release and cannot be given to another rule.
    pub former: &'static [&'static str],
    /// Its level unless the catalogue's settings say otherwise: an error keeps what is being submitted from being merged.
    pub level: Level,
    /// What visitors do not see because of what it finds, whatever its level is.
    pub costs: Cost,
    /// Whether the settings may not lower it: without it the format could not be read.
    pub fixed: bool,
    /// The release it appeared in.
    pub since: &'static str,
    /// The day from which it binds listings that were there before it was; until then they are a step milder off. New submissions are bound at once.
    pub enforced_from: Option<Date>,
    /// Its explanation in Markdown, a line each, with a failing and a passing example.
    pub doc: &'static [&'static str],
    /// What it looks at.
    pub check: Check,
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Each file by itself.
    Document(fn(&Document, &mut Findings<'_>)),
    /// Each listing with the names it mentions.
    Listing(fn(&ListingDraft<'_>, &mut Findings<'_>)),
    /// Each listing on the day of the run. The only rules that know what day it is.
    Dated(fn(&ListingDraft<'_>, Date, &mut Findings<'_>)),
    /// Each address of the web, whether a key holds it or a link in prose.
    Address(fn(&Address<'_>, &mut Findings<'_>)),
    /// Each text of prose; findings are about the file it stands in.
    Prose(fn(&ProseDraft<'_>, &mut Findings<'_>)),
    /// Each text in Markdown by what it holds: those of [`Check::Prose`], and the notes of each version. Findings about a note are about the whole value.
    Markdown(fn(&ProseDraft<'_>, &mut Findings<'_>)),
    /// All files together; findings name the file they are about.
    Catalogue(fn(&Draft, &mut Findings<'_>)),
    /// All files together on the day of the run.
    Calendar(fn(&Draft, Date, &mut Findings<'_>)),
    /// All files together, and what is known of what lies beside them.
    Surroundings(fn(&Draft, &Occasion, &mut Findings<'_>)),
    /// All files together in the order in which they came: of two that claim the same thing the later one gives way.
    Claim(fn(&Draft, &Seniority<'_>, &mut Findings<'_>)),
    /// Two states of the catalogue, and who proposes the second one.
    Change(fn(&Change<'_>, &mut Findings<'_>)),
    /// Each allowance of a listing, after all other rules have spoken.
    Allowance(fn(&Allowance<'_>, &mut Findings<'_>)),
}

/// A text of prose and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct ProseDraft<'draft> {
    /// Its file.
    pub document: &'draft Document,
    /// What is written.
    pub text: &'draft str,
    /// Its headings and links, with places in that.
    pub outline: &'draft Outline,
    /// The folder that its relative links may not leave, without a trailing slash.
    pub within: &'draft str,
    /// Everything else in the catalogue.
    pub draft: &'draft Draft,
}

/// One entry of `allow:` and what became of it.
#[derive(Debug, Clone, Copy)]
pub struct Allowance<'draft> {
    /// The listing it stands in.
    pub listing: ListingDraft<'draft>,
    /// What it says.
    pub entry: &'draft Spanned<AllowEntry>,
    /// The rule it names, if there is one.
    pub rule: Option<&'static Rule>,
    /// How many findings it silences.
    pub n_silenced: usize,
    /// Whether the listing is being submitted.
    pub is_submitted: bool,
}

/// Declares a rule: its doc comment is its explanation.
macro_rules! rule {
    (
        $(#[doc = $doc:literal])*
        $name:ident = { id: $id:literal, name: $slug:literal, $(former: [$($former:literal),+],)? level: $level:ident, $(costs: $costs:ident,)? $(fixed: $fixed:literal,)? since: $since:literal,
            $(enforced_from: ($year:literal, $month:literal, $day:literal),)? check: $check:ident($function:path) $(,)? }
    ) => {
        $(#[doc = $doc])*
        pub static $name: $crate::rules::Rule = $crate::rules::Rule {
            code: $crate::diagnostic::Code { id: $id, name: $slug },
            former: &[$($($former),+)?],
            level: $crate::diagnostic::Level::$level,
            costs: $crate::rules::rule::cost!($($costs)?),
            fixed: false $(|| $fixed)?,
            since: $since,
            enforced_from: $crate::rules::rule::day!($($year, $month, $day)?),
            doc: &[$($doc),*],
            check: $crate::rules::Check::$check($function),
        };
    };
}

/// The cost of a rule that names one or none.
macro_rules! cost {
    () => {
        $crate::diagnostic::Cost::Nothing
    };
    ($cost:ident) => {
        $crate::diagnostic::Cost::$cost
    };
}

/// The day of a rule that names one or none.
macro_rules! day {
    () => {
        None
    };
    ($year:literal, $month:literal, $day:literal) => {
        Some(jiff::civil::date($year, $month, $day))
    };
}

pub(crate) use {cost, day, rule};

impl Rule {
    /// Whether `name` is its name, or was.
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        self.code.name == name || self.former.contains(&name)
    }

    /// The first line of the explanation: what is wrong, in a sentence.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.doc.first().map_or("", |line| line.trim())
    }

    /// The mildest level that a catalogue can give it: what visitors do not see is always told.
    #[must_use]
    pub fn mildest(&self) -> Level {
        match (self.fixed, self.costs) {
            (true, _) => self.level,
            (false, Cost::Nothing) => Level::Off,
            (false, _) => Level::Info,
        }
    }

    /// Whether a listing may be excused from it. What is an error by itself protects visitors or other publishers: the listing's own word is not
    /// enough there, and a catalogue that sees it otherwise lowers the level for all.
    #[must_use]
    pub fn is_excusable(&self) -> bool {
        !self.fixed && self.level < Level::Error && self.costs == Cost::Nothing
    }

    /// The explanation as Markdown text.
    #[must_use]
    pub fn explanation(&self) -> String {
        self.doc.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
    }
}
