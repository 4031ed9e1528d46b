//! What a targeted retry says of the incident.

use crate::domain::spelling::same_as_any;
use crate::domain::targeted_retry::Retry;

/// How far a retry is. A state that is not known is neither passed nor over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Its sample is being dialed.
    Sampling,
    /// Its sample went well; the rest waits for a person.
    Passed,
    /// Its sample went badly; the rest stays shut.
    Failed,
    /// The rest is being dialed.
    Releasing,
    /// All of it is done.
    Completed,
    /// A person stopped it.
    Stopped,
    /// Not known.
    Unknown,
}

/// How far a retry is.
pub fn stage(retry: &Retry) -> Stage {
    let states = [
        ("sampling", Stage::Sampling),
        ("sample_passed", Stage::Passed),
        ("sample_failed", Stage::Failed),
        ("releasing", Stage::Releasing),
        ("completed", Stage::Completed),
        ("stopped", Stage::Stopped),
    ];
    let known = states
        .iter()
        .find(|(state, _)| same_as_any(&retry.state, &[state]));
    known.map_or(Stage::Unknown, |(_, stage)| *stage)
}

/// Whether another one would be refused.
pub fn is_unfinished(retry: &Retry) -> bool {
    matches!(
        stage(retry),
        Stage::Sampling | Stage::Passed | Stage::Releasing
    )
}

/// Whether its sample is known to have gone well: the retry path is valid.
pub fn is_validated(retry: &Retry) -> bool {
    matches!(
        stage(retry),
        Stage::Passed | Stage::Releasing | Stage::Completed
    )
}

/// Dispatches of its sample that have ended, and all of them.
pub fn watched(retry: &Retry) -> Option<(i64, i64)> {
    let sample = retry.sample.value()?;
    Some((sample.finished.copied()?.max(0), sample.size.max(0)))
}
