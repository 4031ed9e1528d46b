//! Figures of one snapshot that cannot all be true.

use super::format::Formats;
use super::snapshot::Snapshot;

mod dispatch;
mod rates;
mod sums;

pub use rates::differing;
pub use sums::{of_attempts, of_counts};

/// Two figures that do not fit together. Both are told; none is corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The tile or card it belongs to: "progress", "failed", "status".
    pub about: &'static str,
    /// Both figures in a sentence.
    pub text: String,
}

/// Everything in a snapshot that contradicts itself.
pub fn find(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<Contradiction> {
    let mut found = sums::find(snapshot, formats);
    found.extend(dispatch::find(snapshot, formats));
    found.extend(rates::find(snapshot, formats));
    found
}

fn contradiction(about: &'static str, parts: &[&str]) -> Contradiction {
    Contradiction {
        about,
        text: parts.concat(),
    }
}

#[cfg(test)]
mod tests;
