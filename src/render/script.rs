//! Modules as browsers need them: without comments and indentation, which are for those who read them here, and with the messages they say.
//! Knows lines; knows no syntax, which is why no module may have a text that goes over several lines.

use std::collections::BTreeSet;

use crate::language::Language;

/// The placeholder for a module's messages.
const PLACE: &str = "MESSAGES";

/// `module` without empty lines, whole lines of comment and indentation.
pub(super) fn lean(module: &str) -> String {
    let mut lean = String::with_capacity(module.len());
    let mut is_comment = false;
    for line in module.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        if !is_comment && !line.is_empty() && !line.starts_with("//") {
            lean.push_str(line);
            lean.push('\n');
        }
        is_comment &= !line.ends_with("*/");
    }
    lean
}

/// `module` with its messages instead of `MESSAGES`: the tag of a language, its messages by key, and the same for each language that is in
/// for what is missing. So a page fetches no word that its scripts do not say, and no file more.
pub(super) fn told(module: &str, language: &Language) -> String {
    if !module.contains(PLACE) {
        return module.to_owned();
    }
    let keys = keys(module);
    let is_said = |key: &str| keys.iter().any(|said| *said == key || (said.ends_with('-') && key.starts_with(said)));
    let layers = language.for_scripts(is_said);
    let messages: Vec<String> = layers.iter().map(|(tag, messages)| format!("{tag:?},{messages}")).collect();
    module.replacen(PLACE, &messages.join(","), 1)
}

/// The keys that a module says, `t("key"` or `parts("key"`; what ends in a hyphen, as in `t("facet-" + name`, is the beginning of several.
fn keys(module: &str) -> BTreeSet<&str> {
    let said = |call: &'static str| {
        let is_other = |before: &str| before.ends_with(char::is_alphanumeric) || (before.ends_with('.') && !before.ends_with("..."));
        let starts = module.match_indices(call).filter(move |&(at, _)| !is_other(&module[..at]));
        starts.filter_map(move |(at, _)| module[at + call.len()..].split('"').next())
    };
    said("t(\"").chain(said("parts(\"")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::ResolvedTheme;

    #[test]
    fn comments_are_removed_from_scripts() {
        let module = "// What it is.\n\n/** Does it. */\nexport const a = 1; // why\n/**\n * More.\n */\nfunction b() {\n  // how\n  return `//${a}`;\n}\n";
        assert_eq!(lean(module), "export const a = 1; // why\nfunction b() {\nreturn `//${a}`;\n}\n");
    }

    #[test]
    fn no_module_has_a_text_over_several_lines() {
        for (name, text) in &ResolvedTheme::default().scripts {
            for line in text.lines() {
                assert!(line.matches('`').count() % 2 == 0, "{name}: {line}");
                assert!(!line.contains("/*") || line.trim().starts_with("/*"), "{name}: a comment after code: {line}");
            }
        }
    }
}
