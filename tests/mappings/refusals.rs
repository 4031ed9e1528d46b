//! Recorded refusals, as the operator is told of them.

use super::server::Server;
use ringside::api::error::{ApiError, ErrorKind};

const DOGRAH: &str = include_str!("../../public/mappings/dograh.json");
const MINIMAL: &str = r#"{"mapping":1,"name":"Any","lists":{"campaigns":{"request":"/campaign/",
    "rows":"campaigns","paging":{"style":"none"},"fields":{"id":{"id":"campaign"},"name":"name","status":"state"}}}}"#;

fn refused(mapping: &str, recording: &str) -> ApiError {
    Server::new(mapping)
        .with("/campaign/", recording)
        .refusal("campaigns")
}

#[test]
fn a_detail_that_is_a_string_is_told_and_401_means_sign_in() {
    let error = refused(DOGRAH, include_str!("../recorded/dograh_error_401.json"));
    assert_eq!(error.kind, ErrorKind::SignedOut);
    let conflict = refused(
        MINIMAL,
        include_str!("../recorded/dograh_error_400_conflict.json"),
    );
    assert!(
        conflict.to_string().contains("current state: running"),
        "{conflict}"
    );
}

#[test]
fn a_detail_that_is_a_list_is_told_by_its_words() {
    for recording in [
        include_str!("../recorded/dograh_error_422.json"),
        include_str!("../recorded/airflow_error_422.json"),
    ] {
        for mapping in [DOGRAH, MINIMAL] {
            let error = refused(mapping, recording);
            assert!(
                matches!(error.kind, ErrorKind::Refused { status: 422, .. }),
                "{error:?}"
            );
            let told = error.to_string();
            assert!(told.contains("Input should be"), "{told}");
            assert!(!told.contains(['{', '[']), "no JSON on screen: {told}");
        }
    }
}

#[test]
fn a_missing_token_of_airflow_means_sign_in() {
    let error = refused(MINIMAL, include_str!("../recorded/airflow_error_401.json"));
    assert_eq!(error.kind, ErrorKind::SignedOut);
}

#[test]
fn a_problem_without_a_word_on_waiting_names_no_seconds() {
    let error = refused(MINIMAL, include_str!("../recorded/rfc9457_problem.json"));
    let reason = "Your current balance is 30, but that costs 50.";
    assert_eq!(error.kind, ErrorKind::Forbidden(Some(reason.to_owned())));
    assert_eq!(error.retry_after(), None);
}

#[test]
fn extension_members_of_a_problem_are_left_alone() {
    let error = refused(MINIMAL, include_str!("../recorded/rfc9457_problem.json"));
    assert_eq!(
        (error.code.as_deref(), error.request_id.as_deref()),
        (None, None)
    );
    let told = error.to_string();
    assert!(!told.contains("12345") && !told.contains('{'), "{told}");
}
