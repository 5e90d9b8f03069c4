//! Duties as the text of one issue that is updated in place. Every word of a contributed file goes through [`crate::review::message`].

use jiff::civil::Date;

use super::links::LinkSummary;
use super::{Actor, Group, Health};
use crate::review::message;

/// The first line, by which whoever posts the text finds the issue again.
pub const MARK: &str = "<!-- pressmark-health -->";

/// Characters that forges take in the text of an issue: GitHub's limit, the smallest.
const MAX_CHARS: usize = 65_536;

/// Some of them are left for the line that counts what was left out.
const ROOM_FOR_REST: usize = 200;

/// Duties of one group that are listed: a listing with a hundred dead links is one person's morning, all the same.
const MAX_OF_GROUP: usize = 20;

/// `health` on the day `today`. The same duties on the same day give the same text, which is never longer than a forge takes.
#[must_use]
pub fn markdown(health: &Health, links: Option<&LinkSummary>, today: Date) -> String {
    let mut text = format!("{MARK}\n## {} on {today}\n", title(health));
    if let Some(links) = links {
        text += &format!("\n{}\n", links.sentence());
    }
    let mut n_chars = text.chars().count();
    let mut n_left_out = 0;
    let mut actor = None;
    for group in &health.groups {
        let heading = if actor == Some(group.actor) { String::new() } else { format!("\n### {}\n", heading(group.actor)) };
        let item = heading + &section(group);
        let n_of_item = item.chars().count();
        if n_left_out > 0 || n_chars + n_of_item > MAX_CHARS - ROOM_FOR_REST {
            n_left_out += group.duties.len();
            continue;
        }
        actor = Some(group.actor);
        n_chars += n_of_item;
        text += &item;
    }
    if n_left_out > 0 {
        text += &format!("\nand {} more that do not fit here: run `pressmark health` to see all\n", n_duties(n_left_out));
    }
    text
}

fn title(health: &Health) -> String {
    match health.n_duties() {
        0 => "Nothing to do".to_owned(),
        n => n_duties(n),
    }
}

/// "1 task", "2 tasks".
#[must_use]
pub fn n_duties(n: usize) -> String {
    crate::diagnostic::counted(n, "task")
}

fn heading(actor: Actor) -> &'static str {
    match actor {
        Actor::Publisher => "For publishers",
        Actor::Maintainer => "For maintainers",
    }
}

/// The duties of `group` as a list with a line of its own.
fn section(group: &Group) -> String {
    let name = group.subject.slug().map(|slug| format!(" `{}`", slug.replace('`', "'"))).unwrap_or_default();
    let since = group.since.map(|since| format!(", since {since}")).unwrap_or_default();
    let mut text = format!("\n- [ ] **{}**{name}{since}\n", group.subject.kind());
    for duty in group.duties.iter().take(MAX_OF_GROUP) {
        let diagnostic = &duty.diagnostic;
        text += &format!("  - {} (`{}`)\n", message(&diagnostic.message), diagnostic.code.name);
        for help in &diagnostic.help {
            text += &format!("    - {}\n", message(help));
        }
    }
    let n_more = group.duties.len().saturating_sub(MAX_OF_GROUP);
    if n_more > 0 {
        text += &format!("  - and {n_more} more\n");
    }
    text
}
