//! XML, written: documents with indentation, fragments of HTML, and Atom feeds. Knows what the formats ask for; knows no catalogue and no site.

pub(crate) mod atom;
mod writer;

pub(crate) use writer::Xml;
