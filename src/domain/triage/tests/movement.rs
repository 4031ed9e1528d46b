//! Whether it moves: one answer on every page.

use super::given::{healthy, job, quiet, set};
use super::*;
use crate::domain::attention;
use crate::domain::block::good_rows;
use crate::domain::job::JobPage;
use crate::domain::job::row::row;
use crate::domain::mock::cards;

/// What Live Ops, the Jobs row and triage say of a run.
fn said(change: impl FnOnce(&mut Value)) -> (bool, bool, bool) {
    let json = job(change);
    let captured = json["captured_at"].clone();
    let page = json!({"captured_at": captured, "items": [json], "page": {"size": 1}});
    let runtime = json!({"runtime": json["runtime"], "captured_at": captured});
    let cards = cards::cards(&json!({"jobs": page, "runtime": runtime}));
    let listed: JobPage = decode(&page.to_string()).unwrap();
    let runtime = decode(&json["runtime"].to_string()).ok();
    cards::written(|formats| {
        let live = attention::stalled(&cards, formats).count() == 1;
        let job = good_rows(&listed.items).next().unwrap();
        let remark = row(job, runtime.as_ref(), formats).remark;
        let in_row = remark.is_some_and(|remark| remark.text.starts_with("stalled"));
        let given = Given {
            job: Some(json),
            ..Given::default()
        };
        let check = lines(&given.assess(None)).remove(1);
        (
            live,
            in_row,
            check.starts_with("counters_moving fail | Progress counters are not moving"),
        )
    })
}

#[test]
fn live_ops_jobs_and_triage_give_the_same_answer() {
    let step =
        json!({"name": "ai_agent", "kind": "ai_agent", "since": "2026-11-12T14:28:00-06:00"});
    for (what, change, stalled) in [
        ("moves", json!({}), false),
        (
            "4 m 8 s",
            json!({"progressed_at": "2026-11-12T14:28:00-06:00"}),
            false,
        ),
        (
            "exactly 5 min",
            json!({"progressed_at": "2026-11-12T14:27:08-06:00"}),
            false,
        ),
        (
            "5 m 1 s",
            json!({"progressed_at": "2026-11-12T14:27:07-06:00"}),
            true,
        ),
        (
            "a long AI step",
            json!({"progressed_at": "2026-11-12T14:28:00-06:00", "step": step}),
            false,
        ),
        (
            "runtime down",
            json!({"progressed_at": "2026-11-12T14:20:00-06:00", "runtime": {"status": "down"}}),
            true,
        ),
        (
            "nothing eligible",
            json!({"progressed_at": "2026-11-12T14:20:00-06:00", "eligible": 0}),
            false,
        ),
        (
            "eligible unknown",
            json!({"progressed_at": "2026-11-12T14:20:00-06:00", "eligible": null}),
            false,
        ),
        (
            "a person's step",
            json!({"progressed_at": "2026-11-12T14:20:00-06:00", "waiting_on": {"kind": "human"}}),
            false,
        ),
        (
            "past its usual time",
            json!({"started_at": "2026-11-12T12:02:00-06:00"}),
            false,
        ),
        (
            "queued",
            json!({"status": "queued", "progressed_at": "2026-11-12T14:20:00-06:00"}),
            false,
        ),
        (
            "over",
            json!({"status": "completed", "progressed_at": "2026-11-12T14:20:00-06:00"}),
            false,
        ),
    ] {
        let said = said(|json| {
            for (key, value) in change.as_object().unwrap() {
                json[key.as_str()] = value.clone();
            }
        });
        assert_eq!(said, (stalled, stalled, stalled), "{what}");
    }
}

#[test]
fn a_stalled_run_says_for_how_long_and_a_slow_one_only_warns() {
    let of = |change: &dyn Fn(&mut Value)| {
        let given = Given {
            job: Some(job(change)),
            ..Given::default()
        };
        let found = given.assess(Some(Symptom::Stuck));
        (lines(&found).remove(1), found.cause.key)
    };
    let (stalled, cause) = of(&|json| json["progressed_at"] = json!("2026-11-12T14:20:08-06:00"));
    assert!(
        stalled.ends_with("| 0 in 12 min") && stalled.contains("412 of 640. Stalled:"),
        "{stalled}"
    );
    assert_eq!(cause, CauseKey::Stalled);
    let (slow, cause) = of(&|json| json["started_at"] = json!("2026-11-12T12:02:00-06:00"));
    assert!(
        slow.starts_with("counters_moving warn | Progress counters move slowly"),
        "{slow}"
    );
    assert_eq!(cause, CauseKey::SlowerThanUsual);
    let (down, cause) = of(&|json| {
        json["status"] = json!("queued");
        json["runtime"] = json!({"status": "down", "since": "2026-11-12T14:22:00-06:00"});
    });
    assert!(down.starts_with("counters_moving fail"), "{down}");
    assert_eq!(cause, CauseKey::RuntimeDown);
}

