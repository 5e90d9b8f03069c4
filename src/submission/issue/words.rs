//! What is said of the flags of `pressmark new`, said of the fields of the form. Knows both lists.

use super::Field;
use crate::submission::QUESTIONS;

/// `line` with the label of the field wherever it quotes a flag: "give `--install request`" becomes "give `Direct installation: request`".
#[must_use]
pub fn in_labels(line: &str) -> String {
    // In the form, a folder's name follows from the connector's.
    let line = line.replace(", or another folder with --slug", "");
    let told: Vec<String> = line.split('`').enumerate().map(|(n, part)| if n % 2 == 0 { bare(part) } else { labelled(part) }).collect();
    told.join("`")
}

fn labelled(quoted: &str) -> String {
    let (flag, value) = quoted.split_once(' ').map_or((quoted, None), |(flag, value)| (flag, Some(value)));
    let Some(label) = label_of(flag) else { return quoted.to_owned() };
    value.map_or_else(|| label.to_owned(), |value| format!("{label}: {value}"))
}

/// The flags outside of quotation marks, as in "(another one: --slug)".
fn bare(text: &str) -> String {
    text.split(' ')
        .map(|word| {
            let flag = word.trim_matches(['(', ')', ',', ';', ':']);
            label_of(flag).map_or_else(|| word.to_owned(), |label| word.replace(flag, &format!("`{label}`")))
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn label_of(flag: &str) -> Option<&'static str> {
    let flag = flag.strip_prefix("--")?;
    let question = QUESTIONS.iter().find(|question| question.flag == flag)?;
    Field::of(question.topic).map(|field| field.label)
}

#[cfg(test)]
mod tests {
    use super::in_labels;

    #[test]
    fn a_flag_is_said_as_its_field() {
        for (of_flags, of_fields) in [
            (
                "leave `--landing-url` out, or give `--install request` if",
                "leave `Landing page` out, or give `Direct installation: request` if",
            ),
            ("is a question of its own (--app)", "is a question of its own (`App`)"),
            ("unknown tag `--x`: did you mean `source`?", "unknown tag `--x`: did you mean `source`?"),
        ] {
            assert_eq!(in_labels(of_flags), of_fields);
        }
    }
}
