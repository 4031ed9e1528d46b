//! What becomes of objects and lists of them.

use super::row as row_of;
use super::*;
use serde_json::{Value, json};

#[test]
fn an_object_without_what_it_needs_is_none() {
    let error = |row: Value| {
        let mapping = json!({
            "mapping": 1, "name": "N",
            "lists": {"records": {
                "request": "/x", "rows": "", "paging": {"style": "none"},
                "fields": {"status": "s", "error.code": "code", "error.message": "message"}
            }}
        });
        let mapping = Mapping::read(&mapping.to_string()).unwrap();
        row_of(&mapping, "records", &row.to_string())
    };
    assert_eq!(
        error(json!({"id": 1, "s": "x", "message": "m"})),
        r#"{"id":"1","status":"x"}"#
    );
    assert_eq!(
        error(json!({"id": 1, "s": "x", "code": null})),
        r#"{"error":null,"id":"1","status":"x"}"#
    );
    assert_eq!(
        error(json!({"id": 1, "code": 7})),
        r#"{"error":{"code":"7"},"id":"1"}"#
    );
}

#[test]
fn lists_of_objects_are_made_of_elements() {
    let row = json!({
        "id": 1, "when": "noon",
        "tries": [{"n": 1, "end": "ok"}, {"n": 2, "end": "bad"}],
        "meta": {"Policy": "PL-1", "Age": 31, "Deep": {"a": 1}, "None": null}
    });
    let mapping = json!({
        "mapping": 1, "name": "N",
        "items": {"record": {
            "request": "/x/{record}",
            "fields": {"record.status": {"value": "s"}, "metadata": {"pairs": "meta"}}
        }, "journey": {
            "request": "/x/{record}",
            "fields": {
                "record.status": {"value": "s"},
                "steps": {"each": "tries", "where": {"path": "n", "isNot": [3]}, "fields": {
                    "name": {"join": ["$row.when", "n"], "with": " #"}, "status": {"path": "end", "map": {"bad": "failed"}}
                }},
                "final_output": "tries"
            }
        }}
    });
    let mapping = Mapping::read(&mapping.to_string()).unwrap();
    let row = row.to_string();
    let document = Document::parse(&row).unwrap();
    let scope = Scope {
        asked: &[("record", "a~b")],
        ..Scope::of(&mapping.conventions, document.root())
    };
    let value = |name: &str| -> Value {
        let made = mapping.item(name).unwrap().fields.evaluate(&scope);
        serde_json::from_str(&made.text()).unwrap()
    };
    let record = value("record");
    assert_eq!(record["record"]["id"], "a~b");
    assert_eq!(record["captured_at"], "1970-01-01T00:00:00Z");
    assert_eq!(
        record["metadata"],
        json!([
            {"label": "Age", "value": "31"}, {"label": "Deep", "value": "{\"a\":1}"},
            {"label": "None", "value": null}, {"label": "Policy", "value": "PL-1"}
        ])
    );
    let journey = value("journey");
    assert_eq!(
        journey["steps"],
        json!([{"name": "noon #1", "status": "ok"}, {"name": "noon #2", "status": "failed"}])
    );
    assert_eq!(
        journey["final_output"],
        json!([{"n": 1, "end": "ok"}, {"n": 2, "end": "bad"}])
    );
}
