//! `code-block-without-language`

use crate::diagnostic::Findings;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::source::Span;

rule! {
    /// A code block does not name its language.
    ///
    /// With the language after the fence, pages can highlight the code, screen readers announce it, and visitors
    /// know whether it belongs in a terminal or in a file.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// ~~~
    /// pip install acme
    /// ~~~
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// ~~~sh
    /// pip install acme
    /// ~~~
    /// ```
    CODE_BLOCK_WITHOUT_LANGUAGE = { id: "P024", name: "code-block-without-language", level: Info, since: "0.1", check: Prose(check) }
}

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    let text = prose.document.text.as_deref().unwrap_or_default();
    let mut bare = prose.outline.code.iter().filter(|code| is_bare_fence(text.get(code.range()).unwrap_or_default()));
    let Some(first) = bare.next() else { return };
    let message = match bare.count() {
        0 => "a code block does not name its language".to_owned(),
        n => format!("{} code blocks do not name their language", n + 1),
    };
    let finding = findings.at(Span { start: first.start, end: first.start + 3 }, message);
    finding.help("write it after the fence, such as ```sh, or ```text for program output");
}

/// Whether a code block begins with a fence and nothing else on its line.
fn is_bare_fence(code: &str) -> bool {
    let line = code.lines().next().unwrap_or_default().trim_end();
    line.len() >= 3 && (line.bytes().all(|byte| byte == b'`') || line.bytes().all(|byte| byte == b'~')) && code.contains('\n')
}
