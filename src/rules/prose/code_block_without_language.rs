//! `code-block-without-language`

use crate::diagnostic::Findings;
use crate::rules::ProseDraft;
use crate::rules::rule::rule;
use crate::source::Span;

rule! {
    /// A block of code does not say what it is written in.
    ///
    /// With the language behind the fence a block is coloured where a page can do that, screen readers say what comes, and a visitor
    /// knows whether it belongs into a terminal or into a file.
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

fn check(prose: &ProseDraft<'_>, findings: &mut Findings<'_>) {
    let text = prose.document.text.as_deref().unwrap_or_default();
    let mut bare = prose.outline.code.iter().filter(|code| is_bare_fence(text.get(code.range()).unwrap_or_default()));
    let Some(first) = bare.next() else { return };
    let message = match bare.count() {
        0 => "a block of code does not say its language".to_owned(),
        n => format!("{} blocks of code do not say their language", n + 1),
    };
    let remark = findings.at(Span { start: first.start, end: first.start + 3 }, message);
    remark.help("write it behind the fence, such as ```sh, or ```text for what a program prints");
}

/// Whether a block of code begins with a fence and nothing else on its line.
fn is_bare_fence(code: &str) -> bool {
    let line = code.lines().next().unwrap_or_default().trim_end();
    line.len() >= 3 && (line.bytes().all(|byte| byte == b'`') || line.bytes().all(|byte| byte == b'~')) && code.contains('\n')
}
