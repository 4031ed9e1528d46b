#![allow(clippy::unwrap_used)]

use super::*;

/// A mapping as it ships, with some of its text changed.
fn changed(name: &str, from: &str, to: &str) -> String {
    let text = std::fs::read_to_string("public/mappings/dograh.json").unwrap();
    assert!(text.contains(from), "{from}");
    let file = std::env::temp_dir().join(format!("{name}_{}.json", std::process::id()));
    std::fs::write(&file, text.replace(from, to)).unwrap();
    file.to_str().unwrap().to_owned()
}

fn told(arguments: &[&str]) -> Report {
    let arguments: Vec<String> = arguments.iter().map(|&word| word.to_owned()).collect();
    checked(&arguments)
}

#[test]
fn shipped_mappings_fit_their_recorded_answers() {
    for arguments in [
        &[
            "public/mappings/dograh.json",
            "lists.campaigns=tests/recorded/dograh_campaigns_list.json",
            "lists.tasks=tests/recorded/dograh_runs_page1.json",
            "lists.tasks.campaign=tests/recorded/dograh_campaign_running_stuck.json",
            "lists.numbers=tests/recorded/dograh_numbers.json",
            "items.snapshot=tests/recorded/dograh_campaign_running_stuck.json",
            "items.snapshot.progress=tests/recorded/dograh_progress_running_stuck.json",
        ][..],
        &[
            "public/mappings/bull-board.json",
            "lists.jobs=tests/recorded/bullboard_failed.json",
        ],
        &[
            "public/mappings/vapi.json",
            "lists.campaigns=tests/recorded/vapi_v2_campaigns.json",
        ],
        &[
            "public/mappings/bolna.json",
            "items.snapshot=tests/recorded/bolna_batch.json",
        ],
        &[
            "public/mappings/airflow.json",
            "lists.jobs=tests/recorded/airflow_dagruns_cursor_p1.json",
            "lists.records=tests/recorded/airflow_records_page1.json",
        ],
    ] {
        let report = told(arguments);
        assert_eq!(report.faults, 0, "{}", report.text);
    }
}

#[test]
fn a_wrong_path_is_told_with_the_right_one() {
    const SAMPLE: &str = "lists.campaigns=tests/recorded/dograh_campaigns_list.json";
    for (from, to, sentence) in [
        (
            "\"created_at\": \"created_at\"",
            "\"created_at\": \"creatd_at\"",
            "created_at: NOT IN SAMPLE: \"creatd_at\". Did you mean \"created_at\"?",
        ),
        (
            "\"path\": \"state\"",
            "\"path\": \"status\"",
            "status is required and has no value in 7 of 7",
        ),
        (
            "\"rows\": \"campaigns\"",
            "\"rows\": \"campaign\"",
            "campaign: expected a list of rows, as the mapping says. Did you mean \"campaigns\"?",
        ),
        (
            "\"counts.total\": \"total_queued_count\"",
            "\"counts.total\": \"name\"",
            "counts.total could not be read as a whole number: \"Campaign 6",
        ),
        (
            "\"created_at\": \"created_at\"",
            "\"created_at\": \"workflow_name\"",
            "created_at could not be read as a moment",
        ),
    ] {
        let file = changed("wrong_path", from, to);
        let report = told(&[&*file, SAMPLE]);
        assert!(
            report.faults > 0 && report.text.contains(sentence),
            "{sentence}\n{}",
            report.text
        );
    }
}

#[test]
fn words_that_nobody_knows_are_remarked() {
    let file = changed("odd_words", "\"created\": \"draft\"", "\"odd\": \"draft\"");
    let report = told(&[
        &*file,
        "lists.campaigns=tests/recorded/dograh_campaigns_list.json",
    ]);
    assert_eq!(report.faults, 0, "{}", report.text);
    let sentence = "? status: words that the console does not know, shown as they are: created";
    assert!(report.text.contains(sentence), "{}", report.text);
}

