//! A package and a catalogue → the import, before anything is written. Knows which file would have which bytes; writes nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rayon::prelude::*;

use super::companions::{Companions, companions};
use super::copies::Copies;
use super::dependents::Dependents;
use super::goal::{Goal, goal};
use super::merge::{Merged, Target, created, in_slugs_of_here, listing, updated};
use super::open::Package;
use super::plan::{Action, Import, Plan, PlannedFile, PlannedListing};
use super::problem::{Problem, ProblemKind};
use crate::catalogue::{RawCatalogue, RawListing};
use crate::contract::Origin;
use crate::diagnostic::{Diagnostic, Report};
use crate::format::{Document, FileRole, ListingFile};
use crate::rules::{self, Levels, RunContext};
use crate::source::{ContentPath, Folder};

/// The import of `package` into the catalogue `raw`, which was read from `folder`. With `may_create`, apps, publishers and tags that are not here are made
/// of those in the package.
///
/// # Errors
/// When the folder cannot be listed.
pub fn plan(package: &Package, raw: &RawCatalogue, folder: &dyn Folder, context: &RunContext, may_create: bool) -> Result<Import, String> {
    let there = folder.walk().map_err(|error| error.to_string())?.files.into_iter().map(|file| file.path).collect();
    let planner = Planner { package, raw, folder, there, copies: Copies::of(raw), dependents: Dependents::of(raw) };
    Ok(planner.plan(context, may_create))
}

/// What becomes of one listing.
struct Outcome {
    listing: PlannedListing,
    files: BTreeMap<ContentPath, Option<Vec<u8>>>,
    problems: Vec<Problem>,
}

struct Planner<'run> {
    package: &'run Package,
    raw: &'run RawCatalogue,
    folder: &'run dyn Folder,
    /// The regular files of the catalogue.
    there: BTreeSet<ContentPath>,
    copies: Copies<'run>,
    dependents: Dependents,
}

impl<'run> Planner<'run> {
    fn plan(&self, context: &RunContext, may_create: bool) -> Import {
        let catalogue = &self.package.manifest.catalogue;
        let (mut goals, mut problems) = (Vec::new(), Vec::new());
        let mut claimed: HashMap<&str, &str> = HashMap::new();
        for packed in &self.package.manifest.listings {
            match goal(packed, self.raw, &self.copies, catalogue.as_ref()) {
                Ok(goal) => match claimed.insert(goal.slug, &packed.slug) {
                    None => goals.push(goal),
                    Some(first) => {
                        let message = format!("`{}` and `{first}` are both copies of `{}` here", packed.slug, goal.slug);
                        let help = "export them one at a time, or correct `imported_from` of the listing here";
                        problems.push(Problem::new(ProblemKind::Ambiguous, Some(&packed.slug), message, help));
                    }
                },
                Err(problem) => problems.push(problem),
            }
        }
        let slugs: HashMap<&str, &str> = goals.iter().map(|goal| (goal.packed.slug.as_str(), goal.slug)).collect();
        let target = Target { today: context.today, scheme: self.raw.settings().versioning.get().copied() };
        let outcomes: Vec<Result<Outcome, Problem>> = goals.par_iter().map(|goal| self.outcome(goal, &slugs, target)).collect();
        let listings: Vec<RawListing<'_>> = goals.iter().filter_map(|goal| self.package.raw.listing(&goal.packed.slug)).collect();
        let Companions { list, files: beside, problems: unknown } = companions(self.package, &listings, self.raw, may_create);
        let mut files: BTreeMap<ContentPath, Option<Vec<u8>>> = beside.into_iter().map(|(path, bytes)| (path, Some(bytes))).collect();
        let mut planned = Vec::new();
        for outcome in outcomes {
            match outcome {
                Ok(outcome) => {
                    planned.push(outcome.listing);
                    files.extend(outcome.files);
                    problems.extend(outcome.problems);
                }
                Err(problem) => problems.push(problem),
            }
        }
        problems.extend(unknown);
        let by_case: HashMap<String, &ContentPath> = self.there.iter().map(|path| (path.as_str().to_lowercase(), path)).collect();
        let written = files.iter().filter(|(_, bytes)| bytes.is_some()).map(|(path, _)| path);
        problems.extend(written.filter_map(|path| self.obstacle(path, &by_case)));
        let (raw, report) = self.checked(&files, context);
        let action = |path: &ContentPath, bytes: &Option<Vec<u8>>| match bytes {
            None => Action::Remove,
            Some(_) if self.there.contains(path) => Action::Update,
            Some(_) => Action::Create,
        };
        let listed = files.iter().map(|(path, bytes)| PlannedFile { path: path.to_string(), action: action(path, bytes) }).collect();
        let plan = Plan { schema: 1, catalogue: catalogue.clone(), listings: planned, companions: list, files: listed, problems };
        Import { plan, files, raw, report }
    }

