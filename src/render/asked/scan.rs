//! One template, read from tag to tag with the names that are bound at each: which variables it asks for that are not there, and what it hands to
//! components. Where it is not certain what a name stands for, nothing is said.

use std::collections::{BTreeMap, BTreeSet};

use super::known::Known;
use super::tags::{Kind, Tag, Token};
use crate::diagnostic::nearest;

/// Names with their types; `None` where only the name is known.
pub(super) type Names<'text> = BTreeMap<&'text str, Option<Known>>;

/// A variable that is not there.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Missing {
    /// Its place in the template, in bytes.
    pub(super) at: usize,
    /// The variable as it is written, up to the name that is not there.
    pub(super) variable: String,
    /// The variable that was probably meant.
    pub(super) nearest: Option<String>,
}

/// A component that a template uses, and what it hands to it.
#[derive(Debug)]
pub(super) struct Call<'text> {
    /// Its name.
    pub(super) component: String,
    /// The arguments by name.
    pub(super) args: Names<'text>,
    /// Whether other values may be handed over as well.
    pub(super) is_open: bool,
}

/// The names that a template can read from its surroundings.
#[derive(Debug, Default)]
pub(super) struct Surroundings<'text> {
    /// The variables of the pages that include it.
    pub(super) context: Names<'text>,
    /// Names that it, or a template around it, may bind elsewhere.
    pub(super) bound: BTreeSet<&'text str>,
    /// Whether it is a part of a page at all.
    pub(super) is_shown: bool,
}

/// The result of scanning a template.
#[derive(Debug, Default)]
pub(super) struct Scan<'text> {
    /// The variables that are not there.
    pub(super) missing: Vec<Missing>,
    /// The components that it uses.
    pub(super) calls: Vec<Call<'text>>,
}

/// Words of expressions that are no variables.
const KEYWORDS: [&str; 19] = [
    "true",
    "True",
    "false",
    "False",
    "none",
    "None",
    "null",
    "and",
    "or",
    "not",
    "is",
    "in",
    "if",
    "else",
    "for",
    "loop",
    "self",
    "super",
    "__tera_context",
];

/// Filters that leave a list as it is, but for the number and the order of its items.
const OF_LISTS: [&str; 5] = ["reverse", "sort", "unique", "filter", "slice"];

/// Filters that take an item of a list.
const OF_ITEMS: [&str; 3] = ["first", "last", "nth"];

/// Reads the `tags` of a template in its `surroundings`; `args` is what components are handed everywhere.
pub(super) fn scan<'text>(tags: &[Tag<'text>], surroundings: &Surroundings<'text>, args: &BTreeMap<String, Names<'text>>) -> Scan<'text> {
    let mut reader = Reader { surroundings, args, scopes: vec![Scope::default()], scan: Scan::default() };
    tags.iter().for_each(|tag| reader.tag(tag));
    reader.scan
}

/// The names that `tags` bind outside of components.
pub(super) fn bound<'text>(tags: &[Tag<'text>]) -> BTreeSet<&'text str> {
    let mut names = BTreeSet::new();
    let mut is_outside = true;
    for tag in tags {
        let Some(first) = tag.tokens.first().filter(|_| !tag.is_printed) else { continue };
        match first.text {
            "component" => is_outside = false,
            "endcomponent" => is_outside = true,
            "set" | "set_global" if is_outside => names.extend(tag.tokens.get(1).map(|token| token.text)),
            "for" if is_outside => {
                let until = tag.tokens.iter().skip(1).take_while(|token| !token.is_word("in"));
                names.extend(until.filter(|token| token.kind == Kind::Name).map(|token| token.text));
            }
            _ => {}
        }
    }
    names
}

/// Names that are bound in a part of a template.
#[derive(Default)]
struct Scope<'text> {
    names: Names<'text>,
    /// A component sees nothing around it.
    is_component: bool,
}

struct Reader<'text, 'scan> {
    surroundings: &'scan Surroundings<'text>,
    args: &'scan BTreeMap<String, Names<'text>>,
    scopes: Vec<Scope<'text>>,
    scan: Scan<'text>,
}

