//! How a record's status and outcome are shown.

use super::Record;
use crate::domain::glyph::Glyph;
use crate::domain::tone::Tone;
use crate::domain::vocabulary::vocabulary;

vocabulary! {
    /// A record's status.
    pub enum RecordStatus {
        Queued: "queued"; "Queued";
            "The run has not come to it yet.";
            Mute; DashedCircle,
        Running: "running"; "Running";
            "In a step now.";
            Live; Play,
        Waiting: "waiting"; "Waiting";
            "Waits for a service or a person outside.";
            Wait; Hourglass,
        Completed: "completed"; "Completed";
            "Went through every step.";
            Ok; CircleCheck,
        Failed: "failed"; "Failed";
            "A step failed. Its journey says which, and why.";
            Bad; OctagonX,
        Skipped: "skipped"; "Skipped";
            "Left out on purpose.";
            Mute; CircleSlash,
    }
}

/// What came of a record, for a table: the code where there is one, else the
/// status in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownOutcome {
    /// The status's tone.
    pub tone: Tone,
    /// The status's shape.
    pub glyph: Glyph,
    /// `ai_timeout`, or "Running".
    pub text: String,
    /// Whether the text is a code, as received.
    pub is_code: bool,
    /// What the status means.
    pub meaning: Option<&'static str>,
    /// The status in words, for those who hear the table.
    pub status: String,
}

/// What came of a record.
pub fn outcome(record: &Record) -> ShownOutcome {
    let status = RecordStatus::from_wire(&record.status);
    let code = record.outcome.as_deref().map(str::trim);
    let code = code.filter(|code| !code.is_empty());
    let label = status.label().into_owned();
    ShownOutcome {
        tone: status.tone(),
        glyph: status.glyph(),
        text: code.map_or_else(|| label.clone(), str::to_owned),
        is_code: code.is_some(),
        meaning: status.meaning(),
        status: label,
    }
}
