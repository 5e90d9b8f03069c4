//! All rules over a raw catalogue. Knows what each rule is passed; knows no rule by name.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::address::addresses;
use super::allowance::silence;
use super::everywhere::gather;
use super::format::stumbled;
use super::grace::grant;
use super::known_findings::KnownFindings;
use super::levels::Standing;
use super::rule::RawProse;
use super::{Allowance, Check, Levels, Rule, RunContext, Seniority, all};
use crate::catalogue::{Change, RawCatalogue, RawListing};
use crate::diagnostic::{Code, Cost, Diagnostic, Findings, Level, Report};
use crate::fault;
use crate::format::{ContentFile as _, Document, ListingFile};
use crate::parse::prose::Outline;
use crate::source::{ContentPath, Span, Spanned};

/// The result of the rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckResult {
    /// All findings.
    pub report: Report,
    /// How many findings are missing from the report because of exceptions of their listings.
    pub n_allowed: usize,
}

/// A rule and its level in this catalogue.
type Active = (&'static Rule, Level);

/// The rules that are not off.
struct ActiveRules {
    /// Those that look at a file and nothing else: what they find stays the same for as long as the file does.
    alone: Vec<Active>,
    others: Vec<Active>,
    standings: HashMap<Code, Standing>,
}

impl ActiveRules {
    fn new(levels: &Levels) -> Self {
        let standings: HashMap<_, _> = all().map(|rule| (rule.code, levels.standing(rule))).collect();
        let active = all().map(|rule| (rule, standings[&rule.code].level)).filter(|&(_, level)| level > Level::Off);
        let (alone, others) = active.partition(|(rule, _)| is_alone(rule.check));
        Self { alone, others, standings }
    }
}

/// Whether the result depends on one file alone: neither on another file nor on the day.
fn is_alone(check: Check) -> bool {
    matches!(check, Check::Document(_) | Check::Address(_) | Check::Prose(_) | Check::Markdown(_))
}

/// Everything that the rules find in `raw`.
#[must_use]
pub fn run(raw: &RawCatalogue, context: &RunContext) -> CheckResult {
    run_on(raw, context, &Levels::from_settings(raw.settings()), &|_| true)
}

/// What [`run`] finds in `raw` by the rules whose findings cost visitors something.
#[must_use]
pub fn run_costly(raw: &RawCatalogue, context: &RunContext) -> Report {
    let mut rules = ActiveRules::new(&Levels::from_settings(raw.settings()));
    for rules in [&mut rules.alone, &mut rules.others] {
        rules.retain(|(rule, _)| rule.costs > Cost::Nothing);
    }
    run_by(&rules, raw, context, &|_| true).report
}

/// Everything that the rules, each at its level in `levels`, find in `raw`: rules about single files in the files for which `looks_at` is true, the
/// others in all of them.
#[must_use]
pub fn run_on(raw: &RawCatalogue, context: &RunContext, levels: &Levels, looks_at: &(dyn Fn(&ContentPath) -> bool + Sync)) -> CheckResult {
    run_by(&ActiveRules::new(levels), raw, context, looks_at)
}

fn run_by(rules: &ActiveRules, raw: &RawCatalogue, context: &RunContext, looks_at: &(dyn Fn(&ContentPath) -> bool + Sync)) -> CheckResult {
    let documents: Vec<&Document> = raw.documents().filter(|document| looks_at(&document.path)).collect();
    let of_document = |document: &&Document| {
        let alone = alone(document, &rules.alone);
        alone.into_iter().chain(among_others(raw, document, context, &rules.others))
    };
    let found = documents.par_iter().flat_map_iter(of_document).collect();
    completed(raw, context, rules, found)
}

/// The same as [`run`]. What `known` has of the documents in `raw` is not looked for again.
#[must_use]
pub fn run_again(raw: &RawCatalogue, context: &RunContext, known: &mut KnownFindings) -> CheckResult {
    let rules = ActiveRules::new(&Levels::from_settings(raw.settings()));
    known.keep_those_of(&rules.alone);
    let documents: Vec<&Arc<Document>> = raw.shared_documents().collect();
    let of_document = |document: &&Arc<Document>| {
        let alone = known.of(document).unwrap_or_else(|| alone(document, &rules.alone).into());
        (alone, among_others(raw, document, context, &rules.others))
    };
    let by_document: Vec<(Arc<[Diagnostic]>, Vec<Diagnostic>)> = documents.par_iter().map(of_document).collect();
    known.keep(documents.iter().copied().zip(by_document.iter().map(|(alone, _)| alone.clone())));
    let mut found = Vec::new();
    for (alone, others) in by_document {
        found.extend_from_slice(&alone);
        found.extend(others);
    }
    completed(raw, context, &rules, found)
}

/// The result of all rules, after those about single documents have `found` these.
fn completed(raw: &RawCatalogue, context: &RunContext, rules: &ActiveRules, mut found: Vec<Diagnostic>) -> CheckResult {
    found.extend(of_catalogue(raw, context, &rules.others));
    let n_found = found.len();
    let (mut found, allowances) = excused(raw, context, found);
    let n_allowed = n_found - found.len();
    found.extend(of_allowances(&allowances, &rules.others));
    grant(&mut found, &rules.standings, context);
    let found = gather(found, raw, context, &ContentPath::settings());
    CheckResult { report: Report::new(found), n_allowed }
}

/// Everything that the rules about changes, each at its level in `levels`, find in `change`.
#[must_use]
pub fn run_change(change: &Change<'_>, levels: &Levels) -> Report {
    // Findings about no other file are about the settings.
    let root = ContentPath::settings();
    let mut found = Vec::new();
    for rule in all() {
        if let Check::Change(check) = rule.check {
            check(change, &mut Findings::new(rule.code, levels.standing(rule).level, &root, &mut found).costing(rule.costs));
        }
    }
    Report::new(found)
}

/// Everything that the rules about single files find in `documents`, which belong to no catalogue; every rule has its own level.
#[must_use]
pub fn run_alone(documents: &[Document]) -> Report {
    let mut found = Vec::new();
    for document in documents {
        for rule in all() {
            if let Check::Document(check) = rule.check {
                check(document, &mut Findings::new(rule.code, rule.level, &document.path, &mut found).costing(rule.costs));
            }
        }
    }
    Report::new(found)
}

/// What the rules `active`, which look at a file and nothing else, find in `document`.
pub(super) fn alone(document: &Document, active: &[Active]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let prose = prose(document);
    let is_about = |of: fn(Check) -> bool| active.iter().any(|(rule, _)| of(rule.check));
    let noted = Some(document).filter(|_| is_about(|check| matches!(check, Check::Markdown(_))));
    let linked = Some(document).filter(|_| is_about(|check| matches!(check, Check::Address(_))));
    let read = fault::caught(|| (noted.map(notes).unwrap_or_default(), linked.map(addresses).unwrap_or_default()));
    let (notes, addresses) = read.unwrap_or_else(|fault| {
        found.push(stumbled(&document.path, "notes and addresses", &fault));
        Default::default()
    });
    for &(rule, level) in active {
        let is_asked = match rule.check {
            Check::Document(_) => true,
            Check::Address(_) => !addresses.is_empty(),
            Check::Prose(_) => prose.is_some(),
            Check::Markdown(_) => prose.is_some() || !notes.is_empty(),
            _ => false,
        };
        if is_asked {
            of_rule((rule, level), document, &mut found, |findings, of_notes| match (rule.check, &prose) {
                (Check::Document(check), _) => check(document, findings),
                (Check::Address(check), _) => addresses.iter().for_each(|address| check(address, findings)),
                (Check::Prose(check) | Check::Markdown(check), Some(prose)) => check(prose, findings),
                (Check::Markdown(check), None) => of_notes(&notes, &check),
                _ => {}
            });
        }
    }
    found
}

/// What the rules `active` find in `document`, which look at other files or the day as well.
pub(super) fn among_others(raw: &RawCatalogue, document: &Document, context: &RunContext, active: &[Active]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let (listing, prose) = (RawListing::new(raw, document), prose(document));
    if listing.is_none() && prose.is_none() {
        return found;
    }
    // A fault has been reported with the rules about single files.
    let notes = fault::caught(|| notes(document)).unwrap_or_default();
    for &(rule, level) in active {
        let is_asked = match rule.check {
            Check::Listing(_) | Check::Dated(_) => listing.is_some(),
            Check::Placed(_) => prose.is_some() || !notes.is_empty(),
            _ => false,
        };
        if is_asked {
            of_rule((rule, level), document, &mut found, |findings, of_notes| match (rule.check, &listing, &prose) {
                (Check::Listing(check), Some(listing), _) => check(listing, findings),
                (Check::Dated(check), Some(listing), _) => check(listing, context.today, findings),
                (Check::Placed(check), _, Some(prose)) => check(prose, raw, findings),
                (Check::Placed(check), _, None) => of_notes(&notes, &|prose, findings| check(prose, raw, findings)),
                _ => {}
            });
        }
    }
    found
}

/// A note of a version, and its outline.
type Note<'raw> = (&'raw Spanned<Box<str>>, &'raw Outline);

/// A check of a text.
type CheckText<'call> = &'call dyn Fn(&RawProse<'_>, &mut Findings<'_>);

/// Adds to `found` what `check` finds in `document` by a rule at its level. For the notes of versions, it calls the second function that it receives.
fn of_rule(
    (rule, level): Active,
    document: &Document,
    found: &mut Vec<Diagnostic>,
    check: impl FnOnce(&mut Findings<'_>, &mut dyn FnMut(&[Note<'_>], CheckText<'_>)),
) {
    let mut of_notes = Vec::new();
    let mut look = |notes: &[Note<'_>], check: CheckText<'_>| {
        for (note, outline) in notes {
            let mut of_note = Vec::new();
            let prose = RawProse { document, text: note, outline, within: within(document) };
            check(&prose, &mut Findings::new(rule.code, level, &document.path, &mut of_note).costing(rule.costs));
            of_notes.extend(of_note.into_iter().map(|found| at_value(found, note.span)));
        }
    };
    let mut findings = Findings::new(rule.code, level, &document.path, found).costing(rule.costs);
    let ended = fault::caught(|| check(&mut findings, &mut look));
    found.append(&mut of_notes);
    if let Err(fault) = ended {
        found.push(stumbled(&document.path, rule.code.name, &fault));
    }
}

/// The folder that relative links of `document` may not leave.
fn within(document: &Document) -> &str {
    document.path.listing_folder().unwrap_or(document.path.folder())
}

/// The prose of `document`, if it is one.
fn prose(document: &Document) -> Option<RawProse<'_>> {
    let text = document.text.as_deref().unwrap_or_default();
    document.outline().map(|outline| RawProse { document, text, outline, within: within(document) })
}

/// The notes of the versions of a listing, and their outlines.
fn notes(document: &Document) -> Vec<Note<'_>> {
    let is_there = ListingFile::of(&document.content).is_some_and(|listing| !listing.is_gone());
    if is_there { document.notes().collect() } else { Vec::new() }
}

