//! Checks of a folder that is checked again and again: what has not changed is neither read nor checked by itself once more. No clock, no watcher.

use std::collections::BTreeSet;
use std::time::SystemTime;

use crate::catalogue::{RawCatalogue, resolve};
use crate::format::KnownDocuments;
use crate::pipeline::{Checked, Progress};
use crate::rules::{self, CheckResult, KnownFindings, RunContext};
use crate::source::{Folder, FolderError};

/// What is known of a folder from its last check.
#[derive(Debug, Default)]
pub struct Recheck {
    documents: KnownDocuments,
    findings: KnownFindings,
}

impl Recheck {
    /// Reads and checks the catalogue in `folder`, with the same result as [`pipeline::check`](crate::pipeline::check). `now` is the time.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn check(
        &mut self,
        folder: &dyn Folder,
        now: SystemTime,
        context: &RunContext,
        progress: Progress<'_>,
    ) -> Result<Checked, FolderError> {
        let documents = self.documents.read(folder, now, &|done, all| progress("reading", done, all))?;
        Ok(self.judge(RawCatalogue::from_documents(documents), context))
    }

    /// Checks `raw` in `context`, with the same result as [`pipeline::judge`](crate::pipeline::judge).
    pub fn judge(&mut self, raw: RawCatalogue, context: &RunContext) -> Checked {
        let CheckResult { report, n_allowed } = rules::run_again(&raw, context, &mut self.findings);
        let resolved = resolve(&raw, &rules::losses(&report));
        Checked { raw, report, n_allowed, resolved }
    }

    /// Forgets the files and folders `parts`, such as `listings/acme`.
    pub fn forget(&mut self, parts: &BTreeSet<String>) {
        self.documents.forget(parts);
    }

    /// Forgets everything.
    pub fn forget_all(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests;
