//! One group of keys on the page: its heading, its table and the constraints between its keys.

use super::markdown::{anchor, heading, table_row, word_list};
use crate::format::table::paragraph;
use crate::format::wording::quoted;
use crate::format::{Constraint, FieldRow, Table, ValueType, WordRow};

/// A group of keys and where it is.
#[derive(Debug, Clone)]
pub(super) struct Section {
    /// The group.
    pub(super) table: &'static Table,
    /// The keys that contain it, such as `install` or `operations.actions`; an empty one for the file itself.
    pub(super) paths: Vec<String>,
}

impl Section {
    /// The groups in this one, with the keys that contain them.
    pub(super) fn groups(&self) -> impl Iterator<Item = (String, &'static Table)> {
        let path = self.paths.first().cloned().unwrap_or_default();
        self.table.fields.iter().filter_map(move |row| {
            let key = if path.is_empty() { row.key.to_owned() } else { format!("{path}.{}", row.key) };
            group_in(row.value_type).map(|table| (key, table))
        })
    }

    /// The section as Markdown; `file` says where such a file is.
    pub(super) fn text(&self, level: &str, file: &str) -> String {
        let Self { table, paths } = self;
        let place = if level == "##" {
            file.to_owned()
        } else {
            let paths: Vec<_> = paths.iter().map(String::as_str).collect();
            format!("In {}", quoted(&paths).replace(" or ", " and "))
        };
        let mut text = format!("{level} {}\n\n{place}. {}\n\n", heading(table.noun), paragraph(table.doc));
        text.push_str("| Key | Value | Meaning | Example |\n| --- | --- | --- | --- |\n");
        for row in table.fields {
            text.push_str(&line(row));
        }
        text.push('\n');
        for sentence in table.constraints.iter().map(Constraint::phrase) {
            text.push_str(&format!("- {sentence}\n"));
        }
        for (row, words) in table.fields.iter().filter_map(|row| Some((row, words_in(row.value_type)?))) {
            text.push_str(&word_list(row.key, words));
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
    table_row([format!("`{}`", row.key), kind(row.value_type), format!("{needed}{}", row.meaning()), examples.join(", ")])
}

/// The kind of a value in a word or two, with a link where it has keys of its own.
fn kind(value_type: ValueType) -> String {
    match value_type {
        ValueType::Text => "text".to_owned(),
        ValueType::Url => "URL".to_owned(),
        ValueType::Date => "date".to_owned(),
        ValueType::Version => "version".to_owned(),
        ValueType::Days => "days".to_owned(),
        ValueType::Number => "whole number".to_owned(),
        ValueType::Decimal => "number".to_owned(),
        ValueType::Colour => "colour".to_owned(),
        ValueType::Boolean => "`true` or `false`".to_owned(),
        ValueType::Choice(rows) => quoted(&rows.iter().map(|row| row.word).collect::<Vec<_>>()),
        ValueType::List(ValueType::Record(table)) => format!("list, each item [{}](#{})", table.noun, anchor(table.noun)),
        ValueType::List(ValueType::Text) => "list of texts".to_owned(),
        ValueType::List(item) => format!("list, each item {}", kind(*item)),
        ValueType::Map(value) => format!("names, each with {}", kind(*value)),
        ValueType::Record(table) => format!("[{}](#{})", table.noun, anchor(table.noun)),
        ValueType::Either(types) => types.iter().map(|value_type| kind(*value_type)).collect::<Vec<_>>().join(", or "),
    }
}

fn group_in(value_type: ValueType) -> Option<&'static Table> {
    match value_type {
        ValueType::Record(table) => Some(table),
        ValueType::List(inner) | ValueType::Map(inner) => group_in(*inner),
        ValueType::Either(types) => types.iter().find_map(|value_type| group_in(*value_type)),
        _ => None,
    }
}

fn words_in(value_type: ValueType) -> Option<&'static [WordRow]> {
    match value_type {
        ValueType::Choice(rows) => Some(rows),
        ValueType::List(inner) | ValueType::Map(inner) => words_in(*inner),
        ValueType::Either(types) => types.iter().find_map(|value_type| words_in(*value_type)),
        _ => None,
    }
}
