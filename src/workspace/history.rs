//! In which order the files of a content folder came into its git repository, if it is in one, and when they were last changed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;

use crate::catalogue::LastChanges;
use crate::picture::Cache;
use crate::rules::History;
use crate::source::ContentPath;
use crate::source::git::{GitError, Head, HeadState, Object, Repository};

/// The day of the last change of each file, by its path from the root of the repository.
type Days = BTreeMap<String, Date>;

/// A history of fewer commits is read each time.
const N_KEPT: usize = 200;

/// How many commits back a kept history is looked for.
const N_LOOKED_FOR: usize = 2 * N_KEPT;

/// The history of a content folder. Git is started when it is asked.
#[derive(Debug)]
pub(super) struct GitHistory {
    content: PathBuf,
    revision: String,
    /// The commit that was found last, with the state in which it was.
    place: Mutex<Option<(HeadState, Head, Place)>>,
    /// The last answer: the preview asks the same at every save.
    last: Mutex<Option<Answer>>,
    changes: Mutex<Option<(Object, Days)>>,
}

/// A folder of a repository at a commit.
#[derive(Debug, Clone)]
struct Place {
    repository: Repository,
    commit: Object,
    /// The path of the folder in the repository.
    prefix: String,
}

/// When paths came, up to a commit.
#[derive(Debug)]
struct Answer {
    commit: Object,
    paths: Vec<ContentPath>,
    additions: Vec<Option<usize>>,
}

impl GitHistory {
    /// The history of the folder `content` up to `revision`.
    pub(super) fn new(content: &Path, revision: &str) -> Self {
        let (content, revision) = (content.to_owned(), revision.to_owned());
        Self { content, revision, place: Mutex::default(), last: Mutex::default(), changes: Mutex::default() }
    }

    /// When the files were last changed, by the last commit and no later. Without git, a repository or a commit, nothing is known. A long history is kept in
    /// `cache`.
    pub(super) fn last_changes(&self, cache: &dyn Cache) -> LastChanges {
        self.ask_changes(cache).unwrap_or_default()
    }

    /// The folder at its commit. While the same commit is checked out, git is not asked again.
    fn place(&self) -> Result<Place, GitError> {
        let mut known = self.place.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((state, head, place)) = known.as_ref()
            && head.state().as_ref() == Some(state)
        {
            return Ok(place.clone());
        }
        let repository = Repository::around(&self.content)?;
        let is_head = self.revision == "HEAD";
        // The state comes first: a commit in between is then found the next time.
        let head = known.take().map(|(_, head, _)| Ok(head)).or_else(|| is_head.then(|| repository.head())).transpose()?;
        let state = head.as_ref().and_then(Head::state);
        let place = Place { commit: repository.commit(&self.revision)?, prefix: repository.prefix()?, repository };
        *known = state.zip(head).map(|(state, head)| (state, head, place.clone()));
        Ok(place)
    }

    fn ask_changes(&self, cache: &dyn Cache) -> Result<LastChanges, GitError> {
        let Place { repository, commit, prefix } = self.place()?;
        let mut last = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        if last.as_ref().is_none_or(|(known, _)| *known != commit) {
            let days = days(&repository, &commit, &prefix, last.as_ref(), cache)?;
            *last = Some((commit, days));
        }
        let days = last.iter().flat_map(|(_, days)| days);
        Ok(days.filter_map(|(file, day)| Some((ContentPath::new(file.strip_prefix(&prefix)?)?, *day))).collect())
    }

    fn ask(&self, paths: &[&ContentPath]) -> Result<Vec<Option<usize>>, GitError> {
        let Place { repository, commit, prefix } = self.place()?;
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = last.as_ref().filter(|known| known.commit == commit && known.paths.iter().eq(paths.iter().copied())) {
            return Ok(known.additions.clone());
        }
        let names: Vec<String> = paths.iter().map(|path| format!("{prefix}{path}")).collect();
        let known = repository.additions(&commit, &names)?;
        // What is not committed yet comes after everything that is.
        let additions: Vec<_> = names.iter().map(|name| known.get(name).copied().unwrap_or(Some(usize::MAX))).collect();
        *last = Some(Answer { commit, paths: paths.iter().map(|&path| path.clone()).collect(), additions: additions.clone() });
        Ok(additions)
    }
}

