//! What may be in an SVG. Knows elements, attributes and style sheets; knows nothing of where the drawing is shown.

mod allowed;
mod clean;
mod css;
mod entities;
mod graph;
mod size;

pub use clean::clean;

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use quick_xml::NsReader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesDecl, BytesStart, Event};
use quick_xml::name::{PrefixDeclaration, ResolveResult};

use allowed::{
    ACTIVE, ATTRIBUTES, ELEMENTS, MAX_ATTRIBUTES, MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS, MAX_NAMESPACES, MAX_PROBLEMS, SVG, XLINK, XML,
};
use css::{css_problem, is_embedded_image, local_urls};
use graph::Graph;
use size::{is_absolute, size};

use super::{ImageProblem, MAX_PIXELS, Measures, Problem, ProblemKind, whole};
use crate::source::{Span, slice};
use crate::text::clipped;

/// Reads an SVG: its size when all of it may be shown, and what speaks against it.
pub(super) fn read(bytes: &[u8]) -> (Option<Measures>, Vec<Problem>) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return (None, vec![whole(ImageProblem::Damaged("the SVG is not UTF-8".to_owned()))]);
    };
    if text.len() > MAX_BYTES {
        return (None, vec![whole(ImageProblem::Damaged("the SVG has more than 8 MiB".to_owned()))]);
    }
    match entities::resolved(text) {
        None => read_text(text),
        Some(plain) => {
            let (drawn, problems) = read_text(&plain);
            // Their places are not those of the file.
            (drawn, problems.into_iter().map(|problem| Problem { span: None, ..problem }).collect())
        }
    }
}

fn read_text(text: &str) -> (Option<Measures>, Vec<Problem>) {
    let start = text.len() - text.trim_start_matches('\u{feff}').trim_start().len();
    let mut reader = Reader { text, start, ..Reader::default() };
    reader.run();
    let Reader { size, mut problems, graph, .. } = reader;
    if problems.is_empty() {
        problems.extend(graph.problem());
    }
    let size = size.filter(|_| problems.is_empty());
    if size.is_none() && problems.is_empty() {
        problems.push(whole(ImageProblem::Damaged("it has no `<svg>` element".to_owned())));
    }
    (size, problems)
}

#[derive(Default)]
struct Reader<'text> {
    text: &'text str,
    start: usize,
    size: Option<Measures>,
    problems: Vec<Problem>,
    /// Of each open element, whether it is `<style>`.
    open: Vec<bool>,
    /// The text of the style sheet that is being read, since comments and references cut it into pieces.
    css: String,
    graph: Graph,
    n_namespaces: usize,
    /// The pixels of all pictures within the drawing.
    n_pixels: u64,
}

/// Base64 as browsers read it in an address: with or without its padding.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent).with_decode_allow_trailing_bits(true),
);

impl<'text> Reader<'text> {
    fn run(&mut self) {
        let mut xml = NsReader::from_str(slice(self.text, self.start..));
        xml.config_mut().check_comments = true;
        loop {
            let from = self.place(xml.buffer_position());
            let event = xml.read_event();
            let span = Span::new(from..self.place(xml.buffer_position()).max(from));
            let on = match event {
                Err(error) => {
                    let at = self.place(xml.error_position());
                    return self.problem(self.one_character(at), ImageProblem::Damaged(error.to_string()));
                }
                Ok(Event::Eof) => {
                    if !self.open.is_empty() {
                        self.problem(span, ImageProblem::Damaged("it ends inside an element".to_owned()));
                    }
                    return;
                }
                Ok(Event::Start(tag)) => {
                    let is_style = self.element(&tag, &xml, span);
                    self.css.clear();
                    self.open.push(is_style);
                    self.open.len() <= MAX_DEPTH || self.stop(span, "it is nested deeper than 64 levels")
                }
                Ok(Event::Empty(tag)) => {
                    self.element(&tag, &xml, span);
                    self.graph.close();
                    true
                }
                Ok(Event::End(_)) => {
                    self.graph.close();
                    if self.open.pop() == Some(true) {
                        let css = std::mem::take(&mut self.css);
                        self.style(&css, span);
                    }
                    true
                }
                Ok(event) => self.other(&event, span),
            };
            if !on || self.problems.len() >= MAX_PROBLEMS {
                return;
            }
        }
    }

