//! The four incidents, one for each symptom, as the reports and answers show them.

use serde_json::Value;

use super::triage::{assert_duplicates_add_up, assert_failures_add_up};
use super::{number, world};
use crate::answer::debug::debug;
use crate::answer::snapshot::snapshot;
use crate::campaign::trouble::Trouble;
use crate::ids;
use crate::jobs::trouble::Trouble as JobTrouble;
use crate::task::Task;
use crate::task_state::{Hold, State};
use crate::triage::{duplicates, failures};
use crate::world::World;
use crate::zone::{MINUTE, Ms};

fn shown(world: &World, id: &str) -> Value {
    snapshot(world, world.dialer.find(id).unwrap()).unwrap()
}

fn failures(world: &World, id: &str) -> Value {
    let report = failures::of_campaign(world, id).unwrap();
    assert_failures_add_up(&report, id);
    report
}

fn troubled(id: &str, trouble: Trouble) -> World {
    let mut world = world(0);
    let index = world.dialer.find(id).unwrap().index;
    assert!(world.dialer.suffer(index, trouble));
    world
}

fn total(report: &Value, at: &str, holds: impl Fn(&Value) -> bool) -> i64 {
    let groups = report["groups"].as_array().unwrap().iter();
    groups
        .filter(|group| holds(group))
        .map(|group| number(group, at))
        .sum()
}

#[test]
fn taken_permits_let_nothing_dial_while_the_campaign_runs() {
    let mut world = troubled("cmp_1a9ze", Trouble::PermitsTaken);
    world.advance(12 * MINUTE).unwrap();
    let quiet = shown(&world, "cmp_1a9ze");
    super::blocks::assert_blocks_add_up(&quiet);
    assert_eq!(quiet["campaign"]["status"], "running");
    let tenant = &quiet["dispatch"]["capacity"]["tenant"];
    assert_eq!(tenant["used_by_others"], tenant["line_cap"]);
    assert_eq!(number(&quiet, "/dispatch/calling_now"), 0);
    assert_eq!(number(&quiet, "/dispatch/slots_available"), 0);
    assert!(number(&quiet, "/counts/ready") > 0);
    assert_eq!(world.dialer.lines_in_use(), world.dialer.line_cap);
    world.advance(10 * MINUTE).unwrap();
    let later = shown(&world, "cmp_1a9ze");
    for at in [
        "/attempts/dialed",
        "/attempts/completed",
        "/counts/by_status/completed",
    ] {
        assert_eq!(number(&later, at), number(&quiet, at), "{at}");
    }
    assert_eq!(later["counts"]["by_status"].get("leased"), None);
    world.advance(45 * MINUTE).unwrap();
    let over = shown(&world, "cmp_1a9ze");
    assert!(number(&over, "/attempts/dialed") > number(&later, "/attempts/dialed"));
}

#[test]
fn a_lost_carrier_fails_most_dials_and_the_breaker_pauses_the_campaign() {
    let mut world = troubled("cmp_1a9ze", Trouble::CarrierOutage);
    let before = failures(&world, "cmp_1a9ze");
    world.advance(6 * MINUTE).unwrap();
    let paused = shown(&world, "cmp_1a9ze");
    super::blocks::assert_blocks_add_up(&paused);
    assert_eq!(paused["campaign"]["status"], "paused");
    let reason = paused["campaign"]["pause"]["reason"].as_str().unwrap();
    assert!(reason.starts_with("Failure breaker: "), "{reason}");
    let report = failures(&world, "cmp_1a9ze");
    let lost = |group: &Value| {
        group["carrier"] == "Twilio" && matches!(number(group, "/sip_status"), 503 | 504)
    };
    let carrier = |report: &Value| {
        total(report, "/attempts", |group| {
            number(group, "/sip_status") >= 500
        })
    };
    let (all, of_lost) = (carrier(&report), total(&report, "/attempts", lost));
    assert!(
        of_lost > 80 && of_lost * 10 >= all * 9,
        "{of_lost} of {all}"
    );
    assert!(all > carrier(&before) + 80);
    let timeouts = total(&report, "/attempts", |group| {
        group["code"] == "provider_timeout"
    });
    assert!(timeouts > 5 && timeouts * 3 < all, "{timeouts} of {all}");
    // Retried once, and then given up with attempts left.
    let (contacts, retried) = (
        total(&report, "/contacts", lost),
        total(&report, "/retried", lost),
    );
    let scheduled = total(&report, "/retry_scheduled", lost);
    assert!(
        retried > 20 && scheduled > 5,
        "{retried} and {scheduled} of {contacts}"
    );
    assert!(contacts - scheduled > 20, "{scheduled} of {contacts}");
    let campaign = world.dialer.find("cmp_1a9ze").unwrap();
    let gave_up = |task: &&Task| {
        task.hold == Hold::CarrierError
            && task.state == State::Exhausted
            && task.attempts < campaign.plan.pace.max_attempts
    };
    let task = campaign.tasks.iter().find(gave_up).unwrap();
    let told = debug(&world, campaign, &ids::task(task.row)).unwrap();
    let ends: Vec<&str> = { told["events"].as_array().unwrap().iter() }
        .filter_map(|event| event["detail"].as_str())
        .filter(|detail| detail.starts_with("SIP 50"))
        .collect();
    assert!(ends[0].ends_with("it is not tried again."), "{ends:?}");
    assert!(
        ends[1].contains("The cool-off of 1 min 0 s ends"),
        "{ends:?}"
    );
    // The carrier is well again a quarter of an hour after it was lost.
    let number_of = |world: &World| {
        let pool = world
            .dialer
            .find("cmp_1a9ze")
            .unwrap()
            .pool
            .clone()
            .unwrap();
        pool.trunks[0].failure_share(world.now())
    };
    assert!(number_of(&world) > 0.9);
    world.advance(10 * MINUTE).unwrap();
    assert!(number_of(&world) < 0.01);
}

