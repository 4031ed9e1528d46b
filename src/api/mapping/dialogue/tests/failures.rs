//! What cannot be answered, or only in part.

use super::dialer::*;
use super::*;

#[test]
fn what_an_api_cannot_do_is_refused_with_a_sentence() {
    for (address, sentence) in [
        (
            "campaigns/3/tasks?blocker=x",
            "This API cannot filter tasks by blocker.",
        ),
        (
            "campaigns/3/tasks?sort=contact",
            "This API cannot sort tasks by contact.",
        ),
        (
            "campaigns?sort=priority",
            "This API cannot sort campaigns by priority.",
        ),
        ("jobs", "This API does not report jobs."),
        ("live/credits", "This API does not report live credits."),
        ("retries?job=1", "This API does not report retries."),
        (
            "campaigns/3/attempt-report",
            "This API does not report attempts as a file.",
        ),
    ] {
        let error = ask(address).unwrap_err();
        assert!(error.to_string().contains(sentence), "{error}");
    }
    assert_eq!(
        ask("jobs").unwrap_err().code.as_deref(),
        Some("NOT_PROVIDED")
    );
}

#[test]
fn a_failed_part_costs_its_members_alone_and_its_last_answer_stands_in() {
    let mapping = dialer(json!({}));
    let memory = Memory::default();
    let failing = |request: &Outgoing| match apart(request).0.ends_with("/progress") {
        true => answer(503, &json!({"detail": "busy"})),
        false => serve(request),
    };
    let question = get("campaigns/3/snapshot");
    let first = run(&mapping, &memory, &question, failing).unwrap();
    assert!(first.get("counts").is_none());
    assert_eq!(first["parts"][0]["captured_at"], Value::Null);
    assert!(
        first["parts"][0]["error"]
            .as_str()
            .unwrap()
            .contains("busy")
    );
    run(&mapping, &memory, &question, serve).unwrap();
    let then = run(&mapping, &memory, &question, failing).unwrap();
    assert_eq!(then["counts"], json!({"total": 12}));
    assert_eq!(then["parts"][0]["captured_at"], "2026-11-18T11:06:40Z");
    assert!(then["parts"][0]["error"].as_str().is_some());
}

#[test]
fn an_action_is_sent_once_and_its_answer_is_the_contracts() {
    let mapping = dialer(json!({}));
    let memory = Memory::default();
    let act = |name: &'static str, status: u16, body: Value| {
        let question = Question {
            verb: Verb::Post,
            address: name,
            body: Some(r#"{"reason":"tired"}"#),
            key: Some("key-1"),
        };
        run(&mapping, &memory, &question, |request| {
            assert_eq!(request.body.as_deref(), Some(r#"{"why":"tired"}"#));
            assert!(
                request
                    .headers
                    .contains(&("Idempotency-Key".to_owned(), "key-1".to_owned()))
            );
            answer(status, &body)
        })
    };
    let done = act(
        "campaigns/a%2Fb/actions/pause",
        200,
        json!({"name": "A", "state": "paused", "message": "Held."}),
    )
    .unwrap();
    assert_eq!(
        (&done["status"], &done["message"]),
        (&json!("paused"), &json!("Held."))
    );
    let conflict = act(
        "campaigns/1/actions/pause",
        400,
        json!({"detail": "Campaign must be in 'running' state"}),
    );
    let message = Some("Campaign must be in 'running' state.".to_owned());
    assert_eq!(conflict.unwrap_err().kind, ErrorKind::Conflict(message));
    let out = act(
        "campaigns/1/actions/pause",
        403,
        json!({"detail": "Not authenticated"}),
    );
    assert_eq!(out.unwrap_err().kind, ErrorKind::SignedOut);
    let failed = act(
        "campaigns/1/actions/pause",
        200,
        json!({"success": false, "error": {"key": "quota", "code": "Q"}}),
    )
    .unwrap_err();
    assert_eq!(failed.code.as_deref(), Some("Q"));
    assert!(failed.to_string().contains("quota"), "{failed}");
    let unknown = act("campaigns/1/actions/clone", 200, json!({}));
    assert!(unknown.unwrap_err().to_string().contains("no such action"));
}

#[test]
fn what_fails_within_an_answer_is_told_and_the_rest_is_kept() {
    let page = run(
        &dialer(json!({})),
        &Memory::default(),
        &get("campaigns/3/tasks"),
        |_| {
            good(
                &json!({"runs": [{"id": 1, "state": "x"}], "errors": [{"detail": "no 7"}, {"code": 1}]}),
            )
        },
    );
    let page = page.unwrap();
    assert_eq!(page["items"].as_array().unwrap().len(), 1);
    assert_eq!(
        page["parts"][0]["error"],
        "2 entries of the answer failed. no 7."
    );
}

#[test]
fn rows_where_the_mapping_does_not_find_them_are_no_empty_list() {
    for body in [json!({"runs": {}}), json!({}), json!([]), json!(7)] {
        let answer = run(
            &dialer(json!({})),
            &Memory::default(),
            &get("campaigns/3/tasks"),
            |_| good(&body),
        );
        let error = answer.unwrap_err();
        assert!(
            error.to_string().contains("a list of rows")
                || error.to_string().contains("something else"),
            "{error}"
        );
    }
    let null = run(
        &dialer(json!({})),
        &Memory::default(),
        &get("campaigns/3/tasks"),
        |_| good(&json!({"runs": null})),
    );
    assert_eq!(null.unwrap()["items"], json!([]));
}

#[test]
fn an_answer_that_would_fill_the_memory_is_not_read() {
    let long = " ".repeat(crate::api::mapping::frame::MOST_BYTES);
    let answer = run(
        &dialer(json!({})),
        &Memory::default(),
        &get("campaigns"),
        |_| {
            Ok(Incoming {
                status: 200,
                headers: Vec::new(),
                body: ["{}", &long].concat().into_bytes(),
            })
        },
    );
    assert!(answer.unwrap_err().to_string().contains("needs paging"));
}
