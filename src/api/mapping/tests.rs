#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod any_json;
mod faults;
mod objects;
mod published;
mod shipped;
mod values;

use super::*;
use crate::domain::json::{Document, Made};
use scope::Scope;

const SMALL: &str = r#"{
  "mapping": 1, "name": "Small", "version": "2", "zone": "+05:30", "nulls": [""],
  "variables": { "tenant": "t1" },
  "ids": { "job": ["dag_id", "run"] },
  "auth": { "mode": "basic" },
  "lists": {
    "campaigns": {
      "request": { "path": "/{tenant}/campaign/", "query": { "sort": "{sort}" } },
      "rows": "campaigns",
      "paging": { "style": "page", "page": "page", "size": "limit", "total": "total" },
      "fields": {
        "name": "name",
        "status": { "path": "state", "map": { "created": "draft", "syncing": "starting" } },
        "counts.total": "total_rows",
        "counts.processed": { "add": ["done", "failed"] },
        "created_at": "created_at",
        "spend.amount": { "path": "cents", "scale": 0.01 },
        "spend.currency": { "value": "USD" }
      },
      "filters": { "status": { "query": "state", "values": { "running": ["running", "queued"] }, "join": "comma" } },
      "sorts": { "-created": "", "name": "name" }
    },
    "jobs": {
      "request": { "path": "/dags/~/runs" },
      "rows": "runs",
      "paging": { "style": "cursor", "cursor": "cursor", "next": "next_cursor", "starts": "" },
      "fields": {
        "status": { "path": "state", "default": "queued" },
        "spinner.name": { "path": ["dag", "dag_id"] },
        "counts.total": "n"
      }
    }
  },
  "items": {
    "job": { "request": { "path": "/dags/{job.dag_id}/runs/{job.run}" }, "fields": { "status": "state" } }
  },
  "actions": { "campaign": { "pause": {
    "request": { "method": "POST", "path": "/campaign/{campaign}/pause", "body": { "why": "{body.reason}" } },
    "when": ["running"], "reason": "Only while it runs."
  } } }
}"#;

fn small() -> Mapping {
    Mapping::read(SMALL).unwrap_or_else(|faults| {
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(told, Vec::<String>::new());
        unreachable!()
    })
}

fn row(mapping: &Mapping, list: &str, json: &str) -> String {
    let document = Document::parse(json).unwrap();
    let scope = Scope::of(&mapping.conventions, document.root());
    let made: Made = mapping.list(list).unwrap().fields.evaluate(&scope);
    let value: serde_json::Value = serde_json::from_str(&made.text()).unwrap();
    value.to_string()
}

#[test]
fn a_small_mapping_is_read_and_its_rows_become_the_contracts() {
    let mapping = small();
    assert_eq!(mapping.auth.as_deref(), Some("{ \"mode\": \"basic\" }"));
    assert_eq!(
        row(
            &mapping,
            "campaigns",
            r#"{"id":9007199254740993,"name":"A","state":"Syncing","total_rows":"12","done":3,"failed":null,
                "created_at":"2026-11-20 08:56:07","cents":1999}"#
        ),
        r#"{"counts":{"processed":3,"total":12},"created_at":"2026-11-20T03:26:07Z","id":"9007199254740993","name":"A","spend":{"amount":19.99,"currency":"USD"},"status":"starting"}"#
    );
    assert_eq!(
        row(
            &mapping,
            "campaigns",
            r#"{"id":1,"name":"","state":"odd","total_rows":null,"done":3}"#
        ),
        r#"{"counts":null,"id":"1","name":null,"status":"odd"}"#
    );
    assert_eq!(
        row(
            &mapping,
            "jobs",
            r#"{"dag_id":"a~b","run":"manual__2026-11-20T08:21:40+00:00","state":null}"#
        ),
        r#"{"id":"a%7Eb~manual__2026-11-20T08%3A21%3A40%2B00%3A00","spinner":{"name":"a~b"},"status":"queued"}"#
    );
}

/// The cells of a table written as text, a line each.
fn table<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    let cells = |line: &'static str| line.splitn(N, " | ").collect::<Vec<_>>();
    let lines = text.trim().lines().map(cells);
    lines.map(|cells| cells.try_into().unwrap())
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}
