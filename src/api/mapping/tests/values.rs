//! What becomes of the values of foreign rows.

use super::row as row_of;
use super::*;
use serde_json::{Value, json};

/// Member, field, row, value.
const SOURCES: &str = r#"
priority | "p" | {"p": 3} | 3
priority | "p" | {} | "ABSENT"
priority | "p" | {"p": null} | null
priority | "p" | {"p": 0} | 0
priority | "p" | {"p": "0.0"} | 0
priority | "p" | {"p": "none"} | null
starts_at | "p" | {"p": 0} | null
time_zone | "p" | {"p": 0} | null
priority | {"count": "l"} | {"l": []} | 0
priority | {"add": ["a", "b"]} | {"a": 0, "b": "0"} | 0
priority | {"first": [{"path": "a"}, {"value": 0}]} | {} | 0
priority | {"path": "p", "default": 9} | {"p": null} | 9
priority | {"path": "p", "default": 9} | {} | 9
priority | ["p", "q"] | {"p": null, "q": 4} | 4
priority | ["p", "q"] | {"p": null} | null
priority | {"value": 5} | {} | 5
priority | {"add": ["a", "b"]} | {"a": 1, "b": "2"} | 3
priority | {"add": ["a", "b"]} | {"b": null} | null
priority | {"add": ["a", "b"]} | {} | "ABSENT"
priority | {"add": ["a", "b"]} | {"a": 1, "b": "many"} | "many"
priority | {"count": "l"} | {"l": [1, 2, 3]} | 3
priority | {"count": "l"} | {"l": {"a": 1}} | 1
priority | {"count": "l"} | {"l": null} | null
priority | {"count": "l"} | {} | "ABSENT"
priority | {"count": "l", "where": {"path": "s", "is": ["IN_PROGRESS"]}} | {"l": [{"s": "in-progress"}, {"s": "x"}]} | 1
priority | {"path": "l[].n", "where": {"path": "k", "is": "b"}} | {"l": [{"k": "a", "n": 1}, {"k": "b", "n": 2}]} | 2
priority | {"path": "n", "where": {"path": "on", "is": true}} | {"n": 1, "on": false} | "ABSENT"
priority | {"count": "l", "where": {"path": "n", "is": 1}} | {"l": [{"n": -1}, {"n": "1.0"}, {"n": 1}, {"n": "1-"}]} | 2
priority | {"count": "l", "where": {"path": "n", "is": 15}} | {"l": [{"n": 1.5}, {"n": "1-5"}, {"n": "1 5"}, {"n": 15}]} | 1
priority | {"first": [{"value": 1, "where": {"path": "a", "isNot": null}}, {"value": 2}]} | {"a": null} | 2
priority | "$more.deep.n" | {} | 7
priority | "$header.X-Total" | {} | 31
time_zone | {"join": ["a", "b", "c"], "with": "/"} | {"a": "x", "b": null, "c": 3} | "x/3"
time_zone | {"join": ["a", "b"]} | {"b": null} | null
time_zone | {"join": ["a", "b"]} | {} | "ABSENT"
created_at | {"now": true} | {} | "2026-11-20T08:48:36.799Z"
call_window | {"empty": "w"} | {"w": null} | null
call_window | {"empty": "w"} | {"w": {"from": "09:00"}} | "ABSENT"
call_window | {"empty": "w"} | {} | "ABSENT"
"#;

/// Member, field, row, value.
const WRITTEN: &str = r#"
id | "x" | {"x": 9007199254740993} | "9007199254740993"
id | "x" | {"x": true} | "true"
time_zone | "x" | {"x": ["a"]} | ["a"]
priority | "x" | {"x": " 12.0 "} | 12
priority | "x" | {"x": "n/a"} | "n/a"
priority | {"path": "x", "scale": 0.01} | {"x": "1e-2147483648"} | "1e-2147483648"
counts.total | "x" | {"x": "n/a"} | "n/a"
counts.total | "x" | {"x": 3.5} | 3.5
created_at | "x" | {"x": "2024-02-29T04:22:89Z"} | "2024-02-29T04:22:89Z"
created_at | "x" | {"x": 1795164516799} | "2026-11-20T08:48:36.799Z"
created_at | "x" | {"x": "2026-11-20T08:48:36"} | "2026-11-20T03:18:36Z"
created_at | "x" | {"x": 1e30} | "1e+30"
created_at | "x" | {"x": "none"} | null
created_at | {"path": "x", "time": "rfc2822"} | {"x": "Fri, 20 Nov 2026 08:49:29 +0000"} | "2026-11-20T08:49:29Z"
status | {"path": "x", "map": {"in-progress": "running", "*": "odd"}} | {"x": "IN_PROGRESS"} | "running"
status | {"path": "x", "map": {"in-progress": "running", "*": "odd"}} | {"x": "zzz"} | "odd"
status | {"path": "x", "map": {"a": "b"}} | {"x": "Ünknown"} | "Ünknown"
status | {"path": "x", "map": {"1": "running", "15": "failed"}} | {"x": -1} | "-1"
status | {"path": "x", "map": {"1": "running", "15": "failed"}} | {"x": 1.5} | "1.5"
status | {"path": "x", "map": {"1": "running", "15": "failed"}} | {"x": 15.0} | "failed"
status | {"path": "x", "map": {"true": "on", "false": "off"}} | {"x": false} | "off"
"#;

