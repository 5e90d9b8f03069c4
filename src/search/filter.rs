//! Filters results by facet values, and counts the results of every value. Works on columns; knows no words.

use std::collections::BTreeMap;

use super::facets::GROUPS;
use super::find::Finder;
use super::part::Class;
use super::rank::ScoredDocument;
use super::words::words;

/// Group → value → number of results.
type Counts = BTreeMap<String, BTreeMap<String, usize>>;

impl Finder<'_> {
    /// The results that pass the filters, and the count of each value if the filter of its own group were lifted.
    pub(super) fn filter(&self, fits: &[ScoredDocument], filters: &BTreeMap<String, Vec<String>>) -> (Vec<ScoredDocument>, Counts) {
        let core = &self.reader.core;
        let is_offered = |group: &str| core.facets.contains_key(group) && !core.silent.iter().any(|silent| silent == group);
        let known = |group: &&str| is_offered(group) || filters.contains_key(*group);
        let mut groups: Vec<FacetFilter> =
            GROUPS.into_iter().filter(known).map(|group| self.facet_filter(group, filters.get(group))).collect();
        let mut kept = Vec::new();
        for fit in fits {
            let misses: Vec<&str> = groups.iter().filter(|group| !group.takes(fit.id)).map(|group| group.name).collect();
            if misses.is_empty() {
                kept.push(*fit);
            }
            for group in &mut groups {
                if misses.is_empty() || misses == [group.name] {
                    group.count(fit.id);
                }
            }
        }
        let named = |group: FacetFilter| {
            let counts = group.values.into_iter().zip(group.counts).filter(|&(_, n)| n > 0);
            (group.name.to_owned(), counts.collect())
        };
        (kept, groups.into_iter().map(named).collect())
    }

    fn facet_filter(&self, group: &'static str, wanted: Option<&Vec<String>>) -> FacetFilter {
        let values = self.reader.values(group).values;
        let cells = match group {
            "official" | "status" => self.by_class(group, &values),
            _ => self.reader.column(group).iter().map(|cell| cell.places().to_vec()).collect(),
        };
        let wanted = wanted.map(|wanted| self.places(group, wanted));
        FacetFilter { name: group, cells, counts: vec![0; values.len()], values, wanted }
    }

    fn by_class(&self, group: &str, values: &[String]) -> Vec<Vec<usize>> {
        let place = |class: &Class| {
            let word = if group == "status" { class.status_word() } else { class.maker() };
            values.iter().position(|value| value == word).into_iter().collect()
        };
        (0..self.reader.core.n).map(|id| place(self.class(id))).collect()
    }

    /// The places of values in a group: by slug, or by a label of the same words.
    fn places(&self, group: &str, wanted: &[String]) -> Vec<usize> {
        let part = self.reader.values(group);
        let place = |text: &String| {
            part.values.iter().position(|value| value == text).or_else(|| part.labels.iter().position(|label| words(label) == words(text)))
        };
        wanted.iter().filter_map(place).collect()
    }
}

/// The filter of one facet.
struct FacetFilter {
    name: &'static str,
    values: Vec<String>,
    /// The values of each listing, by their places.
    cells: Vec<Vec<usize>>,
    /// The selected values, if any.
    wanted: Option<Vec<usize>>,
    /// The number of results of each value.
    counts: Vec<usize>,
}

impl FacetFilter {
    fn takes(&self, id: usize) -> bool {
        let has = self.cells.get(id).map_or(&[][..], Vec::as_slice);
        self.wanted.as_ref().is_none_or(|wanted| has.iter().any(|place| wanted.contains(place)))
    }

    fn count(&mut self, id: usize) {
        for &place in self.cells.get(id).map_or(&[][..], Vec::as_slice) {
            self.counts[place] += 1;
        }
    }
}
