//! What the operator checks before asking anybody.

use super::{CheckGroup, Condition, Evidence};
use crate::domain::block::Block;
use crate::domain::limits::Limits;
use crate::domain::snapshot::Snapshot;
use crate::domain::triage::Known;
use crate::domain::triage::check::{CheckId, CheckState, found};

const SETUP: &str = "Job setup rechecked: agent, number, campaign, upload";

/// Where contacts came from no upload, there is none to look at.
const WITHOUT_UPLOAD: &str = "Job setup rechecked: agent, number, campaign";

/// Whether agent, number, campaign and upload are all there.
pub fn rechecked(evidence: &Evidence<'_>) -> Condition {
    let mut condition = checked(evidence);
    if has_no_upload(evidence) {
        condition.text = condition.text.replacen(SETUP, WITHOUT_UPLOAD, 1);
    }
    condition
}

/// Whether the contacts are known to come from no upload.
fn has_no_upload(evidence: &Evidence<'_>) -> bool {
    let reported = evidence.doubled().map(|report| &report.upload);
    let none = reported.is_some_and(Block::is_empty);
    let named = reported.is_some_and(|upload| upload.value().is_some());
    let run = evidence.detail().map(|detail| &detail.job.upload_id);
    let run_has_none = run.is_some_and(|id| id.is_reported() && id.value().is_none());
    none || (run_has_none && !named)
}

fn checked(evidence: &Evidence<'_>) -> Condition {
    let unread = |known: &Known<_>| match known {
        Known::Unknown(why) => Some(why.clone()),
        Known::Read(_) => None,
    };
    if let Some(why) = evidence.campaign.as_ref().and_then(unread) {
        return Condition::unknown(SETUP, &why);
    }
    match (evidence.snapshot(), evidence.detail()) {
        (Some(snapshot), _) => of_campaign(snapshot, has_no_upload(evidence)),
        (None, Some(detail)) => {
            let job = &detail.job;
            let (spinner, upload) = (job.spinner.value(), job.upload_id.value());
            match (spinner, upload) {
                (Some(_), Some(_)) => Condition::new(SETUP.to_owned(), true),
                (Some(_), None) if has_no_upload(evidence) => {
                    Condition::new(SETUP.to_owned(), true)
                }
                (None, _) => Condition::unknown(SETUP, "The run’s spinner is not reported."),
                _ => Condition::unknown(SETUP, "The run’s upload is not reported."),
            }
        }
        (None, None) => Condition::unknown(SETUP, "The job is not known."),
    }
}

fn of_campaign(snapshot: &Snapshot, has_no_upload: bool) -> Condition {
    let campaign = &snapshot.campaign;
    let limits = Limits::of(snapshot);
    let pool = limits
        .capacity
        .and_then(|capacity| capacity.number_pool.value());
    let none_in_rotation = pool.is_some_and(|pool| pool.in_rotation <= 0);
    if none_in_rotation {
        let text = [SETUP, ". No number is in rotation"].concat();
        return Condition::new(text, false);
    }
    let launch = snapshot.launch.value();
    let has_number = pool.is_some() || campaign.number_pool.value().is_some();
    let missing = [
        (
            campaign.agent.value().is_none(),
            "The agent is not reported.",
        ),
        (!has_number, "The numbers are not reported."),
        (
            snapshot.upload.is_absent() && !has_no_upload,
            "The upload is not reported.",
        ),
    ];
    match missing
        .into_iter()
        .find(|(missing, _)| *missing && launch.is_none())
    {
        Some((_, why)) => Condition::unknown(SETUP, why),
        None => Condition::new(SETUP.to_owned(), true),
    }
}

/// "File checked: 0 malformed, 0 duplicate". Malformed rows became no contacts.
pub fn file(evidence: &Evidence<'_>, groups: &[CheckGroup]) -> Condition {
    const TEXT: &str = "File checked";
    let check = found(groups, CheckId::Recipients);
    if let Some(check) = check.filter(|check| check.state == CheckState::Unknown) {
        return Condition::unknown(TEXT, &check.evidence);
    }
    let upload = evidence.doubled().and_then(|report| report.upload.value());
    let Some(upload) = upload else {
        return Condition::new([TEXT, ": no upload"].concat(), true);
    };
    let formats = evidence.formats;
    let Some(repeated) = upload.repeated.copied() else {
        return Condition::unknown(TEXT, "Repeats in the upload are not reported.");
    };
    let Some(malformed) = upload.malformed.copied() else {
        return Condition::unknown(TEXT, "Malformed rows of the upload are not reported.");
    };
    let (bad, twice) = (formats.count(malformed), formats.count(repeated));
    let text = [TEXT, ": ", &*bad, " malformed, ", &twice, " duplicate"].concat();
    Condition::new(text, repeated == 0)
}
