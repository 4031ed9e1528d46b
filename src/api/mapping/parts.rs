//! The further requests of an answer, as the contract tells of them.

use super::field::{Field, Fields, Inside, Source};
use super::path::{Path, Start};
use crate::api::error::ApiError;
use crate::domain::calendar;
use crate::domain::json::{Made, object};

/// How one of them went.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PartTold {
    /// Its name.
    pub name: String,
    /// The members that it fills.
    pub fields: Vec<String>,
    /// When its figures were read, epoch milliseconds.
    pub at: Option<i64>,
    /// Why it could not be read this time.
    pub error: Option<String>,
}

impl PartTold {
    /// One that failed; `at` is when the figures that stand in for it were read.
    pub fn failed(name: &str, fields: Vec<String>, at: Option<i64>, error: &ApiError) -> Self {
        Self {
            name: name.to_owned(),
            fields,
            at,
            error: Some(error.to_string()),
        }
    }
}

/// The contract's `parts`; absent when there are none.
pub(super) fn made(parts: &[PartTold]) -> Made {
    if parts.is_empty() {
        return Made::Absent;
    }
    let part = |part: &PartTold| {
        let fields = match part.fields.is_empty() {
            true => Made::Absent,
            false => part.fields.iter().map(Made::from).collect(),
        };
        object([
            ("name", (&part.name).into()),
            ("fields", fields),
            ("captured_at", part.at.and_then(calendar::written).into()),
            ("error", part.error.clone().into()),
        ])
    };
    parts.iter().map(part).collect()
}

/// The contract paths of the members that a merge fills.
pub(super) fn filled(fields: &Fields, merge: &str) -> Vec<String> {
    let mut paths = Vec::new();
    collect(fields, merge, "", &mut paths);
    paths
}

fn collect(fields: &Fields, merge: &str, before: &str, paths: &mut Vec<String>) {
    for member in &fields.0 {
        let path = [before, &*member.name].concat();
        match &member.inside {
            Inside::Field(field) if is_of(field, merge) => paths.push(path),
            Inside::Field(_) => {}
            Inside::Object(fields) => collect(fields, merge, &[&*path, "."].concat(), paths),
        }
    }
}

fn is_of(field: &Field, merge: &str) -> bool {
    let starts = |path: &Path| matches!(&path.start, Start::Merge(name) if name == merge);
    let only = field.only.as_ref();
    if only.is_some_and(|only| starts(&only.path)) {
        return true;
    }
    match &field.source {
        Source::Paths(paths) | Source::Join(paths, _) => paths.iter().any(starts),
        Source::Count(path) | Source::Pairs(path) | Source::Empty(path) => starts(path),
        Source::Add(parts) | Source::First(parts) => parts.iter().any(|part| is_of(part, merge)),
        Source::Each(path, fields) => starts(path) || !filled(fields, merge).is_empty(),
        Source::Value(_) | Source::Id(_) | Source::Param(_) | Source::Now => false,
    }
}
