//! The codes a task and its hold are stored under, and their names in the
//! contract.

use crate::zone::Ms;

/// Where a task stands. The order is that of a task's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    Pending,
    RetryScheduled,
    CallbackScheduled,
    Leased,
    Dialing,
    Ringing,
    Screening,
    Attaching,
    InProgress,
    Processing,
    Completed,
    Exhausted,
    Abandoned,
    Machine,
    WindowClosed,
    ManualStopped,
}

/// The three families of states, in the order in which tasks are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    Live,
    Waiting,
    Final,
}

impl State {
    /// Every state, in the order of the stored codes.
    pub const ALL: [Self; 16] = [
        Self::Pending,
        Self::RetryScheduled,
        Self::CallbackScheduled,
        Self::Leased,
        Self::Dialing,
        Self::Ringing,
        Self::Screening,
        Self::Attaching,
        Self::InProgress,
        Self::Processing,
        Self::Completed,
        Self::Exhausted,
        Self::Abandoned,
        Self::Machine,
        Self::WindowClosed,
        Self::ManualStopped,
    ];

    /// The stored code.
    pub fn code(self) -> i64 {
        self as i64
    }

    /// The state of a stored code.
    pub fn from_code(code: i64) -> Option<Self> {
        Self::ALL
            .get(usize::try_from(code).unwrap_or(usize::MAX))
            .copied()
    }

    /// The state of a contract name.
    pub fn from_wire(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.wire() == name)
    }

    /// The contract's name.
    pub fn wire(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::RetryScheduled => "retry_scheduled",
            Self::CallbackScheduled => "callback_scheduled",
            Self::Leased => "leased",
            Self::Dialing => "dialling",
            Self::Ringing => "ringing",
            Self::Screening => "amd_screening",
            Self::Attaching => "attaching",
            Self::InProgress => "in_progress",
            Self::Processing => "_processing",
            Self::Completed => "completed",
            Self::Exhausted => "exhausted",
            Self::Abandoned => "abandoned",
            Self::Machine => "amd_machine",
            Self::WindowClosed => "window_closed",
            Self::ManualStopped => "manual_stopped",
        }
    }

    /// The family the state belongs to.
    pub fn family(self) -> Family {
        if self <= Self::CallbackScheduled {
            Family::Waiting
        } else if self <= Self::Processing {
            Family::Live
        } else {
            Family::Final
        }
    }

    /// How long a task may stay in it before something is wrong; `None` where any time is normal.
    pub fn limit(self) -> Option<Ms> {
        let seconds = match self {
            Self::Screening => 12,
            Self::Dialing | Self::Attaching => 20,
            Self::Leased => 30,
            Self::Ringing => 45,
            Self::Processing => 2 * 60,
            Self::InProgress => 10 * 60,
            _ => return None,
        };
        Some(seconds * 1_000)
    }

    /// Whether a task in this state occupies a telephone line.
    pub fn holds_line(self) -> bool {
        self >= Self::Dialing && self <= Self::InProgress
    }
}

impl Family {
    /// The stored code, which is also the order on screen.
    pub fn code(self) -> i64 {
        self as i64
    }
}

/// What keeps one task by itself, whatever the campaign does; on a final task,
/// what ended it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hold {
    None,
    CoolOff,
    CarrierError,
    CallbackNotDue,
    QuietHours,
    NoNumber,
    InvalidNumber,
    NoWorker,
}

impl Hold {
    /// Every hold, in the order of the stored codes.
    pub const ALL: [Self; 8] = [
        Self::None,
        Self::CoolOff,
        Self::CarrierError,
        Self::CallbackNotDue,
        Self::QuietHours,
        Self::NoNumber,
        Self::InvalidNumber,
        Self::NoWorker,
    ];

    /// The stored code.
    pub fn code(self) -> i64 {
        self as i64
    }

    /// The hold of a stored code.
    pub fn from_code(code: i64) -> Self {
        Self::ALL
            .get(usize::try_from(code).unwrap_or(0))
            .copied()
            .unwrap_or(Self::None)
    }

    /// The contract's blocker code; `None` for no hold.
    pub fn wire(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::CoolOff => Some("retry_cool_off"),
            Self::CarrierError => Some("carrier_error"),
            Self::CallbackNotDue => Some("callback_not_due"),
            Self::QuietHours => Some("contact_quiet_hours"),
            Self::NoNumber => Some("no_number_for_country"),
            Self::InvalidNumber => Some("invalid_number"),
            Self::NoWorker => Some("no_worker_free"),
        }
    }

    /// True when waiting does not lift it.
    pub fn needs_fix(self) -> bool {
        matches!(self, Self::NoNumber | Self::InvalidNumber)
    }
}
