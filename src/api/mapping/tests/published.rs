//! What is published about mappings is what is read.

use super::*;
use crate::api::mapping::contract::{Contract, Kind};
use serde_json::{Value, json};

const REFERENCE: &str = include_str!("../../../../docs/mapping.md");
const SCHEMA: &str = include_str!("../../../../docs/mapping.schema.json");
const MEMBERS: &str = include_str!("../../../../docs/mapping-members.md");

/// The examples of the reference.
fn examples() -> Vec<Value> {
    let blocks = REFERENCE.split("```json\n").skip(1);
    blocks
        .map(|block| json(block.split("```").next().unwrap()))
        .collect()
}

fn told(mapping: &Value) -> Vec<String> {
    let faults = Mapping::read(&mapping.to_string())
        .err()
        .unwrap_or_default();
    faults.iter().map(ToString::to_string).collect()
}

/// A mapping that has every kind of part.
fn everything() -> Value {
    let mut mapping = json(SMALL);
    mapping["lists"]["campaigns"]["merge"] = examples()[1].clone();
    // Of the example of a campaign's page.
    mapping["lists"]["campaigns"]["merge"][0]["request"] = json!("/progress");
    mapping["lists"]["campaigns"]["where"] = json(r#"{"path": "a", "is": 1}"#);
    mapping["lists"]["campaigns"]["fields"]["priority"] = json(r#"{"path": "p"}"#);
    mapping["lists"]["campaigns"]["request"] =
        json(r#"{"method": "POST", "path": "/c", "body": {"order": "{sort}"}}"#);
    mapping["items"]["job"]["merge"] = json(r#"[{"name": "more", "request": "/x/{job}"}]"#);
    mapping["errors"] = examples()[2].clone();
    mapping
}

#[test]
fn the_examples_of_the_reference_are_mappings() {
    let examples = examples();
    assert_eq!(told(&examples[0]), Vec::<String>::new());
    assert_eq!(told(&everything()), Vec::<String>::new());
    let mut with_actions = everything();
    with_actions["actions"] = examples[3].clone();
    assert_eq!(told(&with_actions), Vec::<String>::new());
    assert_eq!(examples.len(), 4);
}

/// The keys that the reader knows at a place: it lists them for a key that is
/// like none of them.
fn known(pointer: &str) -> Vec<String> {
    let mut mapping = everything();
    mapping.pointer_mut(pointer).unwrap()["zzqqxxzzqqxx"] = json!(1);
    let faults = told(&mapping);
    let fault = faults
        .iter()
        .find(|fault| fault.contains("\"zzqqxxzzqqxx\" is not a key here"));
    let keys = fault.unwrap().split_once("Known are ").unwrap().1;
    let mut keys: Vec<String> = keys
        .trim_end_matches('.')
        .split(", ")
        .map(str::to_owned)
        .collect();
    keys.sort();
    keys.dedup();
    keys
}

#[test]
fn the_published_schema_knows_the_same_keys() {
    let schema = json(SCHEMA);
    for (pointer, definition) in [
        ("", ""),
        ("/lists/campaigns", "/$defs/list"),
        ("/lists/campaigns/request", "/$defs/request/oneOf/1"),
        ("/lists/campaigns/where", "/$defs/condition"),
        ("/lists/campaigns/fields/priority", "/$defs/field/oneOf/2"),
        ("/lists/campaigns/filters/status", "/$defs/filter/oneOf/1"),
        ("/lists/campaigns/merge/1", "/$defs/merge/items"),
        (
            "/lists/campaigns/merge/1/on",
            "/$defs/merge/items/properties/on",
        ),
        ("/items/job", "/$defs/item"),
        ("/actions/campaign/pause", "/$defs/action"),
        ("/errors", "/properties/errors"),
        ("/errors/conflict/0", "/$defs/rule"),
    ] {
        let published = schema.pointer(definition).unwrap()["properties"]
            .as_object()
            .unwrap();
        assert_eq!(
            known(pointer),
            published.keys().cloned().collect::<Vec<_>>(),
            "{pointer}"
        );
    }
    let paging = &schema["$defs"]["paging"];
    let of_styles = paging["oneOf"].as_array().unwrap().iter();
    let keys = of_styles.flat_map(|style| style["properties"].as_object().unwrap().keys());
    let mut keys: Vec<String> = keys
        .chain(paging["properties"].as_object().unwrap().keys())
        .cloned()
        .collect();
    keys.sort();
    keys.dedup();
    assert_eq!(known("/lists/campaigns/paging"), keys);
    for (name, of_lists) in [("lists", true), ("items", false)] {
        let published = schema["properties"][name]["properties"]
            .as_object()
            .unwrap();
        let mut names = Contract::read().names(of_lists);
        // A file, which has no members.
        names.extend((!of_lists).then_some("attempt_report"));
        names.sort_unstable();
        assert_eq!(names, published.keys().collect::<Vec<_>>());
    }
    for (thing, names) in document::ACTIONS {
        let published = schema["properties"]["actions"]["properties"][thing]["properties"]
            .as_object()
            .unwrap();
        let mut names = names.to_vec();
        names.sort_unstable();
        assert_eq!(names, published.keys().collect::<Vec<_>>());
    }
}

const HEAD: &str = "\
# What can be mapped

The members of the contract, made of [openapi.yaml](openapi.yaml), which says what each means. **Bold** ones are required in
the object that they stand in. Those without a type are text. What stands behind `[]` is declared in the `fields` of an
`each`. How a mapping is written: [mapping.md](mapping.md).
";

/// Every member with its type, as people read it.
fn members(contract: &Contract, kind: &Kind, before: &str, depth: usize, lines: &mut Vec<String>) {
    const MADE: [&str; 3] = ["page", "items", "parts"];
    for member in contract.members(kind) {
        let is_page = contract.member(&member.kind, "page").is_some();
        if is_page
            || before.is_empty()
                && depth == 0
                && MADE.contains(&member.name)
                && contract.member(kind, "page").is_some()
            || member.name == "parts"
        {
            continue;
        }
        let path = [before, member.name].concat();
        let mark = if member.is_required { "**" } else { "" };
        let kind = contract.resolved(&member.kind);
        let (words, inner) = match kind {
            Kind::Text => ("", None),
            Kind::Whole => (" whole", None),
            Kind::Number => (" number", None),
            Kind::Flag => (" flag", None),
            Kind::Instant => (" time", None),
            Kind::Tally => (" counts by word", None),
            Kind::Any | Kind::Named(_) => (" any JSON", None),
            Kind::Object(_) => ("", Some((kind, "."))),
            Kind::List(inner) => (" list", Some((&**inner, "[]."))),
        };
        let inner = inner.filter(|(inner, _)| !contract.members(inner).is_empty());
        match (kind, inner) {
            (Kind::Object(_), Some((inner, joint))) => {
                members(contract, inner, &[&*path, joint].concat(), depth + 1, lines);
            }
            (_, inner) => {
                lines.push(format!("{mark}`{path}`{mark}{words}"));
                if let Some((inner, joint)) = inner {
                    members(contract, inner, &[&*path, joint].concat(), depth + 1, lines);
                }
            }
        }
    }
}

#[test]
fn every_member_is_published() {
    let contract = Contract::read();
    let mut text = HEAD.to_owned();
    for of_lists in [true, false] {
        for name in contract.names(of_lists) {
            let resource = contract.resource(name).unwrap();
            let group = if of_lists { "lists" } else { "items" };
            text += &format!("\n## {group}: {name}\n\n");
            let mut lines = Vec::new();
            if of_lists {
                members(&contract, contract.row(resource), "", 1, &mut lines);
                text += &format!("A row: {}.\n", lines.join(", "));
                let mut page = Vec::new();
                members(&contract, &resource.kind, "", 0, &mut page);
                text += &format!("\n`page`: {}.\n", page.join(", "));
                let words = |words: &[&str]| match words {
                    [] => "none".to_owned(),
                    words => words
                        .iter()
                        .map(|word| format!("`{word}`"))
                        .collect::<Vec<_>>()
                        .join(" "),
                };
                text += &format!(
                    "\nFilters: {}. Orders: {}.\n",
                    words(&resource.filters),
                    words(&resource.sorts)
                );
            } else {
                members(&contract, &resource.kind, "", 0, &mut lines);
                text += &format!("{}.\n", lines.join(", "));
            }
        }
    }
    if std::env::var_os("RINGSIDE_WRITE_CONTRACT").is_some() {
        std::fs::write("docs/mapping-members.md", &text).unwrap();
    }
    assert!(
        text == MEMBERS,
        "docs/mapping-members.md is old; RINGSIDE_WRITE_CONTRACT=1 writes it anew"
    );
}
