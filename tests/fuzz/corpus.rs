//! What the first inputs are: the contract's examples, recorded answers, shipped mappings and
//! settings, and what `tests/fuzz/corpus` keeps.

use crate::mutate::PART;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Questions of the contract, as they are asked of a mapping.
const QUESTIONS: [&str; 20] = [
    "GET capabilities",
    "GET campaigns?q=a&size=3",
    "GET campaigns?status=running,paused&sort=-name&page=2",
    "GET campaigns/1/snapshot",
    "GET campaigns/1/tasks?cursor=eyJ2IjoxfQ",
    "GET campaigns/1/tasks/2",
    "GET campaigns/1/numbers?page=2",
    "GET calls?campaign=1",
    "GET jobs?status=failed",
    "GET jobs/dag~run%2B1",
    "GET records/dag~run~task~3",
    "GET records/1/journey",
    "GET spinners?size=200",
    "GET live/campaigns",
    "GET live/runtime",
    "GET failures?campaign=1",
    "GET find?q=a",
    "POST campaigns/1/actions/pause {}",
    "POST records/dag~run~task~3/actions/retry {\"note\":\"a\"}",
    "POST spinners/1/runs {\"params\":{\"a\":1}}",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The first inputs of a target, in the same order each time.
pub fn of(target: &str) -> Vec<Vec<u8>> {
    let mut inputs = files(&root().join("tests/fuzz/corpus").join(target));
    inputs.extend(match target {
        "answers" => examples(""),
        "figures" => pictures(),
        "mapping" => questions(),
        "routes" => Vec::new(),
        "settings" => [
            files(&root().join("tests/e2e")),
            files(&root().join("public")),
        ]
        .concat(),
        _ => Vec::new(),
    });
    inputs
}

/// The JSON files of a folder, and those without a name of their own kind.
fn files(folder: &Path) -> Vec<Vec<u8>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.retain(|path| path.is_file() && path.extension().is_none_or(|kind| kind == "json"));
    paths.sort();
    paths
        .iter()
        .filter_map(|path| fs::read(path).ok())
        .collect()
}

fn examples(beginning: &str) -> Vec<Vec<u8>> {
    let contract = fs::read_to_string(root().join("docs/openapi.yaml")).unwrap();
    let contract: Value = yaml_serde::from_str(&contract).unwrap();
    let examples = contract["components"]["examples"].as_object().unwrap();
    let chosen = examples
        .iter()
        .filter(|(name, _)| name.starts_with(beginning));
    chosen
        .map(|(_, example)| example["value"].to_string().into_bytes())
        .collect()
}

/// Two snapshots after each other, and what is known of the failures.
fn pictures() -> Vec<Vec<u8>> {
    let mut snapshots = examples("Snapshot");
    snapshots.extend(files(&root().join("tests/design")));
    let (failures, duplicates) = (examples("FailureReport"), examples("DuplicateReport"));
    let whole = |(at, snapshot): (usize, &Vec<u8>)| {
        let before = &snapshots[at / 2];
        [
            snapshot,
            before,
            &failures[at % failures.len()],
            &duplicates[at % duplicates.len()],
        ]
        .map(Vec::as_slice)
        .join(&PART)
    };
    snapshots.iter().enumerate().map(whole).collect()
}

fn questions() -> Vec<Vec<u8>> {
    let recorded: Vec<Value> = files(&root().join("tests/recorded"))
        .iter()
        .filter_map(|file| serde_json::from_slice(file).ok())
        .collect();
    let answer = |at: usize| {
        let recording = &recorded[at % recorded.len()];
        format!(
            "{} {}",
            recording["status"].as_u64().unwrap_or(200),
            recording["body"]
        )
    };
    let mappings = files(&root().join("public/mappings"));
    let mut inputs = Vec::new();
    for (at, question) in QUESTIONS.iter().enumerate() {
        for (number, mapping) in mappings.iter().enumerate() {
            // A whole mapping is tried with some of the questions: it is long.
            let document = if (at + number) % 10 == 0 {
                mapping.clone()
            } else {
                number.to_string().into_bytes()
            };
            let answers = [answer(at * 5 + number), answer(at * 3 + number * 7)];
            inputs.push(
                [
                    &document,
                    question.as_bytes(),
                    answers[0].as_bytes(),
                    answers[1].as_bytes(),
                ]
                .join(&PART),
            );
        }
    }
    let small = json!({"mapping": 1, "name": "N", "lists": {"campaigns": {"request": "/x", "rows": "a", "paging": {"style": "none"},
        "fields": {"id": "id", "name": "name", "status": {"path": "s", "map": {"x": "running", "*": "paused"}}, "counts.total": {"add": ["a", {"count": "b"}]},
            "created_at": {"path": "c", "time": "rfc2822"}, "attempts.talk_seconds": {"path": "e", "unit": "text", "scale": 2.5}}}}});
    let rows = json!({"a": [{"id": 1, "name": "a", "s": "x", "a": 1, "b": [1, 2], "c": "Thu, 12 Nov 2026 20:32:08 GMT", "e": "PT3M"}]});
    inputs.push(
        [
            small.to_string().as_bytes(),
            b"GET campaigns",
            format!("200 {rows}").as_bytes(),
        ]
        .join(&PART),
    );
    inputs
}
