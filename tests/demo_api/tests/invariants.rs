//! What adds up at every instant, whatever happens.

use serde_json::Value;

use super::recount::assert_counted;
use super::{blocks, made, number, origin, sum, world};
use crate::answer::snapshot::snapshot;
use crate::gate::Gate;
use crate::task_state::{Family, State};
use crate::world::World;
use crate::zone::{HOUR, MINUTE};

/// The rows say what the simulation holds.
fn assert_written(world: &World) {
    for campaign in &world.dialer.campaigns {
        let figures = world
            .store_of(campaign)
            .unwrap()
            .figures(campaign.index)
            .unwrap();
        for state in State::ALL {
            let simulated = campaign
                .tasks
                .iter()
                .filter(|task| task.state == state)
                .count() as i64;
            let asleep = if campaign.plan.audience.asleep == 0 {
                0
            } else {
                figures.in_state(state) - simulated
            };
            assert_eq!(
                figures.in_state(state),
                simulated + asleep.max(0),
                "{} {state:?}",
                campaign.plan.id
            );
        }
        assert_eq!(
            figures.lines(),
            i64::from(campaign.lines),
            "{}",
            campaign.plan.id
        );
        let (ai, telephony) = figures.cost_micros();
        assert_eq!(
            ai + telephony,
            campaign.spent_micros,
            "{}",
            campaign.plan.id
        );
    }
}

fn assert_within_caps(world: &World) {
    let dialer = &world.dialer;
    assert!(dialer.lines_in_use() <= dialer.line_cap);
    for (position, group) in dialer.groups.iter().enumerate() {
        let lines: u32 = dialer
            .campaigns
            .iter()
            .filter(|campaign| campaign.plan.line_group == Some(position))
            .map(|campaign| campaign.lines)
            .sum();
        assert!(lines <= group.cap, "{}: {lines}", group.name);
    }
    for campaign in &dialer.campaigns {
        let limit = campaign.concurrency.max(campaign.plan.pace.concurrency);
        assert!(campaign.lines <= limit, "{}", campaign.plan.id);
        for number in campaign.pool.iter().flat_map(|pool| &pool.numbers) {
            let most = campaign.pool.as_ref().unwrap().lines_per_number;
            assert!(number.lines_in_use <= most, "{}", number.e164);
        }
    }
}

/// What the console adds up from a snapshot.
fn assert_adds_up(world: &World) {
    for campaign in &world.dialer.campaigns {
        let id = &campaign.plan.id;
        let shown = snapshot(world, campaign).unwrap();
        let figures = world
            .store_of(campaign)
            .unwrap()
            .figures(campaign.index)
            .unwrap();
        let by_status: i64 = shown["counts"]["by_status"]
            .as_object()
            .unwrap()
            .values()
            .map(|count| count.as_i64().unwrap())
            .sum();
        assert_eq!(by_status, number(&shown, "/counts/total"), "{id}");
        let [dialed, finished, answered, live, completed] = [
            "dialed",
            "finished",
            "answered",
            "answered_live",
            "completed",
        ]
        .map(|key| number(&shown, &format!("/attempts/{key}")));
        assert!(
            completed <= live && live <= answered && answered <= finished && finished <= dialed,
            "{id}"
        );
        assert_eq!(dialed - finished, figures.lines(), "{id}: in flight");
        if let Some(pool) = shown.get("numbers") {
            assert_eq!(sum(&pool["items"], "attempts"), dialed, "{id}");
            assert_eq!(sum(&pool["items"], "finished"), finished, "{id}");
            assert_eq!(sum(&pool["items"], "answered"), answered, "{id}");
        }
        blocks::assert_blocks_add_up(&shown);
        if let Some(dispatch) = shown.get("dispatch") {
            let waiting = figures.in_family(Family::Waiting);
            let gate = Gate::of(&world.dialer, campaign);
            let can_go = if gate == Gate::Open {
                figures.unheld()
            } else {
                0
            };
            assert_eq!(
                sum(&dispatch["blockers"], "count"),
                waiting - can_go,
                "{id}: {gate:?}"
            );
            assert_eq!(sum(&dispatch["forecast"], "count"), waiting, "{id}");
            assert_eq!(number(dispatch, "/calling_now"), figures.lines(), "{id}");
        }
    }
}

/// All of it, at this instant.
pub(super) fn assert_holds(world: &World) {
    assert_within_caps(world);
    assert_adds_up(world);
    assert_written(world);
}

#[test]
fn figures_add_up_at_every_instant_of_an_afternoon() {
    let mut world = world(2_000);
    for step in 0..60 {
        world
            .advance(if step < 40 { 7_300 } else { 11 * MINUTE })
            .unwrap();
        assert_holds(&world);
    }
    assert_counted(&world);
}

#[test]
fn caps_hold_after_every_single_event_of_the_history() {
    let mut world = world(2_000);
    for _ in 0..20_000 {
        world.dialer.run(world.dialer.now() + 37);
        assert_within_caps(&world);
    }
}

#[test]
fn sleeping_rows_are_counted_like_the_others() {
    let mut world = world(36_000);
    assert_counted(&world);
    world.advance(HOUR).unwrap();
    assert_counted(&world);
    assert_adds_up(&world);
    assert_written(&world);
    let index = world.dialer.find("cmp_million").unwrap().index;
    let now = world.now();
    world.dialer.campaigns[index].end_early(None, "A. Ruiz", now);
    world.catch_up().unwrap();
    assert_counted(&world);
    let campaign = &world.dialer.campaigns[index];
    let figures = world.store_of(campaign).unwrap().figures(index).unwrap();
    assert_eq!(figures.in_state(State::RetryScheduled), 0);
    assert!(
        figures.in_state(State::Pending) > 10_000,
        "nobody called them"
    );
    assert_eq!(figures.total(), 36_000);
}

fn everything(world: &World) -> Vec<Value> {
    world
        .dialer
        .campaigns
        .iter()
        .map(|campaign| snapshot(world, campaign).unwrap())
        .collect()
}

#[test]
fn how_time_is_cut_makes_no_difference_and_the_seed_does() {
    let mut at_once = world(0);
    let mut in_steps = world(0);
    at_once.advance(50 * MINUTE).unwrap();
    for _ in 0..500 {
        in_steps.advance(6_000).unwrap();
    }
    assert_eq!(everything(&at_once), everything(&in_steps));
    let mut other = made(crate::world::Origin {
        seed: 8,
        ..origin(0)
    });
    other.advance(50 * MINUTE).unwrap();
    assert_ne!(everything(&at_once), everything(&other));
}

#[test]
fn a_reset_brings_the_beginning_back() {
    let mut world = world(2_000);
    let before = everything(&world);
    world.advance(2 * HOUR).unwrap();
    assert_ne!(everything(&world), before);
    world.reset().unwrap();
    assert_eq!(everything(&world), before);
    world.advance(MINUTE).unwrap();
    assert_counted(&world);
}
