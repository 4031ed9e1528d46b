//! Values no honest dialer sends.

use proptest::prelude::*;

use super::*;

fn count() -> impl Strategy<Value = i64> {
    prop_oneof![Just(i64::MAX), Just(i64::MIN), Just(0), -5_i64..500]
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![Just(1e300), Just(-1e300), Just(0.0), -2.0..2.0]
}

proptest! {
    #[test]
    fn no_figure_panics_or_reads_as_nonsense(
        counts in prop::collection::vec(count(), 12), rate in number(), money in number(),
    ) {
        let snapshot = bare(json!({
            "counts": {"total": counts[0], "processed": counts[1], "progress": rate, "ready": counts[2],
                "by_status": {"completed": counts[3], "pending": counts[4], "in_progress": counts[5],
                    "exhausted": counts[6], "amd_machine": counts[6], "odd": counts[7]}},
            "attempts": {"finished": counts[8], "answered": counts[9], "dialed": counts[10],
                "talk_seconds": money, "completed": counts[11], "abandoned": counts[9],
                "answered_live": counts[8], "answer_rate": rate, "completion_rate": rate},
            "cost": {"total": {"amount": money, "currency": "USD"}, "budget": {"amount": money, "currency": "USD"}},
            "goal": {"target": counts[0], "reached": counts[1]},
        }));
        let mut history = History::default();
        history.push(&mock::running());
        history.push(&snapshot);
        let (tiles, footer) = mock::at_capture(&snapshot, |formats| {
            (tiles(&snapshot, history.previous(), &history, formats), footer(&snapshot, formats))
        });
        let text = format!("{tiles:?}{footer:?}");
        prop_assert!(!text.contains("NaN") && !text.contains("inf"), "{}", text);
        let parts = segments(&snapshot).unwrap();
        let sum: f64 = parts.iter().map(|part| part.fraction).sum();
        prop_assert!(sum <= 1.0 + 1e-9 && parts.iter().all(|part| part.fraction >= 0.0), "{:?}", parts);
    }
}