    fn place(&self, position: u64) -> usize {
        let at = usize::try_from(position).unwrap_or(usize::MAX).saturating_add(self.start);
        crate::source::floor_char_boundary(self.text, at)
    }

    fn one_character(&self, at: usize) -> Span {
        Span::new(at..at + slice(self.text, at..).chars().next().map_or(0, char::len_utf8))
    }

    fn problem(&mut self, span: Span, problem: ImageProblem) {
        self.problems.push(Problem { span: Some(span), kind: ProblemKind::Image(problem) });
    }

    fn refuse(&mut self, span: Span, what: impl Into<String>) {
        self.problem(span, ImageProblem::UnsafeSvg(what.into()));
    }

    /// Refuses the file for good: reading on would only cost time.
    fn stop(&mut self, span: Span, what: &str) -> bool {
        self.refuse(span, what);
        false
    }

    fn other(&mut self, event: &Event<'_>, span: Span) -> bool {
        let in_style = self.open.last() == Some(&true);
        match event {
            Event::Text(text) if in_style => self.css.push_str(text),
            Event::CData(text) if in_style => self.css.push_str(text),
            // An HTML comment around a style sheet is a habit of old tools; browsers skip it, and so does the check.
            Event::Text(text) if self.open.is_empty() && !text.trim().is_empty() => {
                self.problem(span, ImageProblem::Damaged("it has text outside of its `<svg>` element".to_owned()));
            }
            Event::GeneralRef(reference) => {
                let char = match &**reference {
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "amp" => Some('&'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => reference.resolve_char_ref().ok().flatten(),
                };
                match char {
                    Some(char) => self.css.push(char),
                    None => self.problem(span, ImageProblem::Damaged(format!("XML has no entity `&{};`", &**reference))),
                }
            }
            // A subset in brackets can define entities, which grow and hide things.
            Event::DocType(text) if text.contains('[') => return self.stop(span, "a document type with its own definitions"),
            Event::Decl(declaration) if !is_readable(declaration) => self.refuse(span, "an encoding other than UTF-8"),
            // Adobe's mark around metadata means nothing to a browser.
            Event::PI(instruction) if instruction.target() != "xpacket" => {
                self.refuse(span, format!("the processing instruction `{}`", shorten(instruction.target())));
            }
            _ => {}
        }
        true
    }

    /// Looks at an element; whether it is a style sheet.
    fn element(&mut self, tag: &BytesStart<'_>, xml: &NsReader<&[u8]>, span: Span) -> bool {
        let (namespace, local) = xml.resolver().resolve_element(tag.name());
        let name = local.into_inner();
        let is_root = self.open.is_empty();
        self.graph.open();
        if self.graph.len() > MAX_ELEMENTS {
            self.stop_reading(span, "more than 50,000 elements");
            return false;
        }
        let namespace = match &namespace {
            ResolveResult::Bound(namespace) => Some(namespace.0),
            ResolveResult::Unbound => None,
            ResolveResult::Unknown(prefix) => {
                self.problem(span, ImageProblem::Damaged(format!("the prefix `{}:` is not declared", shorten(prefix))));
                return false;
            }
        };
        let is_svg = namespace == Some(SVG);
        if is_root {
            if self.size.is_some() || name != "svg" {
                self.problem(span, ImageProblem::Damaged("its root element is not a single `<svg>`".to_owned()));
            } else if !is_svg {
                let words = format!("`<svg>` lacks xmlns=\"{SVG}\", without which browsers show nothing");
                self.problem(span, ImageProblem::Damaged(words));
            }
        }
        if is_svg && !ELEMENTS.contains(&name) || namespace.is_some_and(|name| ACTIVE.contains(&name)) {
            self.refuse(span, format!("the element `<{}>`", shorten(tag.name().into_inner())));
        }
        let attributes = self.attributes(tag, xml, is_svg, name, span);
        if is_root {
            let value = |key: &str| attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str());
            self.size = Some(Measures {
                size: size(value("width"), value("height"), value("viewBox")),
                scales: value("viewBox").is_some() || is_absolute(value("width"), value("height")),
            });
        }
        is_svg && name == "style"
    }

