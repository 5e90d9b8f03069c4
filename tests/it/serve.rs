//! The live preview as a program: a save, the next page, and what the terminal shows of it.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use crate::support::program;

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running preview of a small catalogue.
struct Served {
    scratch: tempfile::TempDir,
    child: Child,
    host: String,
    /// The lines of standard output after the address.
    lines: Receiver<String>,
    /// Standard error, which no one reads before a test does.
    stderr: Option<ChildStderr>,
}

impl Served {
    /// A preview of the catalogue `files`.
    fn new(files: &[(&str, &str)]) -> Self {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        for (path, text) in files {
            write(scratch.path(), path, text);
        }
        let mut child = Command::new(program())
            .args(["serve", "--port", "0", "--today", "2026-12-01"])
            .current_dir(scratch.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let (sender, lines) = mpsc::channel();
        let stdout = child.stdout.take().expect("a pipe");
        std::thread::spawn(move || BufReader::new(stdout).lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let stderr = child.stderr.take();
        let mut served = Self { scratch, child, host: String::new(), lines, stderr };
        let address = served.line("serving at http://");
        served.host = address.split('/').nth(2).expect("an address").to_owned();
        // Requests are answered once the files are watched.
        served.get("/");
        served
    }

    /// Waits for a line of standard output that contains `words`.
    fn line(&self, words: &str) -> String {
        loop {
            let line = self.lines.recv_timeout(PATIENCE).unwrap_or_else(|error| panic!("no line with `{words}`: {error}"));
            if line.contains(words) {
                return line;
            }
        }
    }

    fn write(&self, path: &str, text: &str) {
        write(self.scratch.path(), path, text);
    }

    /// The answer to a request for `path`.
    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.host).expect("a connection");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("a request");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Waits until the page at `path` contains `words`.
    fn until(&self, path: &str, words: &str) {
        let start = Instant::now();
        while !self.get(path).contains(words) {
            assert!(start.elapsed() < PATIENCE, "{path} does not contain `{words}`");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The first state that a browser receives.
    fn state(&self) -> String {
        let mut stream = TcpStream::connect(&self.host).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        write!(stream, "GET /__live HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("a request");
        let line = BufReader::new(stream).lines().map_while(Result::ok).find(|line| line.starts_with("data:"));
        line.expect("an event")
    }

    /// Ends the program; what it wrote to standard error.
    fn ended(mut self) -> String {
        self.child.kill().expect("it runs");
        let mut text = String::new();
        self.stderr.take().expect("not read yet").read_to_string(&mut text).expect("UTF-8");
        text
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join("content").join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// A page of prose with some keys.
fn note(title: &str, keys: &str) -> String {
    format!("---\n{keys}title: {title}\n---\n\nWe look at every listing.\n")
}

#[test]
fn the_terminal_shows_the_differences() {
    let served = Served::new(&[("catalogue.yaml", "title: A\n"), ("pages/note.md", &note("Note One", "naem: a\n"))]);
    for (title, keys) in [("Note Two", "# Above it.\nnaem: a\n"), ("Note Three", "naem: a\nwebsiet: b\n"), ("Note Four", "")] {
        served.write("pages/note.md", &note(title, keys));
        served.until("/note/", title);
        served.line("rebuilt in");
    }
    let text = served.ended();
    assert_eq!(text.matches("unknown key `naem`").count(), 1, "at the start only: {text}");
    assert_eq!(text.matches("1 new finding:").count(), 1, "{text}");
    assert_eq!(text.matches("unknown key `websiet`").count(), 1, "{text}");
    let fixed = "2 findings fixed:\n  content/pages/note.md:2:1: unknown-key\n  content/pages/note.md:3:1: unknown-key\n";
    assert!(text.contains(fixed), "{text}");
}

#[test]
fn pages_change_before_the_terminal_has_shown_the_report() {
    let served = Served::new(&[("catalogue.yaml", "title: A\n"), ("pages/note.md", &note("Note One", ""))]);
    // More than a pipe takes, and no one reads it.
    let keys: String = (0..40).map(|n| format!("{}_{n}: a\n", "long_key".repeat(20))).collect();
    for n in 0..40 {
        served.write(&format!("apps/app-{n}.yaml"), &format!("name: App {n}\n{keys}"));
    }
    served.write("pages/note.md", &note("Note Two", ""));
    served.until("/note/", "Note Two");
}

#[test]
fn the_report_over_the_pages_is_bounded() {
    let keys: String = (0..60).map(|n| format!("key_{n}: a\n")).collect();
    let settings = "title: A\nlevels: {unknown-key: warn}\n";
    let served = Served::new(&[("catalogue.yaml", settings), ("apps/acme.yaml", &format!("name: Acme\n{keys}")), ("tags.yaml", "[")]);
    let state = served.state();
    assert!(state.contains("content/tags.yaml") && state.contains("more findings: `pressmark check` lists all of them"), "{state}");
    assert!(state.len() < 20_000, "{}", state.len());
    served.write("tags.yaml", "[]\n");
    served.line("rebuilt in");
    assert!(served.state().contains(r#""remarks":null"#), "{}", served.state());
}
