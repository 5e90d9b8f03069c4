//! The examples below the help of a command: a line that is too long for a terminal is continued with `\`, so that what was copied runs as it was meant.

/// Columns that an example may take: one less than the narrowest usual terminal, in which `clap` would break it anywhere.
const WIDTH: usize = 78;
/// What an example begins with, and what its other lines begin with.
const INDENT: &str = "  ";
const FURTHER: &str = "      ";

/// `help` with the examples that are too long on several lines.
pub(super) fn folded(help: &str) -> String {
    help.split('\n').map(|line| if line.starts_with(INDENT) { fold(line) } else { line.to_owned() }).collect::<Vec<_>>().join("\n")
}

fn fold(line: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = line.to_owned();
    while rest.chars().count() > WIDTH {
        let Some(at) = last_space(&rest) else { break };
        let (start, end) = rest.split_at(at);
        lines.push(format!("{start} \\"));
        rest = format!("{FURTHER}{}", end.trim_start());
    }
    lines.push(rest);
    lines.join("\n")
}

/// The last space outside quotation marks at which `line` can be broken.
fn last_space(line: &str) -> Option<usize> {
    let start = line.len() - line.trim_start().len();
    let mut quote = None;
    let mut last = None;
    for (n, (at, c)) in line.char_indices().enumerate().take(WIDTH - 1) {
        match c {
            '\'' | '"' if quote == Some(c) => quote = None,
            '\'' | '"' if quote.is_none() => quote = Some(c),
            ' ' if quote.is_none() && at > start && n < WIDTH - 1 => last = Some(at),
            _ => {}
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, folded};

    #[test]
    fn a_long_example_is_continued_outside_its_quotation_marks() {
        let long = format!(
            "Examples:\n  pressmark lifecycle remove digest --reason policy --note '{}' --diff",
            "It copied another one. ".repeat(2)
        );
        assert_eq!(
            folded(&long),
            "Examples:\n  pressmark lifecycle remove digest --reason policy --note \\\n      'It copied another one. It copied another one. ' --diff"
        );
        assert!(folded(&long).lines().all(|line| line.len() <= WIDTH));
        assert_eq!(folded("Exit codes: 0 no errors.\n  pressmark build"), "Exit codes: 0 no errors.\n  pressmark build");
    }
}
