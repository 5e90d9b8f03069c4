//! STUB
use crate::source::Span;
pub struct FrontMatter { pub yaml: Span, pub body: Span }
pub fn front_matter(text: &str) -> Option<FrontMatter> {
    let rest = text.strip_prefix("---\n")?;
    let end = rest.find("\n---\n")?;
    Some(FrontMatter { yaml: Span::new(4..4 + end), body: Span::new(4 + end + 5..text.len()) })
}
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outline { pub headings: Vec<Heading>, pub links: Vec<Reference>, pub has_raw_html: Option<Span>, pub n_words: usize, pub lead: Option<String> }
impl Outline { pub fn shifted(self, _by: usize) -> Self { self } }
#[derive(Debug, Clone, PartialEq)]
pub struct Heading { pub level: u8, pub text: String, pub id: String, pub span: Span }
#[derive(Debug, Clone, PartialEq)]
pub struct Reference { pub target: String, pub text: String, pub kind: ReferenceKind, pub span: Span }
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ReferenceKind { Link, Image }
pub fn outline(_: &str) -> Outline { Outline::default() }
pub struct HtmlOptions;
impl HtmlOptions { pub fn notes() -> Self { Self } pub fn page() -> Self { Self } }
pub enum Resolved { To { url: String, rel: Option<&'static str> }, Nowhere }
pub enum ResolvedImage { Show { url: String, width: Option<u32>, height: Option<u32> }, LinkTo { url: String }, Nowhere }
pub trait Resolve { fn link(&self, target: &str) -> Resolved; fn image(&self, target: &str) -> ResolvedImage; }
pub fn html(_: &str, _: &HtmlOptions, _: &dyn Resolve) -> String { String::new() }
