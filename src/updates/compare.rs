//! Installed listings compared with what a catalogue says of their slugs. Versions are compared as everywhere in the project, so that an older version is
//! never an update.

use std::cmp::Ordering;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::Installed;
use crate::contract::{Removed, State, Update, Updates};
use crate::format::Version;

/// Changes of slug that are followed, at most.
const MAX_MOVES: usize = 8;

/// Installed listings and what has become of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The address of the catalogue.
    pub catalogue: String,
    /// The installed listings, in the order of the list.
    pub entries: Vec<Compared>,
}

/// An installed listing and what has become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// What is installed.
    pub installed: Installed,
    /// What is to be said of it; nothing if it is up to date.
    pub findings: Vec<Finding>,
}

/// What is to be said of an installed listing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Finding {
    /// There is a newer version.
    Update {
        /// The version that visitors receive.
        to: String,
    },
    /// The installed version was withdrawn.
    Withdrawn {
        /// The version that visitors receive now.
        #[serde(skip_serializing_if = "Option::is_none")]
        now: Option<String>,
    },
    /// It is no longer in the catalogue.
    Gone {
        /// Its state.
        state: State,
        /// The first day of that state.
        #[serde(skip_serializing_if = "Option::is_none")]
        since: Option<String>,
        /// The reason.
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// The slug of the listing to use instead.
        #[serde(skip_serializing_if = "Option::is_none")]
        replaced_by: Option<String>,
    },
    /// It has another slug.
    Moved {
        /// The slug that it has now.
        to: String,
    },
    /// It must not be used for now.
    Suspended,
    /// The catalogue does not know the slug.
    Unknown,
    /// There is a better alternative.
    Deprecated,
    /// The listing that it is built on is installed, too, and has a newer version.
    ParentUpdate {
        /// The slug of the parent.
        parent: String,
        /// The version of the parent that visitors receive.
        to: String,
    },
    /// The installed version is newer than the one that visitors receive.
    Newer {
        /// The version that visitors receive.
        shared: String,
    },
    /// The installed version is another one, and nothing says which of the two is newer.
    Unclear {
        /// The version that visitors receive.
        shared: String,
    },
    /// It is from another catalogue and was not compared.
    OtherCatalogue,
}

impl Finding {
    /// Whether someone has to do something about it.
    #[must_use]
    pub fn needs_action(&self) -> bool {
        match self {
            Self::Update { .. } | Self::Withdrawn { .. } | Self::Gone { .. } | Self::Moved { .. } | Self::Suspended | Self::Unknown => true,
            Self::Deprecated | Self::ParentUpdate { .. } | Self::Newer { .. } | Self::Unclear { .. } | Self::OtherCatalogue => false,
        }
    }

    /// The finding in a few words, with names in backquotes.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Update { to } => format!("update to `{to}`"),
            Self::Withdrawn { now: Some(now) } => format!("this version was withdrawn: install `{now}`"),
            Self::Withdrawn { now: None } => "this version was withdrawn, and there is no other".to_owned(),
            Self::Gone { state, since, reason, replaced_by } => {
                let what = match state {
                    State::Unpublished => "withdrawn by its publisher",
                    State::Suspended => "suspended",
                    _ => "removed from the catalogue",
                };
                let since = since.as_ref().map(|since| format!(" on `{since}`")).unwrap_or_default();
                let reason = reason.as_ref().map(|reason| format!(" (`{reason}`)")).unwrap_or_default();
                let instead = replaced_by.as_ref().map(|slug| format!(": use `{slug}` instead")).unwrap_or_default();
                format!("{what}{since}{reason}{instead}")
            }
            Self::Moved { to } => format!("is now called `{to}`"),
            Self::Suspended => "suspended: do not use it for now".to_owned(),
            Self::Unknown => "is not in the lists of this catalogue".to_owned(),
            Self::Deprecated => "deprecated: it still works, but a better alternative exists".to_owned(),
            Self::ParentUpdate { parent, to } => format!("its parent `{parent}` has a newer version: `{to}`"),
            Self::Newer { shared } => format!("is newer than what the catalogue has: `{shared}`"),
            Self::Unclear { shared } => format!("the catalogue has `{shared}`: nothing says which of the two is newer"),
            Self::OtherCatalogue => "is from another catalogue and was not compared".to_owned(),
        }
    }
}

