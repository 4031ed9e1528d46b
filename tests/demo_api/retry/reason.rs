//! Why a contact is not tried again.

use crate::campaign::Status;
use crate::outcome::Outcome;
use crate::task_state::{Family, Hold, State};

/// Statuses after which the same call fails again.
const PERMANENT: [i64; 4] = [404, 410, 484, 604];
/// Statuses of calls that were refused because of the number that called.
const REPUTATION: [i64; 3] = [603, 607, 608];
/// The account cannot pay.
const PAYMENT: i64 = 402;

/// Why a contact is left out, in the order in which a reason is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    InFlight,
    Reached,
    NotFailed,
    Permanent,
    Account,
    Reputation,
    RetryScheduled,
    AttemptsUsedUp,
}

impl Reason {
    /// The contract's word.
    pub const fn wire(self) -> &'static str {
        match self {
            Self::InFlight => "in_flight",
            Self::Reached => "reached",
            Self::NotFailed => "not_failed",
            Self::Permanent => "permanent",
            Self::Account => "account",
            Self::Reputation => "reputation",
            Self::RetryScheduled => "retry_scheduled",
            Self::AttemptsUsedUp => "attempts_used_up",
        }
    }

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::InFlight => "In flight now",
            Self::Reached => "Reached already",
            Self::NotFailed => "Did not fail",
            Self::Permanent => "Failed for good: calling again fails again",
            Self::Account => "Refused by the carrier: the account cannot pay",
            Self::Reputation => "Declined: the calling number is not trusted",
            Self::RetryScheduled => "Dialed again by itself, a retry is scheduled",
            Self::AttemptsUsedUp => "Called as often as the campaign allows",
        }
    }
}

/// Where a task stands.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    pub state: State,
    pub hold: Hold,
    pub attempts: i64,
    /// How its last dial that is over ended.
    pub last: Option<(Outcome, Option<i64>)>,
    /// A person has been spoken to.
    pub was_reached: bool,
}

impl Standing {
    /// Why a task is not dialed again by a retry; `None` when it may be.
    ///
    /// While a campaign is paused or over nothing is dialed by itself, so that nothing stands
    /// against dialing what would come up if it ran. A carrier's failure never got to the contact:
    /// another dial is allowed then even when all attempts are used up.
    pub fn obstacle(&self, status: Status, max_attempts: i64) -> Option<Reason> {
        let waits = self.state.family() == Family::Waiting;
        let promised = self.state == State::CallbackScheduled;
        let (outcome, sip) = self.last.unwrap_or((Outcome::InFlight, None));
        let is_one_of = |statuses: &[i64]| sip.is_some_and(|sip| statuses.contains(&sip));
        if self.state.family() == Family::Live {
            Some(Reason::InFlight)
        } else if self.was_reached || outcome.is_live_answer() {
            Some(Reason::Reached)
        } else if matches!(outcome, Outcome::InFlight | Outcome::Machine) {
            Some(Reason::NotFailed)
        } else if self.hold.needs_fix()
            || outcome == Outcome::InvalidNumber
            || is_one_of(&PERMANENT)
        {
            Some(Reason::Permanent)
        } else if sip == Some(PAYMENT) {
            Some(Reason::Account)
        } else if is_one_of(&REPUTATION) {
            Some(Reason::Reputation)
        } else if promised || waits && status == Status::Running {
            Some(Reason::RetryScheduled)
        } else if outcome != Outcome::CarrierFailure && self.attempts >= max_attempts {
            Some(Reason::AttemptsUsedUp)
        } else {
            None
        }
    }
}
