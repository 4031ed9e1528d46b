#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use serde_json::{Value, json};

use super::*;
use crate::domain::glyph::Glyph;
use crate::domain::json::decode;
use crate::domain::mock;
use crate::domain::tone::Tone;
use status::{ShownStatus, shown};

fn job(parts: Value) -> Job {
    let mut json = json!({"id": "job_77ae0", "status": "completed"});
    json.as_object_mut()
        .unwrap()
        .extend(parts.as_object().unwrap().clone());
    decode(&json.to_string()).unwrap()
}

fn status_of(parts: Value) -> ShownStatus {
    let job = job(parts);
    mock::at(0, |formats| shown(&job, formats))
}

#[test]
fn a_run_with_failures_never_looks_clean() {
    let counts = |failed: i64| json!({"total": 1180, "completed": 1180 - failed, "failed": failed});
    for (parts, label, failed, glyph) in [
        (
            json!({"counts": counts(0)}),
            "Completed",
            None,
            Glyph::CircleCheck,
        ),
        (
            json!({"counts": counts(37)}),
            "Completed",
            Some("37 failed"),
            Glyph::HalfCircle,
        ),
        (
            json!({"status": "partial", "counts": counts(1_037)}),
            "Completed",
            Some("1,037 failed"),
            Glyph::HalfCircle,
        ),
        (
            json!({"status": "partial"}),
            "Completed in part",
            None,
            Glyph::HalfCircle,
        ),
        (json!({}), "Completed", None, Glyph::CircleCheck),
        (
            json!({"counts": counts(-4)}),
            "Completed",
            None,
            Glyph::CircleCheck,
        ),
        (
            json!({"status": "failed", "counts": counts(9)}),
            "Failed",
            None,
            Glyph::OctagonX,
        ),
        (
            json!({"status": "running", "counts": counts(9)}),
            "Running",
            None,
            Glyph::Play,
        ),
        (
            json!({"status": "waiting"}),
            "Waiting",
            None,
            Glyph::Hourglass,
        ),
        (
            json!({"status": "queued"}),
            "Queued",
            None,
            Glyph::DashedCircle,
        ),
        (
            json!({"status": "on_hold"}),
            "On hold",
            None,
            Glyph::DashedCircle,
        ),
    ] {
        let status = status_of(parts.clone());
        assert_eq!(
            (&*status.label, status.failed.as_deref(), status.glyph),
            (label, failed, glyph),
            "{parts}"
        );
    }
    assert_eq!(status_of(json!({"counts": counts(1)})).tone, Tone::Warn);
}

#[test]
fn the_bar_is_never_longer_than_full() {
    let counts = |json: Value| -> JobCounts { decode(&json.to_string()).unwrap() };
    let parts = |json: Value| {
        let segments = progress::segments(&counts(json)).into_iter();
        segments
            .map(|part| (part.series, part.fraction))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        parts(json!({"total": 640, "completed": 320, "failed": 64, "running": 16, "queued": 240})),
        [("completed", 0.5), ("failed", 0.1), ("active", 0.025)]
    );
    assert_eq!(
        parts(json!({"total": 10, "completed": 30, "failed": 10, "waiting": -7})),
        [("completed", 0.75), ("failed", 0.25)]
    );
    assert!(parts(json!({"total": 0})).is_empty());
    let lost = |status: &str| -> Job {
        let counts = json!({"total": 350, "skipped": 350});
        decode(&json!({"id": "j", "status": status, "counts": counts}).to_string()).unwrap()
    };
    assert_eq!(
        progress::bar(&lost("completed")).map(|bar| bar.len()),
        Some(1)
    );
    assert!(
        progress::bar(&lost("failed")).is_some_and(|bar| bar.is_empty()),
        "left out, not done"
    );
    assert!(parts(json!({"total": -5, "completed": null})).is_empty());
}