/// The meaning of a path.
enum Meaning<'text> {
    /// A value of this kind.
    Value(Known),
    /// A value, or nothing.
    Unclear,
    /// Nothing: this name is not there. The other is the path that was probably meant.
    Missing(Token<'text>, Option<String>),
}

impl<'text> Reader<'text, '_> {
    fn tag(&mut self, tag: &Tag<'text>) {
        let tokens = tag.tokens.as_slice();
        let [first, rest @ ..] = tokens else { return };
        if first.is("<") {
            return self.component_call(tokens);
        }
        if tag.is_printed {
            self.expression(tokens);
            return;
        }
        match first.text {
            "if" | "elif" => {
                self.expression(rest);
            }
            "for" => self.begin_loop(rest),
            "endfor" => self.end(false),
            "set" | "set_global" => self.set(rest),
            "component" => self.begin_component(rest),
            "endcomponent" => self.end(true),
            _ => {}
        }
    }

    fn begin_loop(&mut self, tokens: &[Token<'text>]) {
        let Some(at) = tokens.iter().position(|token| token.is_word("in")) else { return };
        let (names, list) = tokens.split_at(at);
        let list = self.expression(list.get(1..).unwrap_or_default());
        let item = list.and_then(Known::item).filter(|_| names.len() == 1);
        let names = names.iter().filter(|token| token.kind == Kind::Name).map(|token| (token.text, item)).collect();
        self.scopes.push(Scope { names, is_component: false });
    }

    fn begin_component(&mut self, tokens: &[Token<'text>]) {
        let (name, rest) = dotted(tokens);
        // A default that is a map has names of its own.
        let handed = self.args.get(&name).filter(|_| !rest.iter().any(|token| token.is("{")));
        let names = rest.iter().filter(|token| token.kind == Kind::Name).map(|token| token.text).chain(["body"]);
        let names = names.map(|name| (name, handed.and_then(|handed| *handed.get(name)?))).collect();
        self.scopes.push(Scope { names, is_component: true });
    }

    /// Leaves the innermost loop, or the component.
    fn end(&mut self, is_component: bool) {
        let start = self.scopes.iter().rposition(|scope| scope.is_component == is_component).filter(|start| *start > 0);
        self.scopes.truncate(start.unwrap_or(self.scopes.len()));
    }

    fn set(&mut self, tokens: &[Token<'text>]) {
        let [name, rest @ ..] = tokens else { return };
        // Without a value it is the text up to `{% endset %}`, which no one asks for a name.
        let value = match rest {
            [equals, value @ ..] if equals.is("=") => self.expression(value),
            _ => None,
        };
        let Some(scope) = self.scopes.last_mut() else { return };
        let is_new = !scope.names.contains_key(name.text) && !self.surroundings.context.contains_key(name.text);
        let value = match scope.names.get(name.text) {
            Some(before) => before.zip(value).and_then(|(before, value)| before.and(value)),
            None => value.filter(|_| is_new),
        };
        scope.names.insert(name.text, value);
    }

    /// Reads an expression: what is missing in it, and of which kind it is.
    fn expression(&mut self, tokens: &[Token<'text>]) -> Option<Known> {
        let components = components_within(tokens);
        if !components.is_empty() {
            // Nothing is known of what is handed to a component in the middle of an expression.
            let call = |component| Call { component, args: Names::new(), is_open: true };
            self.scan.calls.extend(components.into_iter().map(call));
            return None;
        }
        let names = comprehended(tokens);
        self.scopes.push(Scope { names, is_component: false });
        for (at, _) in tokens.iter().enumerate().filter(|(at, token)| is_variable(tokens, *at, token)) {
            let rest = tokens.get(at..).unwrap_or_default();
            let (meaning, len) = self.path(rest);
            if let Meaning::Missing(name, nearest) = meaning
                && !is_expected(rest, len)
            {
                let variable = rest.iter().take_while(|token| token.at <= name.at).map(|token| token.text).collect();
                self.scan.missing.push(Missing { at: name.at, variable, nearest });
            }
        }
        self.scopes.pop();
        self.kind(tokens)
    }

    /// Reads the path that `tokens` begin with, such as `listing.app.name`: what it stands for, and how many tokens it has.
    fn path(&self, tokens: &[Token<'text>]) -> (Meaning<'text>, usize) {
        let Some(root) = tokens.first() else { return (Meaning::Unclear, 0) };
        let n_steps = tokens.get(1..).unwrap_or_default().chunks_exact(2).take_while(|step| is_step(step)).count();
        let len = 1 + 2 * n_steps;
        let steps = tokens.iter().skip(2).step_by(2).take(n_steps);
        let mut meaning = self.meaning(root);
        for name in steps {
            let Meaning::Value(known) = meaning else { break };
            meaning = match known.fields() {
                None => Meaning::Unclear,
                Some(fields) => match fields.iter().find(|field| field.name == name.text) {
                    Some(field) => Meaning::Value(Known::new(field.value_type)),
                    None => {
                        let near = nearest(name.text, fields.iter().map(|field| field.name));
                        let before = tokens.iter().take_while(|token| token.at < name.at).map(|token| token.text);
                        Meaning::Missing(*name, near.map(|near| before.chain([near]).collect()))
                    }
                },
            };
        }
        (meaning, len)
    }

    /// The meaning of a single name.
    fn meaning(&self, name: &Token<'text>) -> Meaning<'text> {
        let unclear = |known: Option<Known>| known.map_or(Meaning::Unclear, Meaning::Value);
        for scope in self.scopes.iter().rev() {
            if let Some(known) = scope.names.get(name.text) {
                return unclear(*known);
            }
            if scope.is_component {
                return Meaning::Unclear;
            }
        }
        let around = self.surroundings;
        if around.bound.contains(name.text) || !around.is_shown {
            return Meaning::Unclear;
        }
        let near = || nearest(name.text, around.context.keys().copied()).map(str::to_owned);
        around.context.get(name.text).map_or_else(|| Meaning::Missing(*name, near()), |known| unclear(*known))
    }

    /// The kind of an expression that is a path, with filters and indexes after it, or a list of one.
    fn kind(&self, tokens: &[Token<'text>]) -> Option<Known> {
        if let [open, inner @ .., close] = tokens
            && open.is("[")
            && close.is("]")
        {
            return self.kind(inner).map(Known::listed);
        }
        let first = tokens.first()?;
        if !is_variable(tokens, 0, first) {
            return None;
        }
        let (Meaning::Value(mut known), len) = self.path(tokens) else { return None };
        let mut rest = tokens.get(len..)?;
        loop {
            match rest {
                [] => return Some(known),
                [pipe, filter, behind @ ..] if pipe.is("|") => {
                    if OF_ITEMS.contains(&filter.text) {
                        known = known.item()?;
                    } else if !OF_LISTS.contains(&filter.text) {
                        return None;
                    }
                    rest = behind;
                    if rest.first().is_some_and(|token| token.is("(")) {
                        rest = rest.get(group_len(rest)..)?;
                    }
                }
                [open, ..] if open.is("[") => {
                    let (index, behind) = rest.split_at_checked(group_len(rest))?;
                    if !index.iter().any(|token| token.is(":")) {
                        known = known.item()?;
                    }
                    rest = behind;
                }
                _ => return None,
            }
        }
    }

    /// `<cards cards={home.updated} look="rows" />`
    fn component_call(&mut self, tokens: &[Token<'text>]) {
        let (component, mut rest) = dotted(tokens.get(1..).unwrap_or_default());
        let mut call = Call { component, args: Names::new(), is_open: false };
        loop {
            rest = match rest {
                [name, equals, open, ..] if name.kind == Kind::Name && equals.is("=") && open.is("{") => {
                    let value = rest.get(2..).unwrap_or_default();
                    let len = group_len(value);
                    let known = self.expression(value.get(1..len.saturating_sub(1)).unwrap_or_default());
                    call.args.insert(name.text, known);
                    value.get(len..).unwrap_or_default()
                }
                [name, equals, _, behind @ ..] if name.kind == Kind::Name && equals.is("=") => {
                    call.args.insert(name.text, None);
                    behind
                }
                [name, behind @ ..] if name.kind == Kind::Name => {
                    let known = self.expression(std::slice::from_ref(name));
                    call.args.insert(name.text, known);
                    behind
                }
                [open, ..] if open.is("{") => {
                    call.is_open = true;
                    rest.get(group_len(rest)..).unwrap_or_default()
                }
                _ => break,
            };
        }
        self.scan.calls.push(call);
    }
}

/// Whether the token at `at` begins a variable.
fn is_variable(tokens: &[Token<'_>], at: usize, token: &Token<'_>) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let is_word_of = |before: &Token<'_>| before.is(".") || before.is("?.") || before.is("|") || before.is_word("is");
    // `is not defined` names a test as well.
    let is_test = before.is_some_and(|before| before.is_word("not"))
        && at.checked_sub(2).and_then(|before| tokens.get(before)).is_some_and(|before| before.is_word("is"));
    let behind = tokens.get(at + 1);
    token.kind == Kind::Name
        && !KEYWORDS.contains(&token.text)
        && !before.is_some_and(is_word_of)
        && !is_test
        && !behind.is_some_and(|behind| behind.is("(") || behind.is("=") || behind.is(":"))
}

/// Whether the template expects that the path of `len` tokens which `tokens` begin with stands for nothing: `is defined`, `| default(…)`, `?.`.
fn is_expected(tokens: &[Token<'_>], len: usize) -> bool {
    let is_asked = match tokens.get(len..).unwrap_or_default() {
        [is, test, ..] if is.is_word("is") => matches!(test.text, "defined" | "undefined" | "not"),
        [pipe, filter, ..] if pipe.is("|") => filter.text == "default",
        _ => false,
    };
    is_asked || tokens.iter().take(len).any(|token| token.is("?."))
}

/// The names of components in the middle of an expression: `<` before a name compares it with the value before, if there is one.
fn components_within(tokens: &[Token<'_>]) -> Vec<String> {
    let begins = |(at, token): &(usize, &Token<'_>)| {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        token.is("<") && !before.is_some_and(ends_value)
    };
    let name = |(at, _)| dotted(tokens.get(at + 1..).unwrap_or_default()).0;
    tokens.iter().enumerate().filter(begins).map(name).collect()
}

/// Whether a value can end with `token`.
fn ends_value(token: &Token<'_>) -> bool {
    match token.kind {
        Kind::Name => !matches!(token.text, "and" | "or" | "not" | "in" | "if" | "else"),
        Kind::String | Kind::Number => true,
        Kind::Sign => matches!(token.text, ")" | "]" | "}"),
    }
}

/// `.name`
fn is_step(step: &[Token<'_>]) -> bool {
    matches!(step, [dot, name] if (dot.is(".") || dot.is("?.")) && name.kind == Kind::Name)
}

/// The names that list comprehensions among `tokens` bind: `[a.name for a in apps]`.
fn comprehended<'text>(tokens: &[Token<'text>]) -> Names<'text> {
    let mut names = Names::new();
    for (at, _) in tokens.iter().enumerate().filter(|(_, token)| token.is_word("for")) {
        let bound = tokens.iter().skip(at + 1).take_while(|token| !token.is_word("in"));
        names.extend(bound.filter(|token| token.kind == Kind::Name).map(|token| (token.text, None)));
    }
    names
}

/// The name of a component, such as `form.field`, and what follows it.
pub(super) fn dotted<'text, 'tag>(tokens: &'tag [Token<'text>]) -> (String, &'tag [Token<'text>]) {
    let Some(first) = tokens.first().filter(|token| token.kind == Kind::Name) else { return (String::new(), tokens) };
    let n_steps = tokens.get(1..).unwrap_or_default().chunks_exact(2).take_while(|step| is_step(step)).count();
    let mut name = first.text.to_owned();
    for step in tokens.iter().skip(2).step_by(2).take(n_steps) {
        name = format!("{name}.{}", step.text);
    }
    (name, tokens.get(1 + 2 * n_steps..).unwrap_or_default())
}

/// How many tokens the brackets that `tokens` begin with have around them, both among them.
pub(super) fn group_len(tokens: &[Token<'_>]) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Sign) {
        match token.text {
            "(" | "[" | "{" | "?[" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}
