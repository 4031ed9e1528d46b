//! What the contract is answered, against the shapes that real APIs send.

use super::dialer::*;
use super::*;

#[test]
fn a_whole_list_is_narrowed_ordered_and_counted_here() {
    let names = |address: &str| -> Vec<String> {
        let page = ask(address).unwrap();
        let rows = page["items"].as_array().unwrap().iter();
        rows.map(|row| row["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names("campaigns"), ["Alpha", "Über", "Beta"]);
    assert_eq!(names("campaigns?sort=name"), ["Alpha", "Beta", "Über"]);
    assert_eq!(names("campaigns?sort=-created&size=2"), ["Beta", "Über"]);
    assert_eq!(names("campaigns?sort=-created&size=2&page=2"), ["Alpha"]);
    assert_eq!(names("campaigns?q=ALPH"), ["Alpha"]);
    assert_eq!(
        names("campaigns?status=Running&status=draft"),
        ["Über", "Beta"]
    );
    assert_eq!(names("campaigns?page=7"), Vec::<String>::new());
    let page = ask("campaigns?status=running").unwrap();
    assert_eq!(
        page["status_counts"],
        json!({"RUNNING": 1, "draft": 1, "paused": 1})
    );
    assert_eq!(
        page["page"],
        json!({"size": 50, "number": 1, "total": 1, "total_is": "exact", "next": null, "prev": null})
    );
    assert_eq!(page["items"][0]["id"], "9007199254740993");
    assert!(page["items"][0].get("counts").is_none());
    let page = ask("campaigns?q=alpha").unwrap();
    assert_eq!(page["items"][0]["counts"], json!({"total": 7}));
    assert_eq!(page["parts"][0]["fields"], json!(["counts.total"]));
    let sent = asked("campaigns");
    assert_eq!(
        sent[1].body.as_deref(),
        Some(r#"{"ids":["9007199254740993","2","3"]}"#)
    );
}

#[test]
fn filters_and_orders_go_out_in_the_apis_words() {
    let sent = asked(
        "campaigns/3/tasks?status=completed&status=odd&from=%2B1&sort=-attempts&page=2&size=200",
    );
    assert_eq!(
        sent[0].url,
        format!(
            "{BASE}/campaign/3/runs?order=-tries&pool=main&state=done%2Cok%2Codd&caller=%5B%22%2B1%22%5D&limit=100&page=2"
        )
    );
    let page = ask("campaigns/3/tasks?page=2&size=200").unwrap();
    // The API gave fewer rows than a page has, and says so of itself.
    assert_eq!(page["page"]["total"], 300);
    assert!(
        page["parts"][0]["error"]
            .as_str()
            .unwrap()
            .contains("largest")
    );
}

#[test]
fn a_snapshot_is_made_of_several_answers_that_are_asked_for_together() {
    let mapping = dialer(json!({}));
    let memory = Memory::default();
    let mut dialogue_steps = Vec::new();
    let setting = setting(&memory);
    let question = get("campaigns/3/snapshot");
    let mut dialogue = mapping.ask(&question, &setting);
    let mut answers = Vec::new();
    let snapshot: Value = loop {
        match dialogue.next(answers) {
            Step::Send(requests) => {
                dialogue_steps.push(requests.len());
                answers = requests.iter().map(serve).collect();
            }
            Step::Answered(json) => break serde_json::from_str(&json).unwrap(),
            Step::Refused(error) => panic!("{error}"),
        }
    };
    assert_eq!(dialogue_steps, [1, 2]);
    assert_eq!(
        snapshot["campaign"],
        json!({"id": "3", "name": "Alpha", "status": "paused"})
    );
    assert_eq!(snapshot["counts"], json!({"total": 12}));
    assert_eq!(snapshot["tasks"]["items"][0]["id"], "1");
    let actions = snapshot["actions"].as_array().unwrap();
    assert_eq!(
        actions[0],
        json!({"name": "pause", "available": false, "reason": "Only while it runs.", "effect": null, "confirm": false})
    );
    let others = actions.iter().skip(1);
    assert!({ others }.all(|action| action["reason"] == "This API has no such action."));
    crate::domain::json::decode::<crate::domain::snapshot::Snapshot>(&snapshot.to_string())
        .unwrap();
}

#[test]
fn capabilities_and_search_come_of_the_mapping() {
    let known = ask("capabilities").unwrap();
    assert_eq!(known["product"], "Test 1.42");
    assert_eq!(known["workspace"], json!({"id": "default", "name": "Test"}));
    assert_eq!(
        known["provides"],
        json!(["campaigns", "snapshot", "tasks", "actions", "find"])
    );
    assert_eq!(
        known["actions"],
        json!([{"of": "campaign", "name": "pause"}])
    );
    let tasks = &known["resources"][1];
    assert_eq!(
        (&tasks["filters"], &tasks["sorts"]),
        (&json!(["from", "status"]), &json!(["-attempts"]))
    );
    assert_eq!(known["resources"][0]["filters"], json!(["q", "status"]));
    assert_eq!(
        known["resources"][0]["sorts"],
        json!([
            "attention",
            "name",
            "-name",
            "created",
            "-created",
            "status"
        ])
    );
    assert_eq!(known["notes"][0]["about"], "answer_rate");
    crate::domain::json::decode::<crate::domain::capabilities::Capabilities>(&known.to_string())
        .unwrap();
    let found = ask("find?q=bet").unwrap();
    assert_eq!(
        found["items"],
        json!([{"kind": "campaign", "id": "2", "label": "Beta", "sub": "draft"}])
    );
}

#[test]
fn one_answer_passes_its_etag_on_and_several_do_not() {
    let tagged = |request: &Outgoing| {
        let mut answer = serve(request)?;
        answer.headers.push(("etag".to_owned(), "\"1\"".to_owned()));
        Ok(answer)
    };
    let mapping = dialer(json!({}));
    let memory = Memory::default();
    let setting = setting(&memory);
    for (address, etag) in [("campaigns/3/tasks", Some("\"1\"")), ("campaigns", None)] {
        let question = get(address);
        let mut dialogue = mapping.ask(&question, &setting);
        let mut answers = Vec::new();
        while let Step::Send(requests) = dialogue.next(answers) {
            answers = requests.iter().map(tagged).collect();
        }
        assert_eq!(dialogue.etag(), etag, "{address}");
    }
}

#[test]
fn a_campaigns_file_is_passed_on_as_it_comes() {
    let mapping = mapping(&json!({
        "lists": {"campaigns": {
            "request": {"path": "/c"}, "rows": "", "paging": {"style": "none"},
            "fields": {"id": "id", "name": "name", "status": "state"},
        }},
        "items": {"attempt_report": {"request": {"path": "/c/{campaign}/report"}}},
    }));
    let memory = Memory::default();
    let request = mapping
        .report(&get("campaigns/a%2Fb/attempt-report"), &setting(&memory))
        .unwrap();
    assert_eq!(request.url, [BASE, "/c/a%2Fb/report"].concat());
    assert_eq!(
        request.headers,
        [("Accept".to_owned(), "text/csv".to_owned())]
    );
    let page = run(&mapping, &memory, &get("campaigns"), |_| {
        good(&json!([{"id": 1, "name": "A", "state": "running"}]))
    });
    let actions = page.unwrap()["items"][0]["actions"].clone();
    assert_eq!(
        actions[0],
        json!({"name": "attempt_report", "available": true})
    );
    let known = run(&mapping, &memory, &get("capabilities"), |_| {
        good(&json!({}))
    })
    .unwrap();
    assert_eq!(
        known["provides"],
        json!(["campaigns", "find", "attempt_report"])
    );
}