impl Compared {
    /// Whether someone has to do something about it.
    #[must_use]
    pub fn needs_action(&self) -> bool {
        self.findings.iter().any(Finding::needs_action)
    }
}

impl Comparison {
    /// Whether someone has to do something about one of the listings.
    #[must_use]
    pub fn needs_action(&self) -> bool {
        self.entries.iter().any(Compared::needs_action)
    }
}

/// Compares each of `list` with what the catalogue says of it in `updates` and `removed`.
#[must_use]
pub fn compare(list: Vec<Installed>, updates: &Updates, removed: &Removed) -> Comparison {
    let versions: HashMap<String, Version> = list.iter().map(|entry| (entry.slug.clone(), entry.version.clone())).collect();
    let entries = list.into_iter().map(|installed| {
        let findings = findings(&installed, updates, removed, &versions);
        Compared { installed, findings }
    });
    Comparison { catalogue: updates.catalogue.clone(), entries: entries.collect() }
}

fn findings(installed: &Installed, updates: &Updates, removed: &Removed, versions: &HashMap<String, Version>) -> Vec<Finding> {
    let folder = |url: &str| url.trim_end_matches('/').to_owned();
    if installed.catalogue.as_ref().is_some_and(|catalogue| folder(catalogue) != folder(&updates.catalogue)) {
        return vec![Finding::OtherCatalogue];
    }
    let (mut slug, mut found) = (&installed.slug, Vec::new());
    for _ in 0..MAX_MOVES {
        if let Some(update) = updates.listings.get(slug) {
            if *slug != installed.slug {
                found.push(Finding::Moved { to: slug.clone() });
            }
            found.extend(of_listed(&installed.version, update, versions));
            return found;
        }
        let Some(departure) = removed.listings.get(slug) else { break };
        let Some(to) = &departure.moved_to else {
            found.push(Finding::Gone {
                state: departure.state,
                since: departure.since.clone(),
                reason: departure.reason.clone(),
                replaced_by: departure.replaced_by.clone(),
            });
            return found;
        };
        slug = to;
    }
    vec![Finding::Unknown]
}

