//! Duties and figures from what is remembered of addresses.

use jiff::tz::TimeZone;
use serde::Serialize;

use super::host::domain;
use super::judge::{Judgement, judge};
use super::memory::Memory;
use super::targets::Targets;
use crate::diagnostic::{Code, Findings, Level};
use crate::health::{Actor, Duty};
use crate::rules::shortened;
use crate::source::{ContentPath, Span};

const DEAD: Code = Code { id: "H010", name: "link-dead" };
const MOVED: Code = Code { id: "H011", name: "link-to-another-domain" };

/// Addresses that could not be checked and are named in a report, at most.
const MAX_UNKNOWN: usize = 200;

/// What a check of addresses came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LinkSummary {
    /// Addresses that are to be checked.
    pub addresses: usize,
    /// Addresses that were asked in this run.
    pub asked: usize,
    /// Addresses that answer.
    pub well: usize,
    /// Addresses that were gone in two runs at least a day apart.
    pub dead: usize,
    /// Addresses that were gone once, so far.
    pub doubtful: usize,
    /// Addresses that lead to another registrable domain.
    pub moved: usize,
    /// Addresses that could not be checked.
    pub unknown: usize,
    /// The first 200 of those, by address, and why.
    pub could_not_be_checked: Vec<Unchecked>,
}

/// An address of which nothing was learnt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unchecked {
    /// The address.
    pub url: String,
    /// Why.
    pub because: String,
}

impl LinkSummary {
    /// The figures in a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let Self { addresses, well, dead, doubtful, moved, unknown, .. } = self;
        let addresses = if *addresses == 1 { "1 address".to_owned() } else { format!("{addresses} addresses") };
        format!(
            "{addresses}: {well} well, {dead} dead, {doubtful} gone once, {moved} moved to another domain, {unknown} could not be checked"
        )
    }
}

/// The duties that `memory` has for `targets`, and the figures. `asked` of them were asked in this run.
#[must_use]
pub fn duties(targets: &Targets, memory: &Memory, asked: usize) -> (Vec<Duty>, LinkSummary) {
    let mut summary = LinkSummary { addresses: targets.len(), asked, ..LinkSummary::default() };
    let mut duties = Vec::new();
    for (url, target) in targets {
        let judgement = memory.links.get(url).map_or_else(|| Judgement::Unknown("not checked yet".to_owned()), judge);
        match judgement {
            Judgement::Well => summary.well += 1,
            Judgement::Doubtful => summary.doubtful += 1,
            Judgement::Unknown(because) => {
                summary.unknown += 1;
                if summary.could_not_be_checked.len() < MAX_UNKNOWN {
                    summary.could_not_be_checked.push(Unchecked { url: url.clone(), because });
                }
            }
            Judgement::Dead { since, status } => {
                summary.dead += 1;
                let day = since.to_zoned(TimeZone::UTC).date();
                duties.extend(target.places.iter().map(|(path, span)| Duty {
                    since: Some(day),
                    ..of(
                        DEAD,
                        Actor::Publisher,
                        path,
                        *span,
                        &format!("`{}` is dead: it has answered {status} since {day}", shortened(url)),
                        HELP_DEAD,
                    )
                }));
            }
            Judgement::Moved { to } => {
                let host = url::Url::parse(&to).ok().and_then(|to| to.host_str().map(str::to_owned)).unwrap_or_default();
                if target.is_own(domain(&host)) {
                    summary.well += 1;
                    continue;
                }
                summary.moved += 1;
                let message = format!("`{}` now redirects to `{}`, which may belong to someone else", shortened(url), shortened(&host));
                duties.extend(target.places.iter().map(|(path, span)| of(MOVED, Actor::Maintainer, path, *span, &message, HELP_MOVED)));
            }
        }
    }
    (duties, summary)
}

const HELP_DEAD: &str = "replace it with the new URL, or remove it";
const HELP_MOVED: &str =
    "ask the publisher whether the new domain is theirs; if so, use the new URL; if not, someone may have taken over the old domain";

fn of(code: Code, actor: Actor, path: &ContentPath, span: Span, message: &str, help: &str) -> Duty {
    let mut found = Vec::new();
    Findings::new(code, Level::Warn, path, &mut found).at(span, message).help(help);
    let Some(diagnostic) = found.pop() else { unreachable!("found on the line above") };
    Duty { actor, since: None, diagnostic }
}
