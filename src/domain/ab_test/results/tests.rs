#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use serde_json::{Value, json};

use super::*;
use crate::domain::mock;

fn of(test: Value) -> Option<AbResults> {
    let snapshot = mock::bare("running", json!({"ab_test": test}));
    mock::at_capture(&snapshot, |formats| results(&snapshot, formats))
}

#[test]
fn the_running_example_reads_as_designed() {
    let snapshot = mock::running();
    let found = mock::at_capture(&snapshot, |formats| results(&snapshot, formats)).unwrap();
    assert_eq!(
        found.verdict,
        "Too early to call. B leads by 2.3 pt; the 95% range −1.4 to +6.1 still includes zero."
    );
    assert_eq!(
        (&*found.badge, found.tone),
        ("Too early to call", Tone::Accent)
    );
    let first = &found.rows[0];
    assert_eq!(
        (&*first.sub, &*first.rate),
        ("direct opening, 60%", "26.7%")
    );
}

fn variant(name: &str, calls: Value, reached: Value) -> Value {
    json!({"id": name, "name": name, "calls": calls, "reached": reached})
}

#[test]
fn a_winner_is_named_only_when_chance_is_ruled_out() {
    for (minimum, variants, badge, verdict) in [
        (
            json!(50),
            json!([
                variant("A - x", json!(1000), json!(200)),
                variant("B - y", json!(1000), json!(300))
            ]),
            "B leads",
            "B leads by 10.0 pt; the 95% range +6.2 to +13.7 excludes zero.",
        ),
        (
            json!(50),
            json!([
                variant("A - x", json!(1000), json!(300)),
                variant("B - y", json!(1000), json!(200))
            ]),
            "A leads",
            "A leads by 10.0 pt; the 95% range +6.2 to +13.7 excludes zero.",
        ),
        (
            json!(200),
            json!([
                variant("A - x", json!(1000), json!(200)),
                variant("B - y", json!(45), json!(40))
            ]),
            "Not enough data",
            "Not enough data: each variant needs 200 calls, and B has 45.",
        ),
        (
            json!(null),
            json!([
                variant("A", json!(99), json!(2)),
                variant("B", json!(500), json!(40))
            ]),
            "Not enough data",
            "Not enough data: each variant needs 100 calls, and A has 99.",
        ),
        (
            json!(1),
            json!([
                variant("A", json!(null), json!(2)),
                variant("B", json!(500), json!(40))
            ]),
            "Not enough data",
            "Not enough data: each variant needs 1 call, and A does not report its calls.",
        ),
        (
            json!(10),
            json!([
                variant("A", json!(500), json!(40)),
                variant("B", json!(500), json!(40))
            ]),
            "Too early to call",
            "Too early to call. No variant leads; the 95% range −3.4 to +3.4 still includes zero.",
        ),
        (
            json!(10),
            json!([variant("A", json!(500), json!(40))]),
            "One variant",
            "There is one variant only; nothing to compare it with.",
        ),
    ] {
        let found = of(json!({"minimum_calls": minimum, "variants": variants})).unwrap();
        assert_eq!((&*found.badge, &*found.verdict), (badge, verdict));
    }
}

#[test]
fn without_variants_there_is_no_test() {
    for test in [json!(null), json!({"variants": []}), json!({}), json!(3)] {
        assert_eq!(of(test), None);
    }
}

#[test]
fn contradicting_counts_are_shown_and_conclude_nothing() {
    let odd = json!([
        variant("A", json!(500), json!(900)),
        variant("B", json!(-4), json!(i64::MIN))
    ]);
    let found = of(json!({"variants": odd, "minimum_calls": -9})).unwrap();
    assert_eq!(found.badge, "Not enough data");
    assert_eq!(found.rows[0].rate, "180.0%");
    assert_eq!(found.rows[0].fraction, Some(1.0));
    assert_eq!(found.rows[1].rate, "—");
}

#[test]
fn a_variant_of_too_few_calls_is_marked_below_its_minimum_alone() {
    let small = |minimum: Value, calls: i64| {
        let variants = json!([
            variant("A", json!(calls), json!(9)),
            variant("B", json!(900), json!(9))
        ]);
        let found = of(json!({"minimum_calls": minimum, "variants": variants})).unwrap();
        found.rows[0].small_sample
    };
    for minimum in [json!(50), json!(1)] {
        let least = minimum.as_i64().unwrap();
        let marked = [least - 1, least, least + 1].map(|calls| small(minimum.clone(), calls));
        assert_eq!(marked, [true, false, false], "{minimum}");
    }
    for unset in [json!(0), json!(null)] {
        assert_eq!(
            [99, 100].map(|calls| small(unset.clone(), calls)),
            [true, false]
        );
    }
}
