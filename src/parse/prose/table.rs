//! A row of a table as it is written → its cells. Knows `|`, backslashes and backquotes; knows no column.

use std::ops::Range;

/// A row.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// The cells.
    pub(super) cells: Vec<Range<usize>>,
    /// The first piece of code that a `|` cuts: in a table it ends the cell even there, unless a backslash is before it.
    pub(super) cut_code: Option<Range<usize>>,
}

/// Reads a row.
pub(super) fn row(line: &str) -> Row {
    let line = line.trim_end();
    let bars: Vec<usize> = line.match_indices('|').map(|(at, _)| at).filter(|at| !is_escaped(line, *at)).collect();
    let start = line.len() - line.trim_start().len();
    let mut cells = Vec::new();
    let mut from = if bars.first() == Some(&start) { start + 1 } else { start };
    for &bar in &bars {
        if bar >= from {
            cells.push(from..bar);
            from = bar + 1;
        }
    }
    if line.get(from..).is_some_and(|rest| !rest.trim().is_empty()) {
        cells.push(from..line.len());
    }
    Row { cells, cut_code: cut_code(line, &bars) }
}

fn is_escaped(line: &str, at: usize) -> bool {
    line.get(..at).is_some_and(|before| before.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1)
}

fn cut_code(line: &str, bars: &[usize]) -> Option<Range<usize>> {
    // Each run of backquotes, and how long it is.
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in line.match_indices('`') {
        match runs.last_mut() {
            Some((start, len)) if *start + *len == at => *len += 1,
            _ => runs.push((at, 1)),
        }
    }
    let mut runs = runs.into_iter().peekable();
    while let Some((start, len)) = runs.next() {
        // Code ends with as many as it began with; in a row of a table that is mostly the next run.
        let &(end, next_len) = runs.peek()?;
        if next_len != len {
            continue;
        }
        runs.next();
        if bars.iter().any(|bar| (start..end).contains(bar)) {
            return Some(start..end + len);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(line: &str) -> (Vec<&str>, Option<&str>) {
        let row = row(line);
        (row.cells.iter().map(|cell| line[cell.clone()].trim()).collect(), row.cut_code.map(|code| &line[code]))
    }

    #[test]
    fn a_row_is_cut_where_github_cuts_it() {
        assert_eq!(cells("| a | b |"), (vec!["a", "b"], None));
        assert_eq!(cells("a | b | c"), (vec!["a", "b", "c"], None));
        assert_eq!(cells("| a \\| b | | c"), (vec!["a \\| b", "", "c"], None));
        assert_eq!(cells("| `a | b` | c |\n"), (vec!["`a", "b`", "c"], Some("`a | b`")));
        assert_eq!(cells("| `a \\| b` | `c` | `d` |"), (vec!["`a \\| b`", "`c`", "`d`"], None));
        assert_eq!(cells(""), (vec![], None));
    }

    #[test]
    fn hostile_rows_take_no_time() {
        for unit in ["|", "`", "` ", "\\", "`|` ", "``|` "] {
            let _ = row(&unit.repeat(100_000));
        }
    }
}
