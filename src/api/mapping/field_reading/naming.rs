//! Paths and conditions of a mapping, held to what can be named where they
//! stand.

use super::Reach;
use crate::api::mapping::condition::Condition;
use crate::api::mapping::conventions::scalars;
use crate::api::mapping::nearest::suggestion;
use crate::api::mapping::path::{Path, Start};
use crate::api::mapping::reading::At;
use crate::domain::json::Kind as JsonKind;

/// A path of the document, whatever it may name.
pub(in crate::api::mapping) fn path(at: &At<'_>) -> Option<Path> {
    let text = at.text()?;
    match Path::parse(&text) {
        Ok(path) => Some(path),
        Err(misread) => {
            at.fault(
                format!(
                    "\"{text}\" is no path: {} at letter {}",
                    misread.problem, misread.letter
                ),
                bracketed(&text).map_or_else(
                    || {
                        "Paths are written a.b[0].c, a[].b, [\"Title Case\"].x or $answer.x"
                            .to_owned()
                    },
                    |path| format!("Write {path}"),
                ),
            );
            None
        }
    }
}

/// The path that must be meant by one with spaces in its names: those in
/// brackets and quotes.
fn bracketed(text: &str) -> Option<String> {
    if !text.contains(char::is_whitespace) {
        return None;
    }
    let mut path = String::new();
    for name in text.split('.') {
        if name.contains(char::is_whitespace) {
            path.push_str(&["[\"", name, "\"]"].concat());
        } else {
            let joint = if path.is_empty() { "" } else { "." };
            path.push_str(&[joint, name].concat());
        }
    }
    Path::parse(&path).is_ok().then_some(path)
}

impl Reach<'_> {
    /// A path that names nothing unknown.
    pub fn path(&self, at: &At<'_>) -> Option<Path> {
        let path = path(at)?;
        match &path.start {
            Start::Merge(name) if !self.merges.contains(name) => {
                let merges = self.merges.iter().map(String::as_str);
                let names = ["answer", "header", "row", "key"].into_iter().chain(merges);
                let known: Vec<String> = names.map(|name| ["$", name].concat()).collect();
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                at.fault(
                    format!("no merge is named \"{name}\""),
                    suggestion(name, &known),
                );
            }
            Start::Around if !self.has_around => at.fault(
                "$row is what an element of \"each\" stands in, and this is none",
                "Leave \"$row.\" out",
            ),
            Start::Key if !self.has_key => at.fault(
                "$key is the key of a row of an object, and this is none",
                "Write \"keyed\": true beside \"rows\" when the rows are an object by ID",
            ),
            _ => {}
        }
        Some(path)
    }

    /// One path, or several.
    pub fn paths(&self, at: &At<'_>) -> Vec<Path> {
        at.one_or_more()
            .iter()
            .filter_map(|at| self.path(at))
            .collect()
    }

    /// A condition.
    pub fn condition(&self, at: &At<'_>) -> Option<Condition> {
        at.only(&["path", "is", "isNot", "contains"]);
        self.condition_of(at)
    }

    /// A condition beside other keys, which the caller checks.
    pub fn condition_of(&self, at: &At<'_>) -> Option<Condition> {
        let is_empty = ["is", "isNot", "contains"]
            .iter()
            .all(|key| at.get(key).is_none());
        if is_empty && at.json.kind() == JsonKind::Object {
            at.fault(
                "it says nothing of the value",
                "Add \"is\", \"isNot\" or \"contains\"",
            );
        }
        Some(Condition {
            path: self.path(&at.need("path", "\"state\"")?)?,
            is: at.get("is").map(|is| scalars(&is)),
            is_not: at.get("isNot").map(|is| scalars(&is)),
            contains: at.maybe("contains", At::name),
        })
    }
}
