//! What a rule is: an identity, an explanation, and a check.

use jiff::civil::Date;

use super::RunContext;
use super::address::Address;
use super::seniority::Seniority;
use crate::catalogue::{Change, RawCatalogue, RawListing};
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
    /// Its level unless the catalogue's settings say otherwise: an error blocks the merge of a submission.
    pub level: Level,
    /// The part of the site that its findings cost, at any level.
    pub costs: Cost,
    /// Whether the settings may not lower it: without it the format could not be read.
    pub fixed: bool,
    /// The release that added it.
    pub since: &'static str,
    /// The day from which it applies to older listings; until then, its level for them is one step milder. It applies to new submissions at once.
    pub enforced_from: Option<Date>,
    /// Its explanation in Markdown, a line each, with a failing and a passing example.
    pub doc: &'static [&'static str],
    /// Its check.
    pub check: Check,
}

/// The check of a rule, by its input.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Each file on its own.
    Document(fn(&Document, &mut Findings<'_>)),
    /// Each listing with the names it mentions.
    Listing(fn(&RawListing<'_>, &mut Findings<'_>)),
    /// Each listing on the day of the run. Only these rules know the day.
    Dated(fn(&RawListing<'_>, Date, &mut Findings<'_>)),
    /// Each web URL, in a key or in a link in prose.
    Address(fn(&Address<'_>, &mut Findings<'_>)),
    /// Each text of prose; findings are about the file that contains it.
    Prose(fn(&RawProse<'_>, &mut Findings<'_>)),
    /// Each text in Markdown by its contents: those of [`Check::Prose`], and the notes of each version. Findings about a note are about the whole value.
    Markdown(fn(&RawProse<'_>, &mut Findings<'_>)),
    /// Each text of [`Check::Markdown`] with the names and files it may mention.
    Placed(fn(&RawProse<'_>, &RawCatalogue, &mut Findings<'_>)),
    /// All files together; findings name the file they are about.
    Catalogue(fn(&RawCatalogue, &mut Findings<'_>)),
    /// All files together on the day of the run.
    Calendar(fn(&RawCatalogue, Date, &mut Findings<'_>)),
    /// All files together, and the known files beside them.
    Surroundings(fn(&RawCatalogue, &RunContext, &mut Findings<'_>)),
    /// All files together in the order in which they were added: of two that claim the same thing, the later one gives way.
    Claim(for<'raw> fn(&'raw RawCatalogue, &Seniority<'raw>, &mut Findings<'_>)),
    /// Two states of the catalogue, and the author of the second one.
    Change(fn(&Change<'_>, &mut Findings<'_>)),
    /// Each exception of a listing, after all other rules.
    Allowance(fn(&Allowance<'_>, &mut Findings<'_>)),
}

/// A text of prose and its place.
#[derive(Debug, Clone, Copy)]
pub struct RawProse<'raw> {
    /// Its file.
    pub document: &'raw Document,
    /// The text.
    pub text: &'raw str,
    /// Its headings and links, with their places.
    pub outline: &'raw Outline,
    /// The folder that its relative links may not leave, without a trailing slash.
    pub within: &'raw str,
}

/// One entry of `allow:` and its effect.
#[derive(Debug, Clone, Copy)]
pub struct Allowance<'raw> {
    /// The listing that contains it.
    pub listing: RawListing<'raw>,
    /// Its values.
    pub entry: &'raw Spanned<AllowEntry>,
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

    /// The mildest level that a catalogue can give it: what visitors do not see is always reported.
    #[must_use]
    pub fn mildest(&self) -> Level {
        match (self.fixed, self.costs) {
            (true, _) => self.level,
            (false, Cost::Nothing) => Level::Off,
            (false, _) => Level::Info,
        }
    }

    /// Whether a listing may make an exception. A rule that is an error by default protects visitors or other publishers: the listing's own word is not
    /// enough there, and a catalogue that disagrees lowers the level for all.
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
