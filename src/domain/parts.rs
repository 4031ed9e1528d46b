//! The further requests that an answer was made of, each with an instant of
//! its own.

use super::block::{Row, good_rows};
use super::capabilities::covers;
use super::field::Field;
use super::format::Formats;
use super::json::wire;
use super::later::Later;
use super::spelling::humanized;
use super::timestamp::Timestamp;

/// The parts of an answer, read by whoever tells of them.
pub type Parts = Later<Vec<Row<Part>>>;

wire! {
    /// One of the requests that an answer was made of.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Part {
        /// What was asked for: "progress"; open.
        pub name: String,
        /// The members that it fills, by path; none where that is not told.
        pub fields: Field<Vec<String>>,
        /// When its figures were read; nothing when there are none.
        pub captured_at: Field<Timestamp>,
        /// Why it could not be read this time, in words.
        pub error: Field<String>,
    }
}

/// A part that could not be read, or is older than the answer around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartNote {
    /// Whether it could not be read.
    pub failed: bool,
    /// "Progress could not be read (HTTP 503); shown as of 14:02:10."
    pub text: String,
}

/// An answer's parts are told as older than it when they are by this much, in
/// milliseconds: less is the time that the requests themselves take.
const OLDER: i64 = 10_000;

impl Part {
    /// Whether it fills one of these members, or something inside one.
    pub fn is_of(&self, members: &[&str]) -> bool {
        match self.fields.value() {
            Some(fields) => fields
                .iter()
                .any(|field| members.iter().any(|member| covers(member, field))),
            None => members.contains(&self.name.as_str()),
        }
    }

    /// What is to be said of it beside figures that were read at `around`.
    pub fn note(&self, around: Option<&Timestamp>, formats: &Formats<'_>) -> Option<PartNote> {
        let name = humanized(&self.name);
        let at = self.captured_at.value();
        let shown = at.map(|at| formats.clock_seconds(at));
        let Some(error) = self.error.as_deref() else {
            let behind = around?.ms?.saturating_sub(at?.ms?);
            let text = [&*name, " as of ", &*shown?, "."].concat();
            return (behind >= OLDER).then_some(PartNote {
                failed: false,
                text,
            });
        };
        let error = error.trim().trim_end_matches('.');
        let reason = match error {
            "" => String::new(),
            error => [" (", error, ")"].concat(),
        };
        let left = match shown {
            Some(at) => ["; shown as of ", &*at, "."].concat(),
            None => "; it is left out.".to_owned(),
        };
        Some(PartNote {
            failed: true,
            text: [&*name, " could not be read", &*reason, &*left].concat(),
        })
    }
}

/// Which parts are told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told<'a> {
    /// Those that fill one of these members.
    Of(&'a [&'a str]),
    /// Those that fill none of these, so that none goes untold.
    NotOf(&'a [&'a str]),
}

/// What is to be said of parts of an answer that was read at `around`.
pub fn notes(
    parts: &Parts,
    told: Told<'_>,
    around: Option<&Timestamp>,
    formats: &Formats<'_>,
) -> Vec<PartNote> {
    if parts.is_absent() {
        return Vec::new();
    }
    let wanted = |part: &&Part| match told {
        Told::Of(members) => part.is_of(members),
        Told::NotOf(members) => !part.is_of(members),
    };
    let parts = parts.value().unwrap_or_default();
    good_rows(&parts)
        .filter(wanted)
        .filter_map(|part| part.note(around, formats))
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests;
