//! How many contacts are processed, of how many that are expected.

use super::{CheckState, Evidence, Finding, worse};
use crate::domain::contradiction;
use crate::domain::figures::{final_of_total, share};
use crate::domain::format::{Formats, NONE};
use crate::domain::job::JobDetail;
use crate::domain::job::progress::done;
use crate::domain::job::status::JobStatus;
use crate::domain::limits::Limits;
use crate::domain::snapshot::Snapshot;
use crate::domain::timeline::Timeline;

/// The part of what is expected from which nothing is amiss: retries at the end
/// of a list are slower than its first dials.
const ENOUGH: f64 = 0.75;

/// The first stretch of a campaign that its pace is taken from, in seconds.
const FIRST: i64 = 3600;

pub fn find(evidence: &Evidence<'_>) -> Finding {
    let formats = evidence.formats;
    worse(
        evidence,
        |snapshot| of_campaign(snapshot, formats),
        |detail| of_job(detail, formats),
    )
}

/// "Processed 871 of 2,400 expected (36.3%)".
fn title(done: i64, total: i64, formats: &Formats<'_>) -> String {
    let rate = formats.rate(done, total, 1).text;
    [
        "Processed ",
        &*formats.of(done, total),
        " expected (",
        &rate,
        ")",
    ]
    .concat()
}

fn of_campaign(snapshot: &Snapshot, formats: &Formats<'_>) -> Finding {
    let Some((finals, total)) = final_of_total(snapshot) else {
        return Finding::unknown("How many contacts are processed is not reported.");
    };
    if total == 0 {
        return Finding::warn(
            "No contacts are expected",
            "The campaign has no contacts.".to_owned(),
        )
        .figure(NONE.to_owned());
    }
    let title = title(finals, total, formats);
    let contradictions: Vec<String> = contradiction::find(snapshot, formats)
        .into_iter()
        .filter(|found| found.about == "progress")
        .map(|found| found.text)
        .collect();
    let left = total.saturating_sub(finals);
    let found = match expected(snapshot, finals, total) {
        _ if left <= 0 => Finding::pass(&title, "Every contact has a final result.".to_owned()),
        Ok(expected) => beside(&title, finals, expected, "the first hour’s pace", formats),
        Err(why) => Finding::new(CheckState::Unknown, &title, why.to_owned()),
    };
    found.doubted(&contradictions)
}

/// What was done beside what should be: "At the first hour’s pace it would be
/// about 1,510 by now."
fn beside(title: &str, done: i64, expected: i64, pace: &str, formats: &Formats<'_>) -> Finding {
    let told = formats.count(expected);
    let told = ["At ", pace, " it would be about ", &*told, " by now."].concat();
    let enough = done as f64 >= expected as f64 * ENOUGH;
    let state = if enough {
        CheckState::Pass
    } else {
        CheckState::Warn
    };
    let ahead = done.saturating_sub(expected);
    let sign = if ahead > 0 { "+" } else { "" };
    Finding::new(state, title, told).figure([sign, &formats.count(ahead)].concat())
}

/// Contacts that the pace of the first hour would have processed by now, in
/// tens; why not, when that cannot be told.
fn expected(snapshot: &Snapshot, finals: i64, total: i64) -> Result<i64, &'static str> {
    const NOT_REPORTED: &str = "What its pace was is not reported.";
    if Limits::of(snapshot).is_held() && snapshot.campaign.pause.value().is_none() {
        return Err("It does not dial, so there is no pace to compare with.");
    }
    if snapshot
        .call_window
        .value()
        .is_some_and(|window| !window.open)
    {
        return Err("The call window is closed, so there is no pace to compare with.");
    }
    let timeline = snapshot.timeline.value().ok_or(NOT_REPORTED)?;
    let now = snapshot.captured_at.ms.ok_or(NOT_REPORTED)?;
    let (first, began) = first_hour(&timeline).ok_or(NOT_REPORTED)?;
    let dials = snapshot
        .attempts
        .value()
        .and_then(|it| it.finished.copied());
    let each = share(finals, dials.ok_or(NOT_REPORTED)?).unwrap_or(0.0);
    let hours = now.saturating_sub(began) as f64 / 1000.0 / FIRST as f64;
    if hours < 1.0 {
        return Err("The first hour is not over, so there is no pace to compare with.");
    }
    if hours > 16.0 {
        return Err("It began on another day, so there is no pace to compare with.");
    }
    // A float cast saturates, and takes NaN as 0.
    let tens = (first as f64 * each.clamp(0.0, 1.0) * hours / 10.0).round() as i64;
    Ok(tens.saturating_mul(10).clamp(0, total.max(0)))
}

/// Dials that finished in the first hour, and when it began, in milliseconds.
fn first_hour(timeline: &Timeline) -> Option<(i64, i64)> {
    let worked =
        |bucket: &&crate::domain::timeline::Bucket| bucket.finished().is_some_and(|n| n > 0);
    let began = timeline.buckets.iter().find(worked)?.from.ms?;
    let until = began.saturating_add(FIRST.saturating_mul(1000));
    let mut dials = 0_i64;
    for bucket in &timeline.buckets {
        let from = bucket.from.ms?;
        if (began..until).contains(&from) {
            dials = dials.saturating_add(bucket.finished()?.max(0));
        }
    }
    let whole = FIRST % timeline.bucket_seconds.max(1) == 0;
    (whole && timeline.bucket_seconds > 0).then_some((dials, began))
}

fn of_job(detail: &JobDetail, formats: &Formats<'_>) -> Finding {
    let job = &detail.job;
    let counts = job.counts.value();
    let Some((done, total)) = counts.and_then(|it| Some((done(it)?, it.total))) else {
        return Finding::unknown("How many records are processed is not reported.");
    };
    if total == 0 {
        return Finding::warn(
            "No records are expected",
            "The run has no records.".to_owned(),
        )
        .figure(NONE.to_owned());
    }
    let title = title(done, total, formats);
    if done > total {
        let told = "More records have come to their end than the run has.";
        return Finding::warn(&title, told.to_owned());
    }
    let failed = job.failed().filter(|failed| *failed > 0);
    let failed = failed.map(|failed| [&*formats.count(failed), " of them failed."].concat());
    let status = JobStatus::from_wire(&job.status);
    if done == total {
        let told = "Every record has come to its end.".to_owned();
        return Finding::pass(&title, told).doubted(failed.as_slice());
    }
    if status.has_ended() {
        let left = formats.count(total.saturating_sub(done));
        let told = [
            "It is over, and ",
            &*left,
            " records never came to their end.",
        ]
        .concat();
        return Finding::warn(&title, told);
    }
    let now = detail.captured_at.value().and_then(|at| at.ms);
    let usual = job.usual.value().map(|usual| usual.high_seconds);
    let lasted = job.seconds(now.unwrap_or(formats.now));
    match usual.filter(|usual| *usual > 0.0).zip(lasted) {
        Some((usual, lasted)) => {
            let part = (lasted / usual).clamp(0.0, 1.0);
            let expected = (total as f64 * part).round() as i64;
            beside(&title, done, expected, "its usual slowest pace", formats)
        }
        None => {
            let why = "How long its runs usually take is not reported.";
            Finding::new(CheckState::Unknown, &title, why.to_owned())
        }
    }
}
