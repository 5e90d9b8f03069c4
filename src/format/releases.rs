//! The versions of a listing: which is newer, and which the publisher and visitors have. The one place that decides it.

use std::cmp::Reverse;

use super::{Field, ListingFile, Version, VersionEntry};
use crate::source::Spanned;

impl VersionEntry {
    /// Whether it was withdrawn. An entry that says so and cannot be read says so, too.
    #[must_use]
    pub fn is_yanked(&self) -> bool {
        !self.yanked.is_missing()
    }

    /// Whether no one receives it by default while there is another.
    fn is_finished(&self) -> bool {
        !self.is_yanked() && self.version.get().is_some_and(|version| !version.is_prerelease())
    }
}

impl ListingFile {
    /// The entries whose version can be read, newest first: by what is written (`Version::precedence`); where that says nothing, by date, those without one
    /// being older; where that says nothing either, by their place in the file, the upper one being newer.
    #[must_use]
    pub fn newest_first(&self) -> Vec<&Spanned<VersionEntry>> {
        let placed = self.versions.items().iter().enumerate();
        let mut entries: Vec<_> = placed.filter_map(|(place, entry)| Some((entry.version.get()?, place, entry))).collect();
        entries.sort_by(|(a, place_a, entry_a), (b, place_b, entry_b)| {
            let by_date = || (entry_b.date.get(), Reverse(place_b)).cmp(&(entry_a.date.get(), Reverse(place_a)));
            b.precedence(a).then_with(by_date)
        });
        entries.into_iter().map(|(_, _, entry)| entry).collect()
    }

    /// The version that someone who asks for no particular one gets: the newest that is neither a pre-release nor withdrawn, else the newest pre-release that is
    /// not withdrawn.
    #[must_use]
    pub fn default_version(&self) -> Option<&Version> {
        let entries = self.newest_first();
        let entry = entries.iter().find(|entry| entry.is_finished()).or_else(|| entries.iter().find(|entry| !entry.is_yanked()));
        entry.and_then(|entry| entry.version.get())
    }

    /// The version that its publisher's own recipes run.
    #[must_use]
    pub fn released_version(&self) -> Option<&Version> {
        // A version that is named and cannot be had is not another one.
        if matches!(self.released, Field::Invalid(_)) {
            return None;
        }
        self.released.get().filter(|version| !self.is_withdrawn(version)).or_else(|| self.default_version())
    }

    /// The entry of the version that its publisher's own recipes run.
    #[must_use]
    pub fn released_entry(&self) -> Option<&VersionEntry> {
        let released = self.released_version()?;
        self.versions.items().iter().map(|entry| &entry.value).find(|entry| entry.version.get() == Some(released))
    }

    /// The version that a visitor receives. One that is named and was withdrawn is not handed out.
    #[must_use]
    pub fn shared_version(&self) -> Option<&Version> {
        if matches!(self.shared, Field::Invalid(_)) || (self.shared.is_missing() && matches!(self.released, Field::Invalid(_))) {
            return None;
        }
        if let Some(shared) = self.shared.get().filter(|version| !self.is_withdrawn(version)) {
            return Some(shared);
        }
        let Some(released) = self.released.get().filter(|version| !self.is_withdrawn(version)) else { return self.default_version() };
        if !released.is_prerelease() {
            return Some(released);
        }
        let entries = self.newest_first();
        let finished = || entries.iter().filter(|entry| entry.is_finished()).filter_map(|entry| entry.version.get());
        finished().find(|version| version.precedence(released).is_lt()).or_else(|| finished().next()).or(Some(released))
    }

    /// The entries that can still matter to visitors, in the order of the file: neither withdrawn nor dated before the version that visitors receive. What was
    /// published before that stays as it is.
    #[must_use]
    pub fn current_entries(&self) -> Vec<&Spanned<VersionEntry>> {
        let entries = self.versions.items();
        let received = self.shared_version();
        let received = entries.iter().find(|entry| entry.version.get().is_some_and(|version| Some(version) == received));
        let since = received.and_then(|entry| entry.date.get());
        let is_current = |entry: &VersionEntry| !entry.is_yanked() && entry.date.get().zip(since).is_none_or(|(date, since)| date >= since);
        entries.iter().filter(|entry| is_current(entry)).collect()
    }