/// The days on which the files below `prefix` were last changed. Reading a commit takes as long as its largest folder has files. So only the commits after
/// those of `known` are read, or after those of a long history in `cache`.
fn days(
    repository: &Repository,
    commit: &Object,
    prefix: &str,
    known: Option<&(Object, Days)>,
    cache: &dyn Cache,
) -> Result<Days, GitError> {
    // What is beyond the edge of a shallow clone may be known next time.
    if repository.is_shallow()? {
        return Ok(repository.last_changes(commit, None, prefix)?.days);
    }
    let key = |commit: &Object| blake3::hash(format!("last changes 1 {} {prefix}", commit.as_str()).as_bytes()).to_hex().to_string();
    let kept = |commit: Object| {
        let known = known.filter(|(known, _)| *known == commit).map(|(_, days)| days.clone());
        let days = known.or_else(|| serde_json::from_slice(&cache.get(&key(&commit))?).ok())?;
        Some((commit, days))
    };
    let (since, days) = repository.line(commit, N_LOOKED_FOR)?.into_iter().find_map(kept).unzip();
    let new = repository.last_changes(commit, since.as_ref(), prefix)?;
    let mut days: Days = days.unwrap_or_default();
    days.extend(new.days);
    if new.n_commits >= N_KEPT
        && let Ok(bytes) = serde_json::to_vec(&days)
    {
        cache.insert(&key(commit), &bytes);
    }
    Ok(days)
}

impl History for GitHistory {
    /// Without git, a repository or a commit, nothing is known.
    fn additions(&self, paths: &[&ContentPath]) -> Vec<Option<usize>> {
        self.ask(paths).unwrap_or_else(|_| vec![None; paths.len()])
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes a repository")]
mod tests {
    use super::*;

    fn git(folder: &Path, args: &[&str]) {
        let identity = ["-c", "user.name=Test", "-c", "user.email=test@test.example", "-c", "commit.gpgsign=false"];
        let done = std::process::Command::new("git").args(identity).args(args).current_dir(folder).output().expect("git runs");
        assert!(done.status.success(), "{done:?}");
    }

    #[test]
    fn git_is_asked_once_for_each_commit() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        git(scratch.path(), &["init", "--quiet"]);
        git(scratch.path(), &["commit", "--quiet", "--allow-empty", "--message=One"]);
        let history = GitHistory::new(scratch.path(), "HEAD");
        let path = ContentPath::new("listings/a/listing.yaml").expect("a valid path");
        assert_eq!(history.additions(&[&path]), [Some(usize::MAX)]);
        let remember = |n| history.last.lock().expect("no panic").iter_mut().for_each(|answer| answer.additions = vec![Some(n)]);
        remember(7);
        assert_eq!(history.additions(&[&path]), [Some(7)], "the same commit, the same paths");
        assert_eq!(history.additions(&[&path, &path]), [Some(usize::MAX); 2], "other paths");
        remember(7);
        git(scratch.path(), &["commit", "--quiet", "--allow-empty", "--message=Two"]);
        assert_eq!(history.additions(&[&path, &path]), [Some(usize::MAX); 2], "another commit");
    }

    #[test]
    fn git_is_not_started_before_another_commit_is_checked_out() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        git(scratch.path(), &["init", "--quiet", "--initial-branch=main"]);
        commits(scratch.path(), 0, 3);
        let history = GitHistory::new(scratch.path(), "HEAD");
        let cache = crate::picture::NoCache;
        let path = ContentPath::new("content/listings/a/0.md").expect("a valid path");
        let ask = || (history.additions(&[&path]), history.last_changes(&cache).of_page(&path));
        let first = ask();
        assert_eq!(first.1, Some(jiff::civil::date(2026, 1, 1)));
        let settings = scratch.path().join(".git/config");
        let text = std::fs::read_to_string(&settings).expect("settings");
        std::fs::write(&settings, "[").expect("a file that git refuses");
        assert_eq!(ask(), first, "nothing has changed");
        std::fs::write(&settings, &text).expect("the settings");
        commits(scratch.path(), 3, 9);
        assert_eq!(ask().1, Some(jiff::civil::date(2026, 1, 11)), "another commit");
        let before = ask();
        git(scratch.path(), &["pack-refs", "--all"]);
        assert_eq!(ask(), before, "the same commit at another place");
        git(scratch.path(), &["checkout", "--quiet", "--detach", "--force", "main~5"]);
        assert_eq!(ask().1, Some(jiff::civil::date(2026, 1, 1)), "no branch at all");
    }

