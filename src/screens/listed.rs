//! The rows on screen, so that a drawer can go from one to the next.

use leptos::prelude::*;

/// The IDs of a table's rows, from the top.
#[derive(Clone, Copy)]
pub struct Listed {
    rows: RwSignal<Vec<String>>,
}

/// Which way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the row below.
    Next,
    /// To the row above.
    Previous,
}

impl Step {
    /// The step that a key asks for.
    pub fn of_key(key: &str) -> Option<Self> {
        match key {
            "ArrowDown" => Some(Self::Next),
            "ArrowUp" => Some(Self::Previous),
            _ => None,
        }
    }
}

impl Default for Listed {
    fn default() -> Self {
        let rows = RwSignal::new(Vec::new());
        Self { rows }
    }
}

impl Listed {
    /// Says which rows are on screen.
    pub fn tell(self, rows: Vec<String>) {
        self.rows.set(rows);
    }

    /// "Row 3 of 50, ↑ ↓ to move"; `None` for a row that is not on screen.
    /// Tracks the rows.
    pub fn place(self, row: &str) -> Option<String> {
        self.rows.with(|rows| {
            let at = rows.iter().position(|listed| listed == row)? + 1;
            Some(format!("Row {at} of {}, ↑ ↓ to move", rows.len()))
        })
    }

    /// The row one further; `None` at the end, and for a row that is not on
    /// screen.
    pub fn neighbor(self, row: &str, step: Step) -> Option<String> {
        self.rows.with_untracked(|rows| {
            let at = rows.iter().position(|listed| listed == row)?;
            let next = match step {
                Step::Next => at.checked_add(1),
                Step::Previous => at.checked_sub(1),
            };
            rows.get(next?).cloned()
        })
    }
}
