//! The order in which submissions wait, and how long each has waited. Pure functions of the forge's list and the reviews.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::forge::{Submission, public_line};
use super::state::{class_of, state_of};
use crate::diagnostic::Level;
use crate::format::SettingsFile;
use crate::review::{Outcome, business_days_between, business_days_later};
use crate::vocabulary::{Class, QueueState};

/// One submission with its position and age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The data from the forge.
    pub submission: Submission,
    /// Its status.
    pub state: QueueState,
    /// The class of the change, once it has one.
    pub class: Option<Class>,
    /// Its position among those that wait for a reviewer, from 1.
    pub position: Option<usize>,
    /// Business days since it was opened.
    pub age: u32,
    /// Business days until the first answer, for its class.
    pub target: Option<u32>,
    /// The last day of the target.
    pub due: Option<Date>,
    /// The errors that block merging: `path:line: message`.
    pub blocking: Vec<String>,
}

impl Entry {
    /// Whether it has waited for a reviewer past its target.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.state == QueueState::WaitsForReviewer && self.target.is_some_and(|target| self.age > target)
    }
}

/// All submissions: first those that wait for a reviewer, then those ready to merge, then those with a meeting, then those that wait for their submitter, then drafts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    /// The day on which ages were counted.
    pub today: Date,
    /// The submissions.
    pub entries: Vec<Entry>,
}

impl Queue {
    /// The number of submissions in `state`.
    #[must_use]
    pub fn n_of(&self, state: QueueState) -> usize {
        self.entries.iter().filter(|entry| entry.state == state).count()
    }

    /// The number of submissions that have waited for a reviewer past their target.
    #[must_use]
    pub fn n_over(&self) -> usize {
        self.entries.iter().filter(|entry| entry.is_over()).count()
    }

    /// The median age of the submissions that wait for a reviewer, in business days; the lower of two.
    #[must_use]
    pub fn median_age(&self) -> Option<u32> {
        let mut ages: Vec<u32> =
            self.entries.iter().filter(|entry| entry.state == QueueState::WaitsForReviewer).map(|entry| entry.age).collect();
        ages.sort_unstable();
        ages.get(ages.len().saturating_sub(1) / 2).copied()
    }
}

/// The queue of `submissions` on the day `today`. `outcomes` are the reviews, by number.
///
/// Submissions that wait for a reviewer are sorted by the end of their target: within a class, first come, first served, and a fast class does not
/// wait for a slow one. A submission without a target counts as if it had the longest.
#[must_use]
pub fn queue(submissions: Vec<Submission>, outcomes: &BTreeMap<u64, Outcome>, settings: &SettingsFile, today: Date) -> Queue {
    let mut entries: Vec<Entry> =
        submissions.into_iter().map(|submission| entry(outcomes.get(&submission.number), submission, settings, today)).collect();
    let longest = entries.iter().filter_map(|entry| entry.target).max().unwrap_or(0);
    let due = |entry: &Entry| business_days_later(entry.submission.opened, entry.target.unwrap_or(longest));
    entries.sort_by_key(|entry| (entry.state, due(entry), entry.submission.opened, entry.submission.number));
    for (place, entry) in entries.iter_mut().take_while(|entry| entry.state == QueueState::WaitsForReviewer).enumerate() {
        entry.position = Some(place + 1);
    }
    Queue { today, entries }
}

fn entry(outcome: Option<&Outcome>, submission: Submission, settings: &SettingsFile, today: Date) -> Entry {
    // A review of an older commit does not apply.
    let outcome = outcome.filter(|outcome| submission.head.as_ref().is_none_or(|head| *head == outcome.head));
    let class = class_of(&submission, outcome, settings);
    let target = class.map(|class| class.target(settings));
    Entry {
        state: state_of(&submission, outcome),
        class,
        position: None,
        age: business_days_between(submission.opened, today),
        target,
        due: target.map(|target| business_days_later(submission.opened, target)),
        blocking: outcome.map(blocking).unwrap_or_default(),
        submission,
    }
}

