//! JUnit XML, for what shows the results of tests: Jenkins, GitLab, Azure Pipelines and others.
//!
//! A suite is a listing's folder, or a file outside of any; a case is a finding. Only an error fails its case: a run that ends well must not look red,
//! so a warning or a note is a case that was skipped, which every viewer shows with its message. A report without findings contains one case that passed, because
//! viewers take an empty file for a broken run.
//!
//! Lines and columns count from 1, columns in Unicode code points; a finding about a whole file is at 1:1. The first line of a case's text is the finding
//! in the concise format, without what to do; that follows, one a line.

use super::concise::head;
use super::rendered::{RenderedDiagnostic, prepare};
use super::{Level, Report, Sources};
use crate::text::printable;
use crate::xml::Xml;

/// The report as one XML document.
#[must_use]
pub fn render<'run>(report: &'run Report, sources: &Sources<'run>) -> String {
    let shown = prepare(report, sources);
    let mut xml = Xml::document(2);
    let n_tests = shown.len().max(1).to_string();
    xml.open("testsuites", &[("name", "pressmark check"), ("tests", &n_tests), ("failures", &failures(&shown)), ("errors", "0")]);
    if shown.is_empty() {
        xml.open("testsuite", &[("name", "content"), ("tests", "1"), ("failures", "0"), ("errors", "0"), ("skipped", "0")]);
        xml.empty("testcase", &[("name", "no problems found"), ("classname", "content"), ("time", "0")]);
        xml.close("testsuite");
    }
    for suite in shown.chunk_by(|a, b| suite_of(&a.path, sources.prefix) == suite_of(&b.path, sources.prefix)) {
        write_suite(&mut xml, suite_of(&suite[0].path, sources.prefix), suite);
    }
    xml.close("testsuites");
    xml.finish()
}

/// The folder of a listing, or the file itself.
fn suite_of<'path>(path: &'path str, prefix: &str) -> &'path str {
    let inner = path.strip_prefix(prefix).unwrap_or(path);
    let slug = inner.strip_prefix("listings/").and_then(|rest| rest.find('/'));
    let end = slug.map_or(path.len(), |n| path.len() - inner.len() + "listings/".len() + n);
    &path[..end]
}

fn failures(shown: &[RenderedDiagnostic<'_>]) -> String {
    shown.iter().filter(|shown| shown.level == Level::Error).count().to_string()
}

fn write_suite(xml: &mut Xml, name: &str, suite: &[RenderedDiagnostic<'_>]) {
    let failures = failures(suite);
    let skipped = (suite.iter().filter(|shown| shown.level != Level::Error).count()).to_string();
    let tests = suite.len().to_string();
    let name = characters(name);
    xml.open("testsuite", &[("name", &name), ("tests", &tests), ("failures", &failures), ("errors", "0"), ("skipped", &skipped)]);
    for shown in suite {
        let (at, column) = shown.start();
        let name = format!("{} at {at}:{column}", shown.code.name);
        let at = at.to_string();
        let path = characters(&shown.path);
        xml.open("testcase", &[("name", &name), ("classname", &path), ("file", &path), ("line", &at), ("time", "0")]);
        let said = shown.with_advice(head(shown), "help: ");
        let (message, said) = (characters(&shown.message), said.split('\n').map(characters).collect::<Vec<_>>().join("\n"));
        match shown.level {
            Level::Error => xml.text("failure", &[("message", &message), ("type", shown.code.id)], &said),
            _ => xml.text("skipped", &[("message", &message)], &said),
        }
        xml.close("testcase");
    }
    xml.close("testsuite");
}

/// `text` in characters that XML 1.0 can contain at all: it has no way to write most control characters and two noncharacters.
fn characters(text: &str) -> String {
    printable(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
