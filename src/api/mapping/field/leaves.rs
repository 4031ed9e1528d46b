//! The fields of a mapping one by one, for whoever checks it against answers.

use super::{Field, Fields, Inside, Source};
use crate::api::mapping::path::Path;

/// A declared member of the contract.
#[derive(Clone, Debug)]
pub struct Leaf<'a> {
    /// Where it is in the contract's object: `counts.total`.
    pub path: String,
    /// How it is made.
    pub field: &'a Field,
    /// Whether the whole object is unreadable without it.
    pub is_required: bool,
}

impl Fields {
    /// Every declared member.
    pub fn leaves(&self) -> Vec<Leaf<'_>> {
        let mut leaves = Vec::new();
        self.gather("", true, &mut leaves);
        leaves
    }

    fn gather<'a>(&'a self, before: &str, is_required: bool, leaves: &mut Vec<Leaf<'a>>) {
        for member in &self.0 {
            let path = [before, &*member.name].concat();
            let is_required = is_required && member.is_required;
            match &member.inside {
                Inside::Field(field) => leaves.push(Leaf {
                    path,
                    field,
                    is_required,
                }),
                Inside::Object(fields) => {
                    fields.gather(&[&*path, "."].concat(), is_required, leaves);
                }
            }
        }
    }
}

impl Field {
    /// The paths that it looks at, each with those that stand in for it.
    pub fn looks_at(&self) -> Vec<Vec<&Path>> {
        match &self.source {
            Source::Paths(paths) => vec![paths.iter().collect()],
            Source::Join(paths, _) => paths.iter().map(|path| vec![path]).collect(),
            Source::Count(path)
            | Source::Each(path, _)
            | Source::Pairs(path)
            | Source::Empty(path) => vec![vec![path]],
            Source::Add(fields) => fields.iter().flat_map(Self::looks_at).collect(),
            Source::First(fields) => {
                let paths = fields.iter().flat_map(Self::looks_at).flatten();
                vec![paths.collect()]
            }
            Source::Value(_) | Source::Id(_) | Source::Param(_) | Source::Now => Vec::new(),
        }
    }
}
