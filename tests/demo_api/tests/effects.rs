//! What the console says that an action will do, against what it then does.

use ringside::domain::effect::{Preview, concurrency, number_removal, window};
use ringside::domain::format::Formats;
use ringside::domain::history::History;
use ringside::domain::snapshot::Snapshot;
use serde_json::Value;

use super::console::{decoded, formatting};
use super::{number, world};
use crate::answer::doing;
use crate::answer::snapshot::snapshot;
use crate::answer::verb::Verb;
use crate::campaign::Refused;
use crate::wish::Wish;
use crate::world::World;
use crate::zone::{HOUR, MINUTE};

const RENEWALS: &str = "cmp_8f3k2q";
/// Lines that a campaign at its limit may be short of it, between two dials.
const LINES: i64 = 2;
/// Points by which the answer rate of an hour may differ from the one foretold.
const POINTS: f64 = 5.0;

fn previewed<T>(world: &World, preview: impl FnOnce(&Snapshot, &History, &Formats<'_>) -> T) -> T {
    let snapshot = decoded(world, RENEWALS);
    let mut history = History::default();
    history.push(&snapshot);
    formatting(world, |formats| preview(&snapshot, &history, formats))
}

fn after(preview: &Preview, label: &str) -> String {
    let row = preview.rows.iter().find(|row| row.label == label);
    row.unwrap().after.clone()
}

fn act(world: &mut World, verb: Verb, body: &str) -> Result<String, Refused> {
    let index = world.dialer.find(RENEWALS).unwrap().index;
    let wish = Wish::read(body.as_bytes()).unwrap();
    let done = doing::act(world, index, verb, wish);
    world.catch_up().unwrap();
    done
}

fn shown(world: &World) -> Value {
    snapshot(world, world.dialer.find(RENEWALS).unwrap()).unwrap()
}

#[test]
fn a_lower_concurrency_uses_the_lines_foretold() {
    for limit in [6, 12, 30] {
        let mut world = world(0);
        let told = previewed(&world, |snapshot, history, formats| {
            concurrency(snapshot, history, limit, formats)
        });
        assert_eq!(after(&told, "Lines in use"), limit.to_string());
        let body = format!("{{\"concurrency\":{limit}}}");
        act(&mut world, Verb::SetConcurrency, &body).unwrap();
        world.advance(12 * MINUTE).unwrap();
        let lines = number(&shown(&world), "/dispatch/calling_now");
        assert!(
            (limit - LINES..=limit).contains(&lines),
            "{lines} of {limit}"
        );
    }
}

#[test]
fn a_pool_without_a_number_carries_and_answers_what_was_foretold() {
    for (id, lines) in [("num_0002", 30), ("num_0007", 36)] {
        let mut world = world(0);
        let told = previewed(&world, |snapshot, history, formats| {
            number_removal(snapshot, history, id, formats).unwrap()
        });
        assert_eq!(after(&told, "Pool lines"), lines.to_string(), "{id}");
        let rate = after(&told, "Pool answer rate");
        let rate: f64 = rate.trim_end_matches('%').parse().unwrap();
        let body = format!("{{\"number_id\":\"{id}\"}}");
        act(&mut world, Verb::RemoveNumber, &body).unwrap();
        // Until its last call has ended.
        world.advance(12 * MINUTE).unwrap();
        let settled = shown(&world);
        let in_use = number(&settled, "/dispatch/calling_now");
        assert!((lines - LINES..=lines).contains(&in_use), "{id}: {in_use}");
        world.advance(HOUR).unwrap();
        let later = shown(&world);
        let grown = |key: &str| {
            let key = format!("/attempts/{key}");
            (number(&later, &key) - number(&settled, &key)) as f64
        };
        let answers = 100.0 * grown("answered") / grown("finished");
        assert!(
            (answers - rate).abs() < POINTS,
            "{id}: {answers} for {rate}"
        );
    }
}

#[test]
fn what_the_console_refuses_the_dialer_refuses_too() {
    let mut world = world(0);
    for limit in [-1, 0, 1, 59, 60, 61, 120, 121] {
        let told = previewed(&world, |snapshot, history, formats| {
            concurrency(snapshot, history, limit, formats)
        });
        world.reset().unwrap();
        let body = format!("{{\"concurrency\":{limit}}}");
        let done = act(&mut world, Verb::SetConcurrency, &body);
        assert_eq!(told.refused.is_some(), done.is_err(), "{limit}: {done:?}");
        world.reset().unwrap();
    }
    for closes in [
        "14:00", "14:30", "14:31", "16:30", "17:59", "18:00", "23:59", "24:00", "5 pm", "",
    ] {
        let told = previewed(&world, |snapshot, history, formats| {
            window(snapshot, history, closes, formats).unwrap()
        });
        let body = format!("{{\"closes\":\"{closes}\"}}");
        let done = act(&mut world, Verb::SetWindow, &body);
        assert_eq!(told.refused.is_some(), done.is_err(), "{closes}: {done:?}");
        world.reset().unwrap();
    }
}