    /// What becomes of `goal`, where `slugs` are those that the package's listings have here.
    fn outcome(&self, goal: &Goal<'run>, slugs: &HashMap<&str, &str>, target: Target) -> Result<Outcome, Problem> {
        let Goal { packed, slug, copy } = *goal;
        let catalogue = self.package.manifest.catalogue.as_ref();
        let here = |slug: &str| slugs.get(slug).copied().or_else(|| self.copies.slug_of(slug, catalogue)).map(str::to_owned);
        let unusual = |path: &str| {
            let help = "write its keys one below the other, not in braces, and its versions as a list";
            Problem::new(ProblemKind::Unusual, Some(&packed.slug), format!("`{path}` cannot be edited"), help)
        };
        let path = format!("listings/{}/listing.yaml", packed.slug);
        let source = self.package.raw.listing(&packed.slug).ok_or_else(|| unusual(&path))?;
        let document = in_slugs_of_here(source.document, source.file, &here).ok_or_else(|| unusual(&path))?;
        let origin = Origin { catalogue: catalogue.cloned(), listing: packed.slug.clone(), version: packed.version.clone() };
        let merged = match &copy {
            None => created(&document, &origin, target),
            Some((copy, _)) => updated(&document, copy, &origin, target),
        };
        let edited = copy.map_or(path.as_str(), |(copy, _)| copy.document.path.as_str());
        let merged = merged.ok_or_else(|| unusual(edited))?;
        let after = Document::read(source.document.path.clone(), Ok(merged.text.clone().into_bytes()));
        // Whatever the text looked like before: the new version is there, and released.
        let is_released = |file: &&ListingFile| file.released_version().is_some_and(|version| version.as_str() == merged.version);
        let after = listing(&after).filter(is_released).ok_or_else(|| unusual(edited))?;
        let files = self.files(goal, &merged.text);
        let problems = packed.parent.iter().chain(&packed.depends_on).filter(|needed| here(needed).is_none()).collect::<BTreeSet<_>>();
        let problems = problems.into_iter().map(|needed| {
            let message = format!("`{}` needs `{needed}`, which is neither here nor in the package", packed.slug);
            Problem::new(
                ProblemKind::DependencyMissing,
                Some(&packed.slug),
                message,
                "export it `--with-dependencies`, or import that one first",
            )
        });
        let Merged { version, changed, removed, .. } = merged;
        let planned = PlannedListing {
            original: packed.slug.clone(),
            original_version: packed.version.clone(),
            slug: slug.to_owned(),
            action: if copy.is_some() { Action::Update } else { Action::Create },
            found_by: copy.map(|(_, by)| by),
            notes: packed.notes.clone(),
            released_before: copy.and_then(|(copy, _)| copy.file.released_version()).map(ToString::to_string),
            shared: after.shared_version().map(ToString::to_string),
            changed_keys: changed,
            removed_keys: removed,
            dependents: if copy.is_some() { self.dependents.on(slug) } else { Vec::new() },
            version,
        };
        Ok(Outcome { listing: planned, files, problems: problems.collect() })
    }

