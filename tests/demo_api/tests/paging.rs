//! Walking lists by page number and by cursor, forwards and back.

use std::collections::BTreeSet;

use axum::Router;
use serde_json::Value;

use super::{api, good, number, world};

const TASKS: &str = "/campaigns/cmp_8f3k2q/tasks";

fn ids(page: &Value) -> Vec<String> {
    page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            let id = item.get("id").and_then(Value::as_str);
            id.unwrap().to_owned()
        })
        .collect()
}

async fn by_number(api: &Router, address: &str, size: i64) -> Vec<String> {
    let mut seen = Vec::new();
    for page in 1.. {
        let shown = good(api, &format!("{address}&size={size}&page={page}")).await;
        if ids(&shown).is_empty() {
            assert_eq!(
                number(&shown, "/page/total"),
                seen.len() as i64,
                "{address}"
            );
            break;
        }
        assert_eq!(shown["page"]["prev"].is_null(), page == 1, "{address}");
        seen.extend(ids(&shown));
    }
    seen
}

/// Forwards to the end, then back to the beginning.
async fn by_cursor(api: &Router, address: &str, size: i64) -> (Vec<String>, Vec<String>) {
    let mut shown = good(api, &format!("{address}&size={size}")).await;
    let mut forwards = ids(&shown);
    while let Some(next) = shown["page"]["next"].as_str() {
        shown = good(api, &format!("{address}&size={size}&cursor={next}")).await;
        assert!(shown["page"]["number"].is_null());
        assert!(
            !ids(&shown).is_empty(),
            "{address}: an empty page at the end"
        );
        forwards.extend(ids(&shown));
    }
    let mut backwards = ids(&shown);
    while let Some(prev) = shown["page"]["prev"].as_str() {
        shown = good(api, &format!("{address}&size={size}&cursor={prev}")).await;
        let mut before = ids(&shown);
        before.extend(backwards);
        backwards = before;
    }
    (forwards, backwards)
}

async fn assert_each_once(api: &Router, address: &str, size: i64) -> usize {
    let numbered = by_number(api, address, size).await;
    let (forwards, backwards) = by_cursor(api, address, size).await;
    let distinct: BTreeSet<&String> = numbered.iter().collect();
    assert_eq!(distinct.len(), numbered.len(), "{address}: a row twice");
    assert_eq!(numbered, forwards, "{address}");
    assert_eq!(numbered, backwards, "{address}");
    numbered.len()
}

#[tokio::test]
async fn every_sort_shows_each_task_once_in_both_styles() {
    let api = api(world(0));
    for sort in [
        "activity",
        "contact",
        "-contact",
        "status",
        "attempts",
        "-attempts",
        "duration",
        "-duration",
        "last_attempted",
        "-last_attempted",
    ] {
        let count = assert_each_once(&api, &format!("{TASKS}?sort={sort}"), 190).await;
        assert_eq!(count, 4_812, "{sort}");
    }
}

#[tokio::test]
async fn filters_agree_with_their_counts() {
    let api = api(world(0));
    let all = good(&api, &format!("{TASKS}?size=1")).await;
    for facet in ["status", "blocker", "disposition", "from"] {
        for value in all["filters"][facet].as_array().unwrap() {
            let wanted = value["value"]
                .as_str()
                .unwrap()
                .replace('+', "%2B")
                .replace(' ', "%20");
            let count = assert_each_once(&api, &format!("{TASKS}?{facet}={wanted}"), 200).await;
            assert_eq!(count as i64, number(value, "/count"), "{facet}={wanted}");
        }
    }
    let both = "status=completed&status=exhausted&disposition=Not%20interested";
    assert!(assert_each_once(&api, &format!("{TASKS}?{both}&sort=-duration"), 100).await > 100);
    let none = good(&api, &format!("{TASKS}?status=no_such_state")).await;
    assert_eq!(number(&none, "/page/total"), 0);
}

#[tokio::test]
async fn searches_find_names_numbers_and_ids() {
    let api = api(world(0));
    let first = good(&api, &format!("{TASKS}?size=1&sort=contact")).await["items"][0].clone();
    let (id, contact) = (
        first["id"].as_str().unwrap(),
        first["contact"]["id"].as_str().unwrap(),
    );
    for wanted in [id, contact] {
        let found = good(&api, &format!("{TASKS}?q={wanted}")).await;
        assert_eq!(ids(&found), [id], "{wanted}");
    }
    let phone = first["phone"].as_str().unwrap();
    for wanted in [
        phone.replace('+', "%2B"),
        phone[2..].to_owned(),
        phone[5..].to_owned(),
    ] {
        let found = good(&api, &format!("{TASKS}?q={wanted}&size=200")).await;
        assert!(ids(&found).contains(&id.to_owned()), "{wanted}");
    }
    assert!(
        assert_each_once(&api, &format!("{TASKS}?q=ines"), 20).await > 0,
        "In\u{ea}s without its accent"
    );
    assert!(assert_each_once(&api, &format!("{TASKS}?q=312&sort=-attempts"), 150).await > 150);
    assert_eq!(
        assert_each_once(&api, &format!("{TASKS}?q=%25"), 20).await,
        0,
        "no wildcard"
    );
}

#[tokio::test]
async fn a_long_list_is_walked_from_both_ends() {
    let api = api(world(31_000));
    let address = "/campaigns/cmp_million/tasks?sort=-last_attempted";
    let deep = good(&api, &format!("{address}&size=200&page=155")).await;
    let next = deep["page"]["prev"].as_str().unwrap();
    let before = good(&api, &format!("{address}&size=200&cursor={next}")).await;
    let same = good(&api, &format!("{address}&size=200&page=154")).await;
    assert_eq!(ids(&before), ids(&same));
    let broad = good(&api, "/campaigns/cmp_million/tasks?q=a&size=5").await;
    assert_eq!(broad["page"]["total_is"], "at_least");
    assert_eq!(ids(&broad).len(), 5);
}

#[tokio::test]
async fn campaigns_and_numbers_are_walked_too() {
    let api = api(world(0));
    for sort in [
        "attention",
        "name",
        "-created",
        "progress",
        "priority",
        "status",
    ] {
        let count = assert_each_once(&api, &format!("/campaigns?sort={sort}"), 3).await;
        assert!(count >= 14, "{sort}");
    }
    assert_eq!(assert_each_once(&api, "/campaigns?q=lapsed", 1).await, 2);
    assert_eq!(
        assert_each_once(&api, "/campaigns/cmp_8f3k2q/numbers?", 3).await,
        8
    );
}
