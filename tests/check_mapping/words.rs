//! The words that the console knows.

use ringside::domain::attempt_state::AttemptState;
use ringside::domain::job::status::JobStatus;
use ringside::domain::number_status::NumberStatus;
use ringside::domain::record::status::RecordStatus;
use ringside::domain::status::CampaignStatus;

/// Whether a word is known.
pub type Known = fn(&str) -> bool;

/// What knows the words of a member; `None` for free text.
pub fn known(part: &str, member: &str) -> Option<Known> {
    let campaign: Known =
        |word| !matches!(CampaignStatus::from_wire(word), CampaignStatus::Unknown(_));
    let job: Known = |word| !matches!(JobStatus::from_wire(word), JobStatus::Unknown(_));
    let record: Known = |word| !matches!(RecordStatus::from_wire(word), RecordStatus::Unknown(_));
    let attempt: Known = |word| !matches!(AttemptState::from_wire(word), AttemptState::Unknown(_));
    let number: Known = |word| !matches!(NumberStatus::from_wire(word), NumberStatus::Unknown(_));
    Some(match (part, member) {
        ("lists.campaigns", "status") | ("items.snapshot", "campaign.status") => campaign,
        ("lists.jobs" | "items.job", "status") | (_, "record.job.status" | "job.status") => job,
        ("lists.records", "status") | ("items.record" | "items.journey", "record.status") => record,
        ("lists.tasks", "status") | ("items.task", "task.status") | ("lists.calls", "state") => {
            attempt
        }
        ("lists.numbers", "status") => number,
        _ => return None,
    })
}
