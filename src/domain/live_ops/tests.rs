#![allow(clippy::unwrap_used)]
use super::*;
use crate::domain::mock::cards::{NOW, cards};
use serde_json::json;

#[test]
fn the_youngest_card_says_what_time_it_is() {
    let mut known = cards(&json!({
        "runtime": {"captured_at": "2026-11-12T14:32:08-06:00"},
        "jobs": {"captured_at": "2026-11-12T14:32:03-06:00", "items": []},
    }));
    assert_eq!(known.now(), Some(NOW));
    for (confirmed, now) in [(0, NOW), (4_000, NOW), (9_000, NOW + 4_000)] {
        known.confirmed.insert(CardKind::Jobs, confirmed);
        assert_eq!(known.now(), Some(now), "{confirmed}");
    }
    assert_eq!(cards(&json!({"runtime": {}})).now(), None);
    assert_eq!(Cards::default().now(), None);
}

#[test]
fn what_was_not_confirmed_keeps_its_moment_as_it_was_sent() {
    let mut known = cards(&json!({"runtime": {"captured_at": "2026-11-12T14:32:08-06:00"}}));
    known.confirmed.insert(CardKind::Runtime, 0);
    let read = known.read_at(CardKind::Runtime).unwrap();
    assert_eq!(read.text, "2026-11-12T14:32:08-06:00");
}

#[test]
fn the_zone_of_most_campaigns_is_told_else_the_first() {
    let zone = |zones: &[&str]| {
        let rows = zones
            .iter()
            .map(|zone| json!({"id": "c", "name": "C", "status": "running", "time_zone": zone}));
        let items = rows.collect::<Vec<_>>();
        let known = cards(&json!({"campaigns": {"items": items}}));
        known.zone().map(str::to_owned)
    };
    assert_eq!(zone(&["A", "B", "B"]).as_deref(), Some("B"));
    assert_eq!(zone(&["A", "B", "B", "A"]).as_deref(), Some("A"));
    assert_eq!(zone(&[]), None);
    assert_eq!(Cards::default().zone(), None);
}
