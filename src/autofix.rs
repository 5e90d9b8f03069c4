//! Makes every fix that is certain, as often as it takes until none is left. Writes nothing: it hands back what the files would say.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Certainty, Fix, apply};
use crate::diff;
use crate::format::Document;
use crate::parse::problem::{Problem, ProblemKind};
use crate::pipeline::{self, Checked};
use crate::rules::RunContext;
use crate::source::{ContentPath, Folder};

/// A fix can uncover another one; after this many rounds the rest is left for the next run.
const MAX_ROUNDS: usize = 10;

const BOM: &str = "\u{feff}";

/// A catalogue after its fixes.
#[derive(Debug, Default)]
pub struct FixedCatalogue {
    /// The files that change, in path order.
    pub files: Vec<FixedFile>,
    /// How many fixes were made.
    pub n_fixes: usize,
    /// The catalogue as it would then be.
    pub checked: Checked,
}

/// A file before and after its fixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedFile {
    /// Its path.
    pub path: ContentPath,
    /// Its text as it is.
    pub before: String,
    /// Its text as it would be.
    pub after: String,
}

impl FixedFile {
    /// `document`, which was read from `folder`, as it is and with the text `after`. A byte-order mark stays.
    #[must_use]
    pub fn new(folder: &dyn Folder, document: &Document, after: &str) -> Self {
        let mark = if begins_with_mark(folder, &document.path) { BOM } else { "" };
        let before = document.text.as_deref().unwrap_or_default();
        Self { path: document.path.clone(), before: format!("{mark}{before}"), after: format!("{mark}{after}") }
    }

    /// The change as a unified diff, with three lines around it. `prefix` is what the content folder is called.
    #[must_use]
    pub fn diff(&self, prefix: &str) -> String {
        let name = format!("{prefix}{}", self.path);
        diff::unified(&name, &self.before, &self.after)
    }
}

/// Makes the certain fixes of everything found in `raw` below `parts`; with no parts, everywhere. `folder` is where it was read from: only there
/// is whether a file begins with a byte-order mark, which then stays.
///
/// A fix that would leave a file less readable than it was is not made.
#[must_use]
pub fn autofix(folder: &dyn Folder, raw: RawCatalogue, context: &RunContext, parts: &[&str]) -> FixedCatalogue {
    let mut before: BTreeMap<ContentPath, String> = BTreeMap::new();
    let mut refused = BTreeSet::new();
    let mut n_fixes = 0;
    let mut checked = pipeline::judge(raw, context);
    for _ in 0..MAX_ROUNDS {
        let mut changed = Vec::new();
        for (path, fixes) in certain(&checked, parts) {
            let Some(text) = checked.raw.text(&path).filter(|_| !refused.contains(&path)) else { continue };
            let (after, n_made) = made(&checked.raw, &path, text, &fixes);
            if after == text {
                refused.insert(path);
                continue;
            }
            before.entry(path.clone()).or_insert_with(|| text.to_owned());
            changed.push(Document::read(path, Ok(after.into_bytes())));
            n_fixes += n_made;
        }
        if changed.is_empty() {
            break;
        }
        checked = pipeline::judge(checked.raw.replacing(changed), context);
    }
    let files = before.into_iter().map(|(path, before)| {
        let mark = if begins_with_mark(folder, &path) { BOM } else { "" };
        let after = checked.raw.text(&path).unwrap_or_default();
        FixedFile { before: format!("{mark}{before}"), after: format!("{mark}{after}"), path }
    });
    FixedCatalogue { files: files.collect(), n_fixes, checked }
}

/// The certain fixes of each file.
fn certain<'run>(checked: &'run Checked, parts: &[&str]) -> BTreeMap<ContentPath, Vec<&'run Fix>> {
    let mut fixes: BTreeMap<ContentPath, Vec<&Fix>> = BTreeMap::new();
    for diagnostic in checked.report.iter() {
        let wanted = parts.is_empty() || parts.iter().any(|part| diagnostic.path.is_below(part));
        if let Some(fix) = diagnostic.fix.as_ref().filter(|fix| wanted && fix.certainty == Certainty::Certain) {
            fixes.entry(diagnostic.path.clone()).or_default().push(fix);
        }
    }
    fixes
}

