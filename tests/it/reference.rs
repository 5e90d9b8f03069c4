//! The reference among the demo's pages is the one that the tables make.

use std::fs;

use pressmark::format::reference;

use crate::support::root;

const PAGE: &str = "content/pages/manual-content-reference.md";

#[test]
fn the_content_reference_in_the_manual_is_up_to_date() {
    let path = root().join(PAGE);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, reference::page()).expect("a file that can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(written == reference::page(), "{PAGE} is stale: renew it with `UPDATE=1 tests/run rust -- reference`");
}
