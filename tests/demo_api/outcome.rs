//! How attempts end, and what becomes of callbacks.

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    InFlight,
    Talked,
    CallbackAsked,
    Machine,
    Abandoned,
    NoAnswer,
    Busy,
    CarrierFailure,
    InvalidNumber,
}

impl Outcome {
    /// Every outcome, in the order of the stored codes.
    pub const ALL: [Self; 9] = [
        Self::InFlight,
        Self::Talked,
        Self::CallbackAsked,
        Self::Machine,
        Self::Abandoned,
        Self::NoAnswer,
        Self::Busy,
        Self::CarrierFailure,
        Self::InvalidNumber,
    ];

    /// The outcomes of dials that failed.
    pub const FAILED: [Self; 2] = [Self::CarrierFailure, Self::InvalidNumber];

    /// Whether the dial failed; nobody taking the call is no failure.
    pub fn is_failure(self) -> bool {
        Self::FAILED.contains(&self)
    }

    /// The stored code.
    pub fn code(self) -> i64 {
        self as i64
    }

    /// The outcome of a stored code.
    pub fn from_code(code: i64) -> Self {
        Self::ALL
            .get(usize::try_from(code).unwrap_or(0))
            .copied()
            .unwrap_or(Self::InFlight)
    }

    /// Answered by a person.
    pub fn is_live_answer(self) -> bool {
        matches!(self, Self::Talked | Self::CallbackAsked | Self::Abandoned)
    }

    /// Answered by a person or a machine.
    pub fn is_answer(self) -> bool {
        self.is_live_answer() || self == Self::Machine
    }

    /// The contract's code of a dial that did not get through.
    pub fn failure_code(self, sip: Option<i64>) -> Option<&'static str> {
        match self {
            Self::NoAnswer => Some("no_answer"),
            Self::Busy => Some("busy"),
            Self::CarrierFailure if matches!(sip, Some(408 | 504)) => Some("provider_timeout"),
            Self::CarrierFailure => Some("carrier_error"),
            Self::InvalidNumber => Some("invalid_number"),
            _ => None,
        }
    }

    /// In a few words, as in an event list.
    pub fn words(self) -> &'static str {
        match self {
            Self::InFlight => "in flight",
            Self::Talked => "call completed",
            Self::CallbackAsked => "callback asked for",
            Self::Machine => "answering machine",
            Self::Abandoned => "answered, no worker free",
            Self::NoAnswer => "no answer",
            Self::Busy => "busy",
            Self::CarrierFailure => "carrier error",
            Self::InvalidNumber => "invalid number",
        }
    }
}

/// What became of a callback that a contact asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callback {
    None,
    Pending,
    Completed,
    Cancelled,
    Exhausted,
}

impl Callback {
    /// The stored code.
    pub fn code(self) -> i64 {
        self as i64
    }
}