#[test]
fn mistakes_in_the_document_and_in_the_arguments_are_told() {
    let file = changed("wrong_style", "\"style\": \"page\"", "\"style\": \"pages\"");
    let shipped = "public/mappings/dograh.json";
    for (arguments, sentence) in [
        (
            &[&*file][..],
            "lists.tasks.paging.style: \"pages\" is no paging style. Write one of none, page,",
        ),
        (&[], "check_mapping FILE [PART=SAMPLE ...]"),
        (&["no/such.json"], "no/such.json: No such file"),
        (
            &[shipped, "sample.json"],
            "\"sample.json\" names no part of the mapping.",
        ),
        (
            &[shipped, "lists.campaigns"],
            "Write lists.campaigns=answer.json,",
        ),
        (
            &[shipped, "campaigns=x.json"],
            "\"campaigns\" is no part of a mapping.",
        ),
        (
            &[shipped, "lists.campaigns=no.json"],
            "no.json: No such file",
        ),
        (
            &[shipped, "lists.campaigns=Makefile"],
            "Makefile is no JSON at line 1, column 1",
        ),
        (
            &[shipped, "lists.jobs=tests/recorded/dograh_numbers.json"],
            "The mapping has no lists.jobs. It has lists.campaigns,",
        ),
        (
            &[
                shipped,
                "lists.tasks.pace=tests/recorded/dograh_numbers.json",
            ],
            "tasks has no merge \"pace\". It has: campaign.",
        ),
    ] {
        let report = told(arguments);
        assert!(
            report.faults > 0 && report.text.contains(sentence),
            "{sentence}\n{}",
            report.text
        );
    }
}

#[test]
fn rows_of_a_merge_are_put_to_their_rows() {
    let file = |name: &str, text: &str| {
        let file = std::env::temp_dir().join(format!("{name}_{}.json", std::process::id()));
        std::fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let mapping = file(
        "states_mapping",
        r#"{"mapping": 1, "name": "States", "lists": {"campaigns": {
            "request": "/c", "rows": "entities", "paging": {"style": "page", "page": "p", "total": "total"},
            "merge": [{
                "name": "states", "request": {"method": "POST", "path": "/s", "body": {"$ids": true}},
                "rows": "", "on": {"theirs": "campaign.id", "ours": "id"}
            }],
            "fields": {"name": "name", "status": "$states.state", "counts.total": "$states.contacts"}
        }}}"#,
    );
    let rows = r#"{"entities": [{"id": 1, "name": "A"}, {"id": 2, "name": "B"}], "total": 2}"#;
    let states = r#"[{"campaign": {"id": "2"}, "state": "paused", "contacts": 9}, {"campaign": {"id": "1"}, "state": "running", "contacts": 7}]"#;
    let rows = ["lists.campaigns=", &file("states_rows", rows)].concat();
    let states = ["lists.campaigns.states=", &file("states_more", states)].concat();
    let report = told(&[&mapping, &rows, &states]);
    assert_eq!(report.faults, 0, "{}", report.text);
    assert!(
        report.text.contains("\"running\", \"paused\""),
        "{}",
        report.text
    );
    let alone = told(&[&mapping, &rows]);
    let sentence = "no sample for the merge \"states\": name it as lists.campaigns.states=FILE";
    assert!(alone.text.contains(sentence), "{}", alone.text);
}

#[test]
fn figures_that_are_hardly_meant_are_remarked() {
    let file = |name: &str, text: &str| {
        let file = std::env::temp_dir().join(format!("{name}_{}.json", std::process::id()));
        std::fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let mapping = file(
        "doubts_mapping",
        r#"{"mapping": 1, "name": "D", "lists": {"campaigns": {
            "request": "/c", "rows": "", "paging": {"style": "none"},
            "fields": {
                "name": "name", "status": {"value": "running"}, "counts.total": "all",
                "counts.progress": "percent", "attempts.answer_rate": {"path": "rate", "scale": 0.01},
                "counts.by_status": {"path": "by", "map": {"done": "completed", "sum": null}}
            }
        }}}"#,
    );
    let rows = r#"[{"id": 1, "name": "A", "all": 9, "percent": 63.5, "rate": 41, "by": {"done": 4, "odd": 5, "sum": 9}}]"#;
    let rows = ["lists.campaigns=", &file("doubts_rows", rows)].concat();
    let report = told(&[&mapping, &rows]);
    for sentence in [
        "? counts.progress: 63.5 is more than all, as this is a fraction of 1: missing \"scale\": 0.01?",
        "? counts.by_status: words that no tile counts, shown among other states: odd.",
    ] {
        assert!(
            report.text.contains(sentence),
            "{sentence}\n{}",
            report.text
        );
    }
    assert_eq!((report.faults, report.remarks), (0, 2), "{}", report.text);
}
