//! How a change that was written is proposed: the commands of git, as the repository around it needs them, and the page of the forge. Knows shells; changes
//! nothing.

use std::path::Path;

use super::new_example::word;
use super::{say, terminal};
use crate::format::SettingsFile;
use crate::source::git::{GitError, Repository};
use crate::submission::new_pull_request;
use crate::text::printable;
use crate::workspace::Workspace;

/// A change of some files that is to be committed.
#[derive(Debug)]
pub(super) struct Proposal {
    /// The name of its branch: letters that mean nothing to git or a shell. If there is such a branch, a number is added.
    pub(super) branch: String,
    /// The title of its commit.
    pub(super) title: String,
    /// Its files and folders, from the content folder.
    pub(super) places: Vec<String>,
    /// The folder that it moved away, from the content folder: it is no longer there.
    pub(super) left: Option<String>,
}

/// Something to do next.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Step {
    what: String,
    command: Option<String>,
    more: Option<String>,
}

impl Step {
    pub(super) fn new(what: impl Into<String>, command: impl Into<String>) -> Self {
        Self { what: what.into(), command: Some(command.into()), more: None }
    }
}

/// What the commands depend on.
#[derive(Debug)]
struct Found {
    /// The folder from which the commands work, if that is not the current one.
    from: Option<String>,
    /// A name that no branch has.
    branch: String,
    /// `None` where none is set up.
    remote: Option<String>,
    /// The paths that git is told about first.
    added: Vec<String>,
    /// The paths to commit.
    committed: Vec<String>,
}

impl Proposal {
    /// Prints `said` and how to propose the change, after the steps `before`; `who` are sentences about the people who can.
    pub(super) fn print(
        &self,
        content: &Workspace,
        settings: &SettingsFile,
        (said, who): (&str, &str),
        before: Vec<Step>,
    ) -> std::io::Result<()> {
        let folder = content.folder();
        let ours = match self.found(folder) {
            Ok(found) => found.map(|found| self.steps(&found, settings)),
            Err(GitError::NoRepository(_)) => Some(vec![self.without_repository(content, settings)]),
            Err(why) => {
                say::aside!("{} {why}", terminal::bold("note:"));
                let places = || self.left.iter().chain(&self.places).map(|path| place(folder, path)).collect();
                let (from, branch, remote) = (None, self.branch.clone(), Some(ORIGIN.to_owned()));
                Some(self.steps(&Found { from, branch, remote, added: places(), committed: places() }, settings))
            }
        };
        let is_nothing = ours.is_none();
        let steps: Vec<Step> = before.into_iter().chain(ours.unwrap_or_default()).collect();
        let who = if is_nothing || who.is_empty() { String::new() } else { format!(" {who}") };
        say::line(&format!("{said}{who}{}", if steps.is_empty() { "" } else { " Next:" }))?;
        for (n, Step { what, command, more }) in steps.iter().enumerate() {
            let colon = if command.is_some() { ":" } else { "" };
            say::line(&format!("  {}. {what}{colon}", n + 1))?;
            command.iter().try_for_each(|command| say::line(&format!("     {}", terminal::bold(command))))?;
            more.iter().try_for_each(|more| say::line(&format!("     {more}")))?;
        }
        if is_nothing {
            say::line("There is nothing to propose: the files are as they are in the last commit.")?;
        }
        Ok(())
    }

    /// What git says of the change to the catalogue in `folder`; `None` when the files are as they are in the last commit.
    fn found(&self, folder: &Path) -> Result<Option<Found>, GitError> {
        let repository = Repository::around(folder)?;
        let top = repository.top()?;
        let is_elsewhere = Repository::around(Path::new(".")).and_then(|here| here.top()).ok() != Some(top);
        let paths: Vec<String> = self.left.iter().chain(&self.places).cloned().collect();
        let standing = repository.standing(&paths)?;
        let (mut added, mut committed, mut is_changed) = (Vec::new(), Vec::new(), false);
        for (path, standing) in paths.iter().zip(standing) {
            let place = if is_elsewhere { path.clone() } else { place(folder, path) };
            let is_left = self.left.as_ref() == Some(path);
            // Git refuses a path of which it knows nothing.
            if !is_left || standing.is_staged {
                added.push(place.clone());
            }
            if !is_left || standing.is_committed {
                committed.push(place);
            }
            is_changed |= standing.is_changed || !(is_left || standing.is_committed);
        }
        if !is_changed {
            return Ok(None);
        }
        let remotes = repository.remotes()?;
        let remote = remotes.iter().find(|name| *name == ORIGIN).or(remotes.first()).cloned();
        let from = is_elsewhere.then(|| folder.to_string_lossy().into_owned());
        Ok(Some(Found { from, branch: free(&self.branch, &repository.branches()?), remote, added, committed }))
    }

