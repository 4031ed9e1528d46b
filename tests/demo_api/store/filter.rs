//! Which tasks of a campaign a list shows.

use super::call_filter::one_of;
use super::search::Matches;
use crate::task_state::{Family, Hold, State};

/// Which tasks of a campaign are asked for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only these states, when there are any.
    pub states: Option<Vec<State>>,
    /// Only these holds, and the tasks that only the campaign keeps.
    pub blockers: Option<Blockers>,
    pub dispositions: Option<Vec<i64>>,
    pub from_numbers: Option<Vec<i64>>,
    pub search: Option<Matches>,
}

/// Blocker codes as the rows know them.
#[derive(Clone, Debug, Default)]
pub struct Blockers {
    pub holds: Vec<Hold>,
    /// Waiting tasks without a hold of their own.
    pub unheld: bool,
}

impl Filter {
    /// Whether the counts alone tell how many tasks there are.
    pub fn is_counted(&self) -> bool {
        self.search.is_none()
    }

    /// Whether nothing but a search is asked for.
    pub fn is_search_alone(&self) -> bool {
        self.states.is_none()
            && self.blockers.is_none()
            && self.dispositions.is_none()
            && self.from_numbers.is_none()
    }

    /// How the rows are to be reached: one by one when a search has listed them.
    pub(super) fn access(&self) -> &'static str {
        match &self.search {
            Some(search) if search.is_listed() => "NOT INDEXED",
            _ => "",
        }
    }

    /// The condition, without the campaign. Codes are written out; they are our own numbers.
    /// What holds anyway is said too, so that SQLite may use an index over those rows alone.
    pub(super) fn condition(&self) -> String {
        let mut parts = Vec::new();
        if let Some(states) = &self.states {
            parts.push(one_of("status", states.iter().map(|state| state.code())));
        }
        if let Some(blockers) = &self.blockers {
            let held = one_of("hold", blockers.holds.iter().map(|hold| hold.code()));
            let held = format!("({held} AND hold > 0)");
            let unheld = format!("hold = 0 AND family = {}", Family::Waiting.code());
            parts.push(match (blockers.unheld, blockers.holds.is_empty()) {
                (false, _) => held,
                (true, true) => unheld,
                (true, false) => format!("({held} OR ({unheld}))"),
            });
        }
        if let Some(dispositions) = &self.dispositions {
            parts.push(one_of("disposition", dispositions.iter().copied()));
            parts.push(String::from("disposition > 0"));
        }
        if let Some(numbers) = &self.from_numbers {
            parts.push(one_of("from_number", numbers.iter().copied()));
            parts.push(String::from("from_number > 0"));
        }
        if let Some(search) = &self.search {
            parts.push(search.condition());
        }
        parts.iter().map(|part| format!(" AND {part}")).collect()
    }
}
