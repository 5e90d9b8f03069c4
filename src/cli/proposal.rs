//! How a change that was written is proposed: the commands of git, and the page of the forge. Knows shells; runs nothing.

use super::new_example::word;
use super::{say, terminal};
use crate::format::SettingsFile;
use crate::submission::new_pull_request;
use crate::text::printable;

/// A change of some files that is to be committed.
#[derive(Debug)]
pub(super) struct Proposal {
    /// The name of its branch: letters that mean nothing to git or a shell.
    pub(super) branch: String,
    /// The title of its commit.
    pub(super) title: String,
    /// Its files and folders, from where the program was started.
    pub(super) places: Vec<String>,
}

impl Proposal {
    /// Prints the steps, as numbered commands.
    pub(super) fn print(&self, settings: &SettingsFile) -> std::io::Result<()> {
        let branch = &self.branch;
        let places: Vec<String> = self.places.iter().map(|place| word(place)).collect();
        let commit = format!("git switch -c {branch} && git add {} && git commit -m {}", places.join(" "), word(&self.title));
        for (n, (what, command)) in
            [("commit it on a new branch", commit), ("push the branch", format!("git push -u origin {branch}"))].iter().enumerate()
        {
            say::line(&format!("  {}. {what}:\n     {}", n + 1, terminal::bold(command)))?;
        }
        let url = new_pull_request(settings, branch);
        say::line(&format!("  3. open the pull request{}", url.map(|url| format!(":\n     {}", printable(&url))).unwrap_or_default()))
    }
}
