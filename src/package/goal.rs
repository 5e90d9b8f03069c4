//! Where a listing of a package goes: into a new folder, or into that of its copy. What is found by words that anyone can write is doubted here.

use super::copies::{Copies, Copy, FoundBy};
use super::manifest::PackagedListing;
use super::problem::{Problem, ProblemKind};
use crate::catalogue::{RawCatalogue, RawListing};
use crate::contract::Origin;

/// Where a listing of the package goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Goal<'run> {
    /// The listing in the package.
    pub(super) packed: &'run PackagedListing,
    /// Its slug here.
    pub(super) slug: &'run str,
    /// Its copy, if there is one.
    pub(super) copy: Option<(RawListing<'run>, FoundBy)>,
}

/// Where `packed`, which comes from `catalogue`, goes in `raw`.
///
/// # Errors
/// When that is not certain, or not allowed.
pub(super) fn goal<'run>(
    packed: &'run PackagedListing,
    raw: &'run RawCatalogue,
    copies: &Copies<'run>,
    catalogue: Option<&String>,
) -> Result<Goal<'run>, Problem> {
    let problem = |kind, message: String, help: &str| Problem::new(kind, Some(&packed.slug), message, help);
    match copies.find(packed, catalogue) {
        Copy::Several(slugs, by) => {
            let names: Vec<String> = slugs.iter().map(|slug| format!("`{slug}`")).collect();
            let message = format!("`{}` can be any of {}, found {}", packed.slug, names.join(", "), by.phrase());
            let help = "write `imported_from` into the one that is meant, with this catalogue and listing";
            Err(problem(ProblemKind::Ambiguous, message, help).among(&slugs))
        }
        Copy::None if raw.below(&format!("listings/{}/", packed.slug)).next().is_some() => {
            let message = format!("there is a folder `listings/{}`, but no listing in it that can be read", packed.slug);
            Err(problem(ProblemKind::Unusual, message, "fix or remove it; `pressmark check` says what is wrong"))
        }
        Copy::None => Ok(Goal { packed, slug: &packed.slug, copy: None }),
        Copy::One(slug, by) => {
            let Some(copy) = raw.listing(slug) else { return Ok(Goal { packed, slug: &packed.slug, copy: None }) };
            same(packed, &copy, by, catalogue)?;
            Ok(Goal { packed, slug, copy: Some((copy, by)) })
        }
    }
}

/// Whether `copy`, found `by` something that anyone can write, can be a copy of `packed` at all.
fn same(packed: &PackagedListing, copy: &RawListing<'_>, by: FoundBy, catalogue: Option<&String>) -> Result<(), Problem> {
    let (slug, found) = (copy.slug, by.phrase());
    let other =
        |message: String, help: &str| Err(Problem::new(ProblemKind::OtherListing, Some(&packed.slug), message, help).among(&[slug]));
    if copy.is_gone() {
        let state = copy.state().map_or("gone", |state| state.word());
        let message = format!("`{slug}`, found {found}, is {state}: an import does not bring it back");
        return Err(
            Problem::new(ProblemKind::Left, Some(&packed.slug), message, "remove its `lifecycle` first if it may return").among(&[slug])
        );
    }
    let publisher = copy.file.publisher.get().map(|publisher| &**publisher);
    if let (Some(here), Some(there)) = (publisher, packed.publisher.as_deref())
        && here != there
    {
        let message = format!("`{slug}`, found {found}, is published by `{here}`, not by `{there}`");
        return other(message, "if it is the same listing, give both the same publisher; if not, one of them needs another slug");
    }
    if let Some(app) = copy.file.app.get().filter(|app| by == FoundBy::Slug && ***app != *packed.app) {
        let message = format!("`{slug}`, found {found}, connects to `{app}`, not to `{}`", packed.app);
        return other(message, "one of them needs another slug; if it is the same listing, write `imported_from` into it");
    }
    let origin = Origin::of_copy(copy).filter(|_| by != FoundBy::ImportedFrom);
    if let Some(origin) = origin.filter(|origin| origin.catalogue.as_ref() == catalogue) {
        let message = format!("`{slug}`, found {found}, was imported from `{}`, another listing of the same catalogue", origin.listing);
        return other(message, "correct its `imported_from`, or give one of them another slug");
    }
    Ok(())
}