    /// Keeps everything in memory.
    #[derive(Default)]
    struct Kept(Mutex<BTreeMap<String, Vec<u8>>>);

    impl Cache for Kept {
        fn get(&self, key: &str) -> Option<Vec<u8>> {
            self.0.lock().expect("no panic").get(key).cloned()
        }

        fn insert(&self, key: &str, bytes: &[u8]) {
            self.0.lock().expect("no panic").insert(key.to_owned(), bytes.to_owned());
        }
    }

    /// Adds commits to the branch `main`, one a day from the day `first` of 2026, each of which changes one of ten files.
    fn commits(folder: &Path, first: usize, n: usize) {
        let mut input = String::new();
        for day in first..first + n {
            let from = if day > first || first == 0 { "" } else { "from refs/heads/main^0\n" };
            let (file, seconds) = (format!("content/listings/a/{}.md", day % 10), 1_767_225_600 + day * 86_400);
            input += &format!("commit refs/heads/main\ncommitter Test <test@test.example> {seconds} +0000\ndata 0\n{from}");
            input += &format!("M 100644 inline {file}\ndata <<END\n{day}\nEND\n\n");
        }
        std::fs::write(folder.join("input"), input).expect("a file");
        let mut import = std::process::Command::new("git");
        let input = std::fs::File::open(folder.join("input")).expect("a file");
        assert!(import.args(["fast-import", "--quiet"]).current_dir(folder).stdin(input).status().expect("git runs").success());
    }

    #[test]
    fn a_long_history_is_read_once_and_then_only_what_is_new() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        git(scratch.path(), &["init", "--quiet", "--initial-branch=main"]);
        std::fs::create_dir(scratch.path().join("content")).expect("a folder");
        let cache = Kept::default();
        let ask = |cache: &dyn Cache| GitHistory::new(&scratch.path().join("content"), "main").last_changes(cache);
        commits(scratch.path(), 0, N_KEPT - 1);
        let _ = ask(&cache);
        assert!(cache.0.lock().expect("no panic").is_empty(), "a short history is not kept");
        commits(scratch.path(), N_KEPT - 1, 1);
        let whole = ask(&crate::picture::NoCache);
        assert_eq!(ask(&cache), whole);
        assert_eq!(cache.0.lock().expect("no panic").len(), 1);
        commits(scratch.path(), N_KEPT, 15);
        let whole = ask(&crate::picture::NoCache);
        assert_eq!(ask(&cache), whole, "what was kept and what is new");
        // A day that no commit has shows that the old commits were not read again.
        let changed = |bytes: &mut Vec<u8>| *bytes = br#"{"content/listings/a/old.md":"2020-01-01"}"#.to_vec();
        cache.0.lock().expect("no panic").values_mut().for_each(changed);
        let old = ContentPath::new("listings/a/old.md").expect("a valid path");
        assert_eq!(ask(&cache).of_page(&old), Some(jiff::civil::date(2020, 1, 1)));
        cache.0.lock().expect("no panic").values_mut().for_each(|bytes| *bytes = b"damaged".to_vec());
        assert_eq!(ask(&cache), whole, "a damaged entry is none");
    }

    #[test]
    fn a_new_commit_is_added_to_what_is_known() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        git(scratch.path(), &["init", "--quiet", "--initial-branch=main"]);
        std::fs::create_dir(scratch.path().join("content")).expect("a folder");
        commits(scratch.path(), 0, 3);
        let history = GitHistory::new(&scratch.path().join("content"), "main");
        let cache = crate::picture::NoCache;
        let _ = history.last_changes(&cache);
        commits(scratch.path(), 3, 9);
        let whole = GitHistory::new(&scratch.path().join("content"), "main").last_changes(&cache);
        assert_eq!(history.last_changes(&cache), whole);
    }
}
