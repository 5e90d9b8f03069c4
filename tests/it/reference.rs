//! The references among the demo's pages are those that the program's own tables make.

use std::fs;

use pressmark::format::reference;
use pressmark::render::template_reference;

use crate::support::root;

/// Compares a page of the demo with what it should be, and renews it with `UPDATE=1`.
fn is_up_to_date(page: &str, made: &str) {
    let path = root().join("content/pages").join(page);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, made).expect("a file that can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(written == made, "{page} is stale: renew it with `UPDATE=1 tests/run rust -- reference`");
}

#[test]
fn the_content_reference_in_the_manual_is_up_to_date() {
    is_up_to_date("manual-content-reference.md", &reference::page());
}

#[test]
fn the_reference_of_template_variables_in_the_manual_is_up_to_date() {
    is_up_to_date("manual-template-variables.md", &template_reference());
}
