//! What is known of each item, from the evidence.

use super::Subject;
use super::item::ItemState;
use crate::domain::block::{Block, good_rows};
use crate::domain::counts::sum;
use crate::domain::field::Field;
use crate::domain::figures::{Figures, final_of_total};
use crate::domain::job::{Job, JobDetail};
use crate::domain::rich::sentence;
use crate::domain::snapshot::Snapshot;
use crate::domain::triage::{CheckId, Known, Symptom};

/// What is known of an item, or why it is not.
pub type Found = Result<ItemState, String>;

const NO_JOB: ItemState = ItemState::None("no job run belongs to this campaign");
const NO_UPLOAD: ItemState = ItemState::None("the contacts came from no upload");

/// The campaign's ID.
pub fn campaign(subject: &Subject<'_>) -> Found {
    if let Some(id) = subject.campaign {
        return Ok(ItemState::There(id.to_owned()));
    }
    match run(subject)?.map(|job| &job.campaign_id) {
        Some(Field::Value(id)) => Ok(ItemState::There(id.clone())),
        Some(Field::Empty) => Ok(ItemState::None("the job dials no campaign")),
        Some(Field::NotReported) | None => {
            Err("The API does not report which campaign the job dials.".to_owned())
        }
    }
}

/// The run's ID, or those of a campaign's runs.
pub fn job(subject: &Subject<'_>) -> Found {
    if let Some(id) = subject.job {
        return Ok(ItemState::There(id.to_owned()));
    }
    let runs = match &subject.evidence.duplicates {
        Known::Read(report) => &report.runs,
        Known::Unknown(why) => return Err(why.clone()),
    };
    match runs {
        Block::Value(rows) => {
            let of_scope = good_rows(rows).filter(|run| run.is_scope.copied() != Some(false));
            let ids: Vec<&str> = of_scope.map(|run| &*run.job_id).collect();
            Ok(if ids.is_empty() {
                NO_JOB
            } else {
                ItemState::There(ids.join(", "))
            })
        }
        Block::Empty => Ok(NO_JOB),
        Block::Absent => Err("The API does not report the job runs of this campaign.".to_owned()),
        Block::Unreadable(trouble) => {
            Err(["The job runs could not be read: ", &trouble.to_string()].concat())
        }
    }
}

/// The upload's ID.
pub fn upload(subject: &Subject<'_>) -> Found {
    let of_job = run(subject)?.map(|job| &job.upload_id);
    if let Some(Field::Value(id)) = of_job {
        return Ok(ItemState::There(id.clone()));
    }
    let of_campaign = snapshot(subject)?.map(|snapshot| snapshot.upload.read());
    if let Some(Block::Value(upload)) = &of_campaign {
        let nameless = || [&*upload.name, " (the API reports no ID)"].concat();
        return Ok(ItemState::There(
            upload.id.as_deref().map_or_else(nameless, str::to_owned),
        ));
    }
    let doubled = subject.evidence.doubled().map(|report| &report.upload);
    if let Some(id) = doubled.and_then(|upload| upload.value()?.id.as_deref()) {
        return Ok(ItemState::There(id.to_owned()));
    }
    let is_none = matches!(of_job, Some(Field::Empty))
        || matches!(of_campaign, Some(Block::Empty))
        || matches!(doubled, Some(Block::Empty));
    is_none
        .then_some(NO_UPLOAD)
        .ok_or_else(|| "The API does not report an upload.".to_owned())
}

/// How many failed, how many were completed.
pub fn counts(subject: &Subject<'_>) -> Found {
    let formats = subject.evidence.formats;
    let told = |[failed, done, processed]: [Option<i64>; 3]| {
        let figures = [
            (failed, " failed"),
            (done, " completed"),
            (processed, " processed"),
        ];
        let known = figures.map(|(count, word)| Some([&*formats.count(count?), word].concat()));
        let known: Vec<String> = known.into_iter().flatten().collect();
        let is_enough = failed.is_some() || done.is_some();
        is_enough
            .then(|| ItemState::There(known.join(", ")))
            .ok_or_else(|| "The API does not report counts.".to_owned())
    };
    if let Some(snapshot) = snapshot(subject)? {
        let figures = Figures::of(snapshot);
        let processed = final_of_total(snapshot).map(|(finished, _)| finished);
        return told([figures.failed, figures.completed, processed]);
    }
    let Some(counts) = run(subject)?.and_then(|job| job.counts.value()) else {
        return told([None; 3]);
    };
    let [failed, done, skipped] =
        [&counts.failed, &counts.completed, &counts.skipped].map(Field::copied);
    let ended = failed.zip(done).map(|(failed, done)| [failed, done]);
    let processed = ended.map(|ended| sum(ended.into_iter().chain(skipped)));
    told([failed, done, processed])
}

/// The symptom as the operator wrote it, else as the evidence has it.
pub fn summary(subject: &Subject<'_>) -> String {
    if let Some(summary) = &subject.edits.summary {
        return summary.clone();
    }
    let assessment = subject.assessment;
    let symptom = subject.symptom.or(assessment.suggested).map(Symptom::label);
    let checks = assessment.groups.iter().flat_map(|group| &group.checks);
    let mut processed = checks.filter(|check| check.id == CheckId::Processed);
    let processed = processed.next().map(|check| &*check.title);
    let sentences = [symptom, Some(&*assessment.cause.sentence), processed];
    let sentences = sentences
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty());
    let sentences: Vec<String> = sentences.map(sentence).collect();
    sentences.join(" ")
}

/// The campaign, when it is part of the incident; why it is not known
/// otherwise.
pub fn snapshot<'a>(subject: &Subject<'a>) -> Result<Option<&'a Snapshot>, String> {
    of_scope(&subject.evidence.campaign)
}

/// The run, when it is part of the incident.
pub fn run<'a>(subject: &Subject<'a>) -> Result<Option<&'a Job>, String> {
    of_scope::<JobDetail>(&subject.evidence.job).map(|detail| detail.map(|detail| &detail.job))
}

fn of_scope<'a, T>(part: &Option<Known<&'a T>>) -> Result<Option<&'a T>, String> {
    match part {
        None => Ok(None),
        Some(Known::Read(value)) => Ok(Some(value)),
        Some(Known::Unknown(why)) => Err(why.clone()),
    }
}
