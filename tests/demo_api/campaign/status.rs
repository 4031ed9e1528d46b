//! Where a campaign stands, and what its log says.

use crate::zone::Ms;

/// A campaign's status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Draft,
    Scheduled,
    Running,
    Paused,
    Completed,
    Failed,
    Cancelled,
}

impl Status {
    /// The contract's name.
    pub fn wire(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Scheduled => "scheduled",
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Completed => "completed",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Nothing more will be dialed.
    pub fn is_ended(self) -> bool {
        matches!(self, Self::Completed | Self::Failed | Self::Cancelled)
    }
}

/// A pause, cancellation or failure.
#[derive(Clone, Debug)]
pub struct Interruption {
    pub at: Ms,
    pub reason: Option<String>,
    /// `None` when the system did it.
    pub by: Option<String>,
    pub note: Option<String>,
}

/// Why an entry of the activity log is also marked on the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Pause,
    Resume,
    Concurrency,
    Numbers,
    Window,
    /// A carrier's breaker opened.
    CarrierFails(&'static str),
    /// It closed again.
    CarrierBack(&'static str),
}

/// An entry of the activity log.
#[derive(Clone, Debug)]
pub struct Activity {
    pub at: Ms,
    pub severity: &'static str,
    pub mark: Option<Mark>,
    pub text: String,
    pub by: Option<String>,
}
