//! Modules as browsers need them: without comments and indentation, which are for those who read them here. Knows lines; knows no syntax, which is
//! why no module may have a text that goes over several lines.

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Look;

    #[test]
    fn comments_stay_here_and_code_goes_out() {
        let module = "// What it is.\n\n/** Does it. */\nexport const a = 1; // why\n/**\n * More.\n */\nfunction b() {\n  // how\n  return `//${a}`;\n}\n";
        assert_eq!(lean(module), "export const a = 1; // why\nfunction b() {\nreturn `//${a}`;\n}\n");
    }

    #[test]
    fn no_module_has_a_text_over_several_lines() {
        for (name, text) in &Look::default().scripts {
            for line in text.lines() {
                assert!(line.matches('`').count() % 2 == 0, "{name}: {line}");
                assert!(!line.contains("/*") || line.trim().starts_with("/*"), "{name}: a comment after code: {line}");
            }
        }
    }
}
