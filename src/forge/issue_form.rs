//! The form "Submit a listing", made of the catalogue's own lists: YAML for GitHub and Forgejo, a Markdown template for GitLab. Knows how forges lay out a
//! form; its fields are those of `submission::issue`, which reads the form back.

use std::fmt::Write as _;

use super::Forge;
use crate::catalogue::RawCatalogue;
use crate::format::scalar;
use crate::submission::Topic;
use crate::submission::issue::{About, Field, FieldHere, Input, NOT_LISTED, fields, options};

const INTRODUCTION: &str = "Everything you write here is public. Never include a private share link, a key, or an e-mail address that is not public. The account that opens this issue becomes the owner of a new publisher: it can change the listing later without a reviewer.";

/// The form's place and its text.
pub(super) fn listing(forge: Forge, raw: &RawCatalogue) -> (&'static str, String) {
    match forge {
        Forge::Github => (".github/ISSUE_TEMPLATE/pressmark-listing.yml", yaml(forge, raw)),
        Forge::Forgejo => (".forgejo/issue_template/pressmark-listing.yml", yaml(forge, raw)),
        Forge::Gitlab => (".gitlab/issue_templates/Submit a listing.md", markdown(raw)),
    }
}

/// The choices of `field`; where a list can lack what someone needs, the last one says so.
fn choices(field: &Field, raw: &RawCatalogue) -> Vec<String> {
    let mut choices: Vec<String> = options(field, raw).into_iter().map(|(label, _)| label).collect();
    if !choices.is_empty() && matches!(field.about, About::Answer(Topic::App | Topic::Tags)) {
        choices.push(NOT_LISTED.to_owned());
    }
    choices
}

fn yaml(forge: Forge, raw: &RawCatalogue) -> String {
    let mut out = format!(
        "# Written by `pressmark init --forge {0}`. `pressmark init --forge {0} --refresh` regenerates it with the current apps and categories.\n",
        forge.name()
    );
    out.push_str("name: Submit a listing\ndescription: Propose a listing without git. The form is checked at once, and a maintainer turns it into a pull request.\ntitle: \"Listing: \"\nlabels: [submission]\nbody:\n");
    let _ = write!(out, "  - type: markdown\n    attributes:\n      value: {}\n", scalar(INTRODUCTION));
    for FieldHere { field, help, is_required } in fields(raw) {
        let choices = choices(field, raw);
        let kind = match field.input {
            Input::Tick => "checkboxes",
            Input::Pick | Input::Picks if !choices.is_empty() => "dropdown",
            Input::Line | Input::Words | Input::Pick | Input::Picks => "input",
            Input::Paragraphs | Input::Points => "textarea",
        };
        let _ = write!(out, "  - type: {kind}\n    id: {}\n    attributes:\n      label: {}\n", field.id, scalar(field.label));
        match kind {
            "checkboxes" => {
                let _ = write!(out, "      options:\n        - label: {}\n          required: true\n", scalar(&help));
                continue;
            }
            "dropdown" => {
                describe(&mut out, &help);
                if field.input == Input::Picks {
                    out.push_str("      multiple: true\n");
                }
                out.push_str("      options:\n");
                for choice in choices {
                    let _ = writeln!(out, "        - {}", scalar(&choice));
                }
            }
            _ => describe(&mut out, &help),
        }
        if is_required {
            out.push_str("    validations:\n      required: true\n");
        }
    }
    out
}

fn describe(out: &mut String, help: &str) {
    if !help.is_empty() {
        let _ = writeln!(out, "      description: {}", scalar(help));
    }
}

fn markdown(raw: &RawCatalogue) -> String {
    let mut out = format!("<!-- Write below each heading and do not change the headings. {INTRODUCTION} -->\n");
    for FieldHere { field, help, is_required } in fields(raw) {
        let needed = if is_required { " Needed." } else { "" };
        // The list of apps may be long, and its names have no place in a comment: someone who misspells one is shown the right one.
        let choices = if field.about == About::Answer(Topic::App) { Vec::new() } else { choices(field, raw) };
        let _ = write!(out, "\n### {}\n\n", field.label);
        if field.input == Input::Tick {
            let _ = writeln!(out, "- [ ] {help}");
            continue;
        }
        if !(help.is_empty() && needed.is_empty()) {
            let _ = writeln!(out, "<!-- {help}{needed} -->\n");
        }
        for choice in choices {
            let _ = writeln!(out, "- [ ] {choice}");
        }
    }
    out.push_str("\n/label ~submission\n");
    out
}
