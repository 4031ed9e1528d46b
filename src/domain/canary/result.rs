//! What one dispatch of a sample came to.

use crate::domain::vocabulary::vocabulary;

vocabulary! {
    /// A dispatch's result.
    pub enum DispatchResult {
        Waiting: "waiting"; "Waiting";
            "Not dispatched yet.";
            Mute; DashedCircle,
        InFlight: "in_flight"; "In flight";
            "Dispatched, and not ended yet.";
            Live; RingCore,
        Answered: "answered"; "Answered";
            "The call went through and was answered.";
            Ok; CircleCheck,
        Completed: "completed"; "Completed";
            "Reached, with a result.";
            Ok; CircleCheck,
        NoAnswer: "no_answer"; "No answer";
            "The call went through. Nobody took it.";
            Ok; HalfCircle,
        Busy: "busy"; "Busy";
            "The call went through. The line was busy.";
            Ok; HalfCircle,
        Voicemail: "voicemail"; "Voicemail";
            "The call went through. A machine answered.";
            Ok; Tape,
        Failed: "failed"; "Failed";
            "It failed. That counts against the sample.";
            Bad; OctagonX,
        CarrierError: "carrier_error"; "Carrier error";
            "The carrier did not put the call through. That counts against the sample.";
            Bad; OctagonX,
        InvalidNumber: "invalid_number"; "Invalid number";
            "The number cannot be called. That counts against the sample.";
            Bad; Ban,
        Skipped: "skipped"; "Skipped";
            "Not dispatched: reached, in flight or permanently failed by then.";
            Mute; CircleSlash,
    }
}

/// What a result means for the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// No dispatch is reported for this place.
    Empty,
    /// Its turn has not come.
    Waiting,
    /// On its way.
    InFlight,
    /// Ended, and the call went through.
    Good,
    /// Ended, and it counts against the sample.
    Error,
    /// Not dispatched, for the contact's sake.
    Skipped,
    /// The result is missing or is a word that is not known: neither good nor
    /// bad, and never taken for good.
    Unclear,
}

impl CellKind {
    /// The name in `data-kind`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Waiting => "waiting",
            Self::InFlight => "in-flight",
            Self::Good => "good",
            Self::Error => "error",
            Self::Skipped => "skipped",
            Self::Unclear => "unclear",
        }
    }
}

impl DispatchResult {
    /// What it means for the verdict.
    pub fn kind(&self) -> CellKind {
        match self {
            Self::Waiting => CellKind::Waiting,
            Self::InFlight => CellKind::InFlight,
            Self::Answered | Self::Completed | Self::NoAnswer | Self::Busy | Self::Voicemail => {
                CellKind::Good
            }
            Self::Failed | Self::CarrierError | Self::InvalidNumber => CellKind::Error,
            Self::Skipped => CellKind::Skipped,
            Self::Unknown(_) => CellKind::Unclear,
        }
    }
}
