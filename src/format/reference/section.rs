//! One group of keys on the page: its heading, its table and what its keys promise each other.

use crate::format::table::paragraph;
use crate::format::wording::quoted;
use crate::format::{FieldRow, Promise, Shape, Table, WordRow};

/// A group of keys and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Section {
    /// The group.
    pub(super) table: &'static Table,
    /// The keys that hold it, such as `install` or `operations.actions`; an empty one for the file itself.
    pub(super) paths: Vec<String>,
}

impl Section {
    /// The groups in this one, with the keys that hold them.
    pub(super) fn groups(&self) -> impl Iterator<Item = (String, &'static Table)> {
        let path = self.paths.first().cloned().unwrap_or_default();
        self.table.fields.iter().filter_map(move |row| {
            let key = if path.is_empty() { row.key.to_owned() } else { format!("{path}.{}", row.key) };
            group_in(row.shape).map(|table| (key, table))
        })
    }

    /// The section as Markdown; `file` says where such a file lies.
    pub(super) fn text(&self, level: &str, file: &str) -> String {
        let Self { table, paths } = self;
        let place = if level == "##" {
            file.to_owned()
        } else {
            let paths: Vec<_> = paths.iter().map(String::as_str).collect();
            format!("In {}", quoted(&paths).replace(" or ", " and "))
        };
        let mut text = format!("{level} {}\n\n{place}. {}\n\n", heading(table), paragraph(table.doc));
        text.push_str("| Key | Value | Meaning | Example |\n| --- | --- | --- | --- |\n");
        for row in table.fields {
            text.push_str(&line(row));
        }
        text.push('\n');
        for sentence in table.promises.iter().map(Promise::phrase) {
            text.push_str(&format!("- {sentence}\n"));
        }
        for (row, words) in table.fields.iter().filter_map(|row| Some((row, words_in(row.shape)?))) {
            text.push_str(&format!("- `{}`\n", row.key));
            words.iter().for_each(|word| text.push_str(&format!("  - `{}`: {}\n", word.word, paragraph(word.doc))));
        }
        if !text.ends_with("\n\n") {
            text.push('\n');
        }
        text
    }
}

/// A key as a row of the table.
fn line(row: &FieldRow) -> String {
    let needed = if row.required { "**Required.** " } else { "" };
    let examples: Vec<_> = row.examples.iter().map(|example| format!("`{example}`")).collect();
    let cells = [format!("`{}`", row.key), kind(row.shape), format!("{needed}{}", row.meaning()), examples.join(", ")];
    format!("| {} |\n", cells.map(|cell| cell.replace('|', "\\|")).join(" | "))
}

/// The kind of a value in a word or two, with a link where it has keys of its own.
fn kind(shape: Shape) -> String {
    match shape {
        Shape::Text => "text".to_owned(),
        Shape::Url => "URL".to_owned(),
        Shape::Date => "date".to_owned(),
        Shape::Version => "version".to_owned(),
        Shape::Days => "days".to_owned(),
        Shape::Number => "whole number".to_owned(),
        Shape::Decimal => "number".to_owned(),
        Shape::Colour => "colour".to_owned(),
        Shape::Boolean => "`true` or `false`".to_owned(),
        Shape::Choice(rows) => quoted(&rows.iter().map(|row| row.word).collect::<Vec<_>>()),
        Shape::List(Shape::Record(table)) => format!("list, each item [{}](#{})", table.noun, anchor(table)),
        Shape::List(Shape::Text) => "list of texts".to_owned(),
        Shape::List(item) => format!("list, each item {}", kind(*item)),
        Shape::Map(value) => format!("names, each with {}", kind(*value)),
        Shape::Record(table) => format!("[{}](#{})", table.noun, anchor(table)),
        Shape::Either(shapes) => shapes.iter().map(|shape| kind(*shape)).collect::<Vec<_>>().join(", or "),
    }
}

/// `An install entry`
fn heading(table: &Table) -> String {
    let mut chars = table.noun.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// The id that the heading of `table` gets.
fn anchor(table: &Table) -> String {
    let kept = table.noun.chars().filter(|char| char.is_alphanumeric() || matches!(char, ' ' | '-'));
    kept.flat_map(char::to_lowercase).map(|char| if char == ' ' { '-' } else { char }).collect()
}

fn group_in(shape: Shape) -> Option<&'static Table> {
    match shape {
        Shape::Record(table) => Some(table),
        Shape::List(inner) | Shape::Map(inner) => group_in(*inner),
        Shape::Either(shapes) => shapes.iter().find_map(|shape| group_in(*shape)),
        _ => None,
    }
}

fn words_in(shape: Shape) -> Option<&'static [WordRow]> {
    match shape {
        Shape::Choice(rows) => Some(rows),
        Shape::List(inner) | Shape::Map(inner) => words_in(*inner),
        Shape::Either(shapes) => shapes.iter().find_map(|shape| words_in(*shape)),
        _ => None,
    }
}
