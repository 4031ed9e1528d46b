//! What holds in all of a mapping's answers: the zone of times without one,
//! what means "empty", and what IDs consist of.

use super::identity::Ids;
use super::reading::At;
use crate::domain::json::{Kind, Made};

/// The conventions of an API.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conventions {
    /// Minutes that the clock of times without an offset is ahead of UTC.
    pub zone: i64,
    /// Scalars that mean "empty", beside `null`.
    pub nulls: Vec<Made>,
    /// What the IDs consist of.
    pub ids: Ids,
}

impl Conventions {
    pub(super) fn read(root: &At<'_>) -> Self {
        Self {
            zone: root.maybe("zone", zone).unwrap_or_default(),
            nulls: root
                .get("nulls")
                .map_or_else(Vec::new, |nulls| scalars(&nulls)),
            ids: root
                .get("ids")
                .map_or_else(Ids::default, |ids| Ids::read(&ids)),
        }
    }

    /// Whether a value means that there is none.
    pub fn is_empty(&self, value: &Made) -> bool {
        *value == Made::Null || self.nulls.contains(value)
    }
}

/// A scalar, or a list of such.
pub(super) fn scalars(at: &At<'_>) -> Vec<Made> {
    let parts = at.one_or_more();
    parts.iter().filter_map(scalar).collect()
}

/// A constant that is neither a list nor an object.
pub(super) fn scalar(at: &At<'_>) -> Option<Made> {
    if matches!(at.json.kind(), Kind::List | Kind::Object) {
        at.fault(
            "this is a list or an object",
            "Write a string, a number, true, false or null",
        );
        return None;
    }
    Some(Made::copy(&at.json))
}

fn zone(at: &At<'_>) -> Option<i64> {
    let text = at.text()?;
    let minutes = super::time::offset(&text);
    if minutes.is_none() {
        at.fault(
            format!("\"{text}\" is no offset"),
            "Write \"UTC\", or an offset such as \"+05:30\"",
        );
    }
    minutes
}
