//! A call of `pressmark new` that would do, made of one that did not. Knows flags and shells; prints nothing.

use super::new_args::NewArgs;
use crate::catalogue::RawCatalogue;
use crate::submission::{self, AnswerProblem, Answers, Need, QUESTIONS, Question, Topic, need};
use crate::text::printable;

/// The command as it was given, with examples for everything that is missing or wrong. `known` is all that is answered, by a file as well as by flags.
pub(super) fn example(args: &NewArgs, known: &Answers, problems: &[AnswerProblem], raw: &RawCatalogue) -> String {
    let mut parts = vec!["pressmark new".to_owned()];
    if let Some(content) = &args.content {
        parts.push(format!("--content {}", word(&content.to_string_lossy())));
    }
    if let Some(file) = &args.from {
        parts.push(format!("--from {}", word(&file.to_string_lossy())));
    }
    // One answer after the other, because a corrected one settles which of the next are wanted.
    let mut answers = known.clone();
    for question in QUESTIONS {
        let topic = question.topic;
        let is_given = args.answers.0.text(topic).is_some();
        let is_wrong = problems.iter().any(|problem| problem.topic == Some(topic));
        let need = need(topic, &answers, raw);
        let is_needless = need == Need::Skip && (is_wrong || topic == Topic::AppWebsite);
        if is_needless {
            answers.forget(topic);
            continue;
        }
        let is_missing = need == Need::Required && answers.text(topic).is_none();
        if is_wrong || is_missing {
            let instead = instead(question, known.list(topic), problems, raw);
            answers.set(topic, question.values(&instead));
        } else if !is_given {
            continue;
        }
        let values = answers.list(topic);
        let values = if question.is_list() { vec![values.join(",")] } else { values.to_vec() };
        let values = values.iter().filter(|value| !value.is_empty());
        parts.extend(values.map(|value| format!("--{} {}", question.flag, word(value))));
    }
    parts.join(" \\\n    ")
}

/// An answer that would do instead of those `given`: what the problems offer, then the usual example, then whatever the catalogue has. No one is
/// told to publish in the name of someone else.
fn instead(question: &Question, given: &[String], problems: &[AnswerProblem], raw: &RawCatalogue) -> String {
    let own = || problems.iter().filter(|problem| problem.topic == Some(question.topic));
    let offers = submission::offers(question.topic, raw);
    let is_offered = |value: &str| offers.iter().any(|offer| offer.value == value);
    let kept = |value: &String| {
        let better = own().find_map(|problem| problem.instead_of(value));
        better.map(str::to_owned).or_else(|| is_offered(value).then(|| value.clone()))
    };
    let mut kept: Vec<String> = given.iter().filter_map(kept).collect();
    kept.dedup();
    match offers.first() {
        _ if !kept.is_empty() => kept.join(","),
        Some(offer) if question.topic != Topic::Publisher && !is_offered(question.example) => offer.value.clone(),
        _ => question.example.to_owned(),
    }
}

/// `text` as one word of a POSIX shell. What cannot be printed is not meant to be copied and is shown as such.
pub(super) fn word(text: &str) -> String {
    let text = printable(text);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:,@%+=".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn a_shell_takes_every_value_as_one_word() {
        assert_eq!(word("https://acme.example/a"), "https://acme.example/a");
        assert_eq!(word("It's $HOME `now`"), r"'It'\''s $HOME `now`'");
        assert_eq!(word(""), "''");
    }
}
