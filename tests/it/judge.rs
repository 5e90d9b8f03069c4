//! JSON Schemas, and what they say of a value: asked of `tests/judge`, a program of its own, which says why it is one.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{LazyLock, Mutex};

use serde_json::{Value, json};

use super::support::root;

/// A schema that is one by its own draft.
pub struct Judge(u64);

impl Judge {
    /// # Panics
    /// If `schema` is no schema.
    #[must_use]
    pub fn new(schema: &Value) -> Self {
        let answer = ask(&json!({"schema": schema}));
        Self(answer.as_u64().unwrap_or_else(|| panic!("{answer}: {schema}")))
    }

    /// What is wrong with `value`, with the place of each fault.
    #[must_use]
    pub fn errors(&self, value: &Value) -> Vec<String> {
        serde_json::from_value(ask(&json!({"by": self.0, "value": value}))).expect("a list of errors")
    }

    /// Whether nothing is wrong with `value`.
    #[must_use]
    pub fn is_valid(&self, value: &Value) -> bool {
        self.errors(value).is_empty()
    }
}

/// What the program answers to `request`.
fn ask(request: &Value) -> Value {
    static PROGRAM: LazyLock<Mutex<(Child, BufReader<ChildStdout>)>> = LazyLock::new(|| Mutex::new(start()));
    let (line, mut answer) = (format!("{request}\n"), String::new());
    let mut program = PROGRAM.lock().expect("no test panics while it asks");
    program.0.stdin.as_ref().expect("piped").write_all(line.as_bytes()).expect("a program that reads");
    program.1.read_line(&mut answer).expect("an answer");
    serde_json::from_str(&answer).expect("JSON")
}

/// The program that `JUDGE` names, started, and what it prints. It ends when its input does. Without `JUDGE`, Cargo compiles it first.
fn start() -> (Child, BufReader<ChildStdout>) {
    let mut command = match std::env::var_os("JUDGE") {
        Some(program) => Command::new(program),
        None => {
            let mut cargo = Command::new(env!("CARGO"));
            cargo.args(["run", "--quiet", "--locked", "--release", "--package", "judge"]);
            cargo
        }
    };
    let mut child = command.current_dir(root()).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program that judges");
    let answers = BufReader::new(child.stdout.take().expect("piped"));
    (child, answers)
}

#[test]
fn what_is_no_schema_and_what_does_not_fit_is_said() {
    let judge = Judge::new(&json!({"type": "object", "properties": {"a": {"type": "string"}}}));
    assert_eq!(judge.errors(&json!({"a": "b"})), [""; 0]);
    assert_eq!(judge.errors(&json!({"a": 1})), ["/a: 1 is not of type \"string\""]);
    assert!(std::panic::catch_unwind(|| Judge::new(&json!({"type": "thing"}))).is_err());
}
