//! Whether counters move, and what was watched.

use super::*;

/// A campaign read at these times with so many completed tasks and dials that ended; the last dial
/// was made at a time.
fn watched(readings: &[(&str, Option<i64>, Option<i64>)], dialed: Option<&str>) -> Given {
    let mut history = History::default();
    let mut last = None;
    for (at, completed, dials) in readings {
        let snapshot = healthy(|json| {
            put(json, json!({"/captured_at": today(at)}));
            json["dispatch"]["pace"] = json!({
                "last_dial_at": dialed.map(today)
            });
            json["attempts"] = json!({"finished": dials});
            json["counts"] = match completed {
                Some(completed) => json!({"total": 4812, "by_status":
                    {"pending": 4812 - completed, "completed": completed}}),
                None => json!(null),
            };
        });
        history.push(&snapshot);
        last = Some(snapshot);
    }
    Given {
        campaign: last,
        history: Some(history),
        ..quiet()
    }
}

#[test]
fn what_was_watched_is_told_with_the_times_it_was_watched_at() {
    let still = |completed: i64, from: &str, to: &str, dialed: Option<&str>| {
        watched(
            &[(from, Some(completed), None), (to, Some(completed), None)],
            dialed,
        )
    };
    assert_told(
        "counters_moving",
        [
            (
                still(871, "14:30:00", "14:32:00", Some("14:31:00")),
                "pass | Calls are being dialed | 871 processed at 14:30:00 CST, 871 now. Last dial 14:31:00 CST. 3,941 contacts still wait. | ",
            ),
            (
                still(871, "14:30:00", "14:32:00", Some("14:30:59")),
                "warn | Progress counters are not moving | 871 processed at 14:30:00 CST, 871 now. Last dial 14:30:59 CST. 3,941 contacts still wait. Up to 5 min may be chance. | 0 in 2 min",
            ),
            (
                still(871, "14:27:00", "14:32:00", Some("14:31:30")),
                "pass | Calls are being dialed | 871 processed at 14:27:00 CST, 871 now. Last dial 14:31:30 CST. 3,941 contacts still wait. | ",
            ),
            (
                still(871, "14:26:59", "14:32:00", Some("14:31:30")),
                "warn | Calls are dialed, and no counter moves | 871 processed at 14:26:59 CST, 871 now. Last dial 14:31:30 CST. 3,941 contacts still wait. | 0 in 5 m 1 s",
            ),
            (
                still(871, "14:27:00", "14:32:00", None),
                "warn | Progress counters are not moving | 871 processed at 14:27:00 CST, 871 now. 3,941 contacts still wait. Up to 5 min may be chance. | 0 in 5 min",
            ),
            (
                still(871, "14:26:59", "14:32:00", None),
                "fail | Progress counters are not moving | 871 processed at 14:26:59 CST, 871 now. 3,941 contacts still wait. | 0 in 5 m 1 s",
            ),
            (
                still(871, "14:31:00", "14:32:00", None),
                "unknown | Progress counters | Opened 1 min ago; look again in a minute. | ",
            ),
            (
                still(871, "14:30:59", "14:32:00", None),
                "warn | Progress counters are not moving | 871 processed at 14:30:59 CST, 871 now. 3,941 contacts still wait. Up to 5 min may be chance. | 0 in 1 m 1 s",
            ),
            (
                still(4811, "14:30:00", "14:32:00", None),
                "warn | Progress counters are not moving | 4,811 processed at 14:30:00 CST, 4,811 now. 1 contact still waits. Up to 5 min may be chance. | 0 in 2 min",
            ),
            (
                still(871, "14:30:00", "14:32:00", Some("14:33:00")),
                "warn | Progress counters are not moving | 871 processed at 14:30:00 CST, 871 now. Last dial 14:33:00 CST. 3,941 contacts still wait. Up to 5 min may be chance. | 0 in 2 min",
            ),
            (
                watched(
                    &[
                        ("14:30:00", Some(859), Some(9)),
                        ("14:32:00", Some(859), Some(12)),
                    ],
                    None,
                ),
                "pass | Progress counters are moving | 9 dials ended at 14:30:00 CST, 12 now. | moved in 2 min",
            ),
            (
                watched(
                    &[("14:30:00", None, Some(9)), ("14:32:00", None, Some(12))],
                    None,
                ),
                "pass | Progress counters are moving | 9 dials ended at 14:30:00 CST, 12 now. | moved in 2 min",
            ),
            (
                watched(
                    &[("14:30:00", Some(860), None), ("14:32:00", Some(859), None)],
                    None,
                ),
                "pass | Progress counters are moving | 860 processed at 14:30:00 CST, 859 now. | moved in 2 min",
            ),
            (
                watched(
                    &[("14:30:00", None, None), ("14:32:00", Some(859), None)],
                    None,
                ),
                "unknown | Progress counters | Opened just now; look again in a minute. | ",
            ),
            (
                watched(&[("14:30:00", None, None), ("14:32:00", None, None)], None),
                "unknown | Progress counters | Neither a progress counter nor the last dial is reported. | ",
            ),
            (
                watched(
                    &[
                        ("14:20:00", Some(1), None),
                        ("14:26:59", Some(2), None),
                        ("14:32:00", Some(2), None),
                    ],
                    None,
                ),
                "fail | Progress counters are not moving | 2 processed at 14:26:59 CST, 2 now. 4,810 contacts still wait. | 0 in 5 m 1 s",
            ),
            (
                watched(
                    &[
                        ("14:20:00", Some(1), None),
                        ("14:27:00", Some(2), None),
                        ("14:32:00", Some(2), None),
                    ],
                    None,
                ),
                "pass | Progress counters are moving | 1 processed at 14:20:00 CST, 2 now. | moved in 12 min",
            ),
        ],
    );
}
