use super::*;

fn shown(status: u16, body: &str) -> String {
    Refusal {
        status,
        body: body.as_bytes(),
        ..Refusal::default()
    }
    .into_error()
    .to_string()
}

#[test]
fn reads_the_shapes_that_real_apis_send() {
    let cases = [
        (
            r#"{"title":"Conflict","detail":"Already running."}"#,
            "Already running.",
        ),
        (
            r#"{"detail":"Campaign must be in 'created' state"}"#,
            "Campaign must be in 'created' state.",
        ),
        (
            r#"{"detail":[{"loc":["query","page"],"msg":"Too small"}]}"#,
            "query.page Too small.",
        ),
        (
            r#"{"detail":[{"loc":["body",0,"id"],"msg":"Not known"},{"msg":"x"}]}"#,
            "body.0.id Not known.",
        ),
        (r#"{"msg":"Token is invalid"}"#, "Token is invalid."),
        (r#"{"error":"No quota left"}"#, "No quota left."),
        (r#"{"error":{"message":"Busy","code":3}}"#, "Busy."),
        (r#"{"errors":["Too many lines"]}"#, "Too many lines."),
        (
            r#"{"errors":[{"message":"No such queue"}]}"#,
            "No such queue.",
        ),
        (r#"{"error":{"key":"QUEUE_NOT_FOUND"}}"#, "QUEUE_NOT_FOUND."),
        (r#"{"message":"No such queue","code":7}"#, "No such queue."),
        (
            r#"{"title":"Invalid","errors":[{"pointer":"/size","detail":"at most 200"}]}"#,
            "Invalid /size at most 200.",
        ),
        ("plain words", "plain words."),
        (
            "<html><body>Bad gateway</body></html>",
            "A proxy answered with a web page",
        ),
    ];
    for (body, expected) in cases {
        let text = shown(400, body);
        assert!(
            text.contains(expected),
            "{text:?} should contain {expected:?}"
        );
        assert!(!text.contains('<'), "{text:?}");
    }
    assert_eq!(shown(500, ""), "The dialer API failed (HTTP 500).");
    assert_eq!(shown(500, "[1,2]"), "The dialer API failed (HTTP 500).");
}

#[test]
fn the_status_decides_the_kind() {
    for (status, cause) in [
        (401, "signed out"),
        (403, "HTTP 403"),
        (404, "HTTP 404"),
        (409, "HTTP 409"),
        (418, "HTTP 418"),
        (429, "HTTP 429"),
        (503, "HTTP 503"),
    ] {
        let error = Refusal {
            status,
            ..Refusal::default()
        }
        .into_error();
        assert_eq!(error.cause(), cause);
    }
}

#[test]
fn retry_after_is_seconds_or_a_date() {
    let now = 1_794_528_000_000;
    assert_eq!(seconds("7", now), Some(7));
    assert_eq!(seconds("Fri, 13 Nov 2026 00:00:30 GMT", now), Some(30));
    assert_eq!(seconds("Thu, 12 Nov 2026 00:00:00 GMT", now), Some(0));
    assert_eq!(seconds("Fri, 3 Apr 2026 00:00:00 GMT", now), Some(0));
    for text in [
        "soon",
        "Fri, 13 Nov 2026 00:00:30 CST",
        "Fri, 13 anF 2026 00:00:30 GMT",
        "Tue, 31 Feb 2026 00:00:30 GMT",
        "Fri, 13 Nov 2026 00:00:30 GMT GMT",
    ] {
        assert_eq!(seconds(text, now), None, "{text}");
    }
    assert_eq!(seconds("99999999", now), None);
}

#[test]
fn the_request_id_comes_from_the_header_or_the_body() {
    let body = br#"{"title":"x","request_id":"req_body"}"#;
    let error = Refusal {
        status: 500,
        body,
        ..Refusal::default()
    }
    .into_error();
    assert_eq!(error.request_id.as_deref(), Some("req_body"));
    let request_id = Some("req_header".to_owned());
    let error = Refusal {
        status: 500,
        body,
        request_id,
        ..Refusal::default()
    }
    .into_error();
    assert_eq!(error.request_id.as_deref(), Some("req_header"));
}

/// The answers that were recorded of running systems.
#[test]
fn every_recorded_error_is_read() {
    for (file, cause, words) in [
        (
            include_str!("../../../tests/recorded/dograh_error_400_conflict.json"),
            "HTTP 400",
            "Campaign must be in 'created' state to start, current state: running.",
        ),
        (
            include_str!("../../../tests/recorded/dograh_error_401.json"),
            "signed out",
            "You are signed out",
        ),
        (
            include_str!("../../../tests/recorded/dograh_error_422.json"),
            "HTTP 422",
            "query.page Input should be greater than or equal to 1.",
        ),
        (
            include_str!("../../../tests/recorded/airflow_error_401.json"),
            "signed out",
            "You are signed out",
        ),
        (
            include_str!("../../../tests/recorded/airflow_error_422.json"),
            "HTTP 422",
            "query.limit Input should be a valid integer, unable to parse string as an integer.",
        ),
        (
            include_str!("../../../tests/recorded/rfc9457_problem.json"),
            "HTTP 403",
            "Your current balance is 30, but that costs 50.",
        ),
    ] {
        let recorded: serde_json::Value = serde_json::from_str(file).unwrap();
        let status = recorded["status"].as_u64().unwrap();
        let body = recorded["body"].to_string();
        let incoming = Incoming {
            status: u16::try_from(status).unwrap(),
            headers: vec![("retry-after".to_owned(), "7".to_owned())],
            body: body.into_bytes(),
        };
        let error = refused(&incoming, 0);
        assert_eq!(error.cause(), cause);
        assert!(error.to_string().contains(words), "{error}");
    }
}
