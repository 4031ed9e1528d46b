//! IDs of the contract, made of what a foreign API names its things by.

use super::nearest::suggestion;
use super::path::{Found, Path};
use super::reading::At;
use super::scope::Scope;
use super::value::text_of;
use crate::domain::json::Made;
use crate::domain::percent::{decoded, encoded};
use std::borrow::Cow;

/// What has an ID.
pub const KINDS: [&str; 8] = [
    "campaign", "task", "number", "call", "job", "record", "spinner", "retry",
];

/// Between the parts of an ID; within a part it is percent-encoded.
const JOINT: &str = "~";

/// The paths whose values an ID consists of, by kind. One that is not declared
/// is the member `id`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ids(Vec<(String, Vec<Path>)>);

impl Ids {
    pub(super) fn read(at: &At<'_>) -> Self {
        let mut kinds = Vec::new();
        for (kind, parts) in at.entries() {
            if !KINDS.contains(&&*kind) {
                parts.fault(format!("\"{kind}\" has no ID"), suggestion(&kind, &KINDS));
            }
            let parts = parts.one_or_more();
            kinds.push((
                kind,
                parts
                    .iter()
                    .filter_map(super::field_reading::path)
                    .collect(),
            ));
        }
        Self(kinds)
    }

    /// The names of the parts that the ID of that kind is made of; none of an
    /// ID of one part.
    pub fn parts(&self, kind: &str) -> impl Iterator<Item = &str> {
        let parts = self.paths(kind).filter(|parts| parts.len() > 1);
        parts.into_iter().flatten().map(|path| path.text.as_str())
    }

    /// The contract's ID of a row.
    pub fn of_row(&self, kind: &str, scope: &Scope<'_>) -> Option<String> {
        let Some(parts) = self.paths(kind) else {
            return scope.row.get("id").and_then(|id| text_of(&Made::copy(&id)));
        };
        let texts = parts.iter().map(|path| part_of(path, scope));
        let texts: Option<Vec<String>> = texts.collect();
        match texts?.as_slice() {
            [one] => Some(one.clone()),
            several => {
                let encoded: Vec<String> = several.iter().map(|part| joinable(part)).collect();
                Some(encoded.join(JOINT))
            }
        }
    }

    /// One part of a contract's ID: by the name of the part, or the whole ID
    /// for none.
    pub fn part_of<'a>(&self, kind: &str, id: &'a str, part: Option<&str>) -> Option<Cow<'a, str>> {
        let Some(part) = part else {
            return Some(Cow::Borrowed(id));
        };
        let place = self.parts(kind).position(|known| known == part)?;
        id.split(JOINT)
            .nth(place)
            .map(|text| Cow::Owned(decoded(text)))
    }

    fn paths(&self, kind: &str) -> Option<&Vec<Path>> {
        let mut kinds = self.0.iter();
        kinds
            .find(|(known, _)| known == kind)
            .map(|(_, parts)| parts)
    }
}

/// A part of an ID, empty for an empty one of several: task 3 of no map index.
fn part_of(path: &Path, scope: &Scope<'_>) -> Option<String> {
    match path.find(scope) {
        Found::One(json) => text_of(&Made::copy(&json)),
        Found::Text(text) => Some(text.into_owned()),
        Found::Many(_) | Found::Nothing => None,
    }
}

fn joinable(part: &str) -> String {
    encoded(part).replace(JOINT, "%7E")
}
