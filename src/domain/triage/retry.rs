//! What a targeted retry says of the incident.

use crate::domain::canary::is_finished;
use crate::domain::canary::state::RetryState;
use crate::domain::targeted_retry::Retry;

/// How far a retry is.
pub fn stage(retry: &Retry) -> RetryState {
    RetryState::from_wire(&retry.state)
}

/// Whether another one would be refused; one of which that is not known counts.
pub fn is_unfinished(retry: &Retry) -> bool {
    !is_finished(retry)
}

/// Whether its sample is known to have gone well: the retry path is valid.
pub fn is_validated(retry: &Retry) -> bool {
    matches!(
        stage(retry),
        RetryState::SamplePassed | RetryState::Releasing | RetryState::Completed
    )
}

/// Dispatches of its sample that have ended, and all of them.
pub fn watched(retry: &Retry) -> Option<(i64, i64)> {
    let sample = retry.sample.value()?;
    Some((sample.finished.copied()?.max(0), sample.size.max(0)))
}