    /// The steps in a repository.
    fn steps(&self, found: &Found, settings: &SettingsFile) -> Vec<Step> {
        let Found { from, branch, remote, added, committed } = found;
        let words = |places: &[String]| places.iter().map(|place| word(place)).collect::<Vec<_>>().join(" ");
        let from = from.as_ref().map(|folder| format!("cd {} && ", word(folder))).unwrap_or_default();
        let commit = format!(
            "{from}git switch -c {branch} && git add {} && git commit -m {} -- {}",
            words(added),
            word(&self.title),
            words(committed)
        );
        let push = match remote {
            Some(remote) => Step::new("push the branch", format!("git push -u {} {branch}", word(remote))),
            None => {
                let url = repository(settings).unwrap_or_else(|| "URL".to_owned());
                let command = format!("git remote add {ORIGIN} {} && git push -u {ORIGIN} {branch}", word(&url));
                Step::new("add the remote repository, and push the branch", command)
            }
        };
        let url = new_pull_request(settings, branch).map(|url| printable(&url));
        vec![
            Step::new("commit it on a new branch", commit),
            push,
            Step { what: "open the pull request".to_owned(), command: None, more: None }.leading_to(url),
        ]
    }

    /// The step without a repository.
    fn without_repository(&self, content: &Workspace, settings: &SettingsFile) -> Step {
        let beside = content.beside();
        let beside = beside.to_string_lossy();
        let from = if matches!(&*beside, "" | ".") { String::new() } else { format!("cd {} && ", word(&beside)) };
        let command = format!("{from}git init -b main && git add . && git commit -m {}", word(&self.title));
        let what = "this folder is in no git repository, so there is no branch to propose; to start a repository here".to_owned();
        let more = repository(settings).map(|url| {
            let clone = terminal::bold(&format!("git clone {}", word(&url)));
            format!(
                "if this is a copy of the catalogue's repository, clone that one instead, and run `pressmark` in the clone:\n     {clone}"
            )
        });
        Step { what, command: Some(command), more }
    }
}

impl Step {
    /// The step with the page on which it is done, if that is known.
    fn leading_to(mut self, url: Option<String>) -> Self {
        if let Some(url) = url {
            self.what.push(':');
            self.more = Some(url);
        }
        self
    }
}

/// What a clone usually calls the repository that it was made of.
const ORIGIN: &str = "origin";

/// The path of `path` from where the program was started.
fn place(content: &Path, path: &str) -> String {
    content.join(path).to_string_lossy().into_owned()
}

/// The URL of the catalogue's repository, if the settings name it.
fn repository(settings: &SettingsFile) -> Option<String> {
    let url = settings.repository.get()?.url.get().filter(|url| url.is_web())?;
    Some(printable(&url.text))
}

/// `branch`, or with the first number that makes it a name that no branch has. A branch is no folder of other branches, and some systems take two cases for one.
fn free(branch: &str, branches: &[String]) -> String {
    let taken: Vec<String> = branches.iter().map(|name| name.to_lowercase()).collect();
    let is_free = |name: &String| {
        let name = name.to_lowercase();
        !taken.iter().any(|taken| taken.strip_prefix(&name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    };
    let numbered = (2_usize..).map(|n| format!("{branch}-{n}"));
    std::iter::once(branch.to_owned()).chain(numbered).find(is_free).unwrap_or_else(|| branch.to_owned())
}

#[cfg(test)]
mod tests {
    use super::free;

    #[test]
    fn a_name_that_a_branch_has_gets_a_number() {
        let free = |branches: &[&str]| free("suspend-acme", &branches.iter().map(|&name| name.to_owned()).collect::<Vec<_>>());
        assert_eq!(free(&["main", "suspend-acme-messages"]), "suspend-acme");
        assert_eq!(free(&["suspend-acme"]), "suspend-acme-2");
        assert_eq!(free(&["Suspend-Acme/a", "suspend-acme-2"]), "suspend-acme-3");
    }
}
