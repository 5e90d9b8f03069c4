//! Tasks as the text of one issue that is updated in place. All text from contributed files goes through [`crate::review::message`].

use jiff::civil::Date;

use super::links::LinkSummary;
use super::{Actor, Group, Health};
use crate::diagnostic::counted;
use crate::review::message;

/// The first line, which identifies the issue to update.
pub const MARK: &str = "<!-- pressmark-health -->";

/// The most characters in the text of an issue: GitHub's limit, the smallest of the forges.
const MAX_CHARS: usize = 65_536;

/// Characters reserved for the line that counts the omitted tasks.
const ROOM_FOR_REST: usize = 200;

/// The most tasks of one group that are listed: a listing with a hundred dead links is still one morning's work.
const MAX_OF_GROUP: usize = 20;

/// `health` on the day `today`. The same tasks on the same day give the same text, which is never longer than a forge accepts.
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
            n_left_out += group.tasks.len();
            continue;
        }
        actor = Some(group.actor);
        n_chars += n_of_item;
        text += &item;
    }
    if n_left_out > 0 {
        text += &format!("\nand {} that do not fit here: run `pressmark health` to see all\n", counted(n_left_out, "more task"));
    }
    text
}

fn title(health: &Health) -> String {
    match health.n_tasks() {
        0 => "Nothing to do".to_owned(),
        n => counted(n, "task"),
    }
}

fn heading(actor: Actor) -> &'static str {
    match actor {
        Actor::Publisher => "For publishers",
        Actor::Maintainer => "For maintainers",
    }
}

/// The tasks of `group` as a list item with a nested list.
fn section(group: &Group) -> String {
    let name = group.subject.slug().map(|slug| format!(" `{}`", slug.replace('`', "'"))).unwrap_or_default();
    let since = group.since.map(|since| format!(", since {since}")).unwrap_or_default();
    let mut text = format!("\n- [ ] **{}**{name}{since}\n", group.subject.kind());
    for task in group.tasks.iter().take(MAX_OF_GROUP) {
        let diagnostic = &task.diagnostic;
        text += &format!("  - {} (`{}`)\n", message(&diagnostic.message), diagnostic.code.name);
        for help in &diagnostic.help {
            text += &format!("    - {}\n", message(&help.to_string()));
        }
    }
    let n_more = group.tasks.len().saturating_sub(MAX_OF_GROUP);
    if n_more > 0 {
        text += &format!("  - and {n_more} more\n");
    }
    text
}
