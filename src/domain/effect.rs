//! What a containment would do, before it is done: fewer lines, one number
//! less, or an earlier end of the day.

use super::eta::to_go;
use super::format::Formats;
use super::rich::Rich;
use super::snapshot::Snapshot;

mod change;
mod concurrency;
mod moves;
mod number;
mod window;

pub use concurrency::{concurrency, concurrency_bounds};
pub use moves::{Move, moves};
pub use number::{number_of, number_removal, worst_number};
pub use window::{next_hour, window};

use change::Change;

/// The effect of a containment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// What changes, for the dialog's table.
    pub rows: Vec<PreviewRow>,
    /// The effect in a sentence or two.
    pub sentence: Rich,
    /// Why it cannot be asked for, when it cannot.
    pub refused: Option<String>,
}

/// One figure before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// Its name.
    pub label: &'static str,
    /// What it is now.
    pub now: String,
    /// What it would be.
    pub after: String,
}

impl Preview {
    fn refused(why: String) -> Self {
        Self {
            rows: Vec::new(),
            sentence: Rich::default(),
            refused: Some(why),
        }
    }
}

fn row(label: &'static str, now: String, after: String) -> PreviewRow {
    PreviewRow { label, now, after }
}

/// "about 812 contacts".
fn about_contacts(count: i64, formats: &Formats<'_>) -> String {
    let noun = if count == 1 { " contact" } else { " contacts" };
    ["about ", &*formats.count(count), noun].concat()
}

/// Whether anything is left to do at all.
fn has_work(snapshot: &Snapshot) -> bool {
    to_go(snapshot).is_some()
}

#[cfg(test)]
mod tests;
