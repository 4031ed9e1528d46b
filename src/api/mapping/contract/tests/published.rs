//! The table of the contract, made of `docs/openapi.yaml`.

use serde_json::Value;
use std::collections::BTreeMap;

/// Each resource with its address.
pub(super) const ADDRESSES: [(&str, &str); 22] = [
    ("campaigns", "/campaigns"),
    ("tasks", "/campaigns/{campaign_id}/tasks"),
    ("numbers", "/campaigns/{campaign_id}/numbers"),
    ("calls", "/calls"),
    ("jobs", "/jobs"),
    ("records", "/records"),
    ("spinners", "/spinners"),
    ("snapshot", "/campaigns/{campaign_id}/snapshot"),
    ("task", "/campaigns/{campaign_id}/tasks/{task_id}"),
    ("job", "/jobs/{job_id}"),
    ("record", "/records/{record_id}"),
    ("journey", "/records/{record_id}/journey"),
    ("failures", "/failures"),
    ("duplicates", "/duplicates"),
    ("live/campaigns", "/live/campaigns"),
    ("live/calls", "/live/calls"),
    ("live/jobs", "/live/jobs"),
    ("live/callbacks", "/live/callbacks"),
    ("live/credits", "/live/credits"),
    ("live/runtime", "/live/runtime"),
    ("live/states", "/live/states"),
    ("capabilities", "/capabilities"),
];

/// The table as the published contract would have it.
pub(super) struct Published {
    document: Value,
    lines: BTreeMap<String, String>,
}

impl Published {
    pub fn table() -> String {
        let mut published = Self {
            document: yaml_serde::from_str(include_str!("../../../../../docs/openapi.yaml"))
                .unwrap(),
            lines: BTreeMap::new(),
        };
        let resources = ADDRESSES.map(|(name, address)| published.resource(name, address));
        let lines = published.lines.iter();
        let lines = lines.map(|(name, members)| format!("{name} {members}"));
        lines.chain(resources).map(|line| line + "\n").collect()
    }

    fn resource(&mut self, name: &str, address: &str) -> String {
        let get = self.document["paths"][address]["get"].clone();
        let answer = &get["responses"]["200"]["content"]["application/json"]["schema"];
        let kind = self.kind(answer);
        let none = Vec::new();
        let parameters = get["parameters"].as_array().unwrap_or(&none).iter();
        let resolved: Vec<Value> = parameters
            .map(|parameter| self.resolved(parameter))
            .collect();
        let asked = resolved.iter().filter(|parameter| {
            let name = parameter["name"].as_str().unwrap();
            parameter["in"] == "query" && !["page", "size", "cursor"].contains(&name)
        });
        let (sort, filters): (Vec<&Value>, Vec<&Value>) =
            asked.partition(|parameter| parameter["name"] == "sort");
        let filters: Vec<&str> = filters
            .iter()
            .map(|filter| filter["name"].as_str().unwrap())
            .collect();
        let sorts = sort
            .iter()
            .flat_map(|sort| sort["schema"]["enum"].as_array().unwrap());
        let sorts: Vec<&str> = sorts.map(|word| word.as_str().unwrap()).collect();
        format!("> {name} {kind} {} {}", filters.join(","), sorts.join(","))
    }

    fn resolved(&self, value: &Value) -> Value {
        match value["$ref"].as_str() {
            Some(address) => self
                .document
                .pointer(address.trim_start_matches('#'))
                .unwrap()
                .clone(),
            None => value.clone(),
        }
    }

    fn kind(&mut self, schema: &Value) -> String {
        if let Some(address) = schema["$ref"].as_str() {
            let name = address.rsplit('/').next().unwrap();
            return match name {
                "Instant" => "i".to_owned(),
                "Fraction" => "n".to_owned(),
                "Count" => "w".to_owned(),
                name => {
                    if !self.lines.contains_key(name) {
                        self.lines.insert(name.to_owned(), String::new());
                        let line = self.line(&self.resolved(schema));
                        self.lines.insert(name.to_owned(), line);
                    }
                    name.to_owned()
                }
            };
        }
        if let Some(either) = schema["anyOf"].as_array() {
            let one = either
                .iter()
                .find(|one| one["type"] != "null")
                .unwrap()
                .clone();
            return self.kind(&one);
        }
        let types = schema["type"]
            .as_array()
            .cloned()
            .unwrap_or_else(|| vec![schema["type"].clone()]);
        let kind = types
            .iter()
            .find(|kind| *kind != "null")
            .and_then(Value::as_str);
        match kind {
            Some("string") if schema["format"] == "date-time" => "i".to_owned(),
            Some("string") => "t".to_owned(),
            Some("integer") => "w".to_owned(),
            Some("number") => "n".to_owned(),
            Some("boolean") => "f".to_owned(),
            Some("array") => format!("[{}]", self.kind(&schema["items"])),
            Some("object") if schema["properties"].is_object() => {
                format!("{{{}}}", self.members(schema))
            }
            Some("object") if schema["additionalProperties"].is_object() => {
                assert_eq!(self.kind(&schema["additionalProperties"]), "w", "{schema}");
                "c".to_owned()
            }
            None | Some("object") => "j".to_owned(),
            Some(other) => panic!("{other}"),
        }
    }

    fn line(&mut self, schema: &Value) -> String {
        if schema["type"].as_str() == Some("array") || schema["items"].is_object() {
            return format!("=[{}]", self.kind(&schema["items"]));
        }
        self.members(schema)
    }

    fn members(&mut self, schema: &Value) -> String {
        let mut members: Vec<String> = Vec::new();
        for part in schema["allOf"].as_array().into_iter().flatten() {
            members.push(self.members(&self.resolved(part)));
        }
        for (name, member) in schema["properties"].as_object().into_iter().flatten() {
            let required = schema["required"].as_array();
            let is_required = required.is_some_and(|names| names.iter().any(|known| known == name));
            let kind = self.kind(member);
            assert!(
                !(is_required && kind == "j"),
                "{name} may be null and is required"
            );
            let mark = if is_required { '!' } else { ':' };
            members.push(format!("{name}{mark}{kind}"));
        }
        members.join(" ")
    }
}
