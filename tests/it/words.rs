//! The words of the product: what the glossary of `CONTRIBUTING.md` replaces stays out of every text that a user reads.

use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

use crate::support::root;

/// Expressions that are not used, and what is written instead. `…` stands for up to six words.
const FORBIDDEN: [(&str, &str); 54] = [
    ("anew", "again"),
    ("as it stands", "unchanged, as text"),
    ("behind", "after, following"),
    ("blank", "space"),
    ("blanks", "spaces"),
    ("by itself", "automatically, on its own, by default"),
    ("by themselves", "automatically, separately"),
    ("come to grief", "fail"),
    ("doubled", "duplicate"),
    ("for ever", "permanently"),
    ("hold", "contain"),
    ("holding", "containing"),
    ("holds", "contains"),
    ("in front of", "before"),
    ("in the place of", "instead of"),
    ("lie beside", "be beside"),
    ("lie in", "be in"),
    ("lie on", "be on"),
    ("lies beside", "is beside"),
    ("lies in", "is in"),
    ("lies on", "is on"),
    ("look after", "maintain"),
    ("looked after", "maintained"),
    ("looks after", "maintains"),
    ("mail address", "e-mail address"),
    ("mail addresses", "e-mail addresses"),
    ("mend", "fix"),
    ("mended", "fixed"),
    ("mending", "fixing"),
    ("mends", "fixes"),
    ("remark", "finding, comment"),
    ("remarks", "findings, comments"),
    ("slip of the finger", "typo"),
    ("slips of the finger", "typos"),
    ("stand beside", "be beside"),
    ("stand in", "be in"),
    ("stand on", "be on"),
    ("stand under", "be under"),
    ("standing in", "in"),
    ("stands at", "is at"),
    ("stands below", "is below"),
    ("stands beside", "is beside"),
    ("stands in", "is in, occurs in"),
    ("stands on", "is on"),
    ("stands under", "is under"),
    ("take it out", "remove it"),
    ("take … away", "remove"),
    ("takes … away", "removes"),
    ("taken away", "removed"),
    ("told in", "reported in"),
    ("web address", "URL"),
    ("web addresses", "URLs"),
    ("whoever", "anyone who, people who"),
    ("yet to come", "in the future"),
];

/// Texts that use such an expression rightly: a part of the text, and why.
const RIGHT: [(&str, &str); 1] = [("over a page behind a dialog", "a place on a screen, not an order")];

/// A text that a user reads, and the path of its file below the project.
struct Text {
    path: String,
    words: String,
}

/// The strings and explanations of a source file that are sentences, without tests and the documentation of code.
struct Strings {
    /// Whether the documentation of code is shown to users, as it is for arguments of the command line.
    has_help: bool,
    found: Vec<String>,
}

impl Strings {
    fn add(&mut self, text: String) {
        if text.contains(' ') {
            self.found.push(text);
        }
    }

    /// Looks through what a macro is handed. A doc comment in it is an attribute there.
    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    if let syn::Lit::Str(text) = syn::Lit::new(literal.clone()) {
                        self.add(text.value());
                    }
                }
                _ => {}
            }
        }
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::Path(path) => path.is_ident("test"),
        syn::Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        syn::Meta::NameValue(_) => false,
    })
}

impl<'file> Visit<'file> for Strings {
    fn visit_item_mod(&mut self, module: &'file syn::ItemMod) {
        if !is_test(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_fn(&mut self, function: &'file syn::ItemFn) {
        if !is_test(&function.attrs) {
            visit::visit_item_fn(self, function);
        }
    }

    fn visit_attribute(&mut self, attribute: &'file syn::Attribute) {
        if self.has_help && attribute.path().is_ident("doc") {
            visit::visit_attribute(self, attribute);
        }
    }

    fn visit_macro(&mut self, called: &'file syn::Macro) {
        let name = called.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
        if !name.starts_with("assert") && !matches!(&*name, "unreachable" | "panic" | "macro_rules") {
            self.tokens(called.tokens.clone());
        }
    }

    fn visit_lit_str(&mut self, text: &'file syn::LitStr) {
        self.add(text.value());
    }
}

/// Every file below `folder` whose name ends with `ending`, by its path below the project, with its text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                open.push(entry);
            } else if entry.to_string_lossy().ends_with(ending) {
                found.push((below(&entry), fs::read_to_string(&entry).expect("UTF-8")));
            }
        }
    }
    found.sort();
    found
}

