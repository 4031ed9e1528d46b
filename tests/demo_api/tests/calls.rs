//! The call log against a plain count of the rows.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use serde_json::Value;

use super::{api, do_action, good, number, read, world};

fn rows(page: &Value) -> Vec<Value> {
    page["items"].as_array().unwrap().clone()
}

fn total(page: &Value) -> i64 {
    assert_eq!(page["page"]["total_is"], "exact", "{}", page["page"]);
    number(page, "/page/total")
}

fn text<'a>(row: &'a Value, pointer: &str) -> &'a str {
    row.pointer(pointer).unwrap().as_str().unwrap_or_default()
}

/// The calls of a quarter of an hour.
const PART: &str = "after=2026-11-12T14:15:00-06:00";

/// Every call that a query finds, by page number.
async fn every(api: &axum::Router, query: &str) -> Vec<Value> {
    let mut all = Vec::new();
    for page in 1.. {
        let answer = good(api, &format!("/calls?{query}&size=200&page={page}")).await;
        let items = rows(&answer);
        if items.is_empty() {
            break;
        }
        all.extend(items);
    }
    all
}

#[tokio::test]
async fn every_filter_finds_what_its_count_says_and_nothing_else() {
    let api = api(world(32_000));
    let page = good(&api, "/calls").await;
    for (name, pointer) in [
        ("campaign", "/campaign/id"),
        ("state", "/state"),
        ("disposition", "/disposition"),
        ("sip_status", "/sip_status"),
        ("from", "/from"),
    ] {
        let facet = page["filters"][name].as_array().unwrap();
        assert!(facet.len() > 2, "{name}");
        for choice in facet {
            let value = choice["value"].as_str().unwrap();
            let encoded = value.replace('+', "%2B").replace(' ', "%20");
            let found = good(&api, &format!("/calls?{name}={encoded}&size=200")).await;
            assert_eq!(
                total(&found),
                choice["count"].as_i64().unwrap(),
                "{name} {value}"
            );
            for row in rows(&found) {
                let got = row.pointer(pointer).unwrap();
                let got = got.as_str().map_or_else(|| got.to_string(), str::to_owned);
                assert_eq!(got, value, "{name}");
            }
        }
    }
    let campaigns = page["filters"]["campaign"].as_array().unwrap();
    let dialed: i64 = campaigns.iter().map(|c| c["count"].as_i64().unwrap()).sum();
    assert_eq!(total(&page), dialed);
    let both = good(&api, "/calls?state=exhausted&state=ringing&sip_status=404").await;
    assert!(rows(&both).iter().all(|row| row["sip_status"] == 404));
    for nothing in [
        "state=flying",
        "from=1",
        "sip_status=x",
        "campaign=none",
        "contact=con_00000",
    ] {
        assert_eq!(
            total(&good(&api, &format!("/calls?{nothing}")).await),
            0,
            "{nothing}"
        );
    }
}

#[tokio::test]
async fn pages_of_two_stores_are_one_list_in_order() {
    let api = api(world(36_000));
    for (sort, key) in [
        ("-started", "started_at"),
        ("started", "started_at"),
        ("-duration", "talk_seconds"),
        ("duration", "talk_seconds"),
    ] {
        let all = every(&api, &format!("sort={sort}&{PART}")).await;
        let ids: BTreeSet<&str> = all.iter().map(|row| text(row, "/id")).collect();
        assert_eq!(ids.len(), all.len(), "{sort}: each once");
        let campaigns: BTreeSet<&str> = all.iter().map(|row| text(row, "/campaign/id")).collect();
        assert!(campaigns.contains("cmp_million") && campaigns.len() > 2);
        let value = |row: &Value| match &row[key] {
            Value::String(at) => chrono::DateTime::parse_from_rfc3339(at)
                .unwrap()
                .timestamp(),
            Value::Null if sort == "duration" => i64::MAX,
            Value::Null => -1,
            seconds => seconds.as_i64().unwrap(),
        };
        let descends = sort.starts_with('-');
        for pair in all.windows(2) {
            let (one, next) = (value(&pair[0]), value(&pair[1]));
            assert!(if descends { one >= next } else { one <= next }, "{sort}");
        }
        let mut by_cursor = Vec::new();
        let first = format!("/calls?sort={sort}&{PART}&size=200");
        let mut page = good(&api, &first).await;
        while let Some(next) = page["page"]["next"].as_str() {
            by_cursor.extend(rows(&page));
            page = good(&api, &format!("{first}&cursor={next}")).await;
        }
        by_cursor.extend(rows(&page));
        assert_eq!(by_cursor, all, "{sort}: both ways of paging agree");
        let prev = page["page"]["prev"].as_str().unwrap();
        let back = good(&api, &format!("{first}&cursor={prev}")).await;
        let end = all.len() - rows(&page).len();
        assert_eq!(rows(&back), all[end - 200..end], "{sort}: backwards");
    }
}

