//! Tasks and figures from the link cache.

use jiff::tz::TimeZone;
use serde::Serialize;

use super::cache::LinkCache;
use super::host::domain;
use super::judge::{Judgement, judge};
use super::targets::Targets;
use crate::diagnostic::{Code, Level, counted};
use crate::health::{Actor, Task};
use crate::text::shortened;

const DEAD: Code = Code { id: "H010", name: "link-dead" };
const MOVED: Code = Code { id: "H011", name: "link-to-another-domain" };

const UNNAMED: Code = Code { id: "H012", name: "landing-page-without-name" };

/// The most URLs in a report that could not be checked.
const MAX_UNKNOWN: usize = 200;

/// The result of a link check.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LinkSummary {
    /// URLs in the catalogue.
    pub urls: usize,
    /// URLs that were checked in this run.
    pub checked: usize,
    /// URLs that answer with a success.
    pub ok: usize,
    /// URLs that answered 404 or 410 in two runs at least a day apart.
    pub dead: usize,
    /// URLs that answered 404 or 410 once, so far.
    pub failed_once: usize,
    /// URLs that redirect to another registrable domain.
    pub moved: usize,
    /// URLs that could not be checked.
    pub unknown: usize,
    /// The first 200 of those, in order, with the reason.
    pub unchecked: Vec<Unchecked>,
}

/// A URL that could not be checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unchecked {
    /// The URL.
    pub url: String,
    /// The reason.
    pub because: String,
}

impl LinkSummary {
    /// The figures in a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let Self { urls, ok, dead, failed_once, moved, unknown, .. } = self;
        let urls = counted(*urls, "URL");
        format!("{urls}: {ok} ok, {dead} dead, {failed_once} failed once, {moved} moved to another domain, {unknown} could not be checked")
    }
}

/// The tasks for `targets` according to `cache`, and the figures. `checked` of them were checked in this run.
#[must_use]
pub fn tasks(targets: &Targets, cache: &LinkCache, checked: usize) -> (Vec<Task>, LinkSummary) {
    let mut summary = LinkSummary { urls: targets.len(), checked, ..LinkSummary::default() };
    let mut tasks = Vec::new();
    for (url, target) in targets {
        let judgement = cache.links.get(url).map_or_else(|| Judgement::Unknown("not checked yet".to_owned()), judge);
        match judgement {
            Judgement::Alive => summary.ok += 1,
            Judgement::Unnamed(names) => {
                summary.ok += 1;
                for landing in target.landing_of.iter().filter(|landing| names.iter().any(|name| **name == *landing.name)) {
                    let message = format!("`{}` does not contain `{}`", shortened(url), shortened(&landing.name));
                    tasks.push(Task::new(UNNAMED, Level::Info, Actor::Publisher, (&landing.path, landing.span), &message, HELP_UNNAMED));
                }
            }
            Judgement::FailedOnce => summary.failed_once += 1,
            Judgement::Unknown(because) => {
                summary.unknown += 1;
                if summary.unchecked.len() < MAX_UNKNOWN {
                    summary.unchecked.push(Unchecked { url: url.clone(), because });
                }
            }
            Judgement::Dead { since, status } => {
                summary.dead += 1;
                let day = since.to_zoned(TimeZone::UTC).date();
                let message = format!("`{}` is dead: it has answered {status} since {day}", shortened(url));
                let dead = Task::at_each(DEAD, Actor::Publisher, &target.places, &message, HELP_DEAD);
                tasks.extend(dead.map(|task| Task { since: Some(day), ..task }));
            }
            Judgement::Moved { to } => {
                let host = url::Url::parse(&to).ok().and_then(|to| to.host_str().map(str::to_owned)).unwrap_or_default();
                if target.is_own(domain(&host)) {
                    summary.ok += 1;
                    continue;
                }
                summary.moved += 1;
                let message = format!("`{}` now redirects to `{}`, which may belong to someone else", shortened(url), shortened(&host));
                tasks.extend(Task::at_each(MOVED, Actor::Maintainer, &target.places, &message, HELP_MOVED));
            }
        }
    }
    (tasks, summary)
}

const HELP_DEAD: &str = "replace it with the new URL, or remove it";
const HELP_UNNAMED: &str = "link to a page about this listing, which names it as the catalogue does and says how to get it";
const HELP_MOVED: &str =
    "ask the publisher whether the new domain is theirs; if so, use the new URL; if not, someone may have taken over the old domain";
