#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use crate::api::error::ErrorKind;
use crate::api::exchange::Incoming;
use crate::api::mapping::error_reading::Reading;
use crate::api::mapping::served::{NOW, mapping};
use serde_json::json;

fn read(status: u16, body: &str) -> Result<(), crate::api::error::ApiError> {
    let mapping = mapping(&json!({
        "errors": {
            "message": ["error.key"], "code": "error.code",
            "signedOut": [{"status": 403, "path": "detail", "contains": "invalid jwt"}],
            "conflict": [{"status": 400, "path": "detail", "contains": "must be in"}],
            "failure": [{"path": "ok", "is": [false]}],
        },
        "items": {"live/credits": {"request": {"path": "/c"}, "fields": {"captured_at": {"now": true}}}},
    }));
    let reading = Reading {
        rules: &mapping.errors,
        conventions: &mapping.conventions,
        now: NOW,
    };
    let answer = Incoming {
        status,
        headers: vec![("x-request-id".to_owned(), "r-1".to_owned())],
        body: body.as_bytes().to_vec(),
    };
    let document = crate::domain::json::Document::parse(body);
    reading.accepted(&answer, document.as_ref().ok())
}

#[test]
fn an_answer_is_what_the_rules_and_its_status_say() {
    assert!(read(200, r#"{"ok":true}"#).is_ok());
    assert!(read(204, "").is_ok());
    let kind = |status, body| read(status, body).unwrap_err().kind;
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(kind(401, ""), ErrorKind::SignedOut);
    assert_eq!(
        kind(403, r#"{"detail":"Invalid JWT token"}"#),
        ErrorKind::SignedOut
    );
    assert_eq!(
        kind(403, r#"{"detail":"no"}"#),
        ErrorKind::Forbidden(text("no."))
    );
    assert_eq!(
        kind(400, r#"{"detail":"must be in 'created'"}"#),
        ErrorKind::Conflict(text("must be in 'created'."))
    );
    let failed = |status, words: &str| ErrorKind::Refused {
        status,
        message: text(words),
    };
    assert_eq!(
        kind(200, r#"{"ok":false,"error":{"key":"quota"}}"#),
        failed(200, "quota.")
    );
    assert_eq!(
        kind(422, r#"{"detail":[{"msg":"bad"}]}"#),
        failed(422, "bad.")
    );
    assert!(matches!(kind(503, "busy"), ErrorKind::ServerFailed { .. }));
    let error = read(404, r#"{"error":{"key":"gone","code":7}}"#).unwrap_err();
    assert_eq!(error.kind, ErrorKind::NotFound(text("gone.")));
    assert_eq!(
        (error.code.as_deref(), error.request_id.as_deref()),
        (Some("7"), Some("r-1"))
    );
}

#[test]
fn whoever_signs_requests_knows_the_answers_that_words_tell() {
    let mapping = mapping(&json!({
        "errors": {"signedOut": [
            {"status": 403, "path": "detail", "contains": "Invalid JWT"},
            {"status": 419},
            {"status": 200, "path": "code", "is": [7]},
        ]},
        "items": {"live/credits": {"request": {"path": "/c"}, "fields": {"captured_at": {"now": true}}}},
    }));
    let known = mapping.errors.signed_out_answers();
    let answer = |status, body: &str| Incoming {
        status,
        headers: Vec::new(),
        body: body.as_bytes().to_vec(),
    };
    assert_eq!(known.len(), 2);
    let is_one = |answer: &Incoming| known.iter().any(|known| known.matches(answer));
    assert!(is_one(&answer(403, r#"{"detail":"Invalid JWT token"}"#)) && is_one(&answer(419, "")));
    assert!(!is_one(&answer(403, r#"{"detail":"Forbidden"}"#)));
}
