//! No document and no answer brings the reader or the evaluator down.

use super::*;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Any JSON, made of words that mappings and answers are made of.
fn any_value() -> impl Strategy<Value = Value> {
    let word = prop::sample::select(vec![
        "mapping",
        "name",
        "lists",
        "items",
        "campaigns",
        "jobs",
        "records",
        "snapshot",
        "request",
        "path",
        "rows",
        "paging",
        "style",
        "none",
        "page",
        "cursor",
        "next",
        "fields",
        "status",
        "counts.total",
        "id",
        "value",
        "add",
        "count",
        "join",
        "each",
        "map",
        "where",
        "is",
        "time",
        "unit",
        "scale",
        "default",
        "merge",
        "filters",
        "sorts",
        "query",
        "body",
        "{sort}",
        "{job.x}",
        "$row.a",
        "a[].b",
        "a[-1]",
        "$key",
        "actions",
        "campaign",
        "pause",
        "errors",
        "ids",
        "job",
        "first",
        "empty",
        "pairs",
        "2026-11-20T08:48:36Z",
        "12",
        "PT3M",
        "",
        "*",
        "$ids",
        "variables",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word.clone().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((word.clone(), inner), 0..6).prop_map(|members| {
                let members = members.into_iter();
                Value::from(
                    members
                        .map(|(name, value)| (name.to_owned(), value))
                        .collect::<Map<_, _>>(),
                )
            }),
        ]
    })
}

/// Names of a row's members that the fields below look at.
fn row() -> impl Strategy<Value = Value> {
    prop::collection::vec(any_value(), 6).prop_map(|values| {
        let names = ["a", "b", "c", "d", "e", "f"];
        Value::from(
            names
                .map(str::to_owned)
                .into_iter()
                .zip(values)
                .collect::<Map<_, _>>(),
        )
    })
}

/// A mapping that uses everything there is.
fn everything() -> Mapping {
    let condition = json!({"path": "b", "is": ["x", 1, null], "isNot": [true], "contains": "a"});
    let mapping = json!({
        "mapping": 1, "name": "N", "zone": "-06:00", "nulls": ["", 0],
        "ids": {"campaign": ["a", "b.c"]},
        "lists": {"campaigns": {
            "request": "/x", "rows": "a", "keyed": true, "paging": {"style": "none"},
            "fields": {
                "name": {"first": [{"path": "a", "where": condition}, {"join": ["a", "b[]", "$key"], "with": "-"}]},
                "status": {"path": ["a", "b[].c", "$answer.d"], "map": {"x": "y", "*": "z"}, "where": condition},
                "counts.total": {"add": ["a", {"count": "b"}, {"path": "c", "scale": 0.1}]},
                "counts.by_status": {"path": "d", "map": {"a": "b"}},
                "attempts.talk_seconds": {"path": "e", "unit": "text", "scale": 2.5},
                "attempts.answer_rate": {"path": "f", "unit": "ms", "scale": 0.01},
                "call_window.open": "a", "call_window.opens_at": "b",
                "call_window.days": {"each": "c", "where": condition, "fields": {"day": "$row.a", "opens": "$key"}},
                "created_at": "a", "starts_at": {"path": "b", "time": "us"}, "ended_at": {"path": "c", "time": "rfc2822"},
                "blocked_by": {"empty": "d"}
            }
        }},
        "items": {"record": {"request": "/r", "fields": {"record.status": "a[0].b", "metadata": {"pairs": "b"}}}}
    });
    Mapping::read(&mapping.to_string()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_document_panics(document in any_value(), text: String) {
        let _ = Mapping::read(&document.to_string());
        let _ = Mapping::read(&text);
    }

    #[test]
    fn no_change_of_a_mapping_panics(value in any_value(), place in 0..200_usize) {
        let mut mapping: Value = serde_json::from_str(SMALL).unwrap();
        let mut left = place;
        replace(&mut mapping, &mut left, &value);
        if let Err(faults) = Mapping::read(&mapping.to_string()) {
            prop_assert!(!faults.is_empty());
            prop_assert!(faults.iter().all(|fault| !fault.problem.is_empty()));
        }
    }

    #[test]
    fn what_is_made_of_any_answer_can_be_read(answer in row()) {
        let mapping = everything();
        let text = answer.to_string();
        let document = Document::parse(&text).unwrap();
        let scope = Scope { key: Some("k".into()), ..Scope::of(&mapping.conventions, document.root()) };
        for fields in [&mapping.list("campaigns").unwrap().fields, &mapping.item("record").unwrap().fields] {
            let made = fields.evaluate(&scope).text();
            prop_assert!(serde_json::from_str::<Value>(&made).is_ok(), "{made}");
            prop_assert!(Document::parse(&made).is_ok());
        }
    }
}

/// Puts a value in at the place of that number, counted through the document.
fn replace(target: &mut Value, left: &mut usize, value: &Value) {
    if *left == 0 {
        *target = value.clone();
    }
    *left = left.wrapping_sub(1);
    match target {
        Value::Object(members) => members
            .values_mut()
            .for_each(|member| replace(member, left, value)),
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, left, value)),
        _ => {}
    }
}