fn of_listed(version: &Version, update: &Update, versions: &HashMap<String, Version>) -> Vec<Finding> {
    let shared = update.shared.as_deref().and_then(|text| Version::parse(text).ok());
    let text = |version: &Version| version.as_str().to_owned();
    let mut found = Vec::new();
    if update.yanked.iter().any(|yanked| yanked == version.as_str()) {
        found.push(Finding::Withdrawn { now: shared.as_ref().filter(|shared| *shared != version).map(text) });
    } else if let Some(shared) = shared.as_ref().filter(|shared| *shared != version) {
        found.extend(match version.precedence(shared) {
            _ if !(version.has_order() && shared.has_order()) => Some(Finding::Unclear { shared: text(shared) }),
            Ordering::Less => Some(Finding::Update { to: text(shared) }),
            Ordering::Greater => Some(Finding::Newer { shared: text(shared) }),
            Ordering::Equal => None,
        });
    }
    match update.state {
        Some(State::Suspended) => found.push(Finding::Suspended),
        Some(State::Deprecated) => found.push(Finding::Deprecated),
        _ => {}
    }
    let parent = update
        .parent
        .as_ref()
        .and_then(|parent| Some((parent, versions.get(parent)?, Version::parse(update.parent_shared.as_deref()?).ok()?)));
    if let Some((parent, _, to)) = parent.filter(|(_, own, to)| own.has_order() && own.precedence(to).is_lt()) {
        found.push(Finding::ParentUpdate { parent: parent.clone(), to: text(&to) });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::compare;
    use crate::contract::{Removed, Updates, read};
    use crate::updates::installed;

    const UPDATES: &str = r#"{"schema": 1, "catalogue": "https://c.example/", "listings": {
        "acme": {"shared": "1.4.0", "released": "1.5.0-rc.1", "yanked": ["1.3.0"]},
        "rows": {"shared": "2.0.0", "parent": "acme", "parent_shared": "1.4.0"},
        "word": {"shared": "latest"},
        "none": {},
        "old": {"shared": "3", "state": "deprecated"},
        "bad": {"shared": "3", "state": "suspended", "yanked": ["4"], "later": "a key of a later version"},
        "all": {"yanked": ["1"]}
    }}"#;
    const REMOVED: &str = r#"{"schema": 1, "catalogue": "https://c.example/", "listings": {
        "gone": {"state": "removed", "since": "2026-03-03", "reason": "security", "replaced_by": "acme"},
        "left": {"state": "unpublished"},
        "first": {"state": "renamed", "moved_to": "second"},
        "second": {"state": "merged", "moved_to": "acme"},
        "lost": {"state": "renamed", "moved_to": "gone"},
        "loop": {"state": "renamed", "moved_to": "loop"}
    }}"#;

    #[track_caller]
    fn says(list: &str, words: &str) {
        let updates: Updates = read(UPDATES.as_bytes()).expect("updates");
        let removed: Removed = read(REMOVED.as_bytes()).expect("removed");
        let compared = compare(installed(list).expect("a list"), &updates, &removed);
        let first = compared.entries.first().expect("an entry");
        let said: Vec<String> = first.findings.iter().map(super::Finding::words).collect();
        assert_eq!(said.join("; "), words, "{list}");
    }

    #[test]
    fn an_update_is_only_ever_to_a_newer_version() {
        says("acme 1.3.9", "update to `1.4.0`");
        says("acme 1.4.0-rc.1", "update to `1.4.0`");
        says("acme v1.4", "");
        says("acme 1.4.0+build", "");
        says("acme 1.5.0-rc.1", "is newer than what the catalogue has: `1.4.0`");
        says("acme 1.10.0", "is newer than what the catalogue has: `1.4.0`");
        says("acme latest", "the catalogue has `1.4.0`: nothing says which of the two is newer");
        says("word 652e113", "the catalogue has `latest`: nothing says which of the two is newer");
        says("word latest", "");
        says("none 1.0", "");
    }

    #[test]
    fn a_withdrawn_version_is_replaced_even_by_an_older_one() {
        says("acme 1.3.0", "this version was withdrawn: install `1.4.0`");
        says("bad 4", "this version was withdrawn: install `3`; suspended: do not use it for now");
        says("all 1", "this version was withdrawn, and there is no other");
    }

    #[test]
    fn what_left_the_catalogue_says_why_and_where_to() {
        says("gone 1", "removed from the catalogue on `2026-03-03` (`security`): use `acme` instead");
        says("left 1", "withdrawn by its publisher");
        says("first 1.3.9", "is now called `acme`; update to `1.4.0`");
        says("lost 1", "removed from the catalogue on `2026-03-03` (`security`): use `acme` instead");
        says("loop 1", "is not in the lists of this catalogue");
        says("nobody 1", "is not in the lists of this catalogue");
        says("old 3", "deprecated: it still works, but a better alternative exists");
    }

    #[test]
    fn a_parent_that_is_installed_too_is_compared() {
        says("rows 2.0.0\nacme 1.3.9", "its parent `acme` has a newer version: `1.4.0`");
        says("rows 2.0.0\nacme 1.4.0", "");
        says("rows 2.0.0", "");
    }

    #[test]
    fn what_is_from_another_catalogue_is_not_compared() {
        says(
            r#"[{"slug": "acme", "version": "1.0", "catalogue": "https://d.example/"}]"#,
            "is from another catalogue and was not compared",
        );
        says(r#"[{"slug": "acme", "version": "1.0", "catalogue": "https://c.example"}]"#, "update to `1.4.0`");
    }
}
