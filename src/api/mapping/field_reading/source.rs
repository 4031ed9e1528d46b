//! Where the value of a field comes from.

use super::Reach;
use crate::api::mapping::contract::Kind;
use crate::api::mapping::field::{Fields, Source};
use crate::api::mapping::identity::KINDS;
use crate::api::mapping::nearest::suggestion;
use crate::api::mapping::reading::At;
use crate::domain::json::Made;

/// Each key that names a source, and those that belong to one.
pub(super) const KEYS: [&str; 14] = [
    "path", "value", "id", "add", "count", "join", "each", "param", "now", "pairs", "first",
    "empty", "with", "fields",
];

/// How many of the keys name a source.
const SOURCES: usize = 12;

impl Reach<'_> {
    pub(super) fn source(&self, at: &At<'_>, wanted: &Kind) -> Option<Source> {
        let sources = KEYS.iter().take(SOURCES);
        let mut there = sources.filter_map(|key| Some((*key, at.get(key)?)));
        let Some((key, from)) = there.next() else {
            at.fault(
                "it does not say where the value comes from",
                "Add \"path\", \"value\", \"id\", \"add\", \"count\", \"join\", \"each\", \"param\", \"now\", \"pairs\", \"first\" or \"empty\"",
            );
            return None;
        };
        if let Some((other, from)) = there.next() {
            from.fault(
                format!("\"{key}\" stands here, too"),
                format!("Keep \"{key}\" or \"{other}\""),
            );
        }
        for (part, of) in [("with", "join"), ("fields", "each")] {
            if let Some(at) = at.get(part).filter(|_| key != of) {
                at.fault(
                    format!("\"{part}\" belongs to \"{of}\""),
                    format!("Leave \"{part}\" out"),
                );
            }
        }
        Some(match key {
            "value" => Source::Value(Made::copy(&from.json)),
            "id" => Source::Id(known(&from, "kind of ID", &KINDS)?),
            "param" => Source::Param(known(&from, "ID that is asked for here", self.asked)?),
            "add" => {
                let parts = from.items();
                let parts = parts
                    .iter()
                    .filter_map(|part| self.field(part, &Kind::Number));
                Source::Add(parts.collect())
            }
            "first" => {
                let fields = from.items();
                let fields = fields.iter().filter_map(|field| self.field(field, wanted));
                Source::First(fields.collect())
            }
            "empty" => Source::Empty(self.path(&from)?),
            "count" => Source::Count(self.path(&from)?),
            "join" => {
                let with = at.maybe("with", At::text);
                Source::Join(self.paths(&from), with.unwrap_or_else(|| " ".to_owned()))
            }
            "each" => Source::Each(self.path(&from)?, self.each(at, wanted)),
            "now" => {
                if from.flag() == Some(false) {
                    from.fault("it is false", "Leave it out, or write true");
                }
                Source::Now
            }
            "pairs" => Source::Pairs(self.path(&from)?),
            _ => Source::Paths(self.paths(&from)),
        })
    }

    fn each(&self, at: &At<'_>, wanted: &Kind) -> Fields {
        let Some(fields) = at.need("fields", "{\"name\": \"path in an element\"}") else {
            return Fields::default();
        };
        match self.contract.resolved(wanted) {
            Kind::List(inner) => {
                let reach = self.around_each();
                let read = reach.fields(&fields, inner, &[]);
                reach.require(&fields, &read, inner, &[]);
                read
            }
            _ => Fields::default(),
        }
    }

    /// Holds a source to what it can be for.
    pub(super) fn fits_source(&self, at: &At<'_>, source: &Source, wanted: &Kind) {
        let resolved = self.contract.resolved(wanted);
        let object = self.contract.members(wanted).first();
        if let Some(member) = object.filter(|_| !matches!(source, Source::Empty(_))) {
            at.fault(
                "the contract wants an object here",
                format!(
                    "Declare each of its members, such as \"….{}\"; or {{\"empty\": path}} when only null is told",
                    member.name
                ),
            );
            return;
        }
        let row = match resolved {
            Kind::List(inner) => Some(inner.as_ref()),
            _ => None,
        };
        let of_objects = row.is_some_and(|row| !self.contract.members(row).is_empty());
        let has_pairs = row.is_some_and(|row| {
            ["label", "value"]
                .iter()
                .all(|name| self.contract.member(row, name).is_some())
        });
        let is_text = matches!(resolved, Kind::Text | Kind::Any);
        match source {
            Source::Each(..) if !of_objects => at.fault(
                "the contract wants no list of objects here",
                "Write \"path\" instead of \"each\"",
            ),
            Source::Pairs(_) if !has_pairs => at.fault(
                "the contract wants no list of labels and values here",
                "Write \"each\" with \"fields\", or \"path\"",
            ),
            Source::Paths(_) if of_objects => at.fault(
                "the contract wants a list of objects here, and this copies the API's own",
                "Write {\"each\": path, \"fields\": {…}}",
            ),
            Source::Count(_) | Source::Add(_)
                if !matches!(resolved, Kind::Whole | Kind::Number | Kind::Any) =>
            {
                at.fault(
                    "the contract wants no number here",
                    "Write \"path\" instead",
                );
            }
            Source::Id(_) | Source::Param(_) | Source::Join(..) if !is_text => {
                at.fault("the contract wants no text here", "Write \"path\" instead");
            }
            Source::Now if *resolved != Kind::Instant => {
                at.fault(
                    "the contract wants no moment here",
                    "Write \"path\" instead",
                );
            }
            _ => {}
        }
    }
}

fn known(at: &At<'_>, what: &str, words: &[&str]) -> Option<String> {
    let text = at.text()?;
    if !words.contains(&&*text) {
        at.fault(format!("\"{text}\" is no {what}"), suggestion(&text, words));
    }
    Some(text)
}
