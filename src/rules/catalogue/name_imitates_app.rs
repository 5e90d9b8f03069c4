//! `name-imitates-app`

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::{AppFile, PublisherFile};
use crate::rules::folding::shape;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::rules::vendor::{Bond, bond};
use crate::source::Spanned;

rule! {
    /// A name looks like the name of an app, but in other letters, and its publisher is not known to make the app.
    ///
    /// `Ðropbox` with an Icelandic letter looks like `Dropbox`: so a stranger can pass for a vendor, and nobody who types the name finds it.
    ///
    /// ```files,fails
    /// ==> listings/acme/listing.yaml <==
    /// name: Ħubspot Rows
    /// app: HubSpot
    /// ```
    /// ```files,passes
    /// ==> listings/acme/listing.yaml <==
    /// name: Hubspot Rows
    /// app: HubSpot
    /// ```
    NAME_IMITATES_APP = { id: "C090", name: "name-imitates-app", level: Error, since: "0.1", check: Catalogue(check) }
}

/// Shorter names look like many words.
const LEAST_CHARS: usize = 4;
/// Most words of a name that are compared as one.
const MOST_WORDS: usize = 3;

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let mut apps: HashMap<String, (&str, &AppFile)> = HashMap::new();
    for (_, app) in raw.all::<AppFile>() {
        if let Some(name) = app.name.get().filter(|name| name.chars().count() >= LEAST_CHARS) {
            apps.entry(looks(name)).or_insert((name, app));
        }
    }
    let listings = raw.listings().filter(|listing| !listing.is_gone()).filter_map(|listing| {
        let publisher = listing.file.publisher.get().and_then(|slug| raw.publisher(slug));
        Some((&listing.document.path, listing.file.name.spanned()?, publisher))
    });
    let publishers =
        raw.all::<PublisherFile>().filter_map(|(document, publisher)| Some((&document.path, publisher.name.spanned()?, Some(publisher))));
    let named: Vec<(_, &Spanned<Box<str>>, Option<&PublisherFile>)> = listings.chain(publishers).collect();
    for (path, name, publisher) in named {
        let Some((part, app_name, app)) = imitated(name, &apps) else { continue };
        if bond(app, publisher) == Bond::Vendor {
            continue;
        }
        findings
            .elsewhere(
                path,
                Some(name.span),
                format!("`{}` looks like the app `{}`, but has other letters", shortened(&part), shortened(app_name)),
            )
            .help(format!("write `{app_name}` if you mean the app; otherwise choose another name"));
    }
}

/// The words of `name` that look like an app of `apps` but are not its name.
fn imitated<'raw>(name: &str, apps: &HashMap<String, (&'raw str, &'raw AppFile)>) -> Option<(String, &'raw str, &'raw AppFile)> {
    // ASCII letters can be distinguished; digits among them can pass for letters.
    if name.is_ascii() && !name.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let parts = (1..=MOST_WORDS).flat_map(|n| words.windows(n)).map(|words| words.join(" "));
    parts.filter(|part| !part.is_ascii() || part.contains(|c: char| c.is_ascii_digit())).find_map(|part| {
        let (app_name, app) = apps.get(&looks(&part))?;
        (plain(&part) != plain(app_name)).then_some((part, *app_name, *app))
    })
}

fn looks(name: &str) -> String {
    shape(&name.nfkc().collect::<String>()).to_lowercase()
}

fn plain(name: &str) -> String {
    name.nfkc().collect::<String>().to_lowercase()
}