#[tokio::test]
async fn a_search_finds_by_name_phone_and_every_id() {
    let api = api(world(0));
    let page = good(&api, "/calls?state=completed&size=1").await;
    let call = &rows(&page)[0];
    let phone = text(call, "/phone");
    for (query, pointer) in [
        (text(call, "/id"), "/id"),
        (text(call, "/task_id"), "/task_id"),
        (text(call, "/contact/id"), "/contact/id"),
        (text(call, "/campaign/id"), "/campaign/id"),
        (&phone.replace('+', "%2B"), "/phone"),
        (&phone[4..], "/phone"),
        (
            &text(call, "/contact/name").replace(' ', "%20"),
            "/contact/name",
        ),
    ] {
        let found = good(&api, &format!("/calls?q={query}&size=200")).await;
        let items = rows(&found);
        assert!(!items.is_empty(), "{query}");
        for row in &items {
            let (got, wanted) = (text(row, pointer), text(call, pointer));
            assert!(
                got.contains(wanted) || got.ends_with(query),
                "{query}: {got}"
            );
        }
        if pointer != "/campaign/id" {
            assert!(items.contains(call), "{query}");
        }
    }
    let trail = every(&api, &format!("contact={}", text(call, "/contact/id"))).await;
    let attempts: Vec<i64> = trail.iter().map(|row| number(row, "/attempt")).collect();
    let last = attempts[0];
    assert_eq!(
        attempts,
        (1..=last).rev().collect::<Vec<_>>(),
        "newest first, none missing"
    );
}

#[tokio::test]
async fn times_cut_the_log_into_parts_without_gap_or_overlap() {
    let api = api(world(0));
    let noon = "2026-11-12T12:00:00-06:00";
    let before = total(&good(&api, &format!("/calls?before={noon}&campaign=cmp_8f3k2q")).await);
    let after = total(&good(&api, &format!("/calls?after={noon}&campaign=cmp_8f3k2q")).await);
    let all = total(&good(&api, "/calls?campaign=cmp_8f3k2q").await);
    assert!(before > 0 && after > 0);
    assert_eq!(before + after, all);
    for bad in ["after=noon", "before=2026-11-12", "sort=state", "size=0"] {
        let (status, problem) = read(&api, &format!("/calls?{bad}")).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{bad}: {problem}");
    }
}

#[tokio::test]
async fn the_calls_of_an_earlier_run_stay_in_the_log_and_lead_to_their_tasks() {
    let api = api(world(0));
    let before = total(&good(&api, "/calls?campaign=cmp_6yd2s").await);
    assert!(before > 100);
    let (status, done) = do_action(&api, "cmp_6yd2s", "restart", "key-0001", "{}").await;
    assert_eq!(status, StatusCode::OK, "{done}");
    let page = good(&api, "/calls?campaign=cmp_6yd2s").await;
    assert_eq!(total(&page), before);
    let task = text(&rows(&page)[0], "/task_id").to_owned();
    let debug = good(&api, &format!("/campaigns/cmp_6yd2s/tasks/{task}")).await;
    assert_eq!(debug["task"]["id"], task.as_str());
}
