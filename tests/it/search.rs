//! What the search of the demo must answer, case by case. `tests/browser/contract.test.mjs` asks the browser's engine the same.
//!
//! `UPDATE=1 tests/run rust -- search` writes the answers again; read them before you keep them.

use std::collections::BTreeMap;
use std::fs;

use jiff::civil::date;
use pressmark::pipeline;
use pressmark::rules::RunContext;
use pressmark::search::{Index, Query, Sort};
use pressmark::site::Site;
use pressmark::source::disk::Disk;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::root;

/// Results that a case names; the others are counted.
const NAMED: usize = 12;

#[derive(Deserialize)]
struct Case {
    name: String,
    query: String,
    #[serde(default)]
    filters: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    sort: Sort,
}

fn demo() -> Site {
    let folder = Disk::new(root().join("content"));
    let checked = pipeline::check(&folder, &RunContext::new(date(2026, 11, 1)), &|_, _, _| {}).expect("a folder");
    pipeline::plan(checked.resolved, None)
}

/// What `index` answers, as a case says it.
fn answer(index: &Index, case: &Case) -> Value {
    let found = index.find(&Query { text: &case.query, filters: case.filters.clone(), sort: case.sort, is_literal: false });
    let slugs = found.ids.iter().take(NAMED).map(|&id| &index.documents.listings[id].slug).collect::<Vec<_>>();
    let app = found.app.map(|id| &index.documents.apps[id - index.documents.listings.len()].slug);
    let mut answer = json!({"total": found.ids.len(), "slugs": slugs});
    for (key, value) in [("corrected", json!(found.corrected)), ("suggestion", json!(found.suggestion)), ("app", json!(app))] {
        if !value.is_null() {
            answer[key] = value;
        }
    }
    answer["counts"] =
        json!(found.counts.iter().filter(|(group, _)| matches!(&***group, "access" | "source" | "status")).collect::<BTreeMap<_, _>>());
    answer
}

#[test]
fn the_demo_answers_every_case() {
    let path = root().join("tests/search/queries.json");
    let text = fs::read_to_string(&path).expect("the cases");
    let mut cases: Vec<Value> = serde_json::from_str(&text).expect("JSON");
    let site = demo();
    let (index, short) = (Index::new(&site), Index::for_queries(&site));
    let mut wrong = Vec::new();
    for value in &mut cases {
        let case: Case = serde_json::from_value(value.clone()).expect("a case");
        let (answer, of_short) = (answer(&index, &case), answer(&short, &case));
        assert_eq!(of_short, answer, "{}: without the parts for browsers", case.name);
        if value.get("answer") != Some(&answer) {
            wrong.push(format!("{}: {:?}\n   want {}\n   have {answer}", case.name, case.query, value["answer"]));
            value["answer"] = answer;
        }
    }
    if std::env::var_os("UPDATE").is_some() {
        let lines: Vec<String> = cases.iter().map(Value::to_string).collect();
        fs::write(&path, format!("[\n  {}\n]\n", lines.join(",\n  "))).expect("the cases");
    } else {
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn an_index_has_the_same_bytes_each_time_and_a_changed_part_has_another_name() {
    let (one, other) = (Index::new(&demo()), Index::new(&demo()));
    assert!(one.files().eq(other.files()));
    let mut site = demo();
    site.indexes.a_z.pop();
    let other = Index::new(&site);
    let of_other: std::collections::BTreeMap<_, _> = other.files().collect();
    let changed: Vec<String> =
        one.files().filter(|(path, bytes)| of_other.get(path).is_some_and(|other| other != bytes)).map(|(path, _)| path).collect();
    assert_eq!(changed, [pressmark::search::CORE_PATH], "every other name may be kept forever");
}

#[test]
fn a_query_of_any_length_is_cut_and_answered() {
    let index = Index::new(&demo());
    let find = |query: &str| index.find(&Query { text: query, ..Query::default() });
    for query in ["x".repeat(10_000), "\" ".repeat(5_000), "tag:".repeat(3_000)] {
        assert!(find(&query).ids.is_empty(), "{}", &query[..4]);
    }
    assert_eq!(find(&format!("slack {}", " ".repeat(10_000))).ids, find("slack").ids);
}

#[test]
fn an_empty_catalogue_can_be_searched() {
    let site = pipeline::plan(Default::default(), None);
    let index = Index::new(&site);
    for text in ["", "slack", "tag:crm", "\"a b\""] {
        assert_eq!(index.find(&Query { text, sort: Sort::AZ, ..Query::default() }).ids, Vec::<usize>::new(), "{text}");
    }
}
