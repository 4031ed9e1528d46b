//! Where a task stands between waiting and its final result.

use super::vocabulary::Worded;

mod terms;

/// An attempt state as received.
pub type AttemptState = Worded<State>;

/// The known attempt states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Waits for its first dial.
    Pending,
    /// Waits for its next dial.
    RetryScheduled,
    /// Waits for the time the contact asked for.
    CallbackScheduled,
    /// Taken by a dialer worker.
    Leased,
    /// Being dialed.
    Dialing,
    /// Rings.
    Ringing,
    /// Answered, and tested for a machine.
    AmdScreening,
    /// Answered, and being connected to an agent.
    Attaching,
    /// In conversation.
    InProgress,
    /// Hung up, and being written up.
    Processing,
    /// Talked to, with a result.
    Completed,
    /// Tried as often as allowed.
    Exhausted,
    /// Answered by a person whom nobody spoke to.
    Abandoned,
    /// Answered by a machine.
    AmdMachine,
    /// Ended because the call window closed.
    WindowClosed,
    /// Stopped by a person.
    ManualStopped,
}

/// What an attempt state says about a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing happens until something outside does.
    Waiting,
    /// On a line, or on its way to one or from it.
    Live,
    /// Never called again.
    Final,
    /// Not known; never counted as a success, nor as final.
    Unknown,
}

impl AttemptState {
    /// Whether the task waits, is live or is final.
    pub fn kind(&self) -> Kind {
        self.code().map_or(Kind::Unknown, State::kind)
    }

    /// How long a task may stay in this state before it counts as stuck, in
    /// seconds; `None` for states that have no limit.
    pub fn age_limit_seconds(&self) -> Option<u32> {
        self.code().and_then(State::age_limit_seconds)
    }
}

impl State {
    fn kind(self) -> Kind {
        match self {
            Self::Pending | Self::RetryScheduled | Self::CallbackScheduled => Kind::Waiting,
            Self::Leased
            | Self::Dialing
            | Self::Ringing
            | Self::AmdScreening
            | Self::Attaching
            | Self::InProgress
            | Self::Processing => Kind::Live,
            Self::Completed
            | Self::Exhausted
            | Self::Abandoned
            | Self::AmdMachine
            | Self::WindowClosed
            | Self::ManualStopped => Kind::Final,
        }
    }

    fn age_limit_seconds(self) -> Option<u32> {
        match self {
            Self::AmdScreening => Some(12),
            Self::Dialing | Self::Attaching => Some(20),
            Self::Leased => Some(30),
            Self::Ringing => Some(45),
            Self::Processing => Some(2 * 60),
            Self::InProgress => Some(10 * 60),
            _ => None,
        }
    }
}
