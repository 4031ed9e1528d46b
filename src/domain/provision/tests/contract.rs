//! The catalog against the published contract.

use super::{catalog, covers};
use serde_json::Value;

/// The contract's schema of each resource: of a row, and of what is beside rows.
const SCHEMAS: [(&str, &[&str]); 20] = [
    ("campaigns", &["CampaignSummary", "CampaignPage"]),
    ("snapshot", &["Snapshot"]),
    ("tasks", &["Task", "TaskPage"]),
    ("task", &["TaskDebug"]),
    ("numbers", &["PoolNumber"]),
    ("calls", &["Call", "CallPage"]),
    ("jobs", &["Job", "JobPage"]),
    ("spinners", &["Spinner", "SpinnerPage"]),
    ("records", &["Record", "RecordPage"]),
    ("record", &["RecordDetail"]),
    ("journey", &["Journey"]),
    ("failures", &["FailureReport"]),
    ("duplicates", &["DuplicateReport"]),
    ("live/campaigns", &["LiveCampaigns"]),
    ("live/calls", &["LiveCalls"]),
    ("live/jobs", &["LiveJobs"]),
    ("live/callbacks", &["LiveCallbacks"]),
    ("live/credits", &["LiveCredits"]),
    ("live/runtime", &["LiveRuntime"]),
    ("live/states", &["LiveStates"]),
];

/// Members that are no news to an operator: addresses, pages, instants.
const UNNAMED: [&str; 12] = [
    "time_zone",
    "campaign_id",
    "record",
    "task",
    "number",
    "id",
    "items",
    "page",
    "captured_at",
    "parts",
    "label",
    "upload",
];

fn contract() -> Value {
    yaml_serde::from_str(include_str!("../../../../docs/openapi.yaml")).unwrap()
}

/// Whether a path leads somewhere from a schema.
fn leads(contract: &Value, schema: &Value, path: &str) -> bool {
    if let Some(reference) = schema["$ref"].as_str() {
        return leads(
            contract,
            &contract["components"]["schemas"][reference.rsplit('/').next().unwrap()],
            path,
        );
    }
    let either = ["anyOf", "allOf"]
        .into_iter()
        .filter_map(|of| schema[of].as_array())
        .flatten();
    let (first, rest) = path.split_once('.').unwrap_or((path, ""));
    let inner = &schema["properties"][first];
    let here = !inner.is_null() && (rest.is_empty() || leads(contract, inner, rest));
    here || either.into_iter().any(|part| leads(contract, part, path))
}

#[test]
fn every_member_of_the_catalog_is_in_the_contract() {
    let contract = contract();
    for section in catalog::sections() {
        let schemas = SCHEMAS.iter().find(|(name, _)| *name == section.resource);
        let schemas = schemas.map(|(_, schemas)| *schemas).unwrap_or_default();
        assert!(
            !schemas.is_empty() || section.members.is_empty(),
            "{}",
            section.resource
        );
        for member in section.members {
            let found = schemas.iter().any(|name| {
                leads(
                    &contract,
                    &contract["components"]["schemas"][name],
                    member.path,
                )
            });
            assert!(found, "{} {}", section.resource, member.path);
        }
    }
}

#[test]
fn every_member_of_the_contract_has_its_words() {
    let contract = contract();
    for (resource, schemas) in SCHEMAS {
        let section = catalog::sections()
            .find(|section| section.resource == resource)
            .unwrap();
        if matches!(
            resource,
            "snapshot" | "failures" | "duplicates" | "spinners"
        ) {
            continue;
        }
        for schema in schemas {
            let properties = contract["components"]["schemas"][schema]["properties"]
                .as_object()
                .unwrap();
            for name in properties
                .keys()
                .filter(|name| !UNNAMED.contains(&name.as_str()))
            {
                let named = section
                    .members
                    .iter()
                    .any(|member| covers(member.path, name));
                assert!(named, "{schema}.{name} is in no words");
            }
        }
    }
}

#[test]
fn every_filter_and_order_of_the_contract_has_its_words() {
    let contract = contract();
    let lists = [
        ("/campaigns", "campaigns"),
        ("/campaigns/{campaign_id}/tasks", "tasks"),
        ("/calls", "calls"),
        ("/jobs", "jobs"),
        ("/records", "records"),
    ];
    for (path, resource) in lists {
        let section = catalog::sections()
            .find(|section| section.resource == resource)
            .unwrap();
        for parameter in contract["paths"][path]["get"]["parameters"]
            .as_array()
            .unwrap()
        {
            let Some(name) = parameter["name"].as_str() else {
                continue;
            };
            match name {
                "sort" => {
                    for word in parameter["schema"]["enum"].as_array().unwrap() {
                        let key = word.as_str().unwrap().trim_start_matches('-');
                        assert!(
                            section.sorts.iter().any(|(known, _)| *known == key),
                            "{resource} {key}"
                        );
                    }
                }
                "before" => {}
                name => assert!(
                    section.filters.iter().any(|(known, _)| *known == name),
                    "{resource} {name}"
                ),
            }
        }
    }
}