/// What a contract member of a campaign, or of a record, comes out as.
fn made(list: &str, member: &str, field: Value, row: Value) -> Value {
    let required = match list {
        "campaigns" => json!({"name": {"value": "N"}, "status": {"value": "s"}}),
        _ => json!({"status": {"value": "s"}}),
    };
    let mut fields = required;
    fields[member] = field;
    let mapping = json!({
        "mapping": 1, "name": "N", "zone": "+05:30", "nulls": ["", 0, "none"],
        "ids": {"record": ["run", "index"]},
        "lists": {list: {
            "request": "/x", "rows": "", "paging": {"style": "none"}, "fields": fields,
            "merge": [{"name": "more", "request": "/y"}]
        }}
    });
    let mapping = Mapping::read(&mapping.to_string()).unwrap();
    let (row, more) = (row.to_string(), r#"{"deep": {"n": "7"}}"#);
    let (row, more) = (
        Document::parse(&row).unwrap(),
        Document::parse(more).unwrap(),
    );
    let scope = Scope {
        merges: &[("more", more.root())],
        asked: &[("campaign", "7")],
        headers: &[("x-total".to_owned(), "31".to_owned())],
        now: 1_795_164_516_799,
        ..Scope::of(&mapping.conventions, row.root())
    };
    let made = mapping.list(list).unwrap().fields.evaluate(&scope);
    let value: Value = serde_json::from_str(&made.text()).unwrap();
    let mut names = member.split('.');
    let found = names.try_fold(value, |value, name| value.get(name).cloned());
    found.unwrap_or_else(|| json!("ABSENT"))
}

fn campaign(member: &str, field: Value, row: Value) -> Value {
    made("campaigns", member, field, row)
}

#[test]
fn sources_give_what_they_say() {
    for [member, field, row, value] in table(SOURCES) {
        let got = campaign(member, json(field), json(row));
        assert_eq!(got, json(value), "{member} | {field} | {row}");
    }
}

#[test]
fn values_are_written_as_the_contract_has_them() {
    for [member, field, row, value] in table(WRITTEN) {
        let got = campaign(member, json(field), json(row));
        assert_eq!(got, json(value), "{member} | {field} | {row}");
    }
}

#[test]
fn counts_by_word_are_added_by_the_contracts_word() {
    let field = json!({"path": "x", "map": {"done": "completed"}});
    let row = json!({"x": {"done": "2", "Completed": 1, "completed": 3, "odd": null}});
    let mapping = json!({
        "mapping": 1, "name": "N",
        "lists": {"jobs": {
            "request": "/x", "rows": "", "paging": {"style": "none"},
            "fields": {"status": {"value": "s"}}, "page": {"status_counts": field}
        }}
    });
    let mapping = Mapping::read(&mapping.to_string()).unwrap();
    let text = row.to_string();
    let document = Document::parse(&text).unwrap();
    let scope = Scope::of(&mapping.conventions, document.root());
    let made = mapping.list("jobs").unwrap().page.evaluate(&scope);
    let page: Value = serde_json::from_str(&made.text()).unwrap();
    assert_eq!(
        page["status_counts"],
        json!({"completed": 5, "Completed": 1})
    );
}

#[test]
fn amounts_and_durations_have_no_noise() {
    let price = |raw: Value, scale: f64| {
        let mapping = json!({
            "mapping": 1, "name": "N",
            "lists": {"calls": {
                "request": "/x", "rows": "", "paging": {"style": "none"},
                "fields": {
                    "campaign.id": {"value": "1"}, "state": {"value": "s"}, "started_at": {"value": "2026-11-20T08:48:36Z"},
                    "cost.amount": {"path": "c", "scale": scale}, "cost.currency": {"value": "USD"}
                }
            }}
        });
        let mapping = Mapping::read(&mapping.to_string()).unwrap();
        let value: Value =
            serde_json::from_str(&row_of(&mapping, "calls", &json!({"c": raw}).to_string()))
                .unwrap();
        value["cost"]["amount"].to_string()
    };
    assert_eq!(price(json!("-0.00850"), -1.0), "0.0085");
    assert_eq!(price(json!(1999), 0.01), "19.99");
    assert_eq!(price(json!(0.1), 0.1), "0.01");
    assert_eq!(price(json!("free"), 0.01), "\"free\"");
    let seconds =
        |field: Value, raw: Value| made("records", "duration_seconds", field, json!({"d": raw}));
    assert_eq!(
        seconds(json!({"path": "d", "unit": "ms"}), json!(107_168)),
        json!(107.168)
    );
    assert_eq!(
        seconds(json!({"path": "d", "unit": "text"}), json!("PT3M2S")),
        json!(182)
    );
    assert_eq!(
        seconds(json!({"path": "d", "unit": "text"}), json!("a while")),
        json!("a while")
    );
    assert_eq!(seconds(json!("d"), json!("12.5")), json!(12.5));
}

#[test]
fn an_id_of_several_parts_can_be_taken_apart() {
    let id = made(
        "records",
        "phone",
        json!({"id": "record"}),
        json!({"run": "a~b/c", "index": -1}),
    );
    assert_eq!(id, json!("a%7Eb%2Fc~-1"));
    let mapping = small();
    let ids = &mapping.conventions.ids;
    let part = |part: Option<&str>| {
        ids.part_of("job", "a%7Eb~c%2Fd", part)
            .map(|part| part.into_owned())
    };
    assert_eq!(part(Some("dag_id")).as_deref(), Some("a~b"));
    assert_eq!(part(Some("run")).as_deref(), Some("c/d"));
    assert_eq!(part(None).as_deref(), Some("a%7Eb~c%2Fd"));
    assert_eq!(part(Some("other")), None);
}
