//! What links led to when they were first looked at: the owner of each repository, by number, and the host that a URL redirects to. What has changed since
//! is a task until a person removes the entry. The text of a JSON file; reads and writes no file.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use url::Url;

use super::cache::LinkCache;
use super::host::domain;
use super::judge::Answer;
use super::repositories::{Owner, Repositories};
use super::targets::Targets;
use crate::diagnostic::Code;
use crate::health::{Actor, Task};
use crate::text::{pretty_json, shortened};

const OWNER_CHANGED: Code = Code { id: "H014", name: "repository-owner-changed" };
const REDIRECT_CHANGED: Code = Code { id: "H015", name: "redirect-changed" };

/// The version of the format.
const VERSION: u32 = 1;

/// Repositories and redirects as they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkMemory {
    version: u32,
    /// The owner of each repository, by its URL.
    repositories: BTreeMap<String, Known<Owner>>,
    /// The host that each URL redirects to, if that is on another domain.
    redirects: BTreeMap<String, Known<String>>,
}

/// A fact that is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Known<T> {
    /// What it was at first.
    known: T,
    /// What it is now, if that is something else.
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    now: Option<T>,
    /// The day of the last look.
    seen: Date,
}

/// Notes that `url` is at `value` on the day `today`.
fn learn<T>(facts: &mut BTreeMap<String, Known<T>>, url: &str, value: T, today: Date, is_same: impl Fn(&T, &T) -> bool) {
    match facts.get_mut(url) {
        Some(fact) => {
            fact.seen = today;
            fact.now = Some(value).filter(|value| !is_same(&fact.known, value));
        }
        None => drop(facts.insert(url.to_owned(), Known { known: value, now: None, seen: today })),
    }
}

impl Default for LinkMemory {
    fn default() -> Self {
        Self { version: VERSION, repositories: BTreeMap::new(), redirects: BTreeMap::new() }
    }
}

impl LinkMemory {
    /// Reads the text of a memory.
    ///
    /// # Errors
    /// When it is none: whoever lost it should know.
    pub fn read(text: &str) -> Result<Self, String> {
        let memory: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if memory.version == VERSION { Ok(memory) } else { Err(format!("it has version {}, not {VERSION}", memory.version)) }
    }

    /// The text of the memory.
    #[must_use]
    pub fn text(&self) -> String {
        pretty_json(self)
    }

    /// The repositories to ask about on the day `today`, at most `limit`: those never seen first, then the least recently seen.
    #[must_use]
    pub fn due<'run>(&self, repositories: &'run Repositories, today: Date, limit: usize) -> Vec<&'run str> {
        let seen = |name: &str| self.repositories.get(name).map(|fact| fact.seen);
        let mut due: Vec<_> =
            repositories.keys().map(|name| (seen(name), name.as_str())).filter(|(seen, _)| *seen != Some(today)).collect();
        due.sort_unstable();
        due.into_iter().take(limit).map(|(_, name)| name).collect()
    }

    /// Notes on the day `today` who owns which repository, and forgets those that are not in `repositories`.
    pub fn learn_owners(&mut self, repositories: &Repositories, owners: BTreeMap<String, Owner>, today: Date) {
        for (name, owner) in owners {
            learn(&mut self.repositories, &name, owner, today, |known, now| known.id == now.id);
        }
        self.repositories.retain(|name, _| repositories.contains_key(name));
    }

    /// Notes on the day `today` which of `targets` redirect to another domain, and forgets the others.
    pub fn learn_redirects(&mut self, targets: &Targets, cache: &LinkCache, today: Date) {
        for url in targets.keys() {
            match cache.links.get(url).map(|link| &link.answer) {
                Some(Answer::Elsewhere(to)) => {
                    let host = Url::parse(to).ok().and_then(|to| to.host_str().map(str::to_owned)).unwrap_or_default();
                    learn(&mut self.redirects, url, host, today, |known, now| domain(known) == domain(now));
                }
                Some(Answer::Status(200..=299) | Answer::Unnamed(_)) => drop(self.redirects.remove(url)),
                Some(Answer::Status(_) | Answer::Unknown(_)) | None => {}
            }
        }
        self.redirects.retain(|url, _| targets.contains_key(url));
    }

    /// A task for every place that leads to something that has changed.
    #[must_use]
    pub fn tasks(&self, repositories: &Repositories, targets: &Targets) -> Vec<Task> {
        let mut tasks = Vec::new();
        for (name, repository) in repositories {
            let Some((known, now)) = self.repositories.get(name).and_then(|fact| Some((&fact.known, fact.now.as_ref()?))) else { continue };
            let name = shortened(name);
            let message = format!(
                "`{name}` belongs to `{}` (account {}) now, and belonged to `{}` (account {})",
                now.login, now.id, known.login, known.id
            );
            tasks.extend(Task::at_each(OWNER_CHANGED, Actor::Maintainer, &repository.places, &message, HELP_OWNER));
        }
        for (url, target) in targets {
            let Some((known, now)) = self.redirects.get(url).and_then(|fact| Some((&fact.known, fact.now.as_ref()?))) else { continue };
            if target.is_own(domain(now)) {
                continue;
            }
            let message = format!("`{}` redirects to `{}` now, and redirected to `{}`", shortened(url), shortened(now), shortened(known));
            tasks.extend(Task::at_each(REDIRECT_CHANGED, Actor::Maintainer, &target.places, &message, HELP_REDIRECT));
        }
        tasks
    }
}

