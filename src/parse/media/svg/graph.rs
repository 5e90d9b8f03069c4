//! What a browser draws once all references are followed. Knows ids; knows no element.

use std::collections::HashMap;

use super::super::{ImageProblem, Problem, whole};
use super::allowed::{MAX_CHAIN, MAX_DRAWN};

/// The references between elements: following all of them must stay cheap for a browser.
#[derive(Default)]
pub(super) struct Graph {
    nodes: Vec<Node>,
    ids: HashMap<String, usize>,
    open: Vec<usize>,
}

#[derive(Default)]
struct Node {
    children: Vec<usize>,
    references: Vec<String>,
}

impl Graph {
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn open(&mut self) {
        let index = self.nodes.len();
        if let Some(parent) = self.innermost() {
            parent.children.push(index);
        }
        self.nodes.push(Node::default());
        self.open.push(index);
    }

    pub(super) fn close(&mut self) {
        self.open.pop();
    }

    pub(super) fn name(&mut self, id: &str) {
        if let Some(&node) = self.open.last() {
            self.ids.entry(id.to_owned()).or_insert(node);
        }
    }

    pub(super) fn refer(&mut self, id: &str) {
        if let Some(node) = self.innermost() {
            node.references.push(id.to_owned());
        }
    }

    /// The element that is open and contains no open one.
    fn innermost(&mut self) -> Option<&mut Node> {
        self.nodes.get_mut(*self.open.last()?)
    }

    pub(super) fn problem(&self) -> Option<Problem> {
        let mut costs = vec![Cost::Unknown; self.nodes.len()];
        let what = match self.cost(0, 0, &mut costs) {
            Err(what) => what,
            Ok(cost) if cost > MAX_DRAWN => "references that multiply into more than 200,000 elements",
            Ok(_) => return None,
        };
        Some(whole(ImageProblem::UnsafeSvg(what.to_owned())))
    }

    fn cost(&self, at: usize, depth: usize, costs: &mut [Cost]) -> Result<u64, &'static str> {
        if depth > MAX_CHAIN {
            return Err("references that are nested too deeply");
        }
        let (Some(known), Some(node)) = (costs.get_mut(at), self.nodes.get(at)) else { return Ok(0) };
        match known {
            Cost::Known(cost) => return Ok(*cost),
            Cost::Open => return Err("circular references"),
            Cost::Unknown => *known = Cost::Open,
        }
        let mut cost = 1_u64;
        let referred = node.references.iter().filter_map(|id| self.ids.get(id));
        for &next in node.children.iter().chain(referred) {
            cost = cost.saturating_add(self.cost(next, depth + 1, costs)?);
        }
        if let Some(known) = costs.get_mut(at) {
            *known = Cost::Known(cost);
        }
        Ok(cost)
    }
}

#[derive(Clone, Copy)]
enum Cost {
    Unknown,
    Open,
    Known(u64),
}
