//! Holding a campaign back: that the dialer obeys, and what is refused.

use axum::http::StatusCode;
use serde_json::Value;

use super::{api, do_action, good, number, sum, world};
use crate::answer::doing;
use crate::answer::snapshot::snapshot;
use crate::answer::verb::Verb;
use crate::wish::Wish;
use crate::world::World;
use crate::zone::{HOUR, MINUTE};

const RENEWALS: &str = "cmp_8f3k2q";

fn shown(world: &World) -> Value {
    snapshot(world, world.dialer.find(RENEWALS).unwrap()).unwrap()
}

fn act(world: &mut World, verb: Verb, wish: Wish) {
    let index = world.dialer.find(RENEWALS).unwrap().index;
    doing::act(world, index, verb, wish).unwrap();
    world.catch_up().unwrap();
}

fn last_annotation(shown: &Value) -> (Value, Value) {
    let annotations = shown["timeline"]["annotations"].as_array().unwrap();
    let last = annotations.last().unwrap();
    (last["kind"].clone(), last["by"].clone())
}

#[test]
fn a_lower_concurrency_lets_calls_finish_and_then_holds() {
    let mut world = world(0);
    let wish = Wish {
        concurrency: Some(12),
        reason: Some(String::from("abandon rate")),
        ..Wish::default()
    };
    act(&mut world, Verb::SetConcurrency, wish);
    let at_once = shown(&world);
    assert_eq!(number(&at_once, "/dispatch/calling_now"), 36, "calls go on");
    assert_eq!(number(&at_once, "/dispatch/capacity/concurrency/limit"), 12);
    assert_eq!(
        at_once["activity"][0]["text"],
        "Concurrency 60 → 12: abandon rate"
    );
    assert_eq!(
        last_annotation(&at_once),
        ("concurrency".into(), "A. Ruiz".into())
    );
    let mut before = 36;
    for _ in 0..30 {
        world.advance(10_000).unwrap();
        let lines = number(&shown(&world), "/dispatch/calling_now");
        assert!(lines <= before.max(12), "{lines} after {before}");
        before = lines;
    }
    assert!((10..=12).contains(&before), "{before}");
    let raised = Wish {
        concurrency: Some(30),
        ..Wish::default()
    };
    act(&mut world, Verb::SetConcurrency, raised);
    world.advance(2 * MINUTE).unwrap();
    assert_eq!(number(&shown(&world), "/dispatch/calling_now"), 30);
}

#[test]
fn a_removed_number_keeps_its_figures_and_dials_no_more() {
    let mut world = world(0);
    let wish = Wish {
        number_id: Some(String::from("num_0002")),
        ..Wish::default()
    };
    act(&mut world, Verb::RemoveNumber, wish);
    world.advance(12 * MINUTE).unwrap();
    let settled = shown(&world);
    let row = |shown: &Value| shown["numbers"]["items"][1].clone();
    assert_eq!(row(&settled)["status"], "removed");
    assert_eq!(row(&settled)["weight"], 0.0);
    let pool = &settled["dispatch"]["capacity"]["number_pool"];
    assert_eq!(
        (number(pool, "/numbers"), number(pool, "/in_rotation")),
        (7, 5)
    );
    assert_eq!(number(&settled, "/dispatch/calling_now"), 30);
    assert_eq!(
        row(&settled)["attempts"],
        row(&settled)["finished"],
        "its calls have finished"
    );
    world.advance(HOUR).unwrap();
    let later = shown(&world);
    assert_eq!(row(&later)["attempts"], row(&settled)["attempts"]);
    assert_eq!(
        sum(&later["numbers"]["items"], "attempts"),
        number(&later, "/attempts/dialed")
    );
    assert_eq!(last_annotation(&later).0, "numbers");
}

#[test]
fn a_narrower_window_closes_earlier_today_and_once() {
    let mut world = world(0);
    let wish = Wish {
        closes: Some(String::from("15:00")),
        ..Wish::default()
    };
    act(&mut world, Verb::SetWindow, wish);
    let narrowed = shown(&world);
    assert_eq!(
        narrowed["call_window"]["closes_at"],
        "2026-11-12T15:00:00-06:00"
    );
    assert_eq!(last_annotation(&narrowed).0, "window");
    world.advance(40 * MINUTE).unwrap();
    // Dialing on a single day ends with its window.
    let closed = shown(&world);
    assert_eq!(closed["campaign"]["status"], "completed");
    assert_eq!(closed["campaign"]["ended_at"], "2026-11-12T15:00:00-06:00");
    world.advance(4 * HOUR).unwrap();
    assert_eq!(
        shown(&world)["activity"],
        closed["activity"],
        "the old hours count no more"
    );
}

