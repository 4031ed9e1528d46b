//! Previews of campaigns that report little, or nonsense.

use super::*;

#[test]
fn little_is_previewed_of_what_is_not_reported() {
    let bare = mock::bare("running", json!({"campaign": {"concurrency": 9}}));
    let preview = set_to(&bare, 3);
    assert_eq!(
        rows(&preview),
        [
            ["Concurrency", "9", "3"],
            ["Lines allowed", "9", "3"],
            ["Smallest limit", "Concurrency", "Concurrency"]
        ]
    );
    assert_eq!(
        preview.sentence.plain(),
        "Lines in use are not reported. Calls in progress are never cut."
    );
}

#[test]
fn no_figure_breaks_a_preview() {
    for value in [i64::MIN, -1, 0, 1, i64::MAX] {
        let odd = |pointer: &str, value: Value| {
            mock::running_with(|json| *json.pointer_mut(pointer).unwrap() = value)
        };
        let snapshots = [
            odd("/dispatch/capacity/number_pool/in_rotation", json!(value)),
            odd("/dispatch/capacity/lines_in_use", json!(value)),
            odd(
                "/dispatch/capacity/carrier_rate/mean_hold_seconds",
                json!(value as f64),
            ),
            odd("/counts/total", json!(value)),
            odd("/numbers/items/0/answered", json!(value)),
            odd(
                "/campaign/concurrency_range",
                json!({"min": value, "max": value}),
            ),
        ];
        for snapshot in &snapshots {
            for lines in [value, 12] {
                set_to(snapshot, lines);
            }
            removed(snapshot, "+13125550142");
            let preview = closed(snapshot, "16:30");
            let told = format!("{preview:?}");
            assert!(!told.contains("NaN") && !told.contains("inf "), "{told}");
        }
    }
}
