//! No answer brings a shipped mapping down.

use super::*;
use proptest::prelude::*;
use serde_json::{Map, Value};

/// The shipped mappings.
const SHIPPED: [&str; 5] = [
    include_str!("../../../../public/mappings/airflow.json"),
    include_str!("../../../../public/mappings/bolna.json"),
    include_str!("../../../../public/mappings/bull-board.json"),
    include_str!("../../../../public/mappings/dograh.json"),
    include_str!("../../../../public/mappings/vapi.json"),
];

/// Any JSON whose members have the names that a shipped mapping looks for.
fn answer_to_shipped() -> impl Strategy<Value = (usize, Value)> {
    (0..SHIPPED.len()).prop_flat_map(|place| {
        let mut names: Vec<String> = Vec::new();
        looked_for(&json(SHIPPED[place]), &mut names);
        let name = prop::sample::select(names);
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            prop::sample::select(vec![
                "",
                "12",
                "-0.5",
                "running",
                "2026-11-20T08:48:36Z",
                "0001-01-01T00:00:00Z",
                "P1D"
            ])
            .prop_map(Value::from),
        ];
        let answer = leaf.prop_recursive(5, 120, 12, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::vec((name.clone(), inner), 0..14)
                    .prop_map(|members| Value::from(members.into_iter().collect::<Map<_, _>>())),
            ]
        });
        answer.prop_map(move |answer| (place, answer))
    })
}

/// The names in all paths of a mapping.
fn looked_for(mapping: &Value, names: &mut Vec<String>) {
    match mapping {
        Value::String(text) => names.extend(text.split(['.', '[', ']', '$']).map(str::to_owned)),
        Value::Array(items) => items.iter().for_each(|item| looked_for(item, names)),
        Value::Object(members) => members
            .values()
            .for_each(|member| looked_for(member, names)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_a_shipped_mapping_makes_of_any_answer_can_be_read((place, answer) in answer_to_shipped()) {
        let mapping = Mapping::read(SHIPPED[place]).unwrap();
        let text = answer.to_string();
        let document = Document::parse(&text).unwrap();
        let root = document.root();
        let whole = Scope {
            merges: &[("progress", root), ("tries", root), ("all", root), ("campaign", root), ("pools", root)],
            asked: &[("campaign", "1"), ("job", "a~b"), ("record", "a~b~c~-1"), ("task", "2")],
            ..Scope::of(&mapping.conventions, root)
        };
        let mut made = Vec::new();
        for (_, list) in &mapping.lists {
            made.push(list.page.evaluate(&whole));
            made.push(list.fields.evaluate(&whole));
            for row in list.rows.scopes(&whole).unwrap_or_default() {
                made.push(list.fields.evaluate(&row));
            }
        }
        made.extend(mapping.items.iter().map(|(_, item)| item.fields.evaluate(&whole)));
        for made in made {
            let text = made.text();
            prop_assert!(serde_json::from_str::<Value>(&text).is_ok(), "{text}");
            prop_assert!(!text.contains("NaN"), "{text}");
        }
    }
}
