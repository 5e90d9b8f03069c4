//! The variables of templates for people: a page with every variable of every template, made from the structs that templates are handed, so that it
//! cannot describe others. Writes Markdown; knows no variable.

use super::ResolvedTheme;
use super::asked::{Argument, Component, components};
use super::view::{Field, Group, VariableType};
use super::views::{COMMON, NOT_FOUND, OWN};
use crate::format::reference::markdown::{anchor as heading_anchor, heading, table_row, word_list};
use crate::format::{WordRow, paragraph, quoted};
use crate::text::single_line;

const HEAD: &str = "\
---
# Written by `UPDATE=1 tests/run rust -- reference`: do not edit.
title: Template variables
description: Every variable that a template can print, with its kind of value and its meaning.
nav: none
order: 64
---
This page lists the variables that templates receive. It is generated from the code. [Themes](./manual-themes.md#templates) explains how to replace a template.

An optional value can be absent: ask with `{% if %}` before you print it. Texts are escaped when they are printed, unless this page says that a value is HTML. \
`pressmark theme check` reports a variable that is not listed here.
";

/// The page, as a file for `pages/`.
#[must_use]
pub fn template_reference() -> String {
    let mut page = format!("{HEAD}\n## Every page\n\nEvery page has these variables. A component only sees its arguments.\n\n");
    let mut described = Vec::new();
    for &(name, value_type) in COMMON {
        page.push_str(&format!("### `{name}`\n\n{}", of_variable(name, value_type, &mut described)));
    }
    page.push_str("## Templates\n\nEach page uses one of these templates, which extend `base.html`.\n\n");
    let alone = [(NOT_FOUND, None)];
    for (template, own) in OWN.iter().map(|(template, own)| (*template, Some(*own))).chain(alone) {
        let own = own
            .map_or_else(|| "Shows nothing of its own.\n\n".to_owned(), |(name, value_type)| of_variable(name, value_type, &mut described));
        page.push_str(&format!("### {template}\n\n{own}"));
    }
    page.push_str(&of_components());
    page.push_str("## Values\n\nWhat the variables above are made of.\n\n");
    let mut open: Vec<&Group> =
        COMMON.iter().chain(OWN.iter().map(|(_, own)| own)).flat_map(|(_, value_type)| parts(*value_type)).collect();
    open.reverse();
    while let Some(group) = open.pop() {
        if !described.contains(&group.noun) {
            described.push(group.noun);
            page.push_str(&format!("### {}\n\n{}\n\n{}", heading(group.noun), paragraph(group.doc), table("", group)));
        }
        let inner = group.fields.iter().flat_map(|field| parts(field.value_type));
        let new: Vec<&Group> = inner.filter(|inner| !described.contains(&inner.noun)).collect();
        open.extend(new.into_iter().rev());
    }
    format!("{}\n", page.trim_end())
}

/// The shipped components with what they take.
fn of_components() -> String {
    let theme = ResolvedTheme::default();
    let mut text = "## Components\n\nParts of pages, which templates use as in `{{ <card card={c} /> }}`.\n\n".to_owned();
    for (template, Component { name, arguments }) in components(&theme) {
        text.push_str(&format!("### {template}\n\n`<{name} />`{}\n\n", about(&theme, template)));
        if arguments.is_empty() {
            continue;
        }
        text.push_str("| Argument | Value | Default |\n| --- | --- | --- |\n");
        for Argument { name, kind: found, default } in arguments {
            let found = found.map_or_else(
                || "any value".to_owned(),
                |(value_type, n_lists)| format!("{}{}", "list, each item ".repeat(n_lists), kind(value_type)),
            );
            let default = default.map_or_else(|| "**Needed.**".to_owned(), |default| format!("`{default}`"));
            text.push_str(&format!("| `{name}` | {found} | {default} |\n"));
        }
        text.push('\n');
    }
    text
}

/// Returns the comment at the top of a template.
fn about(theme: &ResolvedTheme, template: &str) -> String {
    let comment = theme.templates.get(template).and_then(|text| text.strip_prefix("{#-")?.split_once("-#}"));
    comment.map(|(comment, _)| format!(": {}", single_line(comment))).unwrap_or_default()
}

/// The variable `name`: a group has its table here, and is then one of `described`.
fn of_variable(name: &str, value_type: VariableType, described: &mut Vec<&'static str>) -> String {
    match value_type.group() {
        Some(group) if !described.contains(&group.noun) => {
            described.push(group.noun);
            let optional = if matches!(value_type, VariableType::Optional(_)) { " Optional." } else { "" };
            format!("{}{optional}\n\n{}", paragraph(group.doc), table(&format!("{name}."), group))
        }
        _ => format!("`{name}`: {}\n\n", kind(value_type)),
    }
}

/// The groups that a value of this kind is made of, outermost first.
fn parts(value_type: VariableType) -> Vec<&'static Group> {
    match value_type {
        VariableType::Group(group) => vec![group],
        VariableType::Optional(inner) | VariableType::List(inner) => parts(*inner),
        VariableType::Text | VariableType::Number | VariableType::Boolean | VariableType::Words(_) => Vec::new(),
    }
}

