//! Each campaign of the demo shows what it is there to show.

use serde_json::Value;

use super::{number, sum, world};
use crate::answer::snapshot::snapshot;
use crate::world::World;

fn shown(world: &World, id: &str) -> Value {
    snapshot(world, world.dialer.find(id).unwrap()).unwrap()
}

fn blocked_by(shown: &Value, code: &str) -> i64 {
    shown["dispatch"]["blockers"]
        .as_array()
        .unwrap()
        .iter()
        .find(|blocker| blocker["code"] == code)
        .map_or(0, |blocker| number(blocker, "/count"))
}

#[test]
fn policy_renewals_fills_its_pool() {
    let shown = shown(&world(0), "cmp_8f3k2q");
    assert_eq!(number(&shown, "/counts/total"), 4_812);
    assert_eq!(number(&shown, "/dispatch/calling_now"), 36);
    assert_eq!(number(&shown, "/dispatch/slots_available"), 0);
    assert_eq!(number(&shown, "/dispatch/capacity/concurrency/limit"), 60);
    assert_eq!(
        number(&shown, "/dispatch/capacity/number_pool/in_rotation"),
        6
    );
    assert_eq!(number(&shown, "/dispatch/capacity/number_pool/flagged"), 2);
    assert_eq!(
        blocked_by(&shown, "waiting_for_line"),
        number(&shown, "/counts/ready")
    );
    assert!(number(&shown, "/counts/ready") > 300);
    assert_eq!(shown["dispatch"]["blocking_campaign"]["binding"], false);
    assert!(shown["goal"].is_object() && shown["callbacks"].is_object());
    let flagged = shown["numbers"]["items"].as_array().unwrap();
    let flagged: Vec<&Value> = flagged
        .iter()
        .filter(|number| number["status"] == "spam_flagged")
        .collect();
    assert_eq!(flagged.len(), 2);
    for flagged in flagged {
        assert!(flagged["answer_rate"].as_f64().unwrap() < 0.36);
        assert_eq!(flagged["weight"], 0.0);
    }
}

#[test]
fn the_survey_is_blocked_by_the_campaign_that_goes_first() {
    let shown = shown(&world(0), "cmp_6wq8t");
    assert_eq!(number(&shown, "/dispatch/calling_now"), 0);
    assert_eq!(shown["dispatch"]["blocking_campaign"]["id"], "cmp_3zn4v");
    assert_eq!(shown["dispatch"]["blocking_campaign"]["binding"], true);
    let tenant = &shown["dispatch"]["capacity"]["tenant"];
    assert_eq!(tenant["line_cap"], tenant["used_by_others"]);
    assert!(blocked_by(&shown, "higher_priority_campaign") > 0);
    assert!(number(&shown, "/attempts/dialed") > 0);
}

#[test]
fn a_closed_window_moves_every_contact_to_its_opening() {
    let shown = shown(&world(0), "cmp_7hh3p");
    assert_eq!(shown["call_window"]["open"], false);
    assert_eq!(
        shown["call_window"]["opens_at"],
        "2026-11-13T09:00:00-05:00"
    );
    assert_eq!(number(&shown, "/counts/ready"), 0);
    assert!(blocked_by(&shown, "call_window_closed") > 0);
    let forecast = shown["dispatch"]["forecast"].as_array().unwrap();
    let last = forecast
        .iter()
        .find(|group| group["to_seconds"].is_null() && group["needs_fix"] == false);
    assert_eq!(
        number(last.unwrap(), "/count"),
        sum(&shown["dispatch"]["forecast"], "count")
    );
}

#[test]
fn a_failing_carrier_opens_its_breaker() {
    let shown = shown(&world(0), "cmp_5kq0m");
    let carrier = &shown["dispatch"]["capacity"]["carriers"][0];
    assert_eq!(carrier["name"], "Telnyx");
    assert_ne!(carrier["breaker"], "closed");
    assert!(blocked_by(&shown, "circuit_breaker_open") > 0);
    assert_eq!(number(&shown, "/counts/ready"), 0);
}

#[test]
fn the_failure_breaker_has_paused_payment_reminders() {
    let shown = shown(&world(0), "cmp_2d71x");
    let pause = &shown["campaign"]["pause"];
    assert_eq!(
        pause["reason"],
        "Failure breaker: 27 of 50 attempts failed in 2 min (54%, limit 50%)"
    );
    assert!(
        pause["at"]
            .as_str()
            .unwrap()
            .starts_with("2026-11-12T14:20:")
    );
    assert_eq!(pause["automatic"], true);
    assert!(pause["by"].is_null());
    assert_eq!(number(&shown, "/dispatch/calling_now"), 0);
    let resume = shown["actions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|action| action["name"] == "resume");
    assert_eq!(resume.unwrap()["confirm"], true);
}

#[test]
fn a_person_paused_without_a_reason_and_cost_is_not_reported() {
    let shown = shown(&world(0), "cmp_5tm2e");
    let pause = &shown["campaign"]["pause"];
    assert_eq!(pause["by"], "M. Chen");
    assert!(pause["reason"].is_null());
    assert!(shown.get("cost").is_none());
    assert!(shown.get("callbacks").is_none() && shown.get("goal").is_none());
}

#[test]
fn the_idle_campaign_only_cools_off() {
    let shown = shown(&world(0), "cmp_8dk1s");
    assert_eq!(number(&shown, "/counts/ready"), 0);
    assert_eq!(number(&shown, "/dispatch/calling_now"), 0);
    assert!(blocked_by(&shown, "retry_cool_off") > 0);
    assert!(shown.get("call_window").is_none());
}

#[test]
fn what_is_not_live_has_no_dispatch() {
    let world = world(0);
    for (id, status) in [
        ("cmp_3tr6b", "draft"),
        ("cmp_4nb7c", "completed"),
        ("cmp_6yd2s", "failed"),
        ("cmp_9cx5e", "cancelled"),
    ] {
        let shown = shown(&world, id);
        assert_eq!(shown["campaign"]["status"], status);
        assert!(shown.get("dispatch").is_none(), "{id}");
    }
    assert!(shown(&world, "cmp_3tr6b").get("numbers").is_none());
    assert_eq!(
        shown(&world, "cmp_9cx5e")["campaign"]["cancel"]["by"],
        "J. Park"
    );
    assert!(shown(&world, "cmp_0vw81").get("dispatch").is_some());
}

#[test]
fn healthy_dials_at_its_concurrency() {
    let shown = shown(&world(0), "cmp_1a9ze");
    assert_eq!(number(&shown, "/dispatch/calling_now"), 26);
    assert!(shown.get("goal").is_none());
    assert!(shown["cost"].get("budget").is_none());
    let names: Vec<&str> = shown["actions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|action| action["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "start",
            "pause",
            "resume",
            "stop",
            "restart",
            "clone",
            "attempt_report",
            "set_concurrency",
            "remove_number",
            "set_window"
        ]
    );
}