/// A finding about the text of a value: YAML may fold and escape it, so places and edits in the text are not valid in the file.
fn at_value(found: Diagnostic, span: Span) -> Diagnostic {
    let help = found.help.into_iter().chain(found.fix.map(|fix| fix.title.into())).collect();
    Diagnostic { span: Some(span), label: None, fix: None, help, ..found }
}

fn of_catalogue(raw: &RawCatalogue, context: &RunContext, active: &[Active]) -> Vec<Diagnostic> {
    let root = ContentPath::settings();
    let seniority = Seniority::new(raw, context);
    let of_rule = |&(rule, level): &Active| {
        let mut found = Vec::new();
        let mut findings = Findings::new(rule.code, level, &root, &mut found).costing(rule.costs);
        let ended = fault::caught(|| match rule.check {
            Check::Catalogue(check) => check(raw, &mut findings),
            Check::Calendar(check) => check(raw, context.today, &mut findings),
            Check::Surroundings(check) => check(raw, context, &mut findings),
            Check::Claim(check) => check(raw, &seniority, &mut findings),
            _ => {}
        });
        if let Err(fault) = ended {
            found.push(stumbled(&root, rule.code.name, &fault));
        }
        found
    };
    active.par_iter().flat_map_iter(of_rule).collect()
}