/// The values of a group, a row each, with the prefix `before` in their names, and the words of those that are words.
fn table(before: &str, group: &Group) -> String {
    let mut text = "| Variable | Value | Meaning |\n| --- | --- | --- |\n".to_owned();
    for Field { name, doc, value_type } in group.fields {
        text.push_str(&table_row([format!("`{before}{name}`"), kind(*value_type), paragraph(doc)]));
    }
    text.push('\n');
    let words = |field: &'static Field| words_in(field.value_type).map(|words| (field.name, words));
    for (name, words) in group.fields.iter().filter_map(words) {
        text.push_str(&word_list(&format!("{before}{name}"), words));
    }
    if !text.ends_with("\n\n") {
        text.push('\n');
    }
    text
}

fn words_in(value_type: VariableType) -> Option<&'static [WordRow]> {
    match value_type {
        VariableType::Words(words) => Some(words),
        VariableType::Optional(inner) | VariableType::List(inner) => words_in(*inner),
        _ => None,
    }
}

/// The kind of a value in a word or two, with a link where it has values of its own.
fn kind(value_type: VariableType) -> String {
    match value_type {
        VariableType::Text => "text".to_owned(),
        VariableType::Number => "whole number".to_owned(),
        VariableType::Boolean => "`true` or `false`".to_owned(),
        VariableType::Words(words) if words.len() > 5 => "one of the words below".to_owned(),
        VariableType::Words(words) => quoted(&words.iter().map(|word| word.word).collect::<Vec<_>>()),
        VariableType::Optional(inner) => format!("{}, optional", kind(*inner)),
        VariableType::List(inner) => format!("list, each item {}", kind(*inner)),
        VariableType::Group(group) => format!("[{}](#{})", group.noun, anchor(group)),
    }
}

/// The id of the heading that `group` is described below.
fn anchor(group: &Group) -> String {
    let common = COMMON.iter().find(|(_, value_type)| value_type.group().is_some_and(|common| common.noun == group.noun));
    heading_anchor(common.map_or(group.noun, |(name, _)| name))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::template_reference;
    use crate::render::views::variables;
    use crate::theme::TEMPLATES;

    #[test]
    fn every_heading_is_there_once_and_every_link_finds_one() {
        let page = template_reference();
        let mut seen = BTreeSet::new();
        for heading in page.lines().filter(|line| line.starts_with("##")) {
            assert!(seen.insert(heading.trim_start_matches('#').trim().to_lowercase()), "{heading}");
        }
        for link in page.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(seen.iter().any(|heading| heading.replace(' ', "-").replace(['\'', '`'], "") == link), "{link}");
        }
    }

    #[test]
    fn every_shipped_template_that_draws_a_page_has_its_variables() {
        let pages = TEMPLATES.iter().map(|(name, _)| *name).filter(|name| !name.starts_with("components/") && *name != "base.html");
        for page in pages {
            assert!(variables(page).is_some(), "{page} is in no list of views");
        }
    }
}
