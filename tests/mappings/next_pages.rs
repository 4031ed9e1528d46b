//! Lists whose answers give the address of the page after.

use super::server::Server;
use ringside::api::error::ErrorKind;
use ringside::api::exchange::{Incoming, Verb};
use ringside::domain::job::JobPage;
use ringside::domain::page::Total;
use serde_json::json;

const MAPPING: &str = r#"{"mapping":1,"name":"Any","lists":{"jobs":{
    "request":{"method":"POST","path":"/Outreach/jobs"},"rows":"rows",
    "paging":{"style":"next","next":"next","total":"total"},
    "fields":{"id":"id","status":"state"}}}}"#;

/// A server whose every answer gives this address of the page after.
fn server(next: &str) -> Server {
    let body = json!({"rows": [{"id": 1, "state": "running"}], "total": 3, "next": next});
    Server::new(MAPPING).with_every(Incoming {
        status: 200,
        headers: Vec::new(),
        body: body.to_string().into_bytes(),
    })
}

#[test]
fn a_prepared_link_asks_nothing_but_its_own_list() {
    let server = server("");
    for cursor in ["users%2F7%2Fdelete", "Outreach%2Fjobs%2F7%2Fstop%3Fp%3D2"] {
        let error = server.refusal(&format!("jobs?cursor={cursor}"));
        assert!(matches!(error.kind, ErrorKind::Unsupported(_)), "{error:?}");
    }
    assert!(server.asked().is_empty(), "{:?}", server.asked());
    let _: JobPage = server.read("jobs?cursor=Outreach%2Fjobs%3Fp%3D2");
    assert_eq!(server.asked(), ["POST /Outreach/jobs?p=2"]);
}

#[test]
fn behind_a_proxy_the_query_of_the_next_address_is_asked_of_the_same_list() {
    for next in [
        "/v3/Outreach/jobs?p=2",
        "https://up.example/v3/Outreach/jobs?p=2",
    ] {
        let server = server(next);
        let first: JobPage = server.read("jobs");
        let cursor = first.page.next.as_deref().unwrap();
        assert_eq!(cursor, "Outreach/jobs?p=2");
        let _: JobPage = server.read("jobs?page=2");
        assert_eq!(server.asked()[1], "POST /Outreach/jobs?p=2");
    }
}

#[test]
fn a_page_that_is_not_followed_is_neither_offered_nor_empty() {
    let server = server("https://up.example/other?p=2");
    let first: JobPage = server.read("jobs");
    assert_eq!(first.page.next.as_deref(), None);
    assert_eq!(first.page.known_total(), Total::AtLeast(3));
    let told = server.ask(Verb::Get, "jobs", None).unwrap();
    assert!(told.contains("not followed"), "{told}");
    let error = server.refusal("jobs?page=2");
    assert!(error.to_string().contains("not followed"), "{error}");
}