/// The rest of `found` after the exceptions of every listing.
fn excused<'raw>(raw: &'raw RawCatalogue, context: &RunContext, found: Vec<Diagnostic>) -> (Vec<Diagnostic>, Vec<Allowance<'raw>>) {
    let generous: Vec<RawListing<'_>> = raw.listings().filter(|listing| !listing.file.allow.items().is_empty()).collect();
    if generous.is_empty() {
        return (found, Vec::new());
    }
    let mut by_folder: BTreeMap<String, Vec<Diagnostic>> =
        generous.iter().map(|listing| (listing.document.path.folder().to_owned(), Vec::new())).collect();
    let mut kept = Vec::new();
    for diagnostic in found {
        let folder = diagnostic.path.listing_folder().unwrap_or_default();
        by_folder.get_mut(folder).unwrap_or(&mut kept).push(diagnostic);
    }
    let mut allowances = Vec::new();
    for listing in generous {
        let Some(of_listing) = by_folder.get_mut(listing.document.path.folder()) else { continue };
        allowances.extend(silence(listing, of_listing, context));
        kept.append(of_listing);
    }
    (kept, allowances)
}

fn of_allowances(allowances: &[Allowance<'_>], active: &[Active]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for &(rule, level) in active {
        if let Check::Allowance(check) = rule.check {
            for allowance in allowances {
                check(allowance, &mut Findings::new(rule.code, level, &allowance.listing.document.path, &mut found).costing(rule.costs));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::named;
    use crate::source::Memory;

    static STUMBLING: Rule = Rule {
        costs: crate::diagnostic::Cost::Nothing,
        code: Code { id: "X999", name: "stumbling" },
        former: &[],
        level: Level::Info,
        fixed: false,
        since: "0.1",
        enforced_from: None,
        doc: &[],
        check: Check::Document(|document, _| assert!(!document.path.as_str().contains("acme"), "no such byte")),
    };

    #[test]
    fn a_rule_that_panics_at_a_listing_does_not_affect_others() {
        let folder = Memory::new().with("listings/acme/listing.yaml", "nam: a\n").with("listings/other/listing.yaml", "nam: a\n");
        let raw = RawCatalogue::read(&folder, &|_, _| {}).expect("a folder in memory");
        let unknown_key = named("unknown-key").expect("a rule");
        let active = [(&STUMBLING, Level::Info), (unknown_key, Level::Warn)];
        let found: Vec<Vec<&str>> =
            raw.documents().map(|document| alone(document, &active).iter().map(|found| found.code.name).collect()).collect();
        assert_eq!(found, [vec!["internal-error", "unknown-key"], vec!["unknown-key"]]);
    }
}
