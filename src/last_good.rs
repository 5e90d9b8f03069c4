//! The last good state of each file, so that a preview goes on while some of them are broken. No disk, no browser.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Level;
use crate::format::Document;
use crate::pipeline::Checked;
use crate::source::ContentPath;

/// The last state that was shown.
#[derive(Debug, Default)]
pub struct LastGood {
    raw: Arc<RawCatalogue>,
    broken: BTreeSet<Box<str>>,
}

impl LastGood {
    /// `raw`, in which the files and folders `broken` have no good state.
    #[must_use]
    pub fn new(raw: Arc<RawCatalogue>, broken: BTreeSet<Box<str>>) -> Self {
        Self { raw, broken }
    }

    /// `now` with every broken file and folder as it was when it was last good, checked by `judge`; `None` when no better state is known.
    #[must_use]
    pub fn restore(&self, now: &Checked, judge: impl FnOnce(RawCatalogue) -> Checked) -> Option<Checked> {
        let broken = broken(now);
        if broken.iter().all(|part| self.broken.contains(part)) {
            return None;
        }
        let known: BTreeSet<&str> = self.raw.documents().map(|document| part(&document.path)).collect();
        let restored: BTreeSet<&str> =
            broken.iter().map(|part| &**part).filter(|part| !self.broken.contains(*part) && known.contains(part)).collect();
        if restored.is_empty() {
            return None;
        }
        let is_restored = |document: &&Arc<Document>| restored.contains(part(&document.path));
        let good = self.raw.shared_documents().filter(is_restored);
        let others = now.raw.shared_documents().filter(|document| !is_restored(document));
        Some(judge(RawCatalogue::from_documents(others.chain(good).cloned())))
    }
}

/// The unit that is good or broken as a whole: the folder of a listing, or else the file at `path` itself.
fn part(path: &ContentPath) -> &str {
    path.listing_folder().unwrap_or(path.as_str())
}

/// The files and folders of which `checked` shows nothing or not everything: what is left out, and the shared files with an error.
#[must_use]
pub fn broken(checked: &Checked) -> BTreeSet<Box<str>> {
    let errors = checked.report.iter().filter(|found| found.level == Level::Error && !found.path.is_below("listings"));
    checked.resolved.left_out.iter().cloned().chain(errors.map(|found| found.path.as_str().into())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline;
    use crate::rules::RunContext;
    use crate::source::Memory;

    fn checked(settings: &str, listing: &str) -> (Checked, RunContext) {
        let folder = Memory::new()
            .with("catalogue.yaml", settings)
            .with("tags.yaml", "- {id: crm, label: Customers}\n")
            .with("apps/slack.yaml", "name: Slack\n")
            .with("publishers/acme.yaml", "name: Acme Works\nmay_hide_source: true\n")
            .with("listings/acme/listing.yaml", listing);
        let context = RunContext::new(jiff::civil::date(2026, 2, 1));
        (pipeline::check(&folder, &context, &|_, _, _| {}).expect("a folder in memory"), context)
    }

    const LISTING: &str = "name: Messages\napp: Slack\nsummary: Posts a line for every order.\npublisher: acme\ntags: [crm]\nsource: closed\n\
        install: {url: https://a.example/install}\nsupport: {email: help@a.example}\nversions: [{version: 1.0.0, date: 2026-01-01}]\n";

    #[test]
    fn a_listing_with_an_error_is_shown_as_it_was() {
        let (first, context) = checked("title: A\n", LISTING);
        assert_eq!(first.resolved.left_out, [], "{:?}", first.report);
        let last = LastGood::new(Arc::new(first.raw), BTreeSet::new());
        let (broken_now, _) = checked("title: B\n", &LISTING.replace("name: Messages", "name: ["));
        assert_eq!(&*broken_now.resolved.left_out[0], "listings/acme");
        let shown = last.restore(&broken_now, |raw| pipeline::judge(raw, &context)).expect("a better state");
        assert_eq!(&*shown.resolved.catalogue.listings["acme"].name, "Messages");
        assert_eq!(&*shown.resolved.catalogue.settings.title, "B", "what is sound is as it is now");
        let (valid, _) = checked("title: B\n", LISTING);
        assert!(last.restore(&valid, |raw| pipeline::judge(raw, &context)).is_none());
    }

    #[test]
    fn broken_settings_leave_the_last_good_ones() {
        let (first, context) = checked("title: A\n", LISTING);
        let last = LastGood::new(Arc::new(first.raw), BTreeSet::new());
        let (broken_now, _) = checked("title: [\n", LISTING);
        let shown = last.restore(&broken_now, |raw| pipeline::judge(raw, &context)).expect("a better state");
        assert_eq!(&*shown.resolved.catalogue.settings.title, "A");
    }

    #[test]
    fn content_without_a_good_state_is_shown_as_it_is() {
        let (first, context) = checked("titel: A\n", LISTING);
        let last = LastGood::new(Arc::new(first.raw), BTreeSet::from(["catalogue.yaml".into()]));
        let (broken_now, _) = checked("titel: B\n", LISTING);
        assert!(last.restore(&broken_now, |raw| pipeline::judge(raw, &context)).is_none());
    }
}
