//! What is known of a value in a template: its kind. Knows no template.

use crate::render::view::{Field, VariableType};

/// A kind of value, and how many lists are around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    /// No list, and nothing optional: what is absent has no values under names.
    value_type: VariableType,
    n_lists: usize,
}

impl Known {
    /// A value of the kind `value_type`.
    pub(super) fn new(value_type: VariableType) -> Self {
        match value_type {
            VariableType::Optional(inner) => Self::new(*inner),
            VariableType::List(item) => Self::new(*item).listed(),
            _ => Self { value_type, n_lists: 0 },
        }
    }

    /// A list of such values.
    pub(super) fn listed(self) -> Self {
        Self { n_lists: self.n_lists + 1, ..self }
    }

    /// An item of the list that this is.
    pub(super) fn item(self) -> Option<Self> {
        self.n_lists.checked_sub(1).map(|n_lists| Self { n_lists, ..self })
    }

    /// The kind without the lists, and how many these are.
    pub(super) fn parts(self) -> (VariableType, usize) {
        (self.value_type, self.n_lists)
    }

    /// Its values by their names, if it is a group.
    pub(super) fn fields(self) -> Option<&'static [Field]> {
        match self.value_type {
            VariableType::Group(group) if self.n_lists == 0 => Some(group.fields),
            _ => None,
        }
    }

    /// This, unless `other` has other names. A group is known by its noun.
    pub(super) fn and(self, other: Self) -> Option<Self> {
        let noun = |known: Self| match known.value_type {
            VariableType::Group(group) => Some(group.noun),
            _ => None,
        };
        (self.n_lists == other.n_lists && noun(self) == noun(other)).then_some(self)
    }
}
