//! Evidence to escalate with, as Markdown: what the page knows of a campaign
//! and of one task, with the IDs, the time window and the zone.

use super::format::Formats;
use super::snapshot::Snapshot;
use super::task::TaskDebug;

mod campaign;
pub mod journey;
mod mask;
mod task;

pub use mask::{Masking, masked};

/// What is put into the evidence besides the campaign.
#[derive(Clone, Copy, Default)]
pub struct Scope<'a> {
    /// The task it is about, with its events and snapshots.
    pub task: Option<&'a TaskDebug>,
    /// Whether phone numbers are written in full. Masked ones keep their last
    /// two digits.
    pub numbers_shown: bool,
}

/// The evidence of a campaign and, when the scope has one, of a task.
pub fn evidence(snapshot: &Snapshot, scope: Scope<'_>, formats: &Formats<'_>) -> String {
    let mut sections = vec![campaign::identity(snapshot, scope.task, formats)];
    if let Some(debug) = scope.task {
        sections.extend(task::sections(debug, formats));
    }
    sections.extend(campaign::sections(snapshot, formats));
    let text = sections.join("\n\n") + "\n";
    if scope.numbers_shown {
        text
    } else {
        masked(&text)
    }
}

/// The campaign's own sections: verdict, limits, key figures, dispatch.
pub fn of_campaign(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<String> {
    campaign::sections(snapshot, formats)
}

/// A heading and its lines; `None` without any line.
pub fn section(title: &str, lines: Vec<String>) -> Option<String> {
    (!lines.is_empty()).then(|| ["## ", title, "\n\n", &lines.join("\n")].concat())
}

/// "- Attempts: 2 of 4".
pub fn item(label: &str, value: &str) -> String {
    ["- ", label, ": ", value].concat()
}

/// JSON as sent, in a fence that nothing inside it can close.
fn fenced(json: &str) -> String {
    let mut fence = "```".to_owned();
    while json.contains(&fence) {
        fence.push('`');
    }
    [&*fence, "json\n", json, "\n", &fence].concat()
}

#[cfg(test)]
mod tests;
