//! `pressmark explain`

use super::args::ExplainArgs;
use super::terminal::bold;
use super::{Outcome, say};
use crate::rules::{Rule, all, called, guide, nearest_name};

/// Prints the page of a rule, or a line for each.
pub(super) fn run(args: &ExplainArgs) -> Outcome {
    let text = match &args.rule {
        None => list(),
        Some(name) => page(called(name).ok_or_else(|| unknown(name))?),
    };
    say::words(&text)?;
    Ok(true)
}

fn page(rule: &Rule) -> String {
    let heading = bold(&format!("# {} ({})", rule.code.name, rule.code.id));
    let lines = guide(rule).lines().map(|line| if line.starts_with("## ") { bold(line) } else { line.to_owned() }).collect::<Vec<_>>();
    format!("{heading}\n\n{}\n", lines.join("\n"))
}

fn list() -> String {
    let width = all().map(|rule| rule.code.name.len()).max().unwrap_or_default();
    let line = |rule: &'static Rule| format!("{} {:width$} {:5} {}\n", rule.code.id, rule.code.name, rule.level.word(), rule.summary());
    all().map(line).collect()
}

fn unknown(name: &str) -> String {
    match nearest_name(name) {
        Some(near) => format!("unknown rule `{name}`; did you mean `{near}`?"),
        None => format!("unknown rule `{name}`; `pressmark explain --list` lists every rule"),
    }
}
