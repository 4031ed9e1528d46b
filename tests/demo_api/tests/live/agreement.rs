//! Every card against the campaigns' own snapshots and the rows of the store.

use serde_json::Value;

use super::{at, do_to, live};
use crate::answer::snapshot::snapshot;
use crate::answer::verb::Verb;
use crate::tests::{number, sum, world};
use crate::world::World;
use crate::zone::{HOUR, MINUTE, Zone};

fn snapshots(world: &World) -> Vec<Value> {
    let shown = world.dialer.shown();
    shown
        .map(|campaign| snapshot(world, campaign).unwrap())
        .collect()
}

/// What the rows of every store count.
fn counted(world: &World, condition: &str) -> i64 {
    let sql = format!("SELECT COUNT(*) FROM attempt WHERE {condition}");
    world
        .stores()
        .map(|store| {
            let connection = &store.connection;
            connection
                .query_row(&sql, [], |row| row.get::<_, i64>(0))
                .unwrap()
        })
        .sum()
}

fn assert_campaigns_agree(world: &World, snapshots: &[Value]) {
    let card = live(world, "campaigns");
    let with = |status: &str| {
        let wanted = |shown: &&Value| shown["campaign"]["status"] == status;
        snapshots.iter().filter(wanted).count()
    };
    let items = card["items"].as_array().unwrap();
    let listed = with("running") + with("paused") + with("failed");
    assert_eq!(items.len(), listed, "all listed, and what failed today");
    assert_eq!(card["running"], with("running"));
    let at_work = items.iter().filter(|item| item["status"] != "failed");
    let in_use: i64 = at_work.map(|item| number(item, "/lines/in_use")).sum();
    let calls = live(world, "calls");
    assert!(in_use <= number(&calls, "/lines_in_use"));
    let ended = world.dialer.campaigns.iter();
    let ended = ended.filter(|campaign| campaign.status.is_ended());
    let left: u32 = ended.map(|campaign| campaign.lines).sum();
    assert_eq!(in_use + i64::from(left), number(&calls, "/lines_in_use"));
    for item in items {
        let shown = snapshots
            .iter()
            .find(|shown| shown["campaign"]["id"] == item["id"])
            .unwrap();
        let id = item["id"].as_str().unwrap();
        assert_eq!(item["status"], shown["campaign"]["status"], "{id}");
        assert_eq!(item["progress"]["total"], shown["counts"]["total"], "{id}");
        for key in ["dialed", "finished", "answered"] {
            assert_eq!(item["attempts"][key], shown["attempts"][key], "{id} {key}");
        }
        if item["status"] != "failed" {
            assert_eq!(
                item["lines"]["in_use"], shown["dispatch"]["calling_now"],
                "{id}"
            );
        }
        assert_curve(world, id, &item["curve"]);
    }
}

fn assert_curve(world: &World, id: &str, curve: &Value) {
    let campaign = world.dialer.find(id).unwrap();
    let buckets = curve["attempts"].as_array().unwrap();
    assert!((1..=48).contains(&buckets.len()), "{id}");
    let from = at(&curve["from"]);
    let span = buckets.len() as i64 * 15 * MINUTE;
    assert!((from..from + span).contains(&world.now()), "{id}");
    let sum: i64 = buckets.iter().map(|count| count.as_i64().unwrap()).sum();
    let condition = format!("campaign = {} AND ended_at >= {from}", campaign.index);
    assert_eq!(sum, counted(world, &condition), "{id}");
}

fn assert_hours_are_those_of_the_rows(world: &World) {
    let card = live(world, "calls");
    for (name, end) in [("hour", world.now()), ("hour_before", world.now() - HOUR)] {
        let begun = format!("dialed_at > {} AND dialed_at <= {end}", end - HOUR);
        for (key, condition) in [
            ("attempts", "TRUE"),
            ("finished", "ended_at IS NOT NULL"),
            (
                "answered",
                "answered_at IS NOT NULL AND ended_at IS NOT NULL",
            ),
            ("carrier_errors", "sip = 503"),
        ] {
            let rows = counted(world, &format!("{begun} AND {condition}"));
            assert_eq!(card[name][key], rows, "{name} {key}");
        }
    }
}

