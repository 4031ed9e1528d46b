//! The state in which an attempt left its task, and what the network said.

use crate::outcome::Outcome;
use crate::task_state::State;

/// The state that an outcome led to; `None` while the attempt is in flight.
pub fn left_in(outcome: Outcome, attempt: i64, max_attempts: i64) -> Option<State> {
    Some(match outcome {
        Outcome::InFlight => return None,
        Outcome::Talked => State::Completed,
        Outcome::CallbackAsked => State::CallbackScheduled,
        Outcome::Machine => State::Machine,
        Outcome::Abandoned => State::Abandoned,
        Outcome::InvalidNumber => State::Exhausted,
        Outcome::NoAnswer | Outcome::Busy | Outcome::CarrierFailure if attempt >= max_attempts => {
            State::Exhausted
        }
        Outcome::NoAnswer | Outcome::Busy | Outcome::CarrierFailure => State::RetryScheduled,
    })
}

/// The SIP status that stands for an outcome; `None` while the attempt is in flight.
pub fn sip_status(outcome: Outcome) -> Option<i64> {
    Some(match outcome {
        Outcome::InFlight => return None,
        Outcome::Talked | Outcome::CallbackAsked | Outcome::Machine | Outcome::Abandoned => 200,
        Outcome::InvalidNumber => 404,
        Outcome::NoAnswer => 480,
        Outcome::Busy => 486,
        Outcome::CarrierFailure => 503,
    })
}