/// A campaign as it was read at these times, with so many completed tasks; no
/// times of dials are reported.
fn watched(readings: &[(&str, i64)]) -> String {
    let mut history = History::default();
    let mut last = None;
    for (at, completed) in readings {
        let snapshot = healthy(|json| {
            set(
                json,
                "/captured_at",
                json!(format!("2026-11-12T{at}-06:00")),
            );
            mock::remove(json, "/dispatch", "pace");
            mock::remove(json, "", "attempts");
            set(
                json,
                "/counts/by_status",
                json!({"pending": 4812 - completed, "completed": completed}),
            );
        });
        history.push(&snapshot);
        last = Some(snapshot);
    }
    let given = Given {
        campaign: last,
        history: Some(history),
        ..quiet()
    };
    lines(&given.assess(None)).remove(1)
}

#[test]
fn counters_are_watched_over_the_session() {
    for (readings, expected) in [
        (
            &[("14:30:00", 859), ("14:32:00", 871)][..],
            "pass | Progress counters are moving | 859 processed at 14:30:00 CST, 871 now. | moved in 2 min",
        ),
        (
            &[("14:30:00", 871)],
            "unknown | Progress counters | Opened just now; look again in a minute. | ",
        ),
        (
            &[("14:30:00", 871), ("14:30:40", 871)],
            "unknown | Progress counters | Opened 40 s ago; look again in a minute. | ",
        ),
        (
            &[("14:30:00", 871), ("14:32:00", 871)],
            "warn | Progress counters are not moving | 871 processed at 14:30:00 CST, 871 now. 3,941 \
             contacts still wait. Up to 5 min may be chance. | 0 in 2 min",
        ),
        (
            &[
                ("14:20:00", 860),
                ("14:20:40", 871),
                ("14:26:00", 871),
                ("14:32:08", 871),
            ],
            "fail | Progress counters are not moving | 871 processed at 14:20:40 CST, 871 now. 3,941 \
             contacts still wait. | 0 in 11 m 28 s",
        ),
        (
            &[("14:20:00", 860), ("14:30:00", 4812)],
            "pass | Progress counters are final | 4,812 of 4,812 processed. | ",
        ),
    ] {
        assert_eq!(
            watched(readings),
            ["counters_moving ", expected].concat(),
            "{readings:?}"
        );
    }
}

#[test]
fn a_campaign_that_should_not_move_is_not_called_stuck() {
    let of = |change: &dyn Fn(&mut Value)| {
        let given = Given {
            campaign: Some(healthy(change)),
            ..quiet()
        };
        let found = given.assess(Some(Symptom::Stuck));
        (lines(&found).remove(1), found.cause.key)
    };
    let (closed, cause) = of(&|json| {
        json["call_window"] = json!({"open": false, "opens_at": "2026-11-13T09:00:00-06:00"});
        json["dispatch"]["pace"] = json!({"last_dial_at": "2026-11-12T14:00:00-06:00"});
    });
    assert!(
        closed.starts_with("counters_moving warn | Progress counters wait for the call window"),
        "{closed}"
    );
    assert_eq!(cause, CauseKey::WindowClosed);
    let (ready, cause) = of(&|json| {
        json["counts"]["ready"] = json!(0);
        json["dispatch"]["pace"] = json!({"last_dial_at": "2026-11-12T14:00:00-06:00"});
    });
    assert!(ready.starts_with("counters_moving warn"), "{ready}");
    assert_eq!(cause, CauseKey::SlowerThanUsual);
    let (draft, _) = of(&|json| json["campaign"]["status"] = json!("draft"));
    assert!(
        draft.starts_with("counters_moving warn | Progress counters have not begun"),
        "{draft}"
    );
}
