//! From when to when the incident is looked at.

use super::Subject;
use super::found::{Found, run, snapshot};
use super::item::ItemState;
use crate::domain::field::Field;
use crate::domain::format::Zone;
use crate::domain::timestamp::Timestamp;

/// Both ends, as the operator set them or as the evidence has them: from the
/// start of the campaign or the run to its end, else to when it was read.
pub fn ends(subject: &Subject<'_>) -> Result<[Timestamp; 2], String> {
    let edits = subject.edits;
    if let (Some(from), Some(to)) = (&edits.from, &edits.to) {
        return Ok([from.clone(), to.clone()]);
    }
    let (started, ended) = match (snapshot(subject)?, run(subject)?) {
        (Some(snapshot), _) => (&snapshot.campaign.started_at, &snapshot.campaign.ended_at),
        (None, Some(job)) => (&job.started_at, &job.ended_at),
        (None, None) => (&Field::NotReported, &Field::NotReported),
    };
    let now = Timestamp::from_ms(subject.evidence.formats.now);
    let from = edits.from.as_ref().or(started.value());
    let from = from.ok_or("The API does not report when it started: set the beginning.")?;
    let to = edits.to.as_ref().or(ended.value()).unwrap_or(&now);
    Ok([from.clone(), to.clone()])
}

/// "12 Nov 2026, 13:40 to 14:32 CST (UTC−06:00)".
pub fn told(subject: &Subject<'_>) -> Found {
    let [from, to] = ends(subject)?;
    if from.ms.zip(to.ms).is_some_and(|(from, to)| from > to) {
        return Err("The end must be later than the beginning.".to_owned());
    }
    Ok(ItemState::There(subject.evidence.formats.span(&from, &to)))
}

/// The zone's IANA name, where it has one; else what it is called.
pub fn zone(subject: &Subject<'_>) -> String {
    let formats = subject.evidence.formats;
    match formats.zone {
        Zone::Iana(name) => name.clone(),
        Zone::Utc => "UTC".to_owned(),
        Zone::Local => formats.zone_label(),
    }
}
