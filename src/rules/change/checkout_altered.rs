//! `checkout-altered`

use crate::catalogue::{Change, Unusual};
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::source::ContentPath;

rule! {
    /// A file would make a checkout differ from what was reviewed.
    ///
    /// `.gitattributes` converts files in a working copy, a submodule adds files from another repository, and a symbolic link leads anywhere.
    /// Only reviewed content is published, so only maintainers add such files, each in a separate change.
    ///
    /// ```files,fails
    /// ==> listings/acme/.gitattributes <==
    /// README.md working-tree-encoding=UTF-16
    /// ```
    /// ```files,passes
    /// ==> listings/acme/notes.txt <==
    /// README.md working-tree-encoding=UTF-16
    /// ```
    CHECKOUT_ALTERED = { id: "R018", name: "checkout-altered", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    if change.is_by_maintainer() {
        return;
    }
    let counts = |what: &Unusual| matches!(what, Unusual::AltersCheckouts | Unusual::Link | Unusual::Submodule);
    for (path, what) in change.files.unusual.iter().filter(|(_, what)| counts(what)).take(MOST_TOLD) {
        let said = format!("`{}` {}", shortened(path), what.words());
        let of_content = ContentPath::new(path).filter(|path| change.files.content.contains_key(path));
        let finding = match of_content {
            Some(path) => findings.elsewhere(&path, None, said),
            None => findings.whole(said),
        };
        finding.help("remove the file from this change");
    }
}

/// More of them add nothing new.
const MOST_TOLD: usize = 20;