#[test]
fn a_bad_part_of_the_file_fails_for_good() {
    let mut world = troubled("cmp_8f3k2q", Trouble::BadNumbers);
    let before = failures(&world, "cmp_8f3k2q");
    world.advance(10 * MINUTE).unwrap();
    super::blocks::assert_blocks_add_up(&shown(&world, "cmp_8f3k2q"));
    let report = failures(&world, "cmp_8f3k2q");
    let bad = |group: &Value| group["code"] == "invalid_number";
    let new = total(&report, "/contacts", bad) - total(&before, "/contacts", bad);
    assert!(new > 400, "{new}");
    assert!(total(&report, "/contacts", |group| group["sip_status"] == 484) > 80);
    assert_eq!(total(&report, "/retried", bad), 0);
    assert_eq!(total(&report, "/retry_scheduled", bad), 0);
    let segments = report["segments"].as_array().unwrap().iter();
    let share = |part: &Value| number(part, "/failed") * 100 / number(part, "/finished").max(1);
    let parts: Vec<i64> = segments
        .filter(|segment| segment["kind"] == "upload_part")
        .map(share)
        .collect();
    assert_eq!(
        parts.iter().filter(|share| **share > 60).count(),
        1,
        "{parts:?}"
    );
    assert!(
        parts.iter().filter(|share| **share < 5).count() >= 7,
        "{parts:?}"
    );
}

#[test]
fn a_second_run_repeats_deliveries_of_which_some_get_through() {
    let mut world = world(0);
    let report = |world: &World, id: &str| {
        let report = world.jobs.duplicate_report(id, world.now()).unwrap();
        assert_duplicates_add_up(&report, id);
        report
    };
    let before = report(&world, "job_2f10c");
    assert_eq!(before["runs"].as_array().unwrap().len(), 1);
    assert_eq!(number(&before, "/upload/repeated"), 0);
    let now = world.now();
    world
        .jobs
        .suffer("job_2f10c", JobTrouble::SecondRun, now)
        .unwrap();
    let mut last = 0;
    for _ in 0..3 {
        world.advance(4 * MINUTE as Ms).unwrap();
        let after = report(&world, "job_2f10c");
        assert!(number(&after, "/deliveries/repeated") > last);
        last = number(&after, "/deliveries/repeated");
    }
    let after = report(&world, "job_2f10c");
    let runs = after["runs"].as_array().unwrap();
    let scopes: Vec<&Value> = runs.iter().map(|run| &run["is_scope"]).collect();
    assert_eq!(scopes, [&Value::from(true), &Value::from(false)]);
    assert_eq!(runs[0]["upload_id"], runs[1]["upload_id"]);
    assert_eq!(runs[1]["started_by"], "Integration policy-sync");
    let through = number(&after, "/deliveries/got_through");
    assert!(through > 5 && through * 5 < last, "{through} of {last}");
    let again = number(&after, "/reached_again/contacts");
    assert!(again > 0 && again <= through, "{again} of {through}");
    let samples = after["samples"].as_array().unwrap();
    assert_eq!(samples.len() as i64, through.min(20));
    assert!(
        samples
            .iter()
            .all(|sample| sample["calls"].as_array().unwrap().len() == 2)
    );
    // The second run itself: what was dropped is left out, and nothing of it has failed.
    let second = runs[1]["job_id"].as_str().unwrap();
    let of_second = world.jobs.failure_report(second, world.now()).unwrap();
    assert_failures_add_up(&of_second, second);
    assert_eq!(report(&world, second)["deliveries"], after["deliveries"]);
    let refused = world
        .jobs
        .suffer(second, JobTrouble::SecondRun, world.now());
    assert!(refused.is_err(), "a second run is not run a second time");
    let quiet = duplicates::of_campaign(&world, "cmp_8f3k2q").unwrap();
    assert_eq!(number(&quiet, "/reached_again/contacts"), 0);
}
