//! The format for people: a page with every key of every content file, made from the same tables as the reader, so that it cannot describe another
//! format. Writes Markdown; knows no key of any file.

pub(crate) mod markdown;
mod section;

use super::{FileRole, ValueType};
use section::Section;

/// The page, as a file for `pages/`.
#[must_use]
pub fn page() -> String {
    let mut described = Vec::new();
    let sections: String = FileRole::with_keys().filter_map(|kind| of_kind(kind, &mut described)).collect();
    format!("{HEAD}\n{}\n", sections.trim_end())
}

const HEAD: &str = "\
---
# Written by `pressmark schema --reference`: do not edit.
title: Content reference
description: Every key of every content file, with its type, default, limits and an example.
nav: none
order: 62
---
This page lists every key that the program reads, and is generated from the tables it reads by. [The content format](./manual-content-format.md) explains the same files with whole examples.

A key without a value (`license:` and nothing after it) is treated as missing. A key that is not listed here is an error.
";

/// The files of one kind: their own keys, then those of every group in them that is not one of `described`, to which they are added by their nouns.
fn of_kind(kind: FileRole, described: &mut Vec<&'static str>) -> Option<String> {
    let (table, is_list) = match kind.value_type()? {
        ValueType::Record(table) => (table, false),
        ValueType::List(ValueType::Record(table)) => (*table, true),
        _ => return None,
    };
    let place = kind.pattern().replace('*', "<slug>");
    let place = match (kind, is_list) {
        (FileRole::Page, _) => format!("`{place}`, between two lines `---` at its top"),
        (_, true) => format!("`{place}`, a list: each item has these keys"),
        _ => format!("`{place}`"),
    };
    let mut sections = vec![Section { table, paths: vec![String::new()] }];
    let mut text = String::new();
    let mut n = 0;
    // A group found in a group is described after it, once, however often it is used.
    while let Some(section) = sections.get(n).cloned() {
        text.push_str(&section.text(if n == 0 { "##" } else { "###" }, &place));
        section.groups().for_each(|(path, table)| match sections.iter_mut().find(|known| known.table.noun == table.noun) {
            Some(known) => known.paths.push(path),
            None if described.contains(&table.noun) => {}
            None => sections.push(Section { table, paths: vec![path] }),
        });
        n += 1;
    }
    described.extend(sections.iter().map(|section| section.table.noun));
    Some(text)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::page;

    #[test]
    fn every_heading_is_there_once_so_that_links_find_it() {
        let page = page();
        let mut seen = BTreeSet::new();
        for heading in page.lines().filter(|line| line.starts_with("##")) {
            assert!(seen.insert(heading.trim_start_matches('#').to_owned()), "{heading}");
        }
        for link in page.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(seen.iter().any(|heading| heading.trim().to_lowercase().replace(' ', "-").replace('\'', "") == link), "{link}");
        }
    }

    #[test]
    fn a_row_contains_the_bounds_and_an_example() {
        let row = page().lines().find(|line| line.starts_with("| `summary` |")).map(str::to_owned).unwrap_or_default();
        assert!(row.contains("1 to 160 characters.") && row.contains("`Syncs orders and refunds line by line.`"), "{row}");
    }
}
