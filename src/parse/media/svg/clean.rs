//! A drawing that was found safe, written again: what a browser draws, and nothing else. Knows what the drawing is made of; decides nothing
//! about safety, which [`super::read`] does before and after.
//!
//! Gone are scripts and outside references (there are none in what was found safe, and the new text is read again), comments, metadata,
//! names and data of drawing programs, prefixes, and the declaration. The same bytes give the same bytes.

use std::fmt::Write as _;

use quick_xml::NsReader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

use super::allowed::{ATTRIBUTES, ELEMENTS, SVG, XLINK, XML};

/// Elements of SVG that draw nothing.
const SILENT: [&str; 1] = ["metadata"];

/// Attributes that are allowed because drawing programs write them, and mean nothing to a browser.
const IDLE: [&str; 8] = ["p-id", "t", "property", "name", "baseProfile", "contentScriptType", "contentStyleType", "version"];

/// Elements whose text counts.
const TEXTUAL: [&str; 6] = ["desc", "style", "text", "textPath", "title", "tspan"];

/// The drawing written again. `None` when it is not safe.
#[must_use]
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    super::read(bytes).0?;
    let text = std::str::from_utf8(bytes).ok()?;
    let plain = super::entities::resolved(text);
    let text = plain.as_deref().unwrap_or(text).trim_start_matches('\u{feff}').trim_start();
    let clean = written(text)?.into_bytes();
    // What goes out is what was checked.
    super::read(&clean).0.map(|_| clean)
}

