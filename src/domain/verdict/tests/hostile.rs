//! Values no honest dialer sends.

use super::*;

fn figure() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!(i64::MAX)),
        Just(json!(i64::MIN)),
        Just(json!(-1)),
        Just(json!(0)),
        Just(json!(null)),
        (0_i64..200).prop_map(|count| json!(count)),
    ]
}

fn rate() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!(1e300)),
        Just(json!(-1e300)),
        Just(json!(0)),
        Just(json!(0.3)),
        Just(json!(1.5))
    ]
}

fn status() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "running",
        "paused",
        "scheduled",
        "draft",
        "completed",
        "odd",
    ])
}

proptest! {
    #[test]
    fn any_figures_give_a_short_answer_and_at_most_one_mark(
        status in status(), figures in prop::collection::vec(figure(), 12), rate in rate(), open: bool,
    ) {
        let name = "A name that is much longer than any answer may be, with → signs".repeat(3);
        let snapshot = mock::bare(status, json!({
            "campaign": {"pause": {"automatic": open, "by": name, "reason": name}},
            "counts": {"total": 5, "by_status": {"pending": 3, "in_progress": 2}, "ready": figures[0]},
            "call_window": {"open": open},
            "dispatch": {
                "capacity": {
                    "lines_in_use": figures[1],
                    "tenant": {"line_cap": 7, "used_by_others": figures[2]},
                    "concurrency": {"limit": figures[3].as_i64().unwrap_or(4), "set_by": name},
                    "number_pool": {"numbers": figures[4], "in_rotation": figures[5].as_i64().unwrap_or(2),
                        "lines_per_number": figures[6], "flagged": figures[7]},
                    "carrier_rate": {"calls_per_second": rate, "mean_hold_seconds": 64},
                    "carriers": [{"name": name, "breaker": "open", "recent_failures": figures[8]}, {"name": "b"}],
                    "credits": {"attempts_left": figures[9]},
                },
                "blocking_campaign": {"id": "c2", "name": name, "lines": figures[10]},
                "blockers": [{"code": name, "count": figures[11].as_i64().unwrap_or(1)}],
                "forecast": [{"from_seconds": figures[1], "to_seconds": figures[2], "count": 9}],
            },
        }));
        let verdict = judged(&snapshot);
        prop_assert!(verdict.answer.chars().count() <= ANSWER_LIMIT, "{}", verdict.answer);
        prop_assert!(verdict.why.len() <= 3 && verdict.actions.len() <= 2);
        let text = format!("{verdict:?}");
        prop_assert!(!text.contains("NaN") && !text.contains("inf"), "{}", text);
        let (rows, scale) = mock::at_capture(&snapshot, |formats| {
            let waterfall = waterfall(&snapshot, formats);
            (waterfall.rows, waterfall.scale_max)
        });
        let marked: Vec<LimitKind> = rows.iter().filter(|row| row.binding).map(|row| row.kind).collect();
        prop_assert!(marked.len() <= 1);
        prop_assert!(marked.first().is_none_or(|kind| verdict.binding == Some(*kind)));
        prop_assert!(scale >= 1);
        prop_assert!(rows.iter().all(|row| (0.0..=1.0).contains(&row.fill(scale))));
    }
}
