//! `version-malformed`

use super::problems::malformed;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::Form;
use crate::parse::typographic::enclosed;
use crate::rules::pasted::{QUOTES_BELONG, in_plain_characters};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A version is neither a running number (`7`) nor SemVer (`1.4.0`).
    ///
    /// The newest version is found by comparing; what cannot be compared could hand visitors an old one.
    ///
    /// ```yaml,fails
    /// versions:
    ///   - {version: v1.4.0}
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 1.4.0}
    /// ```
    VERSION_MALFORMED = { id: "F021", name: "version-malformed", level: Error, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (span, text, because) in malformed(document, Form::Version) {
        let remark = findings.at(span, format!("`{}` is not a version", shortened(text)));
        let bare = text.strip_prefix(['v', 'V']).map(|rest| rest.trim_start_matches('.')).filter(|bare| is_version(bare));
        if let Some(inner) = enclosed(text).map(str::trim) {
            let remark = remark.label(QUOTES_BELONG);
            if is_version(inner) {
                remark.help(format!("write `{inner}`")).fix(span, inner);
            } else {
                remark.help("write three numbers such as `1.4.0` without quotes, or a single running number such as `7`");
            }
        } else if let Some(plain) = in_plain_characters(text).filter(|plain| is_version(plain)) {
            remark.label("characters of another keyboard").help(format!("write `{plain}`")).fix(span, plain);
        } else if let Some(bare) = bare {
            remark.label("a `v` in front").help(format!("write `{bare}`")).fix(span, bare);
        } else if is_version(&format!("{text}.0")) {
            remark.label("two numbers instead of three").help(format!("write `{text}.0`, or a single running number such as `7`"));
        } else {
            let remark = if because.is_empty() { remark } else { remark.label(because) };
            remark.help("write three numbers such as `1.4.0`, or a single running number such as `7`");
        }
    }
}

fn is_version(text: &str) -> bool {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    (is_number && text.parse::<u64>().is_ok()) || semver::Version::parse(text).is_ok()
}