    fn stop_reading(&mut self, span: Span, what: &str) {
        // Filling the list ends the reading loop.
        while self.problems.len() < MAX_PROBLEMS {
            self.refuse(span, what);
        }
        self.problems.truncate(MAX_PROBLEMS);
        self.problems.dedup();
    }

    /// Looks at each attribute; those of the size come back.
    fn attributes(
        &mut self,
        tag: &BytesStart<'_>,
        xml: &NsReader<&[u8]>,
        is_svg: bool,
        element: &str,
        span: Span,
    ) -> Vec<(String, String)> {
        let mut sizes = Vec::new();
        for (index, attribute) in tag.attributes().enumerate() {
            let attribute = match attribute {
                Ok(attribute) => attribute,
                Err(error) => {
                    self.problem(span, ImageProblem::Damaged(error.to_string()));
                    break;
                }
            };
            if index >= MAX_ATTRIBUTES {
                self.refuse(span, "an element with more than 256 attributes");
                break;
            }
            let written = attribute.key.into_inner();
            let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else {
                self.problem(span, ImageProblem::Damaged(format!("the value of `{}` cannot be read", shorten(written))));
                continue;
            };
            if let Some(declared) = attribute.key.as_namespace_binding() {
                self.n_namespaces += 1;
                if self.n_namespaces > MAX_NAMESPACES {
                    self.refuse(span, "more than 128 namespace declarations");
                } else if ACTIVE.contains(&value.trim()) && matches!(declared, PrefixDeclaration::Named(_)) {
                    self.refuse(span, format!("the namespace `{}`", shorten(&value)));
                }
                continue;
            }
            let (namespace, local) = xml.resolver().resolve_attribute(attribute.key);
            let local = local.into_inner();
            let valid = match &namespace {
                ResolveResult::Unbound if written.to_ascii_lowercase().starts_with("on") => false,
                ResolveResult::Unbound if is_svg => {
                    ATTRIBUTES.contains(&written) || written.starts_with("data-") || written.starts_with("aria-")
                }
                // Elements of other namespaces do nothing, and neither do their attributes.
                ResolveResult::Unbound => true,
                ResolveResult::Bound(namespace) if namespace.0 == XLINK => {
                    matches!(local, "href" | "title" | "type" | "role" | "show" | "actuate" | "arcrole")
                }
                ResolveResult::Bound(namespace) if namespace.0 == XML => matches!(local, "space" | "lang" | "id"),
                ResolveResult::Bound(namespace) => namespace.0 != SVG && !ACTIVE.contains(&namespace.0),
                ResolveResult::Unknown(_) => {
                    self.problem(span, ImageProblem::Damaged(format!("the prefix of `{}` is not declared", shorten(written))));
                    continue;
                }
            };
            if !valid {
                self.refuse(span, format!("the attribute `{}`", shorten(written)));
                continue;
            }
            if matches!(written, "width" | "height" | "viewBox") {
                sizes.push((written.to_owned(), value.to_string()));
            }
            let in_force = is_svg || matches!(&namespace, ResolveResult::Bound(namespace) if namespace.0 == XLINK);
            let linked =
                matches!(&namespace, ResolveResult::Unbound) || matches!(&namespace, ResolveResult::Bound(name) if name.0 == XLINK);
            match local {
                "href" if linked && in_force => self.href(element, value.trim(), span),
                "id" if linked => self.graph.name(value.trim()),
                _ if in_force => self.value(written, &value, span),
                _ => {}
            }
        }
        sizes
    }

    fn href(&mut self, element: &str, target: &str, span: Span) {
        if let Some(id) = target.strip_prefix('#') {
            self.graph.refer(id);
            return;
        }
        let embeds = matches!(element, "image" | "feImage") && is_embedded_image(target);
        if !embeds && !target.is_empty() {
            self.refuse(span, format!("the reference `{}` to something outside", shorten(target)));
        } else if embeds {
            self.embedded(target, span);
        }
    }

