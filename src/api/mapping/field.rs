//! From a foreign row to members of the contract.

mod evaluation;
mod leaves;

pub use leaves::Leaf;

use super::condition::Condition;
use super::decimal::Decimal;
use super::duration::Unit;
use super::path::Path;
use super::time::Notation;
use crate::domain::calendar;
use crate::domain::json::Made;

/// The contract members of an object, as a tree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields(pub(super) Vec<Member>);

/// One member of an object of the contract.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Member {
    pub name: String,
    /// An object without it is none.
    pub is_required: bool,
    pub inside: Inside,
}

/// What a member is made of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Inside {
    Field(Box<Field>),
    Object(Fields),
}

/// How one value of the contract is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Where it comes from.
    pub source: Source,
    /// Of a path with `[]`, `count` and `each`: the elements that count. Of
    /// anything else: whether there is a value at all.
    pub only: Option<Condition>,
    /// The contract's words for the API's; `*` for any other.
    pub words: Vec<(String, Made)>,
    /// How a time is written.
    pub time: Notation,
    /// What a duration is counted in.
    pub unit: Option<Unit>,
    /// What a number is multiplied with.
    pub scale: Option<Decimal>,
    /// What the contract wants.
    pub kind: Type,
    /// The value where there is none.
    pub default: Option<Made>,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// The first of these that is there and not empty.
    Paths(Vec<Path>),
    /// The first of these that is there and not empty.
    First(Vec<Field>),
    /// A constant.
    Value(Made),
    /// `null` when what is there is empty, and absent else: all that is told of
    /// an object.
    Empty(Path),
    /// The contract's ID of that kind.
    Id(String),
    /// The sum of these.
    Add(Vec<Field>),
    /// How many elements there are.
    Count(Path),
    /// The texts at these paths with this between them.
    Join(Vec<Path>, String),
    /// An object for each element.
    Each(Path, Fields),
    /// The ID of that kind that was asked for.
    Param(String),
    /// The present.
    Now,
    /// Label and value for each member of an object.
    Pairs(Path),
}

/// What the contract wants of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// A string.
    Text,
    /// A whole number.
    Whole,
    /// A number; money, seconds and fractions, too.
    Number,
    /// `true` or `false`.
    Flag,
    /// A moment.
    Instant,
    /// Whole numbers by word.
    Tally,
    /// A list of scalars.
    List(Box<Type>),
    /// A list of objects.
    Objects,
    /// Any JSON, as it came.
    Any,
}

impl Type {
    /// Whether a value is of this type, or empty.
    pub fn holds(&self, made: &Made) -> bool {
        match (made, self) {
            (Made::Null | Made::Absent, _) | (_, Self::Any) => true,
            (Made::Text(_), Self::Text) | (Made::Bool(_), Self::Flag) => true,
            (Made::Number(_), Self::Number) => true,
            (Made::Number(text), Self::Whole) => {
                Decimal::read(text).is_some_and(|number| number.is_whole())
            }
            (Made::Text(text), Self::Instant) => calendar::moment(text).is_some(),
            (Made::List(items), Self::List(kind)) => items.iter().all(|item| kind.holds(item)),
            (Made::List(_), Self::Objects) => true,
            (Made::Object(counts), Self::Tally) => {
                counts.iter().all(|(_, count)| Self::Whole.holds(count))
            }
            _ => false,
        }
    }

    /// The type in words: "a whole number".
    pub fn words(&self) -> &'static str {
        match self {
            Self::Text => "a string",
            Self::Whole => "a whole number",
            Self::Number => "a number",
            Self::Flag => "true or false",
            Self::Instant => "a moment such as \"2026-11-20T08:49:29Z\"",
            Self::Tally => "an object of whole numbers",
            Self::List(_) | Self::Objects => "a list",
            Self::Any => "any JSON",
        }
    }
}

impl Source {
    /// Whether a condition chooses among elements.
    pub fn goes_over_elements(&self) -> bool {
        match self {
            Self::Count(_) | Self::Each(..) => true,
            Self::Paths(paths) => paths.iter().any(Path::is_plural),
            _ => false,
        }
    }
}

impl Fields {
    /// The contract paths of all members: `counts.total`.
    pub fn paths(&self) -> Vec<String> {
        let mut paths = Vec::new();
        self.collect("", &mut paths);
        paths
    }

    fn collect(&self, before: &str, paths: &mut Vec<String>) {
        for member in &self.0 {
            let path = [before, &*member.name].concat();
            match &member.inside {
                Inside::Field(_) => paths.push(path),
                Inside::Object(fields) => fields.collect(&[&*path, "."].concat(), paths),
            }
        }
    }

    /// Whether nothing is declared.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
