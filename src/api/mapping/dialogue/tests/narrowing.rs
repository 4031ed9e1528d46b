//! Lists that are narrowed here, wholly or in part.

use super::*;

/// A mapping of one list, `calls`, with what makes it special.
fn calls(special: &Value) -> Mapping {
    let mut list = json!({
        "request": {"path": "/log"}, "rows": "rows",
        "fields": {"id": "id", "state": "state", "started_at": {"now": true}, "campaign.id": "campaign", "from": "from", "contact.id": "contact", "sip_status": "sip"},
    });
    for (name, value) in special.as_object().unwrap() {
        list[name] = value.clone();
    }
    mapping(&json!({"lists": {"calls": list}}))
}

fn ids(page: &Value) -> Vec<&str> {
    let rows = page["items"].as_array().unwrap().iter();
    rows.map(|row| row["id"].as_str().unwrap()).collect()
}

#[test]
fn ids_and_numbers_of_phones_are_no_words() {
    let rows = json!({"rows": [
        {"id": "a", "campaign": "1-2", "from": "100-3", "contact": "X.1", "sip": 486, "state": "in_progress"},
        {"id": "b", "campaign": 12, "from": "1003", "contact": "x1", "sip": "486", "state": "In-Progress"},
        {"id": "c", "campaign": 1.2, "from": "+1003", "contact": "X1", "sip": -486, "state": "failed"},
    ]});
    for (filter, expected) in [
        ("campaign=12", &["b"][..]),
        ("campaign=1.2", &["c"]),
        ("from=1003", &["b"]),
        ("contact=X1", &["c"]),
        ("sip_status=486", &["a", "b"]),
        ("state=in_progress", &["a", "b"]),
    ] {
        let address = ["calls?", filter].concat();
        let mapping = calls(&json!({"paging": {"style": "none"}}));
        let memory = Memory::default();
        let page = run(&mapping, &memory, &get(&address), |_| good(&rows)).unwrap();
        assert_eq!(ids(&page), expected, "{filter}");
    }
}

#[test]
fn rows_that_do_not_count_take_no_other_rows_place() {
    let all: Vec<Value> = (0..30)
        .map(|n| json!({"id": n, "campaign": 1, "state": "failed", "on": n % 2 == 0}))
        .collect();
    for (paging, parameters) in [
        (json!({"style": "limit", "size": "n"}), ["n", "-"]),
        (
            json!({"style": "offset", "offset": "o", "size": "n", "total": "total"}),
            ["n", "o"],
        ),
    ] {
        let mapping = calls(&json!({"paging": paging, "where": {"path": "on", "is": true}}));
        let memory = Memory::default();
        let mut seen = Vec::new();
        let mut place = "page=1".to_owned();
        loop {
            let address = format!("calls?size=10&{place}");
            let page = run(&mapping, &memory, &get(&address), |request| {
                let [size, before] = parameters
                    .map(|name| parameter(request, name).map_or(0, |text| text.parse().unwrap()));
                let rows: Vec<&Value> = all.iter().skip(before).take(size).collect();
                good(&json!({"rows": rows, "total": all.len()}))
            });
            let page = page.unwrap();
            seen.extend(ids(&page).into_iter().map(str::to_owned));
            assert_eq!(page["page"]["total_is"], "unknown");
            let Some(next) = page["page"]["next"].as_str() else {
                break;
            };
            place = format!("cursor={next}");
        }
        let expected: Vec<String> = (0..30).step_by(2).map(|n| n.to_string()).collect();
        assert_eq!(seen, expected);
        let page = run(&mapping, &memory, &get("calls?size=40"), |_| {
            good(&json!({"rows": all, "total": 30}))
        });
        let page = page.unwrap();
        assert_eq!(
            (&page["page"]["total"], &page["page"]["total_is"]),
            (&json!(15), &json!("exact"))
        );
    }
}

#[test]
fn what_the_api_narrows_is_not_counted_here() {
    let list = json!({"lists": {"campaigns": {
        "request": {"path": "/c"}, "rows": "", "paging": {"style": "none"},
        "fields": {"id": "id", "name": "id", "status": "status"},
        "filters": {"status": "state"},
    }}});
    let ask = |address: &str| {
        let server = |request: &Outgoing| {
            let rows = json!([{"id": 1, "status": "running"}, {"id": 2, "status": "paused"}]);
            match parameter(request, "state") {
                None => good(&rows),
                Some(_) => good(&json!([rows[0]])),
            }
        };
        run(&mapping(&list), &Memory::default(), &get(address), server).unwrap()
    };
    let counts = ask("campaigns")["status_counts"].clone();
    assert_eq!(counts, json!({"running": 1, "paused": 1}));
    assert_eq!(ask("campaigns?status=running").get("status_counts"), None);
    let calls = calls(&json!({"paging": {"style": "none"}, "filters": {"state": "state"}}));
    let rows = json!({"rows": [{"id": 1, "campaign": 1, "state": "failed"}]});
    for (address, is_told) in [("calls", true), ("calls?state=failed", false)] {
        let page = run(&calls, &Memory::default(), &get(address), |_| good(&rows)).unwrap();
        assert_eq!(page["filters"].get("state").is_some(), is_told, "{page}");
        assert!(page["filters"].get("campaign").is_some());
    }
}

#[test]
fn counts_that_cannot_be_read_make_no_total() {
    let list = json!({"lists": {"jobs": {
        "request": {"path": "/j"}, "rows": "rows",
        "paging": {"style": "page", "page": "p", "size": "n"},
        "fields": {"id": "id", "status": "status"},
        "page": {"status_counts": {"path": "by"}},
    }}});
    let rows: Vec<Value> = (0..10)
        .map(|n| json!({"id": n, "status": "failed"}))
        .collect();
    for (by, total) in [
        (json!({"failed": 30, "running": 5}), json!(35)),
        (json!({"failed": 30, "running": "many"}), Value::Null),
        (json!({"failed": 30, "running": -1}), Value::Null),
        (json!({"failed": 30, "running": 2.5}), Value::Null),
    ] {
        let answer = json!({"rows": rows, "by": by});
        let page = run(
            &mapping(&list),
            &Memory::default(),
            &get("jobs?size=10"),
            |_| good(&answer),
        );
        assert_eq!(page.unwrap()["page"]["total"], total, "{by}");
    }
}
