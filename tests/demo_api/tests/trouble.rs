//! Trouble on request shows within two minutes, and nowhere else.

use serde_json::Value;

use super::{number, world};
use crate::answer::snapshot::snapshot;
use crate::campaign::trouble::Trouble;
use crate::world::World;
use crate::zone::MINUTE;

fn shown(world: &World, id: &str) -> Value {
    snapshot(world, world.dialer.find(id).unwrap()).unwrap()
}

/// Snapshots before the trouble, a minute after it, and another minute later.
fn watched(id: &str, trouble: Trouble) -> [Value; 3] {
    let mut world = world(0);
    let before = shown(&world, id);
    let index = world.dialer.find(id).unwrap().index;
    assert!(world.dialer.suffer(index, trouble));
    let mut after = || {
        world.advance(MINUTE).unwrap();
        super::blocks::assert_blocks_add_up(&shown(&world, id));
        shown(&world, id)
    };
    [before, after(), after()]
}

fn waiting(shown: &Value) -> i64 {
    let forecast = shown["dispatch"]["forecast"].as_array().unwrap().iter();
    forecast.map(|group| number(group, "/count")).sum()
}

#[test]
fn an_exhausted_pool_lets_pending_grow_while_active_does_not() {
    for id in ["cmp_8f3k2q", "cmp_1a9ze"] {
        let [before, first, second] = watched(id, Trouble::PoolExhausted);
        assert!(waiting(&first) > waiting(&before), "{id}");
        assert!(waiting(&second) > waiting(&first), "{id}");
        let lines = |shown: &Value| number(shown, "/dispatch/calling_now");
        let pool = &second["dispatch"]["capacity"]["number_pool"];
        let capacity = number(pool, "/in_rotation") * number(pool, "/lines_per_number");
        assert!(
            capacity * 3 <= lines(&before),
            "{id}: {capacity} lines left"
        );
        assert!(
            lines(&first) * 10 <= lines(&before) * 6,
            "{id}: {}",
            lines(&first)
        );
        assert!((capacity..=lines(&first)).contains(&lines(&second)), "{id}");
        assert_eq!(number(&second, "/dispatch/slots_available"), 0, "{id}");
        assert!(
            number(&second, "/counts/ready") > number(&before, "/counts/ready"),
            "{id}"
        );
        assert!(
            number(&second, "/counts/total") > number(&before, "/counts/total"),
            "{id}"
        );
    }
}

#[test]
fn a_carrier_burst_lets_failures_grow_quickly() {
    let [before, first, second] = watched("cmp_8f3k2q", Trouble::CarrierBurst);
    let failed = |shown: &Value| number(shown, "/attempts/failed");
    assert!(failed(&first) > failed(&before) + 30, "{}", failed(&first));
    assert!(failed(&second) > failed(&first) + 30, "{}", failed(&second));
    let held = |shown: &Value| {
        let blockers = shown["dispatch"]["blockers"].as_array().unwrap().iter();
        blockers
            .filter(|blocker| blocker["code"] == "carrier_error")
            .map(|blocker| number(blocker, "/count"))
            .sum::<i64>()
    };
    assert!(held(&second) > held(&before) + 30);
}

#[test]
fn two_numbers_that_nobody_answers_pull_the_answer_rate_down() {
    let [before, first, second] = watched("cmp_8f3k2q", Trouble::AnswerRateCollapse);
    let rate = |from: &Value, to: &Value, of: &str| {
        let since =
            |key: &str| number(to, &format!("{of}/{key}")) - number(from, &format!("{of}/{key}"));
        (since("answered"), since("finished"))
    };
    for place in [0, 1] {
        let (answered, finished) = rate(&before, &second, &format!("/numbers/items/{place}"));
        assert!(
            finished >= 15 && answered * 4 < finished,
            "{place}: {answered} of {finished}"
        );
    }
    let (answered, finished) = rate(&first, &second, "/attempts");
    assert!(
        finished > 30 && answered * 100 < finished * 33,
        "{answered} of {finished}"
    );
}

#[test]
fn trouble_needs_a_campaign_that_runs_and_ends_with_a_reset() {
    let mut world = world(0);
    for id in ["cmp_3tr6b", "cmp_2d71x", "cmp_4nb7c"] {
        let index = world.dialer.find(id).unwrap().index;
        assert!(!world.dialer.suffer(index, Trouble::CarrierBurst), "{id}");
    }
    let index = world.dialer.find("cmp_8f3k2q").unwrap().index;
    let before = shown(&world, "cmp_8f3k2q");
    assert!(world.dialer.suffer(index, Trouble::PoolExhausted));
    world.advance(5 * MINUTE).unwrap();
    world.reset().unwrap();
    assert_eq!(shown(&world, "cmp_8f3k2q"), before);
}
