//! How a run's status is shown. A run that is complete but for failed records
//! is never shown like a clean one.

use super::Job;
use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::tone::Tone;
use crate::domain::vocabulary::vocabulary;

vocabulary! {
    /// A run's status.
    pub enum JobStatus {
        Queued: "queued"; "Queued";
            "Asked for; the runtime has not taken it yet.";
            Mute; DashedCircle,
        Running: "running" | "in_progress"; "Running";
            "The runtime is working on its records.";
            Live; Play,
        Waiting: "waiting"; "Waiting";
            "Paused on a step outside: a service or a person.";
            Wait; Hourglass,
        Completed: "completed"; "Completed";
            "Every record has come to its end.";
            Ok; CircleCheck,
        Partial: "partial"; "Completed in part";
            "Over, but some records failed.";
            Warn; HalfCircle,
        Failed: "failed"; "Failed";
            "The run itself failed. Open its records and a journey.";
            Bad; OctagonX,
    }
}

impl JobStatus {
    /// The statuses of the contract as requests name them.
    pub const WORDS: [&'static str; 6] = [
        "queued",
        "running",
        "waiting",
        "completed",
        "partial",
        "failed",
    ];

    /// Whether the run is over. A status that is not known may still move.
    pub fn has_ended(&self) -> bool {
        matches!(self, Self::Completed | Self::Partial | Self::Failed)
    }
}

/// A run's status, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownStatus {
    /// What it means for the operator.
    pub tone: Tone,
    /// Its shape.
    pub glyph: Glyph,
    /// Its word: "Completed".
    pub label: String,
    /// "37 failed", which leads to exactly these records; only where the run
    /// is over without having failed as a whole.
    pub failed: Option<String>,
    /// What it means, in sentences.
    pub meaning: Option<&'static str>,
}

/// How a run's status is shown.
pub fn shown(job: &Job, formats: &Formats<'_>) -> ShownStatus {
    let status = JobStatus::from_wire(&job.status);
    let failed = job.failed().filter(|failed| *failed > 0);
    let over = matches!(status, JobStatus::Completed | JobStatus::Partial);
    let marked = match (over, failed) {
        (true, Some(_)) => JobStatus::Partial,
        _ => status.clone(),
    };
    let failed = failed.filter(|_| over);
    let label = match failed {
        Some(_) => JobStatus::Completed.label(),
        None => status.label(),
    };
    ShownStatus {
        tone: marked.tone(),
        glyph: marked.glyph(),
        label: label.into_owned(),
        failed: failed.map(|failed| [&*formats.count(failed), " failed"].concat()),
        meaning: marked.meaning(),
    }
}