const HELP_OWNER: &str = "ask the publisher, by another way than this repository, whether they gave it to someone else; if so, remove its entry from the memory; \
    if not, suspend the listing: someone may have taken over the account";
const HELP_REDIRECT: &str =
    "ask the publisher whether the new host is theirs; if so, remove the entry of the URL from the memory; if not, suspend the listing";

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;

    use super::*;
    use crate::health::links::{LinkStatus, repositories, targets};
    use crate::source::Memory;

    const URL: &str = "https://github.com/acme/rows";

    fn raw() -> crate::catalogue::RawCatalogue {
        let listing = "name: Rows\nsource_url: https://github.com/Acme/rows\nwebsite: https://rows.com/\ninstall: {url: 'https://github.com/acme/rows/releases'}\n";
        let folder = Memory::new().with("listings/rows/listing.yaml", listing);
        crate::catalogue::RawCatalogue::read(&folder, &|_, _| {}).expect("a folder in memory")
    }

    fn owned(by: u64, login: &str) -> BTreeMap<String, Owner> {
        BTreeMap::from([(URL.to_owned(), Owner { id: by, login: login.to_owned() })])
    }

    fn messages(memory: &LinkMemory) -> Vec<String> {
        let raw = raw();
        memory.tasks(&repositories(&raw), &targets(&raw)).into_iter().map(|task| task.diagnostic.message).collect()
    }

    #[test]
    fn another_owner_is_a_task_until_a_person_has_looked() {
        let raw = raw();
        let known = repositories(&raw);
        let mut memory = LinkMemory::default();
        assert_eq!(memory.due(&known, date(2026, 11, 1), 9), [URL]);
        memory.learn_owners(&known, owned(5, "acme"), date(2026, 11, 1));
        assert!(memory.due(&known, date(2026, 11, 1), 9).is_empty(), "once a day");
        assert!(messages(&memory).is_empty());
        memory.learn_owners(&known, owned(5, "acme-works"), date(2026, 11, 2));
        assert!(messages(&memory).is_empty(), "the same account under another name");
        memory.learn_owners(&known, owned(7, "acme"), date(2026, 11, 3));
        // No answer on the next day, and another process.
        memory.learn_owners(&known, BTreeMap::new(), date(2026, 11, 4));
        let memory = LinkMemory::read(&memory.text()).expect("a memory");
        let said = "`https://github.com/acme/rows` belongs to `acme` (account 7) now, and belonged to `acme` (account 5)";
        assert_eq!(messages(&memory), [said, said], "in two keys");
        let mut memory = memory;
        memory.learn_owners(&known, owned(5, "acme"), date(2026, 11, 5));
        assert!(messages(&memory).is_empty(), "it was given back");
        memory.learn_owners(&Repositories::new(), BTreeMap::new(), date(2026, 11, 6));
        assert_eq!(memory, LinkMemory::default(), "the catalogue no longer mentions it");
    }

    #[test]
    fn another_target_of_a_redirect_is_a_task() {
        let raw = raw();
        let mut memory = LinkMemory::default();
        let mut redirect = |answer: Answer| {
            let mut cache = LinkCache::default();
            cache.links.insert("https://rows.com/".to_owned(), LinkStatus::after(None, answer, Timestamp::UNIX_EPOCH));
            memory.learn_redirects(&targets(&raw), &cache, date(2026, 11, 1));
            messages(&memory)
        };
        assert!(redirect(Answer::Elsewhere("https://www.acme.net/a".to_owned())).is_empty());
        assert!(redirect(Answer::Elsewhere("https://acme.net/b".to_owned())).is_empty(), "the same domain");
        let parked = redirect(Answer::Elsewhere("https://parking.net/".to_owned()));
        assert_eq!(parked, ["`https://rows.com/` redirects to `parking.net` now, and redirected to `www.acme.net`"]);
        assert_eq!(redirect(Answer::Unknown("timed out".to_owned())), parked);
        assert!(redirect(Answer::Status(200)).is_empty());
    }

    #[test]
    fn a_damaged_memory_is_not_taken_for_an_empty_one() {
        for text in ["", "{}", "[]", r#"{"version": 2, "repositories": {}, "redirects": {}}"#] {
            assert!(LinkMemory::read(text).is_err(), "{text}");
        }
        assert_eq!(LinkMemory::read(&LinkMemory::default().text()), Ok(LinkMemory::default()));
    }
}