    /// The files of `goal` that are written or removed; those that are the same already are not among them. `text` is that of its `listing.yaml`.
    fn files(&self, goal: &Goal<'run>, text: &str) -> BTreeMap<ContentPath, Option<Vec<u8>>> {
        let (from, to) = (format!("listings/{}/", goal.packed.slug), format!("listings/{}/", goal.slug));
        let mut files = BTreeMap::new();
        for document in self.package.raw.below(&from) {
            let path = document.path.as_str().strip_prefix(&from).and_then(|rest| ContentPath::new(&format!("{to}{rest}")));
            let (Some(path), Some(bytes)) = (path, self.package.files.get(&document.path)) else { continue };
            let before = self.there.get(&path).and_then(|path| self.folder.read(path, path.role().limit()).ok());
            let bytes = match path.role() {
                FileRole::Listing => [mark(before.as_deref()), text.as_bytes()].concat(),
                _ => bytes.clone(),
            };
            files.insert(path, Some(bytes).filter(|bytes| before.as_ref() != Some(bytes)));
        }
        // What has no bytes by now is the same already; what follows goes.
        let kept: BTreeSet<ContentPath> = files.iter().filter(|(_, bytes)| bytes.is_none()).map(|(path, _)| path.clone()).collect();
        let own = |path: &ContentPath| path.role().is_beside_listing();
        for document in self.raw.below(&to).filter(|document| own(&document.path) && self.there.contains(&document.path)) {
            files.entry(document.path.clone()).or_insert(None);
        }
        files.retain(|path, _| !kept.contains(path));
        files
    }

    /// What is in the way of the file `path`: something that is no regular file, a file where a folder has to be, or one whose path, `by_case` its paths in
    /// lower case, differs only in case.
    fn obstacle(&self, path: &ContentPath, by_case: &HashMap<String, &ContentPath>) -> Option<Problem> {
        if let Some(other) = by_case.get(&path.as_str().to_lowercase()).filter(|other| ***other != *path && !self.there.contains(path)) {
            let message = format!("`{path}` is the same file as `{other}` where case is ignored");
            return Some(Problem::new(ProblemKind::Unusual, None, message, format!("rename `{other}` to `{path}` first")));
        }
        let above = path.as_str().match_indices('/').filter_map(|(at, _)| path.as_str().get(..at));
        let is_odd = self.raw.document(path.as_str()).is_some() && !self.there.contains(path);
        let found = above.map(str::to_owned).find(|folder| self.raw.document(folder).is_some());
        let found = found.or_else(|| is_odd.then(|| path.to_string()))?;
        let message = format!("`{found}` is a link or another kind of file than the package needs there");
        Some(Problem::new(ProblemKind::Unusual, None, message, "remove it, or replace it by a regular file or folder"))
    }

    /// The catalogue with `files`, and what its rules say because of them: what they say without them is not counted.
    fn checked(&self, files: &BTreeMap<ContentPath, Option<Vec<u8>>>, context: &RunContext) -> (RawCatalogue, Report) {
        let new: Vec<(&ContentPath, &Vec<u8>)> = files.iter().filter_map(|(path, bytes)| Some((path, bytes.as_ref()?))).collect();
        let new: Vec<Document> = new.into_par_iter().map(|(path, bytes)| Document::read(path.clone(), Ok(bytes.clone()))).collect();
        let with =
            RawCatalogue::from_documents(self.raw.documents().filter(|document| !files.contains_key(&document.path)).cloned().chain(new));
        let listings: BTreeSet<&str> = files.keys().filter_map(|path| path.listing_folder()).collect();
        let is_own = |path: &ContentPath| files.contains_key(path) || path.listing_folder().is_some_and(|folder| listings.contains(folder));
        let run = |raw: &RawCatalogue| rules::run_on(raw, context, &Levels::from_settings(raw.settings()), &is_own).report;
        let (after, before) = rayon::join(|| run(&with), || run(self.raw));
        let key = |found: &Diagnostic| (found.code, found.path.clone(), found.message.clone());
        let before: HashSet<_> = before.iter().map(key).collect();
        let caused = after.iter().filter(|found| files.contains_key(&found.path) || !before.contains(&key(found))).cloned();
        let report = Report::new(caused.collect());
        (with, report)
    }
}

/// The byte-order mark at the beginning of `bytes`, if there is one: it stays.
fn mark(bytes: Option<&[u8]>) -> &'static [u8] {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    if bytes.is_some_and(|bytes| bytes.starts_with(MARK)) { MARK } else { &[] }
}
