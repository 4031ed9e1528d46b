//! The bar and the line below the tiles.

use super::*;

#[test]
fn the_bar_sums_to_the_total() {
    let parts = segments(&mock::running()).unwrap();
    let texts: Vec<(&str, i64, &str)> = parts
        .iter()
        .map(|part| (part.label, part.count, part.series))
        .collect();
    assert_eq!(
        texts,
        [
            ("Completed", 2318, "completed"),
            ("Failed", 737, "failed"),
            ("Active", 44, "active"),
            ("Pending", 1713, "pending"),
        ]
    );
    assert_eq!(parts.iter().map(|part| part.count).sum::<i64>(), 4812);
    assert!((parts.iter().map(|part| part.fraction).sum::<f64>() - 1.0).abs() < 1e-9);
    assert_eq!(
        segments(&bare(json!({"counts": {"total": 156, "processed": 146}}))),
        None
    );
}

#[test]
fn a_bar_of_fewer_tasks_than_the_total_stays_part_empty() {
    let short =
        bare(json!({"counts": {"total": 100, "by_status": {"completed": 30, "pending": 20}}}));
    let fractions: f64 = segments(&short)
        .unwrap()
        .iter()
        .map(|part| part.fraction)
        .sum();
    assert!((fractions - 0.5).abs() < 1e-9, "{fractions}");
    let long =
        bare(json!({"counts": {"total": 10, "by_status": {"completed": 30, "pending": 20}}}));
    let fractions: f64 = segments(&long)
        .unwrap()
        .iter()
        .map(|part| part.fraction)
        .sum();
    assert!((fractions - 1.0).abs() < 1e-9, "{fractions}");
}

#[test]
fn the_footer_reads_as_designed() {
    let running = mock::running();
    let parts = mock::at_capture(&running, |formats| footer(&running, formats));
    let texts: Vec<String> = parts
        .iter()
        .map(|part| [part.label, " ", &part.value.plain()].concat())
        .collect();
    assert_eq!(
        texts,
        [
            "Answered attempts 2,583",
            "Retries remaining 1,037",
            "Abandon rate 1.3% (31 of 2,433 live answers)",
            "Machine detected 148",
            "Failed attempts 212",
            "Callbacks 23 pending, 41 completed, 0 canceled, 2 exhausted",
        ]
    );
    let note = mock::at_capture(&running, |formats| legend_note(&running, formats));
    assert_eq!(
        note,
        "Progress counts contacts with a final result. 3,604 have been attempted at least once."
    );
}

#[test]
fn the_footer_leaves_out_what_is_not_reported() {
    let told = |parts: Value| {
        let snapshot = bare(parts);
        let parts = mock::at_capture(&snapshot, |formats| footer(&snapshot, formats));
        parts
            .into_iter()
            .map(|part| (part.value.plain(), part.small_sample))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(json!({})), []);
    assert_eq!(told(json!({"callbacks": {}, "attempts": {}})), []);
    assert_eq!(
        told(json!({"attempts": {"abandoned": 1, "answered_live": 9}})),
        [(
            "11.1% (1 of 9 live answers, too few to judge)".to_owned(),
            true
        )]
    );
    assert_eq!(
        told(json!({"attempts": {"abandoned": 0, "answered_live": 0}})),
        [("— (no live answers)".to_owned(), true)]
    );
    assert_eq!(
        told(json!({"callbacks": {"pending": 2}})),
        [("2 pending".to_owned(), false)]
    );
}

fn named(parts: &[FooterPart]) -> Vec<String> {
    parts
        .iter()
        .map(|part| [part.label, " ", &part.value.plain()].concat())
        .collect()
}

#[test]
fn the_dialers_metrics_are_all_there_each_with_its_definition() {
    let running = mock::running();
    let parts = mock::at_capture(&running, |formats| metrics(&running, formats));
    assert_eq!(
        named(&parts),
        [
            "Total calls 6,297",
            "Attempted 3,604",
            "Answered 2,583",
            "Completed 2,318",
            "Failed 737",
            "Retries remaining 1,037",
            "Attempt answer rate 41.1% (2,583 of 6,282)",
            "Completion rate 48.2% (2,318 of 4,812)",
            "Avg handle time 1m 52s",
            "Abandon rate 1.3% (31 of 2,433 live answers)",
            "Machine detected 148",
        ]
    );
    assert!(parts.iter().all(|part| part.formula.is_some()));
    let callbacks = mock::at_capture(&running, |formats| callback_counters(&running, formats));
    assert_eq!(
        named(&callbacks),
        [
            "Callbacks pending 23",
            "Callbacks completed 41",
            "Callbacks canceled 0",
            "Callbacks exhausted 2"
        ]
    );
}

#[test]
fn a_metric_that_is_not_reported_is_absent_and_never_0() {
    let empty = bare(json!({"attempts": {}, "counts": {"total": 0, "by_status": {}}}));
    let parts = mock::at_capture(&empty, |formats| metrics(&empty, formats));
    assert_eq!(
        named(&parts),
        ["Completed 0", "Failed 0", "Completion rate — (0 of 0)"]
    );
    let nothing = bare(json!({}));
    mock::at_capture(&nothing, |formats| {
        assert_eq!(metrics(&nothing, formats), []);
        assert_eq!(callback_counters(&nothing, formats), []);
    });
}