fn assert_states_agree(world: &World, snapshots: &[Value]) {
    let card = live(world, "states");
    let rows = || {
        snapshots
            .iter()
            .filter_map(|shown| shown["states"].as_array())
    };
    for state in card["states"].as_array().unwrap() {
        let same = || {
            rows()
                .flatten()
                .filter(|row| row["state"] == state["state"])
        };
        for key in ["count", "over_half", "over_limit"] {
            let total: i64 = same().map(|row| row[key].as_i64().unwrap()).sum();
            assert_eq!(state[key], total, "{} {key}", state["state"]);
        }
        let oldest = same()
            .filter_map(|row| row["oldest_seconds"].as_i64())
            .max();
        assert_eq!(state["oldest_seconds"].as_i64(), oldest);
    }
    let worst = card["worst"].as_array().unwrap();
    assert!(worst.is_sorted_by_key(|row| std::cmp::Reverse(row["oldest_seconds"].as_i64())));
    if worst.len() < 10 {
        let over = sum(&card["states"], "over_limit");
        assert_eq!(sum(&card["worst"], "over_limit"), over);
    }
    let callbacks = live(world, "callbacks");
    let waiting = card["states"].as_array().unwrap().iter();
    let late = waiting
        .filter(|row| row["state"] == "callback_scheduled")
        .map(|row| row["over_limit"].as_i64().unwrap());
    assert_eq!(number(&callbacks, "/past_due"), late.sum::<i64>());
    let pending = snapshots
        .iter()
        .filter_map(|shown| shown.pointer("/callbacks/pending")?.as_i64());
    assert_eq!(number(&callbacks, "/pending"), pending.sum::<i64>());
    assert!(number(&callbacks, "/past_due") <= number(&callbacks, "/due"));
    assert!(number(&callbacks, "/due") <= number(&callbacks, "/pending"));
}

fn assert_runtime_agrees(world: &World, snapshots: &[Value]) {
    let card = live(world, "runtime");
    let dispatches = || snapshots.iter().filter_map(|shown| shown.get("dispatch"));
    let queued: i64 = dispatches().map(|row| number(row, "/queued")).sum();
    assert_eq!(number(&card, "/queue/depth"), queued);
    let oldest = dispatches()
        .filter_map(|row| row["queued_oldest_seconds"].as_i64())
        .max();
    assert_eq!(card["queue"]["oldest_seconds"].as_i64(), oldest);
    let windows = || {
        let running = snapshots.iter();
        running
            .filter(|shown| shown["campaign"]["status"] == "running")
            .filter_map(|shown| shown.get("call_window"))
    };
    let open = windows().filter(|window| window["open"] == true);
    assert_eq!(card["windows"]["open"], open.count());
    assert_eq!(card["windows"]["total"], windows().count());
    let workers = &card["workers"];
    let silent = workers["silent"].as_array().unwrap().len() as i64;
    assert_eq!(number(workers, "/up") + silent, number(workers, "/total"));
}

/// The card holds what the list of all runs says has not ended, or ended lately with failures.
fn assert_jobs_agree(world: &World) {
    let card = live(world, "jobs");
    let all = world.jobs.summaries(world.now());
    for status in ["running", "waiting", "queued"] {
        let with = all.iter().filter(|job| job["status"] == status);
        assert_eq!(card[status], with.count(), "{status}");
    }
    let lately = world.now() - 12 * HOUR;
    let wanted: Vec<&Value> = all
        .iter()
        .filter(|job| {
            let has_failures = job["status"] == "failed" || number(job, "/counts/failed") > 0;
            job["ended_at"].is_null() || (has_failures && at(&job["ended_at"]) > lately)
        })
        .take(50)
        .collect();
    assert!(wanted.iter().any(|job| !job["ended_at"].is_null()));
    assert_eq!(
        card["items"],
        Value::from(wanted.into_iter().cloned().collect::<Vec<_>>())
    );
    let finished = number(&card, "/finished_today");
    assert!((0..=finished).contains(&number(&card, "/failed_today")));
    let today = at(&Value::from(format!(
        "{}T00:00:00-06:00",
        Zone::Chicago.local(world.now()).date()
    )));
    let ended = |job: &&Value| !job["ended_at"].is_null() && at(&job["ended_at"]) >= today;
    assert_eq!(finished, all.iter().filter(ended).count() as i64);
}

fn assert_agrees(world: &World) {
    let snapshots = snapshots(world);
    assert_campaigns_agree(world, &snapshots);
    assert_hours_are_those_of_the_rows(world);
    assert_states_agree(world, &snapshots);
    assert_runtime_agrees(world, &snapshots);
    assert_jobs_agree(world);
}

#[test]
fn every_card_agrees_with_the_snapshots_and_the_rows() {
    let mut world = world(36_000);
    assert_agrees(&world);
    for step in 0..12 {
        world
            .advance(if step < 6 { 13_700 } else { 23 * MINUTE })
            .unwrap();
        match step {
            3 => do_to(&mut world, "cmp_8f3k2q", Verb::Pause),
            5 => do_to(&mut world, "cmp_1a9ze", Verb::Stop),
            9 => do_to(&mut world, "cmp_8f3k2q", Verb::Resume),
            _ => {}
        }
        assert_agrees(&world);
    }
}
