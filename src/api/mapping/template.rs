//! Texts and bodies of requests with placeholders: `/runs/{job.dag_run_id}`.

use crate::domain::json::Made;

/// What stands in for a placeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// `{campaign}`: the ID asked for; `{job.dag_run_id}`: a part of it.
    Asked(String, Option<String>),
    /// `{filter.job}`: the value of a filter, or a part of the ID that it is.
    Filter(String, Option<String>),
    /// `{sort}`: the API's word for the order asked for.
    Sort,
    /// `{body.reason}`: a member of an action's body.
    Body(String),
    /// A variable of the mapping; an empty one has no value.
    Variable(String),
    /// `{filter.job.dag_id|dag}`: the first of these that has a value.
    Either(Vec<Slot>),
}

impl Slot {
    /// Whether this is a placeholder of that kind, or one of its alternatives.
    pub fn is_any(&self, fits: &dyn Fn(&Self) -> bool) -> bool {
        match self {
            Self::Either(slots) => slots.iter().any(|slot| slot.is_any(fits)),
            slot => fits(slot),
        }
    }
}

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// As it is.
    Text(String),
    /// A value to be put in.
    Slot(Slot),
}

/// A text with placeholders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template(pub Vec<Stretch>);

impl Template {
    /// The only placeholder of a text that is nothing else.
    pub fn alone(&self) -> Option<&Slot> {
        match self.0.as_slice() {
            [Stretch::Slot(slot)] => Some(slot),
            _ => None,
        }
    }

    /// All placeholders.
    pub fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.0.iter().filter_map(|stretch| match stretch {
            Stretch::Slot(slot) => Some(slot),
            Stretch::Text(_) => None,
        })
    }
}

/// A body with placeholders.
#[derive(Clone, Debug, PartialEq)]
pub enum Blank {
    /// A constant that is no string.
    Fixed(Made),
    /// A string; one that is a placeholder alone keeps the JSON type of its
    /// value.
    Text(Template),
    /// `{"$ids": true}`: the contract IDs of the rows.
    Ids,
    /// A list.
    List(Vec<Blank>),
    /// An object.
    Object(Vec<(String, Blank)>),
}

impl Blank {
    /// Adds all placeholders.
    pub(super) fn collect<'a>(&'a self, slots: &mut Vec<&'a Slot>) {
        match self {
            Self::Fixed(_) | Self::Ids => {}
            Self::Text(template) => slots.extend(template.slots()),
            Self::List(items) => items.iter().for_each(|item| item.collect(slots)),
            Self::Object(members) => members.iter().for_each(|(_, member)| member.collect(slots)),
        }
    }
}
