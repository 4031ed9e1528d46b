//! The checks by name.

/// Which check it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckId {
    /// What state it is in.
    Status,
    /// Whether its counters move.
    CountersMoving,
    /// How far it is, beside how far it should be.
    Processed,
    /// Whether permits and concurrency leave room.
    Permits,
    /// What holds dispatch back.
    HeldBy,
    /// Whether failures of the moment are retried.
    TransientRetried,
    /// Whether failures for good are left alone.
    PermanentNotRetried,
    /// How large a share of the attempts fails.
    FailureShare,
    /// Whether another run went over the same upload.
    SecondRun,
    /// Whether repeated deliveries were dropped.
    Deliveries,
    /// Whether recipients stand in the upload once.
    Recipients,
    /// Whether contacts were called after they had been reached.
    ReachedAgain,
}

impl CheckId {
    /// Its name in code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::CountersMoving => "counters_moving",
            Self::Processed => "processed",
            Self::Permits => "permits",
            Self::HeldBy => "held_by",
            Self::TransientRetried => "transient_retried",
            Self::PermanentNotRetried => "permanent_not_retried",
            Self::FailureShare => "failure_share",
            Self::SecondRun => "second_run",
            Self::Deliveries => "deliveries",
            Self::Recipients => "recipients",
            Self::ReachedAgain => "reached_again",
        }
    }

    /// What it is about, where it cannot be told how it is.
    pub(in super::super) fn subject(self) -> &'static str {
        match self {
            Self::Status => "Current status",
            Self::CountersMoving => "Progress counters",
            Self::Processed => "Processed of expected",
            Self::Permits => "Permits and concurrency",
            Self::HeldBy => "What holds dispatch back",
            Self::TransientRetried => "Retries of transient failures",
            Self::PermanentNotRetried => "Retries of permanent failures",
            Self::FailureShare => "Carrier errors",
            Self::SecondRun => "Second job run",
            Self::Deliveries => "Repeated deliveries",
            Self::Recipients => "Recipients in the upload",
            Self::ReachedAgain => "Calls after being reached",
        }
    }
}
