//! The modules of the program and what each names, read from its syntax: `use super::super::x`, an alias or a re-export leads to the module that owns
//! the item, as it does for the compiler. What a macro is handed is read as the paths that are in it.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// A path as it is written, or a module by the names that lead to it from the root of the crate.
pub type Names = Vec<String>;

/// A module: a file, or a block in one.
#[derive(Debug, Default)]
struct Module {
    file: String,
    is_test: bool,
    children: BTreeSet<String>,
    /// What is defined in it, other than by a macro.
    items: BTreeSet<String>,
    /// What `use` brings in, by the name it has here.
    bindings: BTreeMap<String, Names>,
    /// What `use …::*` brings in.
    globs: Vec<Names>,
    /// Every path that is written in it, those of `use` included.
    mentions: BTreeSet<Names>,
    /// Every path that begins with `::`, which leads into another crate whatever has the same name here.
    foreign: BTreeSet<Names>,
}

/// A module naming an item of another module.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// The file it is in.
    pub file: String,
    /// The module it is in.
    pub from: Names,
    /// The module that owns the item.
    pub to: Names,
    /// The path as it is written.
    pub path: Names,
    /// Whether only tests see it.
    pub is_test: bool,
}

impl std::fmt::Display for Mention {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.file, self.path.join("::"))
    }
}

/// All modules of a crate.
#[derive(Debug, Default)]
pub struct Modules {
    modules: BTreeMap<Names, Module>,
    /// Every item of another module that a module names.
    pub mentions: Vec<Mention>,
}

impl Modules {
    /// Reads `files`: paths below the project, such as `src/rules/mod.rs`, and their text.
    pub fn read<'text>(files: impl IntoIterator<Item = (&'text str, &'text str)>) -> Self {
        let mut all = Self::default();
        let mut test_files = BTreeSet::new();
        for (path, text) in files {
            let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
            all.add(path, module_of(path), &file.items, false, &mut test_files);
        }
        for (names, module) in &mut all.modules {
            module.is_test |= test_files.iter().any(|test| names.starts_with(test));
        }
        all.mentions = all.resolved().collect();
        all
    }

    fn add(&mut self, file: &str, names: Names, items: &[syn::Item], is_test: bool, test_files: &mut BTreeSet<Names>) {
        let mut module = Module { file: file.to_owned(), is_test, ..Module::default() };
        for item in items {
            if let syn::Item::Mod(inner) = item {
                let name = inner.ident.to_string();
                let child_names = child(&names, &name);
                module.children.insert(name);
                let is_test = is_test || inner.attrs.iter().any(is_cfg_test);
                match &inner.content {
                    Some((_, items)) => self.add(file, child_names, items, is_test, test_files),
                    None if is_test => drop(test_files.insert(child_names)),
                    None => {}
                }
            } else {
                module.items.extend(name(item));
                Reader(&mut module).visit_item(item);
            }
        }
        self.modules.insert(names, module);
    }

    /// Every path into another crate: the file it is in, and the path.
    pub fn foreign(&self) -> impl Iterator<Item = (&str, &Names)> {
        self.modules.iter().flat_map(move |(from, module)| {
            let foreign = module.mentions.iter().filter(move |path| self.owner(from, path, 0).is_none());
            foreign.chain(&module.foreign).map(|path| (&*module.file, path))
        })
    }

    /// The modules right below `parent` that lead back to themselves through others beside them; for each circle one mention a step.
    pub fn circles(&self, parent: &[String]) -> Vec<Vec<Mention>> {
        let mut steps: BTreeMap<String, BTreeMap<String, Mention>> = BTreeMap::new();
        for mention in self.mentions.iter().filter(|mention| !mention.is_test) {
            let below = |names: &Names| names.strip_prefix(parent).and_then(|rest| rest.first().cloned());
            if let (Some(from), Some(to)) = (below(&mention.from), below(&mention.to))
                && from != to
            {
                steps.entry(from).or_default().entry(to).or_insert_with(|| mention.clone());
            }
        }
        let mut circles: BTreeMap<BTreeSet<String>, Vec<Mention>> = BTreeMap::new();
        for start in steps.keys() {
            if let Some(way) = way_back(&steps, start) {
                let round = way.windows(2).map(|step| steps[&step[0]][&step[1]].clone()).collect();
                circles.entry(way.into_iter().collect()).or_insert(round);
            }
        }
        circles.into_values().collect()
    }

    /// Every module that has modules below it.
    pub fn parents(&self) -> impl Iterator<Item = &Names> {
        self.modules.iter().filter(|(_, module)| !module.children.is_empty()).map(|(names, _)| names)
    }

    /// The modules right below the root of the crate.
    pub fn top(&self) -> impl Iterator<Item = &str> {
        self.modules.get(&Names::new()).into_iter().flat_map(|root| root.children.iter().map(String::as_str))
    }

    fn resolved(&self) -> impl Iterator<Item = Mention> {
        self.modules.iter().flat_map(move |(from, module)| {
            module.mentions.iter().filter_map(move |path| {
                let to = self.owner(from, path, 0).filter(|to| to != from)?;
                Some(Mention { file: module.file.clone(), from: from.clone(), to, path: path.clone(), is_test: module.is_test })
            })
        })
    }

    /// The module that owns what `path` names in the module `from`; `None` for what is of another crate, or local.
    fn owner(&self, from: &[String], path: &[String], depth: usize) -> Option<Names> {
        // Two modules may bring in each other's names.
        if depth > 16 {
            return None;
        }
        let (first, rest) = path.split_first()?;
        let at = match first.as_str() {
            "crate" => Names::new(),
            "self" => from.to_vec(),
            "super" => from[..from.len().checked_sub(1)?].to_vec(),
            name => return self.below(from, name, rest, depth),
        };
        self.within(at, rest, depth)
    }

    /// The owner of what `path` names below the module `at`.
    fn within(&self, at: Names, path: &[String], depth: usize) -> Option<Names> {
        match path.split_first() {
            None => Some(at),
            Some((name, rest)) if name == "super" => self.within(at[..at.len().checked_sub(1)?].to_vec(), rest, depth),
            Some((name, _)) if name == "self" => self.within(at, &path[1..], depth),
            // What is neither a module nor brought in is defined there by a macro.
            Some((name, rest)) => self.below(&at, name, rest, depth).or(Some(at)),
        }
    }

    /// The owner of what `rest` names below `name`, which is a module in `at` or brought in there.
    fn below(&self, at: &[String], name: &str, rest: &[String], depth: usize) -> Option<Names> {
        let module = self.modules.get(at)?;
        if module.children.contains(name) {
            return self.within(child(at, name), rest, depth);
        }
        if module.items.contains(name) {
            return Some(at.to_vec());
        }
        if let Some(path) = module.bindings.get(name) {
            return self.owner(at, &[path, rest].concat(), depth + 1);
        }
        module.globs.iter().find_map(|glob| {
            let there = self.owner(at, glob, depth + 1).filter(|there| there != at)?;
            self.below(&there, name, rest, depth + 1)
        })
    }
}

