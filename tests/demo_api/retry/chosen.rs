//! What a selection comes to: who may be tried again, and why the others not.

use std::collections::BTreeMap;

use super::reason::Reason;
use super::run::Entry;
use super::wish::Selection;
use crate::problem::Problem;

/// Contacts of a selection.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// Places of those that may be tried again.
    pub eligible: Vec<usize>,
    pub excluded: BTreeMap<Reason, i64>,
}

impl Chosen {
    /// Adds a contact, with what stands against it.
    pub fn add(&mut self, place: usize, obstacle: Option<Reason>) {
        match obstacle {
            None => self.eligible.push(place),
            Some(reason) => *self.excluded.entry(reason).or_default() += 1,
        }
    }

    /// The entries of a retry: a sample spread evenly over all of them, then the others.
    pub fn entries(&self, sample: usize) -> Vec<Entry> {
        let all = self.eligible.len();
        let sample = sample.min(all);
        let spread: Vec<usize> = (0..sample).map(|at| at * all / sample.max(1)).collect();
        let others = (0..all).filter(|at| !spread.contains(at));
        let order = spread.iter().copied().chain(others);
        let places = order.filter_map(|at| self.eligible.get(at));
        places.map(|place| Entry::waiting(*place)).collect()
    }
}

impl Selection {
    /// What the IDs of a selection name, each once; refused when one names nothing.
    pub fn named<T: PartialEq>(
        &self,
        ids: &[String],
        noun: &str,
        find: impl Fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, Problem> {
        let mut found = Vec::new();
        let mut errors = Vec::new();
        for (position, id) in ids.iter().enumerate() {
            match find(id) {
                Some(one) if found.contains(&one) => {}
                Some(one) => found.push(one),
                None => errors.push((
                    format!("{}/ids/{position}", self.at),
                    format!("There is no {noun} \u{201c}{id}\u{201d} here."),
                )),
            }
        }
        if errors.is_empty() {
            Ok(found)
        } else {
            Err(Problem::invalid(errors))
        }
    }
}