#[test]
fn progress_is_told_as_far_as_it_is_reported() {
    let told = |parts: Value| {
        let job = job(parts);
        mock::at(0, |formats| {
            let share = job
                .counts
                .value()
                .and_then(|counts| progress::failed_share(counts, formats));
            (progress::done_of_total(&job, formats), share)
        })
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        told(json!({"counts": {"total": 1180, "completed": 1143, "failed": 37}})),
        (some("1,180 of 1,180"), some("3.1%"))
    );
    assert_eq!(
        told(json!({"counts": {"total": 95}})),
        (some("95 records"), None)
    );
    assert_eq!(
        told(json!({"counts": {"total": 95, "completed": 0, "failed": 0}})),
        (some("0 of 95"), None)
    );
    let lost = json!({"total": 350, "completed": 0, "failed": 0, "skipped": 350});
    let lost = told(json!({"status": "failed", "counts": lost}));
    assert_eq!(lost.0, some("0 of 350"));
    assert_eq!(told(json!({})), (None, None));
}

#[test]
fn a_duration_is_compared_with_the_usual_one() {
    let start = "2026-11-12T13:05:00-06:00";
    let usual = |low: i64, high: i64| json!({"low_seconds": low, "high_seconds": high, "runs": 12});
    let ended = |end: &str, usual: Value| json!({"started_at": start, "ended_at": format!("2026-11-12T{end}-06:00"), "usual": usual});
    for (parts, words) in [
        (
            ended("13:41:22", usual(1_080, 1_200)),
            Some("1.8× usual 20 min"),
        ),
        (
            ended("13:32:23", usual(1_440, 1_860)),
            Some("usual 24 to 31 min"),
        ),
        (
            ended("13:05:05", usual(1_440, 1_860)),
            Some("0.0× usual 24 min"),
        ),
        (
            ended("13:06:00", usual(45, 130)),
            Some("usual 45 s to 2 min"),
        ),
        (ended("13:06:00", usual(60, 60)), Some("usual 1 min")),
        (
            ended("15:05:00", usual(3_600, 9_000)),
            Some("usual 1 h to 2 h 30 m"),
        ),
        (ended("13:06:00", usual(90, 20)), None),
        (ended("13:06:00", usual(0, 0)), None),
        (ended("13:06:00", usual(-9, -5)), None),
        (json!({"usual": usual(60, 90)}), Some("usual 1 to 2 min")),
        (json!({"usual": null}), None),
    ] {
        let job = job(parts.clone());
        let told = mock::at(0, |formats| usual::words(&job, formats));
        assert_eq!(told.as_deref(), words, "{parts}");
    }
}

#[test]
fn a_run_lasts_until_its_end_or_until_now() {
    let at = |text: &str| Timestamp::from_text(text).ms.unwrap();
    let now = at("2026-11-12T20:00:30Z");
    let began = json!("2026-11-12T20:00:00Z");
    let seconds = |parts: Value| job(parts).seconds(now);
    assert_eq!(seconds(json!({"started_at": began})), Some(30.0));
    assert_eq!(
        seconds(json!({"started_at": began, "ended_at": "2026-11-12T20:00:07Z"})),
        Some(7.0)
    );
    assert_eq!(
        seconds(json!({"started_at": began, "ended_at": "2026-11-12T19:00:00Z"})),
        Some(0.0)
    );
    assert_eq!(seconds(json!({"started_at": null})), None);
    assert_eq!(
        seconds(json!({"started_at": began, "ended_at": "soon"})),
        None
    );
}

#[test]
fn a_run_alone_is_the_run_with_what_it_depends_on() {
    let detail: JobDetail = decode(
        r#"{"id":"j","status":"queued","captured_at":"2026-11-12T20:00:00Z","runtime":{"status":"down"},
            "spinner":{"name":" ","version":4},"counts":"many"}"#,
    )
    .unwrap();
    assert!(detail.runtime.value().unwrap().is_down());
    assert_eq!(
        (detail.job.name(), detail.job.version().as_deref()),
        ("j", Some("v4"))
    );
    assert!(detail.job.counts.unreadable().is_some());
    let odd: Result<JobDetail, _> = decode(r#"{"status":"queued"}"#);
    assert_eq!(odd.unwrap_err().path, "id");
}
