//! How an attempt ended and what follows from it, in a sentence or two.

use super::span;
use crate::campaign::Campaign;
use crate::outcome::Outcome;
use crate::store::history::AttemptRow;
use crate::zone::Ms;

/// The end of one of a task's attempts at an instant, in words.
pub fn ending(
    campaign: &Campaign,
    attempts: &[AttemptRow],
    attempt: &AttemptRow,
    at: Ms,
) -> String {
    let zone = campaign.plan.zone;
    let wait = match attempt.outcome {
        Outcome::CarrierFailure => campaign.wait_after_carrier_failure(at),
        _ => campaign.plan.pace.retry_delay,
    };
    let (due, cool_off) = (zone.clock(at + wait), span(wait));
    let again = if attempt.attempt >= i64::from(campaign.plan.pace.max_attempts) {
        String::from("No attempt is left.")
    } else if is_given_up(campaign, attempts, attempt, at) {
        String::from("The second try in the outage failed, too: it is not tried again.")
    } else {
        format!("The cool-off of {cool_off} ends {due}.")
    };
    match attempt.outcome {
        Outcome::InFlight => String::from("In flight."),
        Outcome::Talked | Outcome::CallbackAsked => {
            let talk = attempt.talking_at.map_or(0, |since| at - since);
            format!("Talked for {}.", span(talk))
        }
        Outcome::Machine => String::from("A voicemail message was left."),
        Outcome::Abandoned => format!(
            "All workers were in conversation; closed {} after the answer.",
            span(at - attempt.answered_at.unwrap_or(at))
        ),
        Outcome::NoAnswer => {
            let rang = attempt.ringing_at.map_or(0, |since| at - since);
            format!(
                "SIP 480 after {} ringing, which is temporary. {again}",
                span(rang)
            )
        }
        Outcome::Busy => format!("SIP 486, which is temporary. {again}"),
        Outcome::CarrierFailure if attempt.sip == Some(504) => {
            format!("SIP 504: the carrier did not answer in time. {again}")
        }
        Outcome::CarrierFailure => format!("SIP 503 from the carrier. {again}"),
        Outcome::InvalidNumber if attempt.sip == Some(484) => {
            String::from("SIP 484: the number lacks digits. It is not tried again.")
        }
        Outcome::InvalidNumber => {
            String::from("SIP 404: the number does not exist. It is not tried again.")
        }
    }
}

fn is_given_up(campaign: &Campaign, attempts: &[AttemptRow], attempt: &AttemptRow, at: Ms) -> bool {
    let is_failure = |one: &&AttemptRow| one.outcome == Outcome::CarrierFailure;
    let earlier = attempts.iter().filter(|one| one.attempt < attempt.attempt);
    let failed = earlier.filter(is_failure).filter_map(|one| one.ended_at);
    is_failure(&attempt) && campaign.gave_up(at, failed)
}
