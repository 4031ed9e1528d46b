//! What is done next, in the customer's words.

use super::end::ends;
use crate::domain::canary::state::RetryState;
use crate::domain::format::Formats;
use crate::domain::targeted_retry::Retry;
use crate::domain::triage::retry::{stage, watched};
use crate::domain::triage::{Cause, CauseKey, Evidence, Strategy};

/// The longest time that a sample takes to be decided, in milliseconds: the
/// contract fails one whose dispatch has not ended after 10 minutes.
const SAMPLE_MS: i64 = 10 * 60_000;

/// What happens next, and until when.
pub fn next(
    evidence: &Evidence<'_>,
    cause: &Cause,
    strategy: &Strategy,
) -> (String, Option<String>) {
    let formats = evidence.formats;
    if let Some(retry) = evidence.retried() {
        let rest = retry.counts.value().and_then(|counts| counts.rest.copied());
        let rest = rest.filter(|rest| *rest > 0);
        match stage(retry) {
            RetryState::Sampling => {
                return (
                    testing(retry, rest, formats),
                    ends(retry, SAMPLE_MS, formats),
                );
            }
            RetryState::SamplePassed => {
                let next = match rest {
                    Some(rest) => {
                        let count = formats.count(rest);
                        [
                            "A test went well; we will call the remaining ",
                            &*count,
                            " again.",
                        ]
                        .concat()
                    }
                    None => "A test went well.".to_owned(),
                };
                return (next, ends(retry, 0, formats));
            }
            RetryState::Releasing => {
                let next = "A test went well; we are calling the rest again now.".to_owned();
                return (next, ends(retry, 0, formats));
            }
            RetryState::SampleFailed => {
                let next = "A test call to a few contacts failed, so we hold the rest back until the cause is fixed.";
                return (next.to_owned(), None);
            }
            RetryState::Completed | RetryState::Stopped | RetryState::Unknown(_) => {}
        }
    }
    (planned(cause, strategy, formats), None)
}

/// "We are testing 20 contacts now; if they connect, the remaining 209 retries
/// take about 25 min."
fn testing(retry: &Retry, rest: Option<i64>, formats: &Formats<'_>) -> String {
    let size = watched(retry)
        .map(|(_, size)| size)
        .filter(|size| *size > 0);
    let size = size.map_or_else(|| "a few".to_owned(), |size| formats.count(size));
    let start = ["We are testing ", &*size, " contacts now"].concat();
    let lasts = retry.lasts_seconds.value().map(|lasts| lasts.high);
    let lasts = lasts.filter(|seconds| seconds.is_finite() && *seconds > 0.0);
    match (rest, lasts) {
        (Some(rest), Some(lasts)) => {
            let (rest, lasts) = (
                formats.count(rest),
                formats.wait_in_minutes(lasts.max(60.0)),
            );
            let then = [
                "; if they connect, the remaining ",
                &*rest,
                " retries take about ",
            ];
            [&*start, &then.concat(), &lasts, "."].concat()
        }
        (Some(rest), None) => {
            let rest = formats.count(rest);
            [
                &*start,
                "; if they connect, the remaining ",
                &rest,
                " follow.",
            ]
            .concat()
        }
        (None, _) => start + ".",
    }
}

fn planned(cause: &Cause, strategy: &Strategy, formats: &Formats<'_>) -> String {
    let contacts = strategy.retry_contacts.filter(|contacts| *contacts > 0);
    if let Some(contacts) = contacts.filter(|_| strategy.is_retry_wise) {
        let count = formats.count(contacts);
        let noun = if contacts == 1 {
            " contact"
        } else {
            " contacts"
        };
        return [
            "We will test a few calls, then call ",
            &*count,
            noun,
            " again.",
        ]
        .concat();
    }
    let fixed = match cause.key {
        CauseKey::BreakerPaused | CauseKey::CarrierFailing => {
            "We call again once the carrier takes calls."
        }
        CauseKey::PermitsTaken => "We are freeing lines.",
        CauseKey::Paused => "We will tell you before calls go on.",
        CauseKey::WindowClosed => "Nothing needs to be done.",
        CauseKey::RuntimeDown | CauseKey::Stalled => "We are bringing it back; nothing is lost.",
        CauseKey::WaitingOutside => "We are asking for that step to be finished.",
        CauseKey::InvalidNumbers | CauseKey::RepeatedRecipients => {
            "Please send us a corrected list."
        }
        CauseKey::FailingSegment | CauseKey::SlowerThanUsual | CauseKey::NotEnoughEvidence => {
            "We are looking for the reason."
        }
        CauseKey::NumberReputation => "We are checking the numbers we call from.",
        CauseKey::Pace => "We are lowering the speed, so that calls get through.",
        CauseKey::Account => "We are having the limit lifted.",
        CauseKey::SecondRun | CauseKey::DeliveredTwice | CauseKey::ReachedAgain => {
            "We are stopping the repeats, and call nobody again until they are explained."
        }
        CauseKey::NoneFound => "Calls go on as planned.",
    };
    fixed.to_owned()
}