fn blocking(outcome: &Outcome) -> Vec<String> {
    let all = outcome.listings.iter().flat_map(|listing| &listing.findings).chain(&outcome.findings);
    let errors = all.filter(|finding| finding.level == Level::Error);
    let line = |line: Option<u32>| line.map(|line| format!(":{line}")).unwrap_or_default();
    let mut blocking: Vec<String> =
        errors.map(|finding| public_line(&format!("{}{}: {}", finding.path, line(finding.line), finding.message))).collect();
    blocking.dedup();
    blocking
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Content, Document};
    use crate::source::ContentPath;

    fn settings() -> SettingsFile {
        let text = b"title: Examples\nreview: {targets: {update: 0d, rename: 3d, new-listing: 1d, new-app: 5d}}\n".to_vec();
        let document = Document::read(ContentPath::new("catalogue.yaml").expect("a path"), Ok(text));
        let Content::Settings(settings) = document.content else { panic!("settings") };
        *settings
    }

    fn submissions(rows: &[(u64, &str, &str)]) -> Vec<Submission> {
        let entry = |(number, day, labels): &(u64, &str, &str)| {
            let labels: Vec<_> = labels.split(' ').collect();
            serde_json::json!({"number": number, "createdAt": format!("{day}T12:00:00Z"), "labels": labels})
        };
        let text = serde_json::Value::from(rows.iter().map(entry).collect::<Vec<_>>()).to_string();
        super::super::forge::read(&text, "content/").expect("a list").submissions
    }

    fn order(rows: &[(u64, &str, &str)]) -> Queue {
        // A Saturday.
        queue(submissions(rows), &BTreeMap::new(), &settings(), jiff::civil::date(2026, 11, 21))
    }

    fn numbers(queue: &Queue) -> Vec<u64> {
        queue.entries.iter().map(|entry| entry.submission.number).collect()
    }

    #[test]
    fn within_a_class_first_come_is_first_served() {
        let queue = order(&[(3, "2026-11-18", "new-listing"), (1, "2026-11-19", "new-listing"), (2, "2026-11-17", "new-listing")]);
        assert_eq!(numbers(&queue), [2, 3, 1]);
        assert_eq!(queue.entries.iter().map(|entry| entry.position).collect::<Vec<_>>(), [Some(1), Some(2), Some(3)]);
        assert_eq!(queue.entries.iter().map(|entry| entry.age).collect::<Vec<_>>(), [3, 2, 1]);
        assert_eq!((queue.n_over(), queue.median_age()), (2, Some(2)));
    }

    #[test]
    fn a_quick_class_does_not_wait_for_a_slow_one() {
        let queue = order(&[(1, "2026-11-16", "new-app"), (2, "2026-11-19", "update"), (3, "2026-11-10", "unheard-of")]);
        assert_eq!(numbers(&queue), [3, 2, 1]);
        assert_eq!(queue.entries[0].target, None);
    }

    #[test]
    fn of_several_labels_the_one_with_the_most_time_counts() {
        let queue = order(&[(1, "2026-11-16", "new-listing update transfer outside-listings new-app")]);
        assert_eq!(queue.entries[0].class, Some(Class::NewApp));
        let queue = order(&[(1, "2026-11-16", "lifecycle new-listing"), (2, "2026-11-17", "transfer rename")]);
        assert_eq!(
            queue.entries.iter().map(|entry| entry.class).collect::<Vec<_>>(),
            [Some(Class::NewListing), Some(Class::Rename)],
            "a rename has three days here"
        );
    }

    #[test]
    fn the_next_actor_decides_the_order() {
        let rows = [
            (1, "2026-11-02", "new-listing waits-for-submitter"),
            (2, "2026-11-19", "new-listing waits-for-reviewer"),
            (3, "2026-11-03", "update ready-to-merge"),
            (4, "2026-11-04", "update ready-to-merge waits-for-submitter"),
        ];
        let queue = order(&rows);
        assert_eq!(numbers(&queue), [2, 3, 1, 4], "those that wait for their submitter by what is due first");
        assert_eq!(queue.n_over(), 0, "only reviewers can be late");
        assert_eq!(queue.n_of(QueueState::WaitsForSubmitter), 2);
    }

    #[test]
    fn a_meeting_is_not_counted_against_anyone() {
        let rows = [(1, "2026-11-02", "new-listing waits-for-reviewer meeting"), (2, "2026-11-03", "new-listing waits-for-reviewer")];
        let queue = order(&rows);
        assert_eq!(numbers(&queue), [2, 1]);
        assert_eq!((queue.entries[1].state, queue.entries[1].position, queue.entries[1].is_over()), (QueueState::Meeting, None, false));
        assert_eq!((queue.n_over(), queue.n_of(QueueState::Meeting)), (1, 1));
        assert!(queue.sentence().contains("1 with a meeting"), "{}", queue.sentence());
    }

    #[test]
    fn what_reviewers_decide_at_a_meeting_outweighs_its_label() {
        use super::super::forge::Decision;
        let mut submission = submissions(&[(1, "2026-11-02", "meeting")]).remove(0);
        for (decision, is_draft, state) in [
            (Some(Decision::Approved), false, QueueState::ReadyToMerge),
            (Some(Decision::ChangesRequested), false, QueueState::WaitsForSubmitter),
            (None, true, QueueState::Draft),
            (None, false, QueueState::Meeting),
        ] {
            (submission.decision, submission.is_draft) = (decision, is_draft);
            assert_eq!(state_of(&submission, None), state);
        }
    }

    #[test]
    fn an_approval_does_not_outweigh_failing_checks() {
        let mut submission = submissions(&[(1, "2026-11-02", "")]).remove(0);
        submission.decision = Some(super::super::forge::Decision::Approved);
        let outcome = r#"{"verdict": "changes", "labels": [], "next_actor": "submitter", "target": {"class": "new-listing", "business_days": 1, "by": "2026-11-03"},
            "reviewers": [], "areas": [], "findings": [], "base": "a", "head": "b",
            "listings": [{"slug": "acme", "class": "new-listing", "changes": [],
                "findings": [{"rule": "tags-missing", "level": "error", "path": "listings/acme/listing.yaml", "line": 3, "message": "mail to `noreply@acme.example` is not read"}]}]}"#;
        let outcome: Outcome = serde_json::from_str(outcome).expect("an outcome");
        assert_eq!(state_of(&submission, Some(&outcome)), QueueState::WaitsForSubmitter);
        assert_eq!(state_of(&submission, None), QueueState::ReadyToMerge);
        let queue = queue(vec![submission], &BTreeMap::from([(1, outcome)]), &settings(), jiff::civil::date(2026, 11, 21));
        assert_eq!(queue.entries[0].blocking, ["listings/acme/listing.yaml:3: mail to `…` is not read"], "no mail address is published");
    }

    #[test]
    fn a_review_of_an_older_commit_counts_for_nothing() {
        let old = "a".repeat(40);
        let outcome = format!(
            r#"{{"verdict": "approve", "labels": [], "next_actor": "nobody", "target": {{"class": "new-app", "business_days": 5, "by": "2026-11-09"}},
            "reviewers": [], "areas": [], "listings": [], "findings": [], "base": "{old}", "head": "{old}"}}"#
        );
        let outcome: Outcome = serde_json::from_str(&outcome).expect("an outcome");
        let state = |head: Option<&str>| {
            let mut submission = submissions(&[(1, "2026-11-02", "update waits-for-reviewer")]).remove(0);
            submission.head = head.map(str::to_owned);
            let queue = queue(vec![submission], &BTreeMap::from([(1, outcome.clone())]), &settings(), jiff::civil::date(2026, 11, 21));
            (queue.entries[0].state, queue.entries[0].class)
        };
        assert_eq!(state(Some(&old)), (QueueState::ReadyToMerge, Some(Class::NewApp)));
        assert_eq!(state(None), (QueueState::ReadyToMerge, Some(Class::NewApp)), "a forge that does not say which commit is its newest");
        assert_eq!(state(Some(&"b".repeat(40))), (QueueState::WaitsForReviewer, Some(Class::RoutineEdit)));
    }

    #[test]
    fn an_empty_queue_is_valid() {
        let queue = order(&[]);
        assert_eq!((queue.median_age(), queue.n_over(), queue.entries.len()), (None, 0, 0));
    }
}