    /// Reads the header of a picture within the drawing: who draws it decodes the picture, too.
    fn embedded(&mut self, target: &str, span: Span) {
        let data: String = target.split_once(',').map_or("", |(_, data)| data).split_ascii_whitespace().collect();
        let bytes = BASE64.decode(data.trim_end_matches('=')).unwrap_or_default();
        let read = image::guess_format(&bytes).ok().and_then(|format| super::raster(format, &bytes).0);
        let n_pixels = read.map(|Measures { size: (width, height), .. }| u64::from(width) * u64::from(height));
        self.n_pixels = self.n_pixels.saturating_add(n_pixels.unwrap_or_default());
        if n_pixels.is_none() {
            self.refuse(span, "an embedded image that is damaged or has too many pixels");
        } else if self.n_pixels > MAX_PIXELS {
            self.refuse(span, "embedded images with too many pixels in total");
        }
    }

    /// An attribute other than a link: paint, filters and styles can name things too.
    fn value(&mut self, name: &str, value: &str, span: Span) {
        match css_problem(value, name == "style") {
            Some(what) => self.refuse(span, format!("`{what}` in the attribute `{}`", shorten(name))),
            None => {
                for id in local_urls(value) {
                    self.graph.refer(id);
                }
            }
        }
    }

    fn style(&mut self, css: &str, span: Span) {
        if let Some(what) = css_problem(css, true) {
            self.refuse(span, format!("`{what}` in a style sheet"));
        }
    }
}

/// ASCII must mean ASCII in the encoding that a browser would use.
fn is_readable(declaration: &BytesDecl<'_>) -> bool {
    match declaration.encoding() {
        None => true,
        Some(Err(_)) => false,
        Some(Ok(name)) => {
            matches!(name.to_ascii_lowercase().as_str(), "utf-8" | "utf8" | "us-ascii" | "ascii" | "iso-8859-1" | "windows-1252")
        }
    }
}
/// At most the first characters of what is quoted in a report.
fn shorten(text: &str) -> String {
    clipped(text, 60)
}

#[cfg(test)]
mod tests {
    use super::super::{Media, media};
    use super::*;

    const XMLNS: &str = "xmlns=\"http://www.w3.org/2000/svg\"";

    fn drawing(content: &str) -> (Option<Media>, Vec<Problem>) {
        media("svg", format!("<svg {XMLNS} xmlns:xlink=\"http://www.w3.org/1999/xlink\">{content}</svg>").as_bytes())
    }

    fn size(attributes: &str) -> (u32, u32) {
        let (found, problems) = media("svg", format!("<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n<svg {XMLNS} {attributes}/>").as_bytes());
        assert_eq!(problems, [], "{attributes}");
        let found = found.expect("a drawing");
        (found.width, found.height)
    }

    #[test]
    fn a_drawing_has_the_size_that_browsers_give_it() {
        assert_eq!(size("width='24' height='32px'"), (24, 32));
        assert_eq!(size("viewBox='0 0 24.4,12'"), (24, 12));
        assert_eq!(size("width='48' viewBox='0 0 24 12'"), (48, 24));
        assert_eq!(size("width='100%' height='100%' viewBox='0 0 0.2 0.1'"), (1, 1));
        assert_eq!(size("width='1in' height='72pt'"), (96, 96));
        assert_eq!(size(""), (300, 150));
        assert_eq!(size("viewBox='0 0 1000000 500000'"), (16_384, 8_192));
        assert_eq!(size("width='-1' height='1e9' viewBox='0 0 NaN 1'"), (300, 150));
    }

    #[test]
    fn drawings_of_common_tools_are_accepted() {
        let fine = [
            "<style type=\"text/css\">.a{fill:url(#b)}</style><g class=\"a\" style=\"mask:url('#m')\"/>",
            "<defs><linearGradient id=\"b\"><stop offset=\"0\"/></linearGradient><linearGradient id=\"c\" xlink:href=\"#b\"/></defs>",
            "<symbol id=\"s\"><path d=\"M0 0\"/></symbol><use href=\"#s\"/><use xlink:href=\"#s\" x=\"1\"/>",
            "<image href=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk\n+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\"/>",
            "<metadata><r:RDF xmlns:r=\"urn:rdf\"><r:x other=\"1\" href=\"http://a\">&amp;</r:x></r:RDF></metadata>",
            "<text x=\"1\">a &lt; b &#169;<tspan>c</tspan></text><title>t</title><!-- note -->",
            "<filter id=\"f\"><feGaussianBlur stdDeviation=\"1\" in=\"SourceAlpha\"/></filter>",
        ];
        for content in fine {
            assert_eq!(drawing(content).1, [], "{content}");
        }
    }

