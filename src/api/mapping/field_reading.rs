//! Reading the fields of a mapping, held to what the contract wants of each.

mod naming;
mod source;
mod tree;

use super::contract::{Contract, Kind};
use super::conventions::scalar;
use super::decimal::Decimal;
use super::duration::UNITS;
use super::field::{Field, Source, Type};
use super::reading::At;
use super::time::NOTATIONS;
use crate::domain::json::{Kind as JsonKind, Made};

pub(super) use naming::path;

/// The words for types in a mapping.
const TYPES: [(&str, usize); 4] = [("text", 0), ("whole", 1), ("number", 2), ("flag", 3)];

/// What they stand for.
const TOLD: [Type; 4] = [Type::Text, Type::Whole, Type::Number, Type::Flag];

/// What the fields of one answer may name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach<'a> {
    pub contract: &'a Contract,
    /// The names of merges.
    pub merges: &'a [String],
    /// The kinds of IDs that are asked for.
    pub asked: &'a [&'a str],
    /// Whether something stands around the rows: `$row`.
    pub has_around: bool,
    /// Whether the rows have keys: `$key`.
    pub has_key: bool,
}

impl Reach<'_> {
    /// A field for a value that the contract wants.
    pub fn field(&self, at: &At<'_>, wanted: &Kind) -> Option<Field> {
        let kind = self.wanted(at, wanted);
        if matches!(at.json.kind(), JsonKind::Text | JsonKind::List) {
            let source = Source::Paths(self.paths(at));
            self.fits_source(at, &source, wanted);
            return Some(plain(source, kind));
        }
        if at.json.kind() != JsonKind::Object {
            at.fault(
                format!("{} is no field", at.json.source()),
                "Write a path such as \"state\", or {\"value\": …} for a constant",
            );
            return None;
        }
        let mut known = source::KEYS.to_vec();
        known.extend(["where", "map", "time", "unit", "scale", "as", "default"]);
        at.only(&known);
        let source = self.source(at, wanted)?;
        self.fits_source(at, &source, wanted);
        let is_number = matches!(kind, Type::Whole | Type::Number);
        for (key, fits, what) in [
            ("time", kind == Type::Instant, "a moment"),
            ("unit", is_number, "a number"),
            ("scale", is_number, "a number"),
        ] {
            if let Some(at) = at.get(key).filter(|_| !fits) {
                at.fault(
                    format!("the contract wants no value here that is {what}"),
                    format!("Leave \"{key}\" out"),
                );
            }
        }
        let constant = |name: &str| {
            let at = at.get(name)?;
            let made = Made::copy(&at.json);
            if !kind.holds(&made) {
                at.fault(
                    "the contract wants another type here",
                    format!("Write {}", kind.words()),
                );
            }
            Some(made)
        };
        let _ = constant("value");
        Some(Field {
            only: at.maybe("where", |at| match source.goes_over_elements() {
                true => self.around_each().condition(at),
                false => self.condition(at),
            }),
            words: at.get("map").map_or_else(Vec::new, |map| mapped(&map)),
            time: at
                .maybe("time", |at| at.word("notation of time", &NOTATIONS))
                .unwrap_or_default(),
            unit: at.maybe("unit", |at| at.word("unit", &UNITS)),
            scale: at.maybe("scale", scale),
            default: constant("default"),
            source,
            kind,
        })
    }

    /// The same for elements of a list, which have something around them.
    pub fn around_each(&self) -> Self {
        Self {
            has_around: true,
            has_key: true,
            ..*self
        }
    }

    fn wanted(&self, at: &At<'_>, wanted: &Kind) -> Type {
        let from_contract = self.kind_of(wanted);
        let told = at.maybe("as", |at| at.word("type", &TYPES));
        let Some(told) = told.and_then(|place| TOLD.get(place).cloned()) else {
            return from_contract;
        };
        if from_contract != Type::Any && from_contract != told {
            at.fault(
                format!("the contract wants {} here", from_contract.words()),
                "Leave \"as\" out",
            );
            return from_contract;
        }
        told
    }

    fn kind_of(&self, kind: &Kind) -> Type {
        match self.contract.resolved(kind) {
            Kind::Text => Type::Text,
            Kind::Whole => Type::Whole,
            Kind::Number => Type::Number,
            Kind::Flag => Type::Flag,
            Kind::Instant => Type::Instant,
            Kind::Tally => Type::Tally,
            Kind::List(inner) => match self.kind_of(inner) {
                Type::Objects => Type::Objects,
                inner => Type::List(Box::new(inner)),
            },
            Kind::Object(_) => Type::Objects,
            Kind::Any | Kind::Named(_) => Type::Any,
        }
    }
}

/// A field that is nothing but its source.
pub(super) fn plain(source: Source, kind: Type) -> Field {
    Field {
        source,
        only: None,
        words: Vec::new(),
        time: super::time::Notation::Auto,
        unit: None,
        scale: None,
        kind,
        default: None,
    }
}

fn mapped(at: &At<'_>) -> Vec<(String, Made)> {
    let words = at.entries().into_iter();
    words
        .filter_map(|(raw, word)| Some((raw, scalar(&word)?)))
        .collect()
}

fn scale(at: &At<'_>) -> Option<Decimal> {
    let number = (at.json.kind() == JsonKind::Number).then(|| Decimal::read(at.json.source()));
    let number = number.flatten();
    if number.is_none() {
        at.fault(
            format!("{} is no number", at.json.source()),
            "Write a number such as 0.01",
        );
    }
    number
}
