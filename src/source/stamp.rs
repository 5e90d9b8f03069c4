//! By which a file that has changed is recognised without reading it. Knows what a file system records; knows no clock.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// A file that changed later than this before it was read may have changed once more without another stamp: file systems round times, some to two seconds.
const ROUNDING: Duration = Duration::from_secs(3);

/// What a file system records of a file. A file with another stamp than before has to be read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    n_bytes: u64,
    modified: SystemTime,
    identity: Identity,
}

impl Stamp {
    /// The stamp of a file; `None` where its times are not recorded.
    #[must_use]
    pub fn new(found: &Metadata) -> Option<Self> {
        Some(Self { n_bytes: found.len(), modified: found.modified().ok()?, identity: Identity::new(found) })
    }

    /// The stamp of a file that a test makes up: the one with the number `inode`.
    #[cfg(test)]
    pub(crate) fn of(n_bytes: u64, modified: SystemTime, inode: u64) -> Self {
        Self { n_bytes, modified, identity: Identity::of(inode) }
    }

    /// The size of the file in bytes.
    #[must_use]
    pub fn n_bytes(&self) -> u64 {
        self.n_bytes
    }

    /// Whether the last change was long enough before `now` that every later one gives the file another stamp.
    #[must_use]
    pub fn is_settled(&self, now: SystemTime) -> bool {
        let last = self.identity.changed().map_or(self.modified, |changed| changed.max(self.modified));
        now.duration_since(last).is_ok_and(|age| age > ROUNDING)
    }
}

/// The file under its name, and when anything about it changed, which no program can set.
#[cfg(unix)]
#[derive(Debug, Clone, PartialEq, Eq)]
struct Identity {
    device: u64,
    inode: u64,
    seconds: i64,
    nanoseconds: i64,
}

#[cfg(unix)]
impl Identity {
    fn new(found: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Self { device: found.dev(), inode: found.ino(), seconds: found.ctime(), nanoseconds: found.ctime_nsec() }
    }

    #[cfg(test)]
    fn of(inode: u64) -> Self {
        Self { device: 0, inode, seconds: 0, nanoseconds: 0 }
    }

    fn changed(&self) -> Option<SystemTime> {
        let seconds = Duration::from_secs(u64::try_from(self.seconds).ok()?);
        SystemTime::UNIX_EPOCH.checked_add(seconds + Duration::from_nanos(u64::try_from(self.nanoseconds).ok()?))
    }
}

/// When the file was created; the system records no more.
#[cfg(not(unix))]
#[derive(Debug, Clone, PartialEq, Eq)]
struct Identity(Option<SystemTime>);

#[cfg(not(unix))]
impl Identity {
    fn new(found: &Metadata) -> Self {
        Self(found.created().ok())
    }

    #[cfg(test)]
    fn of(inode: u64) -> Self {
        Self(Some(SystemTime::UNIX_EPOCH + Duration::from_secs(inode)))
    }

    fn changed(&self) -> Option<SystemTime> {
        self.0
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test looks at a file")]
mod tests {
    use std::fs;

    use super::*;

    fn stamp(path: &std::path::Path) -> Stamp {
        Stamp::new(&fs::metadata(path).expect("a file")).expect("times")
    }

    #[test]
    fn a_file_that_has_just_changed_may_change_again_within_the_same_time() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        let file = scratch.path().join("a");
        fs::write(&file, "a").expect("a file");
        let stamp = stamp(&file);
        let written = fs::metadata(&file).expect("a file").modified().expect("a time");
        assert!(!stamp.is_settled(written + Duration::from_secs(2)));
        assert!(!stamp.is_settled(written - Duration::from_secs(60)), "a clock that is behind");
        assert!(stamp.is_settled(written + Duration::from_secs(5)));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_with_the_size_and_the_time_of_another_has_another_stamp() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        let (one, two) = (scratch.path().join("one"), scratch.path().join("two"));
        fs::write(&one, "a").expect("a file");
        fs::write(&two, "b").expect("a file");
        let before = stamp(&one);
        let set = |path| {
            let file = fs::File::options().write(true).open(path).expect("a file");
            file.set_modified(before.modified).expect("a time");
        };
        set(&two);
        assert_eq!(stamp(&two).modified, before.modified);
        assert_ne!(stamp(&two), before);
        fs::rename(&two, &one).expect("a file over another");
        assert_ne!(stamp(&one), before);
    }
}
