//! What a terminal can show: colour, width, a progress bar.

use std::io::IsTerminal;
use std::time::Duration;

use anstream::stream::RawStream;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::diagnostic::human::Style;
use crate::text::printable;

/// Work shorter than this shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// Columns of a report that no one sees on a terminal.
pub(super) const WIDTH_OF_FILES: usize = 140;

/// Narrower than this nothing can be read, so wider lines are the lesser evil.
const MIN_WIDTH: usize = 40;

/// Settles for the whole run when to use colour.
pub(super) fn choose_colour(choice: clap::ColorChoice) {
    let choice = match choice {
        clap::ColorChoice::Auto => anstream::ColorChoice::Auto,
        clap::ColorChoice::Always => anstream::ColorChoice::Always,
        clap::ColorChoice::Never => anstream::ColorChoice::Never,
    };
    choice.write_global();
}

/// Whether `stream` gets colour: what `--color` says, otherwise on a terminal that has it, unless NO_COLOR or one of its kin is set.
fn has_colour(stream: &impl RawStream) -> bool {
    anstream::AutoStream::choice(stream) != anstream::ColorChoice::Never
}

/// How reports are drawn on `stream`.
pub(super) fn style(stream: &impl RawStream) -> Style {
    // The three streams are mostly one terminal; whichever is one knows its width.
    let columns = terminal_size::terminal_size().map(|(terminal_size::Width(columns), _)| usize::from(columns).max(MIN_WIDTH));
    Style { colour: has_colour(stream), width: columns.filter(|_| stream.is_terminal()).unwrap_or(WIDTH_OF_FILES) }
}

/// `text` in bold red; plain where colour is not shown, because it is printed through `anstream`.
pub(super) fn bold_red(text: &str) -> String {
    format!("\u{1b}[1;31m{text}\u{1b}[0m")
}

/// `text` in bold.
pub(super) fn bold(text: &str) -> String {
    format!("\u{1b}[1m{text}\u{1b}[0m")
}

/// A unified diff for standard output: in green and red where there is colour, and to the byte, so that `patch -p0` takes it, anywhere else.
pub(super) fn diff(text: &str) -> String {
    if !has_colour(&std::io::stdout()) {
        return text.to_owned();
    }
    let coloured = |line: &str| match line.as_bytes() {
        [b'+', b'+', b'+', ..] | [b'-', b'-', b'-', ..] => format!("\u{1b}[1m{}\u{1b}[0m\n", printable(line)),
        [b'+', ..] => format!("\u{1b}[32m{}\u{1b}[0m\n", printable(line)),
        [b'-', ..] => format!("\u{1b}[31m{}\u{1b}[0m\n", printable(line)),
        [b'@', ..] => format!("\u{1b}[36m{}\u{1b}[0m\n", printable(line)),
        _ => format!("{}\n", printable(line)),
    };
    text.lines().map(coloured).collect()
}

/// A bar on a terminal, once the work has lasted half a second.
pub(super) struct Bar {
    bar: ProgressBar,
    since: std::time::Instant,
}

impl Bar {
    pub(super) fn new() -> Self {
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{msg:>10} [{bar:32}] {pos}/{len}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> "));
        Self { bar, since: now() }
    }

    /// Shows that `done` of `all` steps of `stage` are done.
    pub(super) fn show(&self, stage: &'static str, done: usize, all: usize) {
        if self.bar.is_hidden() {
            if !done.is_multiple_of(64) || self.since.elapsed() < PATIENCE || !std::io::stderr().is_terminal() {
                return;
            }
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        if done.is_multiple_of(64) || done == all {
            self.bar.set_message(stage);
            self.bar.set_length(all as u64);
            self.bar.set_position(done as u64);
        }
    }

    /// Takes the bar away and says how long it all took.
    pub(super) fn finish(self) -> String {
        self.bar.finish_and_clear();
        let elapsed = self.since.elapsed();
        if elapsed < Duration::from_secs(1) { format!("{} ms", elapsed.as_millis()) } else { format!("{:.1} s", elapsed.as_secs_f64()) }
    }
}

#[expect(clippy::disallowed_methods, reason = "the command line says how long a command took")]
fn now() -> std::time::Instant {
    std::time::Instant::now()
}
