//! Which footnotes a text has and which number each gets. Knows the order of mention; prints nothing.

use std::collections::HashMap;
use std::ops::Range;

use super::events::{Event, Events, Tag, TagEnd};

/// The footnotes of a text. They are printed at its end, in the order in which they are first referred to.
#[derive(Default)]
pub(super) struct Footnotes {
    /// The events that define each footnote.
    pub(super) definitions: HashMap<String, Range<usize>>,
    numbers: HashMap<String, usize>,
    pub(super) order: Vec<String>,
    /// How often each was referred to, by its number.
    pub(super) n_references: Vec<usize>,
}

impl Footnotes {
    pub(super) fn new(events: &Events<'_>) -> Self {
        let mut footnotes = Self::default();
        let mut open = Vec::new();
        for (at, (event, _)) in events.list.iter().enumerate() {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => open.push((label.to_lowercase(), at + 1)),
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some((label, start)) = open.pop() {
                        footnotes.definitions.entry(label).or_insert(start..at);
                    }
                }
                _ => {}
            }
        }
        footnotes
    }

    /// The number of the footnote and which reference to it this is, both from 1; `None` when nothing defines it.
    pub(super) fn refer(&mut self, label: &str) -> Option<(usize, usize)> {
        let label = label.to_lowercase();
        if !self.definitions.contains_key(&label) {
            return None;
        }
        let number = *self.numbers.entry(label).or_insert_with_key(|label| {
            self.order.push(label.clone());
            self.n_references.push(0);
            self.order.len()
        });
        let n_references = self.n_references.get_mut(number - 1)?;
        *n_references += 1;
        Some((number, *n_references))
    }
}