    /// Whether the entry of `version` says that it was withdrawn.
    #[must_use]
    pub fn is_withdrawn(&self, version: &Version) -> bool {
        self.versions.items().iter().any(|entry| entry.version.get() == Some(version) && entry.is_yanked())
    }
}

#[cfg(test)]
mod tests {
    use crate::format::{ListingFile, Reader, Value, Version};
    use crate::parse::yaml;

    fn read(text: &str) -> ListingFile {
        let (node, problems) = yaml::parse(&format!("name: A\napp: B\n{text}"));
        assert_eq!(problems, []);
        let mut reader = Reader::default();
        let file = ListingFile::read(&node.expect("a value"), &mut reader).expect("a listing");
        assert_eq!(reader.problems, [], "{text}");
        file
    }

    fn received(text: &str) -> String {
        read(text).shared_version().map_or_else(|| "nothing".to_owned(), ToString::to_string)
    }

    #[test]
    fn versions_without_an_order_are_sorted_by_date_then_place() {
        let order = |text: &str| {
            let file = read(text);
            let versions = file.newest_first().into_iter().filter_map(|entry| entry.version.get());
            versions.map(Version::to_string).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            order("versions: [{version: 08-03-2022, date: 2022-03-08}, {version: 01-01-2023, date: 2023-01-01}]"),
            "01-01-2023 08-03-2022"
        );
        assert_eq!(
            order("versions: [{version: master}, {version: nightly, date: 2022-03-08}, {version: latest}, {version: 0.1}]"),
            "0.1 nightly master latest"
        );
        assert_eq!(order("versions: [{version: 1.0.0+a, date: 2022-03-08}, {version: 1.0.0+b, date: 2022-03-09}]"), "1.0.0+b 1.0.0+a");
    }

    #[test]
    fn visitors_receive_the_newest_final_version_by_default() {
        assert_eq!(received("versions: [{version: 1.4.0-rc.1}, {version: 1.3.1}, {version: 1.3.1-rc.1}]"), "1.3.1");
        assert_eq!(received("versions: [{version: 1.4.0-rc.1}, {version: 1.4.0-rc.2}]"), "1.4.0-rc.2");
        assert_eq!(received("versions: [{version: 1.4.0-rc.1}, {version: latest}]"), "latest");
        assert_eq!(received("versions: [{version: 1.4.0-rc.1}, {version: 1.3.1}]\nshared: 1.4.0-rc.1"), "1.4.0-rc.1");
        assert_eq!(received("versions: [{version: 2.0.0}, {version: 1.4.0-rc.1}, {version: 1.3.1}]\nreleased: 1.4.0-rc.1"), "1.3.1");
        assert_eq!(received("versions: []"), "nothing");
    }

    #[test]
    fn versions_before_the_one_that_visitors_receive_are_past() {
        let file = read("versions: [{version: 1.1, date: 2026-02-02}, {version: 1.0, date: 2026-01-02}, {version: latest}]\nshared: 1.1");
        let current: Vec<_> = file.current_entries().into_iter().filter_map(|entry| entry.version.get()).map(Version::as_str).collect();
        assert_eq!(current, ["1.1", "latest"]);
    }

    #[test]
    fn a_withdrawn_version_is_never_received() {
        let versions = "versions: [{version: 5.0.0, yanked: {reason: Broken.}}, {version: 5.0.0-rc.1}, {version: 4.2.0}]";
        assert_eq!(received(versions), "4.2.0");
        assert_eq!(received(&format!("{versions}\nshared: 5.0.0")), "4.2.0");
        assert_eq!(received(&format!("{versions}\nreleased: 5.0.0")), "4.2.0");
        assert_eq!(received("versions: [{version: 5.0.0, yanked: {reason: Broken.}}, {version: 4.2.0-rc.1}]"), "4.2.0-rc.1");
        assert_eq!(received("versions: [{version: 5.0.0, yanked: {reason: Broken.}}]"), "nothing");
    }
}
