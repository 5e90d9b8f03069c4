//! Judges JSON by JSON Schemas: one request a line of standard input, one answer a line of standard output.
//!
//! - `{"schema": S}` → the number of S among the schemas so far, or why S is none by its own draft, as a string.
//! - `{"by": N, "value": V}` → what is wrong with V by schema N, as a list of strings.
//!
//! A program of its own, because `jsonschema` switches on features of crates that Pressmark uses, too. In one program with the tests,
//! Pressmark and much of what it uses would have to be compiled twice: as it is released, and for the tests.

use std::io::{self, BufRead, Write};

use jsonschema::Validator;
use serde_json::{Value, json};

/// Answers `request`, and keeps the schema if it brings one.
fn answer(schemas: &mut Vec<Validator>, request: &Value) -> Value {
    if let Some(schema) = request.get("schema") {
        return match jsonschema::meta::validate(schema)
            .map_err(|error| error.to_string())
            .and_then(|()| jsonschema::options().should_validate_formats(true).build(schema).map_err(|error| error.to_string()))
        {
            Ok(schema) => {
                schemas.push(schema);
                json!(schemas.len() - 1)
            }
            Err(error) => json!(error),
        };
    }
    let by = request["by"].as_u64().and_then(|n| schemas.get(usize::try_from(n).ok()?));
    match by {
        Some(schema) => schema.iter_errors(&request["value"]).map(|error| format!("{}: {error}", error.instance_path())).collect(),
        None => json!([format!("there is no schema {}", request["by"])]),
    }
}

fn main() -> io::Result<()> {
    let (mut schemas, mut out) = (Vec::new(), io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let answer = answer(&mut schemas, &serde_json::from_str(&line?)?);
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}
