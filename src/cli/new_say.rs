//! What `pressmark new` says: what it took over, what is missing or wrong, and what comes next. Knows words; decides nothing.

use std::path::Path;

use super::new_args::NewArgs;
use super::terminal;
use crate::catalogue::Draft;
use crate::diagnostic::printable;
use crate::submission::origin::Taken;
use crate::submission::{self, NewFile, Objection, QUESTIONS, Question};

/// A column wider than this is not filled up: its words begin on a line of their own.
const MAX_COLUMN: usize = 28;

/// Says what was taken over from `file`, and what was not.
pub(super) fn taken(file: &Path, taken: &[Taken]) {
    anstream::eprintln!("from {}:", file.display());
    for taken in taken {
        let value = submission::shown(&taken.value);
        match &taken.left_out {
            None => anstream::eprintln!("  {} from {}: {value}", taken.what, taken.place),
            Some(why) => anstream::eprintln!("  left out {} from {}: {value}\n    {why}", taken.what, taken.place),
        }
    }
}

/// Says at once what is missing and what is wrong, and how it is done.
pub(super) fn wrong(open: &[&Question], objections: &[Objection], example: &str) {
    if !objections.is_empty() {
        anstream::eprintln!(
            "{} {}:",
            terminal::bold_red("error:"),
            counted(objections.len(), "problem with the answers", "problems with the answers")
        );
    }
    for objection in objections {
        match objection.topic {
            Some(topic) => anstream::eprintln!("  --{}: {}", Question::about(topic).flag, objection.line),
            None => anstream::eprintln!("  {}", objection.line),
        }
    }
    if !open.is_empty() {
        let words = counted(open.len(), "answer is missing, and there is nobody to ask", "answers are missing, and there is nobody to ask");
        anstream::eprintln!("{} {words}:", terminal::bold_red("error:"));
    }
    for question in open {
        let help = if question.instead.is_empty() { question.help } else { "One of these is enough" };
        let flags = format!("{} {}", question.flags(), question.value);
        if flags.len() > MAX_COLUMN {
            anstream::eprintln!("  {flags}\n  {:MAX_COLUMN$}  {}", "", help);
        } else {
            anstream::eprintln!("  {flags:MAX_COLUMN$}  {help}");
        }
    }
    if !open.is_empty() {
        anstream::eprintln!("\nfor example:\n  {example}\n");
    }
    anstream::eprintln!("nothing was written");
}

fn counted(n: usize, one: &str, several: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {several}") }
}

/// The command as it was given, with examples for everything that is `open` or wrong.
pub(super) fn example(args: &NewArgs, open: &[&Question], objections: &[Objection], draft: &Draft) -> String {
    let mut parts = vec!["pressmark new".to_owned()];
    if args.content != Path::new("content") {
        parts.push(format!("--content {}", word(&args.content.to_string_lossy())));
    }
    if let Some(file) = &args.from {
        parts.push(format!("--from {}", word(&file.to_string_lossy())));
    }
    for question in QUESTIONS {
        let given = args.answers.0.list(question.topic);
        let is_wrong = objections.iter().any(|objection| objection.topic == Some(question.topic));
        let values = if is_wrong || open.iter().any(|open| open.topic == question.topic) {
            // What the catalogue offers is right in this catalogue.
            let offers = submission::offers(question.topic, draft);
            vec![offers.first().map_or(question.example.to_owned(), |offer| offer.value.clone())]
        } else if question.is_list() && !given.is_empty() {
            vec![given.join(",")]
        } else {
            given.to_vec()
        };
        let given = values.iter().filter(|value| !value.is_empty());
        parts.extend(given.map(|value| format!("--{} {}", question.flag, word(value))));
    }
    parts.join(" \\\n    ")
}

/// `text` as one word of a POSIX shell. What cannot be printed is not meant to be copied and is shown as such.
fn word(text: &str) -> String {
    let text = printable(text);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:,@%+=".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

/// Says what was written and what comes next.
pub(super) fn next_steps(content: &Path, draft: &Draft, files: &[NewFile], has_schemas: bool) {
    for file in files {
        println!("  {}", content.join(file.path.as_str()).display());
    }
    let slug = files.first().and_then(|file| file.path.segments().nth(1)).unwrap_or_default();
    let of_content =
        if content == Path::new("content") { String::new() } else { format!(" --content {}", word(&content.to_string_lossy())) };
    let folder = content.join("listings").join(slug);
    let steps = [
        ("read it over, add an icon (icon.svg or icon.png) and see how it looks", format!("pressmark serve --open{of_content}")),
        ("after every change", format!("pressmark check{of_content} {}", word(&folder.to_string_lossy()))),
        ("commit it on a branch of its own", commit(content, slug, files)),
        ("push the branch", format!("git push -u origin {slug}")),
    ];
    anstream::println!("\nThe listing passes the check. Next:");
    for (n, (what, command)) in steps.iter().enumerate() {
        anstream::println!("  {}. {what}:\n     {}", n + 1, terminal::bold(command));
    }
    let at = submission::new_pull_request(draft.settings()).map(|url| format!(":\n     {}", printable(&url))).unwrap_or_default();
    anstream::println!("  {}. open the pull request{at}", steps.len() + 1);
    if !has_schemas {
        let command = terminal::bold(&format!("pressmark schema{of_content}"));
        anstream::println!("\nTo have an editor complete and check these files as you type, write the schemas they name: {command}");
    }
}

fn commit(content: &Path, slug: &str, files: &[NewFile]) -> String {
    // The listing's folder stands for all of its files; an app or a publisher comes along as a file.
    let own = format!("listings/{slug}");
    let others = files.iter().map(|file| file.path.as_str()).filter(|path| !path.starts_with(&format!("{own}/")));
    let places: Vec<String> = std::iter::once(own.as_str()).chain(others).map(|path| word(&content.join(path).to_string_lossy())).collect();
    format!("git switch -c {slug} && git add {} && git commit -m 'Add {slug}'", places.join(" "))
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