#[test]
fn a_window_that_opens_later_waits_and_dials_again() {
    let mut world = world(0);
    let wish = Wish {
        opens: Some(String::from("15:30")),
        closes: Some(String::from("16:30")),
        ..Wish::default()
    };
    act(&mut world, Verb::SetWindow, wish);
    let dialed = |world: &World| number(&shown(world), "/attempts/dialed");
    let before = dialed(&world);
    assert_eq!(shown(&world)["call_window"]["open"], false);
    world.advance(55 * MINUTE).unwrap();
    assert_eq!(dialed(&world), before);
    assert_eq!(shown(&world)["campaign"]["status"], "running");
    world.advance(20 * MINUTE).unwrap();
    assert!(dialed(&world) > before + 100);
}

#[tokio::test]
async fn values_that_do_not_fit_are_refused_by_name_and_do_nothing() {
    let api = api(world(0));
    let before = good(&api, "/campaigns/cmp_8f3k2q/snapshot").await;
    for (action, body, pointer) in [
        ("set_concurrency", "{}", "/concurrency"),
        ("set_concurrency", r#"{"concurrency":0}"#, "/concurrency"),
        ("set_concurrency", r#"{"concurrency":121}"#, "/concurrency"),
        ("set_concurrency", r#"{"concurrency":60}"#, "/concurrency"),
        ("set_concurrency", r#"{"concurrency":1.5}"#, "/concurrency"),
        ("set_concurrency", r#"{"concurrency":"40"}"#, "/concurrency"),
        ("pause", r#"{"concurrency":"40"}"#, "/concurrency"),
        ("remove_number", "{}", "/number_id"),
        ("remove_number", r#"{"number_id":"num_9999"}"#, "/number_id"),
        ("set_window", "{}", "/closes"),
        ("set_window", r#"{"closes":"24:00"}"#, "/closes"),
        ("set_window", r#"{"closes":"4 pm"}"#, "/closes"),
        ("set_window", r#"{"closes":"18:00"}"#, "/closes"),
        ("set_window", r#"{"closes":"18:30"}"#, "/closes"),
        ("set_window", r#"{"closes":"14:30"}"#, "/closes"),
        (
            "set_window",
            r#"{"opens":"08:00","closes":"17:00"}"#,
            "/opens",
        ),
        (
            "set_window",
            r#"{"opens":"17:00","closes":"16:00"}"#,
            "/opens",
        ),
    ] {
        let (status, problem) = do_action(&api, RENEWALS, action, "key-refused", body).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{action} {body}");
        assert_eq!(problem["errors"][0]["pointer"], pointer, "{action} {body}");
    }
    assert_eq!(good(&api, "/campaigns/cmp_8f3k2q/snapshot").await, before);
}

#[tokio::test]
async fn what_is_not_open_says_why_and_a_key_works_once() {
    let api = api(world(0));
    for (id, action, body, reason) in [
        (
            "cmp_7hh3p",
            "set_window",
            r#"{"closes":"14:00"}"#,
            "The call window is over for today.",
        ),
        (
            "cmp_8dk1s",
            "set_window",
            r#"{"closes":"16:00"}"#,
            "The campaign has no call window.",
        ),
        (
            "cmp_0vw81",
            "set_window",
            r#"{"closes":"16:00"}"#,
            "Only for a running or paused campaign. This one starts 13 Nov, 10:00 CST.",
        ),
    ] {
        let (status, refused) = do_action(&api, id, action, "key-closed", body).await;
        assert_eq!(
            (status, &refused["detail"]),
            (StatusCode::CONFLICT, &reason.into()),
            "{id}"
        );
    }
    let (status, _) = do_action(&api, "cmp_6wq8t", "set_concurrency", "key-none", "{}").await;
    assert_eq!(status, StatusCode::NOT_FOUND, "it offers none of these");
    let body = r#"{"concurrency":40}"#;
    for replayed in [false, true] {
        let (status, answer) = do_action(&api, RENEWALS, "set_concurrency", "key-once", body).await;
        assert_eq!(
            (status, &answer["replayed"]),
            (StatusCode::OK, &replayed.into())
        );
    }
    let other = r#"{"concurrency":41}"#;
    let (status, _) = do_action(&api, RENEWALS, "set_concurrency", "key-once", other).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
}