fn child(parent: &[String], name: &str) -> Names {
    parent.iter().cloned().chain([name.to_owned()]).collect()
}

/// The name that a `use` begins with.
fn first(tree: &syn::UseTree) -> Option<String> {
    match tree {
        syn::UseTree::Path(path) => Some(path.ident.to_string()),
        syn::UseTree::Name(name) => Some(name.ident.to_string()),
        syn::UseTree::Rename(rename) => Some(rename.ident.to_string()),
        syn::UseTree::Glob(_) | syn::UseTree::Group(_) => None,
    }
}

/// The shortest way from `start` back to it.
fn way_back(steps: &BTreeMap<String, BTreeMap<String, Mention>>, start: &str) -> Option<Vec<String>> {
    let mut ways = std::collections::VecDeque::from([vec![start.to_owned()]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        for next in way.last().and_then(|last| steps.get(last)).into_iter().flat_map(BTreeMap::keys) {
            let longer = child(&way, next);
            if next == start {
                return Some(longer);
            }
            if seen.insert(next.clone()) {
                ways.push_back(longer);
            }
        }
    }
    None
}

fn module_of(path: &str) -> Names {
    let inner = path.trim_start_matches("src/").trim_end_matches(".rs");
    let inner = inner.strip_suffix("/mod").unwrap_or(inner);
    if inner == "lib" { Names::new() } else { inner.split('/').map(str::to_owned).collect() }
}

/// The name that an item defines.
fn name(item: &syn::Item) -> Option<String> {
    let ident = match item {
        syn::Item::Const(item) => &item.ident,
        syn::Item::Enum(item) => &item.ident,
        syn::Item::Fn(item) => &item.sig.ident,
        syn::Item::Macro(item) => item.ident.as_ref()?,
        syn::Item::Static(item) => &item.ident,
        syn::Item::Struct(item) => &item.ident,
        syn::Item::Trait(item) => &item.ident,
        syn::Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(ident.to_string())
}

fn is_cfg_test(attribute: &syn::Attribute) -> bool {
    attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
}

/// Collects what a module names.
struct Reader<'module>(&'module mut Module);

impl Reader<'_> {
    fn bring_in(&mut self, before: &[String], tree: &syn::UseTree) {
        let then = |name: &syn::Ident| child(before, &name.to_string());
        match tree {
            syn::UseTree::Path(path) => self.bring_in(&then(&path.ident), &path.tree),
            syn::UseTree::Name(name) if name.ident == "self" => self.bind(before.last().cloned().unwrap_or_default(), before.to_vec()),
            syn::UseTree::Name(name) => self.bind(name.ident.to_string(), then(&name.ident)),
            syn::UseTree::Rename(rename) if rename.ident == "self" => self.bind(rename.rename.to_string(), before.to_vec()),
            syn::UseTree::Rename(rename) => self.bind(rename.rename.to_string(), then(&rename.ident)),
            syn::UseTree::Glob(_) => {
                self.0.mentions.insert(before.to_vec());
                self.0.globs.push(before.to_vec());
            }
            syn::UseTree::Group(group) => group.items.iter().for_each(|item| self.bring_in(before, item)),
        }
    }

    fn bind(&mut self, name: String, path: Names) {
        self.0.mentions.insert(path.clone());
        // `use x;` says nothing about where x comes from.
        if path != [name.clone()] {
            self.0.bindings.insert(name, path);
        }
    }

    fn tokens(&mut self, tokens: TokenStream) {
        let mut path = Names::new();
        let mut n_colons = 0;
        for token in tokens {
            match &token {
                TokenTree::Ident(ident) if n_colons == 2 && !path.is_empty() => path.push(ident.to_string()),
                TokenTree::Ident(ident) => {
                    self.mention(&mut path);
                    path.push(ident.to_string());
                }
                TokenTree::Punct(colon) if colon.as_char() == ':' => {
                    n_colons += 1;
                    continue;
                }
                // `use crate::{a, b};` in what a macro is handed.
                TokenTree::Group(group) if n_colons == 2 && group.delimiter() == Delimiter::Brace => {
                    let before = std::mem::take(&mut path);
                    match syn::parse2::<syn::UseTree>(token.clone().into()) {
                        Ok(tree) => self.bring_in(&before, &tree),
                        Err(_) => self.tokens(group.stream()),
                    }
                }
                TokenTree::Group(group) => {
                    self.mention(&mut path);
                    self.tokens(group.stream());
                }
                // A path in a text, as serde takes them: `#[serde(with = "crate::a")]`.
                TokenTree::Literal(literal) => {
                    self.mention(&mut path);
                    if let Ok(named) = syn::parse_str::<syn::LitStr>(&literal.to_string()).and_then(|text| text.parse::<syn::Path>()) {
                        self.visit_path(&named);
                    }
                }
                _ => self.mention(&mut path),
            }
            n_colons = 0;
        }
        self.mention(&mut path);
    }

    fn mention(&mut self, path: &mut Names) {
        let path = std::mem::take(path);
        if path.len() > 1 {
            self.0.mentions.insert(path);
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        match item.leading_colon {
            None => self.bring_in(&[], &item.tree),
            Some(_) => drop(self.0.foreign.insert(first(&item.tree).into_iter().collect())),
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let mut names: Names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        match path.leading_colon {
            None => self.mention(&mut names),
            Some(_) => drop(self.0.foreign.insert(names)),
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, found: &'ast syn::Macro) {
        self.visit_path(&found.path);
        self.tokens(found.tokens.clone());
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if let syn::Meta::List(list) = &attribute.meta {
            self.tokens(list.tokens.clone());
        }
        visit::visit_attribute(self, attribute);
    }
}

mod tests {
    use super::{Modules, Names};

    /// Three modules, of which `a` is below `b`; each case adds to one of them.
    fn read(of_a: &str, of_b: &str, of_b_deep: &str) -> Modules {
        let files = [
            ("src/lib.rs", "pub mod a; pub mod b;".to_owned()),
            ("src/a.rs", format!("pub struct OfA; {of_a}")),
            ("src/b/mod.rs", format!("mod deep; mod other; pub struct OfB; {of_b}")),
            ("src/b/deep.rs", format!("pub struct Deep; {of_b_deep}")),
            ("src/b/other.rs", "pub struct Other;".to_owned()),
        ];
        Modules::read(files.iter().map(|(path, text)| (*path, &**text)))
    }

    fn leads(modules: &Modules, from: &str) -> Vec<String> {
        let from: Names = from.split("::").map(str::to_owned).collect();
        let mut owners: Vec<_> =
            modules.mentions.iter().filter(|mention| mention.from == from).map(|mention| mention.to.join("::")).collect();
        owners.dedup();
        owners
    }

    #[test]
    fn every_way_to_write_a_path_leads_to_the_module_that_owns_the_item() {
        for way in [
            "use crate::a::OfA;",
            "use super::super::a::OfA;",
            "use super::super::{a::{self as other, OfA as X}};",
            "fn f() -> super::super::a::OfA { loop {} }",
            "fn f() { let _ = vec![super::super::a::OfA]; }",
            "#[derive(Debug)] #[command(about = super::super::a::ABOUT)] struct S;",
            "use super::super::a; fn f(_: a::OfA) {}",
            "use super::super::*; fn f(_: a::OfA) {}",
            "macro_rules! m { () => { $crate::a::OfA } }",
            "fn f() { use crate::a::OfA; }",
            "m! { use crate::{a::OfA}; }",
            "#[serde(with = \"crate::a\")] struct S;",
        ] {
            assert!(leads(&read("", "", way), "b::deep").contains(&"a".to_owned()), "{way}");
        }
    }

    #[test]
    fn a_re_export_hides_no_owner() {
        assert_eq!(leads(&read("use crate::b::Deep;", "pub use deep::Deep;", ""), "a"), ["b::deep"]);
        assert_eq!(leads(&read("use crate::b::Deep as D;", "pub use deep::*;", ""), "a"), ["b::deep"]);
        assert_eq!(leads(&read("use crate::b::Renamed;", "pub use self::deep::Deep as Renamed;", ""), "a"), ["b::deep"]);
        assert_eq!(leads(&read("pub use crate::b::Deep;", "pub use deep::Deep; use crate::a::Deep as Again;", ""), "b"), ["b::deep"]);
    }

    #[test]
    fn a_circle_is_found_however_it_is_written() {
        let parent = ["b".to_owned()];
        let circles = |deep: &str, other: &str| {
            let files = [
                ("src/lib.rs", "mod b;"),
                ("src/b/mod.rs", "mod deep; mod other; pub use deep::Deep; pub use other::Other;"),
                ("src/b/deep.rs", deep),
                ("src/b/other.rs", other),
            ];
            Modules::read(files).circles(&parent).len()
        };
        assert_eq!(circles("use super::Other; pub struct Deep;", "pub struct Other(super::deep::Deep);"), 1);
        assert_eq!(circles("pub struct Deep;", "pub struct Other(super::Deep);"), 0);
        assert_eq!(circles("pub struct Deep; #[cfg(test)] mod tests { use crate::b::Other; }", "pub struct Other(super::Deep);"), 0);
    }

    #[test]
    fn another_crate_is_distinguished_from_a_module_of_its_name() {
        let foreign =
            |text: &str| read("", "", text).foreign().map(|(file, path)| format!("{file}: {}", path.join("::"))).collect::<Vec<_>>();
        assert_eq!(foreign("use tera::Tera;"), ["src/b/deep.rs: tera::Tera"]);
        assert_eq!(foreign("fn f() { tera::go() }"), ["src/b/deep.rs: tera::go"]);
        assert_eq!(foreign("mod tera { pub fn go() {} } use ::tera::Tera;"), ["src/b/deep.rs: tera"]);
        assert_eq!(foreign("mod tera { pub fn go() {} } fn f() { ::tera::go() }"), ["src/b/deep.rs: tera::go"]);
        assert_eq!(foreign("mod tera { pub fn go() {} } fn f() { tera::go() }"), Vec::<String>::new());
        assert!(foreign("use tera as t; fn f() { t::go() }").contains(&"src/b/deep.rs: tera".to_owned()));
    }
}