    #[test]
    fn a_drawing_that_runs_or_loads_something_is_refused() {
        let refused = [
            "<script>alert(1)</script>",
            "<script href=\"#a\"/>",
            "<svg onload=\"alert(1)\"/>",
            "<g ONCLICK=\"alert(1)\"/>",
            "<foreignObject/>",
            "<a href=\"https://evil.example\"><path/></a>",
            "<image href=\"https://evil.example/a.png\"/>",
            "<image xlink:href=\"//evil.example/a.png\"/>",
            "<image href=\"data:image/svg+xml;base64,AAAA\"/>",
            "<use href=\"other.svg#a\"/>",
            "<use href=\"&#106;avascript:alert(1)\"/>",
            "<feImage href=\"https://evil.example/a\"/>",
            "<path fill=\"url(https://evil.example/a#b)\"/>",
            "<path style=\"fill:URL( 'https://evil.example' )\"/>",
            "<path style=\"fill:u\\72l(https://evil.example)\"/>",
            "<style>@import 'https://evil.example';</style>",
            "<style>@im<!-- -->port 'https://evil.example';</style>",
            "<style><![CDATA[@font-face{src:url(https://evil.example)}]]></style>",
            "<style>a{background:&#117;rl(https://evil.example)}</style>",
            "<set attributeName=\"href\" to=\"javascript:alert(1)\"/>",
            "<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>",
            "<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">alert(1)</h:script>",
            "<script xmlns=\"http://www.w3.org/1999/xhtml\">alert(1)</script>",
            "<x xmlns=\"urn:x\"><s:script xmlns:s=\"http://www.w3.org/2000/svg\"/></x>",
            "<use y:href=\"http://evil.example\" xmlns:y=\"http://www.w3.org/1999/xlink\"/>",
            "<?xml-stylesheet href=\"https://evil.example\"?>",
            "<g xml:base=\"https://evil.example\"/>",
            "<handler/>",
            "<g id=\"a\"><use href=\"#a\"/></g>",
        ];
        for content in refused {
            let (found, problems) = drawing(content);
            assert_eq!(found, None, "{content}");
            assert!(matches!(problems[0].kind, ProblemKind::Image(ImageProblem::UnsafeSvg(_))), "{content}: {problems:?}");
        }
        let (found, problems) = media("svg", format!("<!DOCTYPE svg [<!ENTITY a SYSTEM 'b'>]><svg {XMLNS}>&a;</svg>").as_bytes());
        assert!(found.is_none() && problems.len() == 1, "{problems:?}");
    }

    #[test]
    fn a_problem_has_its_place() {
        let text = format!("\u{feff}<svg {XMLNS}>\r\n  <g onclick=\"x\">é</g><script/>\r\n</svg>");
        let (_, problems) = media("svg", text.as_bytes());
        let quoted: Vec<_> = problems.iter().filter_map(|problem| problem.span).map(|span| &text[span.range()]).collect();
        assert_eq!(quoted, ["<g onclick=\"x\">", "<script/>"]);
    }

    #[test]
    fn expansion_bombs_are_refused() {
        let mut content = "<g id=\"a0\"><path/></g>".to_owned();
        for level in 1..30 {
            content.push_str(&format!("<g id=\"a{level}\">{}</g>", format!("<use href=\"#a{}\"/>", level - 1).repeat(10)));
        }
        assert_eq!(drawing(&content).0, None);
        assert_eq!(drawing(&"<g>".repeat(100_000)).0, None);
        assert_eq!(drawing(&"<g/>".repeat(60_000)).0, None);
        let attributes: String = (0..20_000).map(|index| format!(" data-{index}=\"\"")).collect();
        assert_eq!(drawing(&format!("<g{attributes}/>")).0, None);
        let chain: String = (0..5_000).map(|index| format!("<g id=\"a{index}\"><use href=\"#a{}\"/></g>", index + 1)).collect();
        assert_eq!(drawing(&chain).0, None);
    }
}