fn written(text: &str) -> Option<String> {
    let mut xml = NsReader::from_str(text);
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<Element> = Vec::new();
    loop {
        match xml.read_event().ok()? {
            Event::Eof => return Some(out),
            Event::Start(tag) => {
                let element = begin(&tag, &xml, &mut open, &mut out);
                open.push(element);
            }
            Event::Empty(tag) => {
                let element = begin(&tag, &xml, &mut open, &mut out);
                end(&element, &mut out);
            }
            Event::End(_) => end(&open.pop()?, &mut out),
            Event::Text(text) => push(&text, &mut open, &mut out),
            Event::CData(text) => push(&text, &mut open, &mut out),
            Event::GeneralRef(reference) => {
                let char = match &*reference {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    "quot" => '"',
                    "apos" => '\'',
                    _ => reference.resolve_char_ref().ok().flatten()?,
                };
                push(char.encode_utf8(&mut [0; 4]), &mut open, &mut out);
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// An element that is being written; without a name it is left out with all that is in it.
struct Element {
    name: Option<Box<str>>,
    is_textual: bool,
    /// Whether its start tag still lacks the `>`.
    is_empty: bool,
    /// The text of a style sheet, whose comments can only be taken out of the whole.
    css: String,
}

fn begin(tag: &BytesStart<'_>, xml: &NsReader<&[u8]>, open: &mut [Element], out: &mut String) -> Element {
    let (namespace, local) = xml.resolver().resolve_element(tag.name());
    let name = local.into_inner();
    let is_svg = matches!(&namespace, ResolveResult::Bound(namespace) if namespace.0 == SVG);
    let is_drawn = is_svg && ELEMENTS.contains(&name) && !SILENT.contains(&name) && open.last().is_none_or(|parent| parent.name.is_some());
    if !is_drawn {
        return Element { name: None, is_textual: false, is_empty: true, css: String::new() };
    }
    if let Some(parent) = open.last_mut() {
        complete(parent, out);
    }
    out.push('<');
    out.push_str(name);
    if open.is_empty() {
        let _ = write!(out, " xmlns=\"{SVG}\"");
    }
    attributes(tag, xml, out);
    Element { name: Some(name.into()), is_textual: TEXTUAL.contains(&name), is_empty: true, css: String::new() }
}

fn attributes(tag: &BytesStart<'_>, xml: &NsReader<&[u8]>, out: &mut String) {
    let has_href = tag.attributes().flatten().any(|attribute| attribute.key.into_inner() == "href");
    for attribute in tag.attributes().flatten() {
        let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else { continue };
        let written = attribute.key.into_inner();
        let (namespace, local) = xml.resolver().resolve_attribute(attribute.key);
        let local = local.into_inner();
        let name = match &namespace {
            ResolveResult::Unbound if ATTRIBUTES.contains(&written) && !IDLE.contains(&written) => written,
            // The older way of writing a link; browsers of the last years read both.
            ResolveResult::Bound(namespace) if namespace.0 == XLINK && local == "href" && !has_href => "href",
            ResolveResult::Bound(namespace) if namespace.0 == XML && local == "space" => "xml:space",
            _ => continue,
        };
        let _ = write!(out, " {name}=\"");
        escape(value.trim(), out);
        out.push('"');
    }
}

/// Ends the start tag of an element that turns out to contain something.
fn complete(element: &mut Element, out: &mut String) {
    if std::mem::take(&mut element.is_empty) {
        out.push('>');
    }
}

fn end(element: &Element, out: &mut String) {
    let Some(name) = &element.name else { return };
    let css = without_comments(&element.css);
    match (element.is_empty, css.trim()) {
        (true, "") => out.push_str("/>"),
        (is_empty, css) => {
            if is_empty {
                out.push('>');
            }
            escape(css, out);
            let _ = write!(out, "</{name}>");
        }
    }
}

fn push(text: &str, open: &mut [Element], out: &mut String) {
    let Some(element) = open.last_mut().filter(|element| element.name.is_some() && element.is_textual) else { return };
    if element.name.as_deref() == Some("style") {
        element.css.push_str(text);
    } else {
        complete(element, out);
        escape(text, out);
    }
}

/// Style sheets know one kind of comment. The check has refused backslashes, so none is hidden.
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, behind)) = rest.split_once("/*") {
        out.push_str(before);
        // What was on both sides of a comment must not become one word.
        out.push(' ');
        rest = behind.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

fn escape(text: &str, out: &mut String) {
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(char),
            '\r' | '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(char),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str) -> String {
        String::from_utf8(clean(text.as_bytes()).expect("a safe drawing")).expect("UTF-8")
    }

    #[test]
    fn invisible_parts_of_a_drawing_are_removed() {
        let text = "\u{feff}<?xml version=\"1.0\"?><!DOCTYPE svg><!-- by me --><s:svg xmlns:s=\"http://www.w3.org/2000/svg\" \
            xmlns:x=\"http://www.w3.org/1999/xlink\" xmlns:ink=\"urn:editor\" viewBox='0 0 8 8' ink:version=\"1.2\" data-name=\"me\" p-id=\"3\">\
            <s:metadata><r:RDF xmlns:r=\"urn:rdf\">me<s:path d=\"M9 9\"/></r:RDF></s:metadata><ink:view><s:rect width=\"1\"/></ink:view>\
            <s:style>/* me */.a{fill:red}<!-- b --><![CDATA[.c{d:e}]]></s:style>\n  <s:g id=\"a\"><s:path class=\"a\" d=\"M0 0h1\" ink:z=\"1\"/></s:g>\
            <s:use x:href=\"#a\"/><s:text xml:space=\"preserve\">a &lt; b &#169; <s:tspan>c</s:tspan></s:text></s:svg>\n<!-- end -->";
        let clean = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><style>.a{fill:red}.c{d:e}</style>\
            <g id=\"a\"><path class=\"a\" d=\"M0 0h1\"/></g><use href=\"#a\"/><text xml:space=\"preserve\">a &lt; b © <tspan>c</tspan></text></svg>";
        assert_eq!(cleaned(text), clean);
        assert_eq!(cleaned(clean), clean, "what is clean stays as it is");
    }

    #[test]
    fn an_attribute_value_cannot_end_its_attribute() {
        let text = "<svg xmlns='http://www.w3.org/2000/svg'><text font-family='\"A\" &lt;b onload=&quot;x&quot;&gt;'>&lt;script&gt;</text><g/></svg>";
        let clean = "<svg xmlns=\"http://www.w3.org/2000/svg\"><text font-family=\"&quot;A&quot; &lt;b onload=&quot;x&quot;&gt;\">&lt;script&gt;</text><g/></svg>";
        assert_eq!(cleaned(text), clean);
    }

    #[test]
    fn an_unsafe_drawing_is_refused_and_not_repaired() {
        for content in ["<script/>", "<g onload='x'/>", "<use href='http://evil.example/a'/>", "<style>@import 'x'</style>", "<g>", "&x;"] {
            assert_eq!(clean(format!("<svg xmlns='http://www.w3.org/2000/svg'>{content}</svg>").as_bytes()), None, "{content}");
        }
    }
}
