//! `level-unknown`

use crate::diagnostic::Findings;
use crate::format::{Content, Document};
use crate::rules::levels::level;
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};
use crate::rules::{called, named, nearest_name};

rule! {
    /// The settings set a level for a rule that does not exist, or lower one that cannot be lowered.
    ///
    /// The line has no effect, although its author believes that a rule is stricter or milder. Rules that the build cannot do
    /// without keep their level.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// levels: {summary-to-long: error}
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// levels: {summary-too-long: error}
    /// ```
    LEVEL_UNKNOWN = { id: "C008", name: "level-unknown", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let Content::Settings(settings) = &document.content else { return };
    let entries = settings.levels.get().map(|map| map.0.as_slice()).unwrap_or_default();
    for (name, setting) in entries {
        match named(name) {
            None => {
                let by_id = called(name).map(|rule| rule.code.name);
                let near = by_id.or_else(|| nearest_name(name));
                let finding = findings.at(name.span, format!("unknown rule `{}`", shortened(name))).did_you_mean(near);
                let there = by_id.and_then(|by_id| {
                    let is_same = |other: &str| called(other).is_some_and(|rule| rule.code.name == by_id);
                    entries.iter().map(|(other, _)| other).find(|other| other.span != name.span && is_same(other))
                });
                match by_id {
                    Some(by_id) if let Some(there) = there => finding
                        .help(format!("`{by_id}` already has a level: keep one of the two"))
                        .related(&document.path, Some(there.span), "the same rule"),
                    Some(by_id) => finding.fix(name.span, scalar(by_id)),
                    None => finding.help("run `pressmark explain --list` to see all rules"),
                };
            }
            Some(rule) if level(setting.word) < rule.mildest() => {
                let because = if rule.fixed {
                    "remove the line: without this rule, the page could not be built or would do harm"
                } else {
                    "write `info`: what visitors do not see is always reported"
                };
                findings
                    .at(setting.span, format!("rule `{}` cannot be lowered to `{}`", rule.code.name, setting.word.word()))
                    .label(format!("stays at `{}`", rule.mildest().word()))
                    .help(because);
            }
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LEVEL_UNKNOWN, check};
    use crate::diagnostic::Findings;
    use crate::format::Document;
    use crate::source::ContentPath;

    #[test]
    fn an_id_is_not_fixed_to_a_name_that_has_a_level() {
        let fixes = |levels: &str| {
            let path = ContentPath::new("catalogue.yaml").expect("a valid path");
            let document = Document::read(path.clone(), Ok(format!("levels:\n{levels}").into_bytes()));
            let mut found = Vec::new();
            check(&document, &mut Findings::new(LEVEL_UNKNOWN.code, LEVEL_UNKNOWN.level, &path, &mut found));
            let fixes: Vec<_> = found.iter().map(|found| (found.fix.is_some(), found.related.len())).collect();
            fixes
        };
        assert_eq!(fixes("  P020: warn\n"), [(true, 0)]);
        assert_eq!(fixes("  P020: warn\n  placeholder-in-prose: error\n"), [(false, 1)]);
        assert_eq!(fixes("  P020: warn\n  p020: error\n"), [(false, 1), (false, 1)]);
    }
}