fn below(path: &Path) -> String {
    path.strip_prefix(root()).expect("below the project").to_string_lossy().replace('\\', "/")
}

fn texts() -> Vec<Text> {
    let mut texts = Vec::new();
    for (path, source) in files("src", ".rs").into_iter().filter(|(path, _)| !path.ends_with("/tests.rs") && path != "src/rules/linear.rs")
    {
        let mut strings = Strings { has_help: path.ends_with("args.rs"), found: Vec::new() };
        strings.visit_file(&syn::parse_file(&source).expect("Rust"));
        texts.extend(strings.found.into_iter().map(|words| Text { path: path.clone(), words }));
    }
    for (path, messages) in files("templates/messages", "en.ftl") {
        let lines = messages.lines().filter(|line| !line.starts_with('#'));
        texts.extend(lines.map(|line| {
            let words = line.split_once(" = ").map_or(line, |(_, words)| words).to_owned();
            Text { path: path.clone(), words }
        }));
    }
    for (path, page) in files("content/pages", ".md") {
        let mut in_code = false;
        for line in page.lines() {
            in_code ^= line.trim_start().starts_with("```");
            if !in_code {
                texts.push(Text { path: path.clone(), words: line.to_owned() });
            }
        }
    }
    texts
}

/// The words of `text` in lower case, without code between backquotes. A hyphen joins two words.
fn words(text: &str) -> Vec<String> {
    let prose: String = text.split('`').step_by(2).collect::<Vec<_>>().join(" ; ");
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'' | '’');
    prose.split(|c| !is_part(c)).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Whether `expression` begins at the start of `words`.
fn begins(words: &[String], expression: &[&str]) -> bool {
    match (expression, words) {
        ([], _) => true,
        (["…", rest @ ..], _) => (1..=6).any(|n| words.get(n..).is_some_and(|words| begins(words, rest))),
        ([first, rest @ ..], [word, words @ ..]) => word == first && begins(words, rest),
        _ => false,
    }
}

/// The forbidden expressions in `text`, each with what is written instead.
fn forbidden(text: &str) -> Vec<(&'static str, &'static str)> {
    let words = words(text);
    let uses = |expression: &str| {
        let parts: Vec<&str> = expression.split(' ').collect();
        (0..words.len()).filter(|&at| begins(&words[at..], &parts)).count()
    };
    FORBIDDEN.iter().flat_map(|&(expression, instead)| vec![(expression, instead); uses(expression)]).collect()
}

#[test]
fn texts_use_the_words_of_the_glossary() {
    let mut wrong: std::collections::BTreeMap<String, Vec<String>> = std::collections::BTreeMap::new();
    for text in texts().iter().filter(|text| !RIGHT.iter().any(|(part, _)| text.words.contains(part))) {
        for (expression, instead) in forbidden(&text.words) {
            wrong.entry(text.path.clone()).or_default().push(format!(
                "{}: `{expression}` → {instead}: {:.120}",
                text.path,
                text.words.trim()
            ));
        }
    }
    let wrong: Vec<String> = wrong.into_values().flatten().collect();
    assert!(wrong.is_empty(), "see the glossary in CONTRIBUTING.md:\n{wrong:#?}");
}

#[test]
fn an_expression_is_found_whatever_is_between_its_words_and_not_in_code() {
    let found = |text| forbidden(text).into_iter().map(|(expression, _)| expression).collect::<Vec<_>>();
    assert_eq!(found("Take the whole line away."), ["take … away"]);
    assert_eq!(found("No blank behind the colon"), ["behind", "blank"]);
    assert_eq!(found("write `target=_blank` before an e-mail address"), [""; 0]);
}