/// `text` with `fixes`; without those that would leave it less readable than it is.
fn made(raw: &RawCatalogue, path: &ContentPath, text: &str, fixes: &[&Fix]) -> (String, usize) {
    let all = apply(text, fixes.iter().copied());
    if !is_worse(raw, path, &all.0) {
        return all;
    }
    let valid = |fix: &&Fix| !is_worse(raw, path, &apply(text, [*fix]).0);
    let valid = apply(text, fixes.iter().copied().filter(valid));
    if is_worse(raw, path, &valid.0) { (text.to_owned(), 0) } else { valid }
}

/// Whether the reader has more to say of the new text than of the old one, or a key is set twice that was not.
fn is_worse(raw: &RawCatalogue, path: &ContentPath, after: &str) -> bool {
    let count = |problems: &[Problem]| {
        let n_doubled = problems.iter().filter(|problem| matches!(problem.kind, ProblemKind::DuplicateKey { .. })).count();
        (problems.len(), n_doubled)
    };
    let before = raw.document(path.as_str()).map_or((0, 0), |document| count(&document.problems));
    let after = count(&Document::read(path.clone(), Ok(after.as_bytes().to_vec())).problems);
    after.0 > before.0 || after.1 > before.1
}

fn begins_with_mark(folder: &dyn Folder, path: &ContentPath) -> bool {
    folder.read(path, path.role().limit()).is_ok_and(|bytes| bytes.starts_with(BOM.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;

    /// A listing after its certain fixes.
    fn after_fixes(listing: &str) -> String {
        let folder = Memory::new().with("listings/acme/listing.yaml", listing);
        let context = RunContext::new(jiff::civil::date(2026, 2, 1));
        let raw = pipeline::read(&folder, &|_, _, _| {}).expect("a folder in memory");
        let fixed = autofix(&folder, raw, &context, &[]);
        fixed.files.into_iter().next().map_or_else(|| listing.to_owned(), |file| file.after)
    }

    #[test]
    fn a_suggestion_is_not_applied() {
        for listing in [
            "summary: Do this\n1. first\n2. second\n",
            "versions:\n  - notes: |\n* First\n* Second\n",
            "summary: Syncs\norders -> invoices\nsource: open\n",
            "allow: [{rule: license-missing, reason: see the note: it is fine}]\n",
            "summary: \"C:\\temp\\\"\n",
            "summary: \"Posts a line\n  for every order\nsource: open\n",
            "tags: [crm]\ntag: finance\n",
            "Tag: crm\ntag: finance\n",
            "author: [oauth2]\n",
            "keywords: [C++, \"C#\"]\n",
            "summary: 'Takes \\u200b away.'\n",
            "a:\n  b: c\n\u{3000}\u{3000}- d\n",
        ] {
            assert_eq!(after_fixes(listing), listing);
        }
    }

    #[test]
    fn a_fence_within_a_text_outlives_the_fence_around_the_file() {
        let notes = "versions:\n  - notes: |\n      Run\n      ```sh\n      npm i\n      ```\n";
        assert_eq!(after_fixes(&format!("```yaml\n{notes}```\n")), notes);
    }

    #[test]
    fn a_removed_line_leaves_no_line_break() {
        assert_eq!(after_fixes("```yaml\r\nsummary: a\r\n```\r\n"), "summary: a\r\n");
    }

    #[test]
    fn quotes_inside_a_string_are_kept() {
        assert_eq!(after_fixes("summary: “Quick” sync: fast\n"), "summary: \"“Quick” sync: fast\"\n");
        assert_eq!(after_fixes("summary: “Quick sync: fast”\n"), "summary: \"Quick sync: fast\"\n");
    }

    #[test]
    fn a_sentence_that_begins_like_a_url_is_not_a_url() {
        assert_eq!(after_fixes("summary: https: made simple\n"), "summary: \"https: made simple\"\n");
        assert_eq!(after_fixes("website: https: //acme.example\n"), "website: https://acme.example\n");
    }

    #[test]
    fn a_text_goes_into_quotes_with_all_its_lines() {
        assert_eq!(after_fixes("summary: Note: this\n  goes on.\nsource: open\n"), "summary: \"Note: this\n  goes on.\"\nsource: open\n");
    }

    #[test]
    fn an_item_that_is_out_of_line_is_moved_with_what_belongs_to_it() {
        let valid = "versions:\n  - version: 1.0.0\n    notes: One.\n  - version: 0.9.0\n    notes: Two.\n";
        assert_eq!(after_fixes(&valid.replace("  - version: 0.9.0\n    notes: Two", " - version: 0.9.0\n   notes: Two")), valid);
    }
}
