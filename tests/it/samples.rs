//! Samples in the README and the manual: the output that they show is what the program prints, and the flags that they use exist.
//!
//! A `console` block contains commands after `$ `, each followed by its output, if it is shown. Blocks of a walk-through run one after the other, from an
//! empty folder. Elsewhere a block with output runs in a fresh copy of the demo; in all other blocks, and in those with `no-run` in their info string,
//! only the flags are checked. A line `…` matches any lines, and every duration matches any other. `UPDATE=1` writes the output into the pages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{demo_copy, printed, program, root};

/// Pages whose blocks build on each other.
const WALK_THROUGHS: [&str; 4] = ["manual-getting-started.md", "manual-lifecycle.md", "manual-policy.md", "manual-operations.md"];

/// A `console` block: its info string after the word, the number of its first line from 1, and its commands.
#[derive(Debug)]
struct Block {
    info: String,
    line: usize,
    steps: Vec<Step>,
}

/// A command, with continued lines, and the output below it.
#[derive(Debug)]
struct Step {
    command: Vec<String>,
    output: Vec<String>,
}

impl Step {
    fn command(&self) -> String {
        self.command.join("\n").trim_start().trim_start_matches("$ ").to_owned()
    }
}

/// A part of a page: lines as they are, or a block without its fences.
enum Part {
    Lines(Vec<String>),
    Block(Block),
}

fn parts(page: &str) -> Vec<Part> {
    let mut parts = vec![Part::Lines(Vec::new())];
    for (at, line) in page.lines().enumerate() {
        match parts.last_mut() {
            Some(Part::Block(block)) if line.trim_start() != "```" => match block.steps.last_mut() {
                Some(step) if step.output.is_empty() && step.command.last().is_some_and(|line| line.ends_with('\\')) => {
                    step.command.push(line.to_owned());
                }
                Some(step) if !line.trim_start().starts_with("$ ") => step.output.push(line.to_owned()),
                _ => block.steps.push(Step { command: vec![line.to_owned()], output: Vec::new() }),
            },
            Some(Part::Lines(lines)) => {
                lines.push(line.to_owned());
                if let Some(info) = line.trim_start().strip_prefix("```console") {
                    parts.push(Part::Block(Block { info: info.trim().to_owned(), line: at + 1, steps: Vec::new() }));
                }
            }
            _ => parts.push(Part::Lines(vec![line.to_owned()])),
        }
    }
    parts
}

/// Runs `command` in a shell that finds the program, on a fixed day.
fn run(folder: &Path, command: &str) -> Vec<String> {
    let program = program();
    let path = format!("{}:{}", program.parent().unwrap_or(&program).display(), std::env::var("PATH").unwrap_or_default());
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).current_dir(folder).env("PATH", path).env("SOURCE_DATE_EPOCH", "1796126400");
    shell.env("XDG_CACHE_HOME", folder.join(".cache")).env_remove("GITHUB_ACTIONS");
    printed(&shell.output().expect("a shell")).trim_end().lines().map(str::to_owned).collect()
}

/// The output of `step`, if it is not what the page shows. `folder` follows `cd`.
fn difference(step: &Step, folder: &mut PathBuf) -> Option<Vec<String>> {
    if let Some(name) = step.command().strip_prefix("cd ") {
        folder.push(name);
        return None;
    }
    let found = run(folder, &step.command());
    (!step.output.is_empty() && !fits(&steady(&step.output), &steady(&found))).then_some(found)
}

fn fits(shown: &[String], found: &[String]) -> bool {
    match shown.split_first() {
        None => found.is_empty(),
        Some((line, rest)) if line == "…" => (0..=found.len()).any(|n| fits(rest, &found[n..])),
        Some((line, rest)) => found.split_first().is_some_and(|(first, others)| first == line && fits(rest, others)),
    }
}

/// `lines` with `0` for each duration in ms or s.
fn steady(lines: &[String]) -> Vec<String> {
    let steady = |line: &String| {
        let words: Vec<&str> = line.trim_end().split(' ').collect();
        let is_duration = |at: usize| {
            let unit = words.get(at + 1).map_or("", |word| word.trim_end_matches([':', ',', ')']));
            matches!(unit, "ms" | "s") && words[at].parse::<f64>().is_ok()
        };
        let word = |at: usize| match at.checked_sub(1) {
            _ if is_duration(at) => "0".to_owned(),
            Some(before) if is_duration(before) => words[at].replacen("ms", "s", 1),
            _ => words[at].to_owned(),
        };
        (0..words.len()).map(word).collect::<Vec<_>>().join(" ")
    };
    lines.iter().map(steady).collect()
}

/// What is wrong with the flags of the calls of the program in `command`.
fn wrong_flags(command: &str) -> Vec<String> {
    let calls = command.split(['|', ';']).flat_map(|part| part.split("&&")).map(str::trim).filter(|call| call.starts_with("pressmark"));
    let check = |call: &str| {
        let call = [" >", " <"].iter().fold(call, |call, redirect| call.split(redirect).next().unwrap_or(call));
        let found = run(root(), &format!("{call} --help"));
        found.first().filter(|line| line.starts_with("error:")).map(|line| format!("{call}\n{line}"))
    };
    calls.filter_map(check).collect()
}

#[test]
fn samples_show_what_the_program_prints() {
    let pages = fs::read_dir(root().join("content/pages")).expect("the manual").map(|entry| entry.expect("a page").path());
    let mut wrong = Vec::new();
    for file in pages.filter(|file| file.extension().is_some_and(|ending| ending == "md")).chain([root().join("README.md")]) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_walk = WALK_THROUGHS.contains(&&*name);
        let page = fs::read_to_string(&file).expect("a page");
        let mut written: Vec<String> = Vec::new();
        let scratch = tempfile::tempdir().expect("a scratch folder");
        let mut here = scratch.path().to_owned();
        for part in parts(&page) {
            let block = match part {
                Part::Lines(lines) => {
                    written.extend(lines);
                    continue;
                }
                Part::Block(block) => block,
            };
            let is_run = block.info != "no-run" && (is_walk || block.steps.iter().any(|step| !step.output.is_empty()));
            let demo = (is_run && !is_walk).then(|| demo_copy().0);
            let mut there = demo.as_ref().map_or_else(|| here.clone(), |demo| demo.path().to_owned());
            for step in &block.steps {
                written.extend(step.command.iter().cloned());
                let found = if is_run { difference(step, &mut there) } else { None };
                if !is_run {
                    wrong.extend(wrong_flags(&step.command()).into_iter().map(|why| format!("{name}:{}: {why}", block.line)));
                }
                if let Some(found) = &found {
                    wrong.push(format!("{name}:{}: {}\n{}", block.line, step.command(), found.join("\n")));
                }
                written.extend(found.unwrap_or_else(|| step.output.clone()));
            }
            if is_walk {
                here = there;
            }
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&file, written.join("\n") + "\n").expect("the page is written");
        }
    }
    if std::env::var_os("UPDATE").is_none() {
        assert!(wrong.is_empty(), "run this test with UPDATE=1 and look at the changes:\n\n{}", wrong.join("\n\n"));
    }
}
