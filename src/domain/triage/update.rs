//! What the customer can be told: what happened, what is done about it, and
//! until when. Nothing is promised that is not computed.

use super::check::{CheckId, CheckState, state};
use super::{Cause, CauseKey, CheckGroup, Evidence, Strategy};
use crate::domain::campaign::Interruption;
use crate::domain::moment::{at_or_on, when};
use crate::domain::status::CampaignStatus;

mod end;
mod next;

/// An update in plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerUpdate {
    /// What happened and what is done about it.
    pub text: String,
    /// What happens next.
    pub next_action: String,
    /// "15:05 to 15:20 CST"; `None` when it cannot be told.
    pub eta: Option<String>,
}

/// Writes the update.
pub(super) fn update(
    evidence: &Evidence<'_>,
    groups: &[CheckGroup],
    cause: &Cause,
    strategy: &Strategy,
) -> CustomerUpdate {
    let happened = happened(evidence, cause);
    let twice = twice(evidence, groups);
    let (next_action, retry_ends) = next::next(evidence, cause, strategy);
    let parts = [Some(happened), twice, Some(next_action.clone())];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    CustomerUpdate {
        text: parts.join(" "),
        next_action,
        eta: retry_ends.or_else(|| end::campaign_ends(evidence, cause)),
    }
}

/// In the customer's words: no carrier names, no statuses.
fn happened(evidence: &Evidence<'_>, cause: &Cause) -> String {
    let formats = evidence.formats;
    let pause = evidence
        .snapshot()
        .and_then(|snapshot| snapshot.campaign.pause.value());
    let at = pause.and_then(|pause| pause.at.value());
    let at = at.map_or_else(String::new, |at| [" ", &*at_or_on(at, formats)].concat());
    let fixed = match cause.key {
        CauseKey::BreakerPaused => {
            let after = if pause.is_some_and(Interruption::names_breaker) {
                " after carrier errors."
            } else {
                "."
            };
            return ["Calls paused", &*at, after].concat();
        }
        CauseKey::Paused => return paused(evidence, &at),
        CauseKey::WindowClosed => return window(evidence),
        CauseKey::CarrierFailing => "Some calls fail because of trouble at a carrier or provider.",
        CauseKey::PermitsTaken => "Calls wait because all phone lines are in use.",
        CauseKey::RuntimeDown | CauseKey::Stalled => {
            "Calls stand still because of a fault on our side."
        }
        CauseKey::WaitingOutside => "The run waits for a step outside of our system.",
        CauseKey::InvalidNumbers => "Many of the phone numbers in the list cannot be called.",
        CauseKey::FailingSegment => "Calls to one part of the list fail more often than the rest.",
        CauseKey::NumberReputation => "Some calls are declined, or blocked as unwanted.",
        CauseKey::Pace => {
            "Calls go out slower, because a phone carrier limits how fast we may dial."
        }
        CauseKey::Account => "Calls wait because of a limit on the account.",
        CauseKey::SecondRun | CauseKey::DeliveredTwice | CauseKey::ReachedAgain => {
            "Some people were called more than once."
        }
        CauseKey::RepeatedRecipients => "Some people stand in the list more than once.",
        CauseKey::SlowerThanUsual => "Calls go out slower than before.",
        CauseKey::NoneFound => "We checked the campaign and found no fault.",
        CauseKey::NotEnoughEvidence => "We are still looking into it.",
    };
    fixed.to_owned()
}

fn paused(evidence: &Evidence<'_>, at: &str) -> String {
    let status = evidence
        .snapshot()
        .map(|snapshot| &*snapshot.campaign.status);
    match status.map(CampaignStatus::from_wire) {
        Some(CampaignStatus::Paused) => ["Calls are paused", at, "."]
            .concat()
            .replace("paused at", "paused since")
            .replace("paused on", "paused since"),
        Some(CampaignStatus::Draft | CampaignStatus::Scheduled) => {
            "Calls have not begun yet.".to_owned()
        }
        _ => "The campaign has ended before every contact was called.".to_owned(),
    }
}

fn window(evidence: &Evidence<'_>) -> String {
    let window = evidence
        .snapshot()
        .and_then(|snapshot| snapshot.call_window.value());
    let opens = window.and_then(|window| window.opens_at.value());
    match opens {
        Some(at) => {
            let at = when(at, evidence.formats);
            ["Calls go on when the calling hours begin, ", &*at, "."].concat()
        }
        None => "Calls go on when the calling hours begin.".to_owned(),
    }
}

/// Whether anybody was called twice: said only when it is known.
fn twice(evidence: &Evidence<'_>, groups: &[CheckGroup]) -> Option<String> {
    let through = state(groups, CheckId::Deliveries);
    let again = state(groups, CheckId::ReachedAgain);
    if (through, again) == (CheckState::Pass, CheckState::Pass) {
        return Some("No one was called twice.".to_owned());
    }
    let report = evidence.doubled()?;
    let contacts = report.reached_again.value()?.contacts.copied()?;
    let count = (contacts > 0).then(|| evidence.formats.count(contacts))?;
    let noun = if contacts == 1 {
        " person was"
    } else {
        " people were"
    };
    Some([&*count, noun, " called again after we had reached them."].concat())
}
