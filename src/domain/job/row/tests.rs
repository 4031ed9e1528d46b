#![allow(clippy::unwrap_used)]
use super::*;
use crate::domain::json::decode;
use crate::domain::mock;
use serde_json::{Value, json};

fn row_of(parts: Value) -> JobRow {
    let mut json = json!({"id": "job_1", "status": "running"});
    json.as_object_mut()
        .unwrap()
        .extend(parts.as_object().unwrap().clone());
    let job: Job = decode(&json.to_string()).unwrap();
    let now = Timestamp::from_text("2026-11-12T14:32:08-06:00")
        .ms
        .unwrap();
    mock::at(now, |formats| row(&job, None, formats))
}

#[test]
fn the_runs_of_the_design_read_as_drawn() {
    let renewal = row_of(json!({
        "started_at": "2026-11-12T14:02:11-06:00", "eligible": 3, "progressed_at": "2026-11-12T14:32:01-06:00",
        "counts": {"total": 640, "completed": 408, "failed": 4},
        "usual": {"low_seconds": 1440, "high_seconds": 1860},
    }));
    assert_eq!(
        (&*renewal.started.text, &*renewal.ended.text),
        ("14:02:11", "in progress")
    );
    assert_eq!(renewal.lasted, Lasted::SoFar(1_797_000));
    assert_eq!(renewal.progress.as_deref(), Some("412 of 640"));
    assert_eq!(renewal.remark.unwrap().text, "usual 24 to 31 min");
    let queued = row_of(
        json!({"status": "queued", "queued_at": "2026-11-12T14:30:55-06:00",
        "started_at": null, "queue_position": 2}),
    );
    assert_eq!((&*queued.started.text, &*queued.ended.text), ("—", "—"));
    assert_eq!(queued.lasted, Lasted::Known("—".to_owned()));
    assert_eq!(queued.remark.unwrap().text, "queued 14:30:55, 2 ahead");
    let lost = row_of(
        json!({"status": "failed", "error": {"code": "runtime_lost"},
        "step": {"name": "load_contact"}, "started_at": "2026-11-12T12:48:02-06:00",
        "ended_at": "2026-11-12T12:50:07-06:00"}),
    );
    assert_eq!(lost.lasted, Lasted::Known("2m 05s".to_owned()));
    let remark = lost.remark.unwrap();
    assert_eq!(remark.text, "runtime lost, load_contact");
    assert_eq!(remark.mark, Some((Tone::Bad, Some(Glyph::TriangleAlert))));
}

#[test]
fn what_is_not_reported_is_no_figure() {
    let bare = row_of(json!({"status": "completed"}));
    assert_eq!((bare.progress, bare.remark), (None, None));
    assert!(bare.bar.is_none() && !bare.started.reported);
    assert_eq!(bare.lasted, Lasted::Known("—".to_owned()));
    let no_end = row_of(json!({"status": "completed", "started_at": "2026-11-12T14:00:00-06:00"}));
    assert_eq!(
        no_end.lasted,
        Lasted::Known("—".to_owned()),
        "over, so it does not count on"
    );
}

#[test]
fn what_a_run_waits_for_and_a_long_step_are_remarked() {
    let ago = |time: &str| json!(["2026-11-12T", time, "-06:00"].concat());
    let waiting = json!({"status": "waiting", "waiting_on": {"kind": "human"}});
    let step = json!({"name": "ai", "kind": "ai_agent", "since": ago("14:29:08")});
    let slow = json!({"eligible": 4, "started_at": ago("14:00:00"),
        "progressed_at": ago("14:29:08"), "step": step});
    for (parts, text, tone) in [
        (waiting, "human step", Tone::Wait),
        (slow, "in the AI step for 3 min", Tone::Warn),
    ] {
        let remark = row_of(parts).remark.unwrap();
        let marked = remark.mark.map(|(tone, _)| tone);
        assert_eq!((&*remark.text, marked), (text, Some(tone)));
    }
}
