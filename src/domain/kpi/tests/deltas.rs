//! What changed since the refresh before.

use super::*;

fn delta(key: &str, before: &Snapshot, now: &Snapshot) -> Option<Delta> {
    let mut history = History::default();
    history.push(before);
    history.push(now);
    let tiles = mock::at_capture(now, |formats| {
        tiles(now, history.previous(), &history, formats)
    });
    tiles
        .into_iter()
        .find(|tile| tile.key == key)
        .unwrap()
        .delta
}

#[test]
fn changes_read_as_designed() {
    let (before, now) = (mock::running(), mock::paused());
    for (key, text, judgement, spoken) in [
        ("progress", "▲ 1.0 pt", Judgement::Neutral, "up 1.0 points"),
        ("active", "▼ 38", Judgement::Neutral, "down 38"),
        ("completed", "▲ 29", Judgement::Neutral, "up 29"),
        ("failed", "▲ 18", Judgement::Neutral, "up 18"),
        ("pending", "▼ 9", Judgement::Neutral, "down 9"),
        ("answer_rate", "▼ 0.7 pt", Judgement::Bad, "down 0.7 points"),
        ("average", "no change", Judgement::Neutral, "no change"),
        ("spend", "▲ $5.68", Judgement::Neutral, "up $5.68"),
        ("goal", "▲ 6", Judgement::Good, "up 6"),
    ] {
        let delta = delta(key, &before, &now).unwrap();
        assert_eq!(delta.text, text, "{key}");
        assert_eq!(
            (delta.judgement, delta.spoken.as_str()),
            (judgement, spoken),
            "{key}"
        );
    }
}

#[test]
fn a_change_smaller_than_its_digits_is_none() {
    let finished = |count: i64| bare(json!({"attempts": {"finished": count, "answered": 411}}));
    let delta = delta("answer_rate", &finished(1_000_000), &finished(1_000_001)).unwrap();
    assert_eq!(
        (delta.text.as_str(), delta.judgement),
        ("no change", Judgement::Neutral)
    );
    assert!(!delta.is_change());
}

#[test]
fn a_figure_that_was_not_reported_before_has_no_change() {
    let with = mock::running();
    let without = mock::running_with(|json| mock::remove(json, "", "attempts"));
    assert_eq!(delta("answer_rate", &without, &with), None);
    assert_eq!(delta("answer_rate", &with, &without), None);
    let euros = mock::running_with(|json| json["cost"]["total"]["currency"] = json!("EUR"));
    assert_eq!(
        delta("spend", &with, &euros),
        None,
        "two currencies have no difference"
    );
}
