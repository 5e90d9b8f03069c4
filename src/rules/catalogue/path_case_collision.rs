//! `path-case-collision`

use std::collections::{HashMap, HashSet};

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::source::ContentPath;

rule! {
    /// Two paths differ only in case.
    ///
    /// Windows and macOS treat them as one file: a checkout there has only one of the two, without notice.
    ///
    /// ```files,fails
    /// ==> listings/acme/docs/Guide.txt <==
    /// Install it.
    /// ==> listings/acme/docs/guide.txt <==
    /// Install it.
    /// ```
    /// ```files,passes
    /// ==> listings/acme/docs/guide.txt <==
    /// Install it.
    /// ```
    PATH_CASE_COLLISION = { id: "C005", name: "path-case-collision", level: Error, costs: Page, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let mut first: HashMap<String, (&str, &ContentPath)> = HashMap::new();
    let mut reported: HashSet<&str> = HashSet::new();
    for document in raw.documents() {
        let path = document.path.as_str();
        // Folders collide as files do: every beginning of the path counts.
        for end in path.match_indices('/').map(|(at, _)| at).chain([path.len()]) {
            let beginning = &path[..end];
            let &mut (known, known_path) = first.entry(beginning.to_lowercase()).or_insert((beginning, &document.path));
            if known == beginning {
                continue;
            }
            if reported.insert(beginning) {
                findings
                    .elsewhere(&document.path, None, format!("`{beginning}` and `{known}` differ only in case"))
                    .related(known_path, None, "the other path")
                    .help("rename one of the two");
            }
            break;
        }
    }
}
