//! The explanations by name.

use crate::domain::triage::Symptom;

/// Which explanation it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CauseKey {
    /// No line is left for it, or it was given none.
    PermitsTaken,
    /// A carrier or provider fails too many calls.
    CarrierFailing,
    /// The system paused it after failures.
    BreakerPaused,
    /// A person paused it, it is over, or it has not begun.
    Paused,
    /// It is outside its hours.
    WindowClosed,
    /// The runtime does not work.
    RuntimeDown,
    /// The run should move and does not.
    Stalled,
    /// The run waits for a service or a person.
    WaitingOutside,
    /// Most failures are numbers that cannot be called.
    InvalidNumbers,
    /// Failures gather in one part of the contacts.
    FailingSegment,
    /// Calls are declined or refused as unwanted.
    NumberReputation,
    /// The carriers take no more calls at this speed.
    Pace,
    /// Money or set-up of an account is in the way.
    Account,
    /// Another run went over the same upload.
    SecondRun,
    /// Recipients stand in the upload more than once.
    RepeatedRecipients,
    /// Repeated deliveries were carried out.
    DeliveredTwice,
    /// Contacts were called after they had been reached.
    ReachedAgain,
    /// It moves, and slower than it did.
    SlowerThanUsual,
    /// The checks found nothing.
    NoneFound,
    /// Too little is known to name a cause.
    NotEnoughEvidence,
}

impl CauseKey {
    /// Its name in code.
    pub fn code(self) -> &'static str {
        match self {
            Self::PermitsTaken => "permits_taken",
            Self::CarrierFailing => "carrier_failing",
            Self::BreakerPaused => "breaker_paused",
            Self::Paused => "paused",
            Self::WindowClosed => "window_closed",
            Self::RuntimeDown => "runtime_down",
            Self::Stalled => "stalled",
            Self::WaitingOutside => "waiting_outside",
            Self::InvalidNumbers => "invalid_numbers",
            Self::FailingSegment => "failing_segment",
            Self::NumberReputation => "number_reputation",
            Self::Pace => "pace",
            Self::Account => "account",
            Self::SecondRun => "second_run",
            Self::RepeatedRecipients => "repeated_recipients",
            Self::DeliveredTwice => "delivered_twice",
            Self::ReachedAgain => "reached_again",
            Self::SlowerThanUsual => "slower_than_usual",
            Self::NoneFound => "none_found",
            Self::NotEnoughEvidence => "not_enough_evidence",
        }
    }

    /// What people see when this is the cause.
    pub(super) fn symptom(self) -> Option<Symptom> {
        match self {
            Self::PermitsTaken
            | Self::Paused
            | Self::WindowClosed
            | Self::RuntimeDown
            | Self::Stalled
            | Self::WaitingOutside => Some(Symptom::Stuck),
            Self::CarrierFailing
            | Self::BreakerPaused
            | Self::Pace
            | Self::Account
            | Self::SlowerThanUsual => Some(Symptom::FewCalls),
            Self::InvalidNumbers | Self::FailingSegment | Self::NumberReputation => {
                Some(Symptom::Failures)
            }
            Self::SecondRun
            | Self::RepeatedRecipients
            | Self::DeliveredTwice
            | Self::ReachedAgain => Some(Symptom::Duplicates),
            Self::NoneFound | Self::NotEnoughEvidence => None,
        }
    }
}
