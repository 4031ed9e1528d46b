//! The foreign servers answer as the recordings say.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::HashSet;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::recorded::body;
use super::{Dograh, router};
use crate::fault::Outages;

const LOGIN: &str = "/dograh/api/v1/auth/login";
const LIST: &str = "/dograh/api/v1/campaign/";

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }
}

struct System {
    router: Router,
    outages: Outages,
}

impl System {
    fn new() -> Self {
        let outages = Outages::default();
        let router = router(&Dograh::default(), outages.clone(), None);
        Self { router, outages }
    }

    async fn send(&self, request: axum::http::request::Builder, sent: Body) -> Answer {
        let request = request.body(sent).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 1 << 24).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8(bytes.to_vec()).unwrap(),
        }
    }

    async fn signed_in(&self) -> String {
        let request = Request::post(LOGIN).header(header::CONTENT_TYPE, "application/json");
        let who = json!({"email": "operator@example.com", "password": "ringside"});
        let answer = self.send(request, Body::from(who.to_string())).await;
        format!("Bearer {}", answer.json()["token"].as_str().unwrap())
    }

    async fn ask(&self, method: Method, path: &str, bearer: &str) -> Answer {
        let address = format!("/dograh/api/v1{path}");
        let request = Request::builder().method(method).uri(address);
        let request = request.header(header::AUTHORIZATION, bearer);
        self.send(request, Body::empty()).await
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty()).await
    }
}

fn sample(file: &str) -> (StatusCode, Value) {
    let recorded: Value = serde_json::from_str(file).unwrap();
    let status = u16::try_from(recorded["status"].as_u64().unwrap()).unwrap();
    (StatusCode::from_u16(status).unwrap(), body(file))
}

#[tokio::test]
async fn nothing_is_told_without_the_token_of_the_login_call() {
    let system = System::new();
    let refused = system.get(LIST).await;
    let expected = sample(include_str!("../../recorded/dograh_error_401.json"));
    assert_eq!((refused.status, refused.json()), expected);
    let bad = system
        .ask(Method::GET, "/campaign/", "Bearer guessed")
        .await;
    assert_eq!(bad.status, StatusCode::UNAUTHORIZED);
    let bearer = system.signed_in().await;
    let list = system.ask(Method::GET, "/campaign/", &bearer).await;
    let recorded = body(include_str!("../../recorded/dograh_campaigns_list.json"));
    assert_eq!(list.json()["campaigns"][0], recorded["campaigns"][0]);
}

#[tokio::test]
async fn the_list_without_its_slash_leads_absolutely_to_the_one_with_it() {
    let request = Request::get("/dograh/api/v1/campaign").header(header::HOST, "dialer.test");
    let answer = System::new().send(request, Body::empty()).await;
    assert_eq!(answer.status, StatusCode::TEMPORARY_REDIRECT);
    let location = "http://dialer.test/foreign/dograh/api/v1/campaign/";
    assert_eq!(answer.headers[header::LOCATION], location);
}

#[tokio::test]
async fn refusals_are_worded_as_recorded() {
    let system = System::new();
    let bearer = system.signed_in().await;
    let page = system
        .ask(Method::GET, "/campaign/1/runs?page=0", &bearer)
        .await;
    let expected = sample(include_str!("../../recorded/dograh_error_422.json"));
    assert_eq!((page.status, page.json()), expected);
    let start = system.ask(Method::POST, "/campaign/1/start", &bearer).await;
    let expected = sample(include_str!(
        "../../recorded/dograh_error_400_conflict.json"
    ));
    assert_eq!((start.status, start.json()), expected);
}

#[tokio::test]
async fn a_pause_changes_what_it_answers_until_the_reset() {
    let dograh = Dograh::default();
    let system = System {
        router: router(&dograh, Outages::default(), None),
        outages: Outages::default(),
    };
    let bearer = system.signed_in().await;
    let paused = system.ask(Method::POST, "/campaign/1/pause", &bearer).await;
    let recorded = body(include_str!(
        "../../recorded/dograh_campaign_paused_manual.json"
    ));
    assert_eq!(paused.json(), recorded);
    let progress = system
        .ask(Method::GET, "/campaign/1/progress", &bearer)
        .await;
    assert_eq!(progress.json()["state"], "paused");
    dograh.reset();
    let again = system.ask(Method::GET, "/campaign/1", &bearer).await;
    assert_eq!(again.json()["state"], "running");
}

#[tokio::test]
async fn the_pages_of_runs_hold_each_of_them_once() {
    let system = System::new();
    let bearer = system.signed_in().await;
    let mut seen = HashSet::new();
    for page in 1..=17 {
        let address = format!("/campaign/1/runs?page={page}&limit=10");
        let answer = system.ask(Method::GET, &address, &bearer).await.json();
        assert_eq!(
            (&answer["total_count"], &answer["total_pages"]),
            (&json!(156), &json!(16))
        );
        for run in answer["runs"].as_array().unwrap() {
            assert!(seen.insert(run["id"].as_u64().unwrap()), "{run}");
        }
    }
    assert_eq!(seen.len(), 156);
    let first = system
        .ask(Method::GET, "/campaign/1/runs?limit=5", &bearer)
        .await;
    let recorded = body(include_str!("../../recorded/dograh_runs_page1.json"));
    assert_eq!(first.json()["runs"], recorded["runs"]);
}

#[tokio::test]
async fn one_part_fails_alone_and_as_such_a_system_does() {
    let system = System::new();
    let bearer = system.signed_in().await;
    let part = "/foreign/dograh/api/v1/campaign/1/progress";
    for (kind, status, says) in [
        ("fault-503", StatusCode::SERVICE_UNAVAILABLE, "{\"detail\""),
        ("fault-502html", StatusCode::BAD_GATEWAY, "<html>"),
        ("fault-inside", StatusCode::OK, "{\"error\""),
        ("fault-truncated", StatusCode::OK, "{\"campaign_id\""),
    ] {
        assert!(system.outages.begin(part, kind));
        let failed = system
            .ask(Method::GET, "/campaign/1/progress", &bearer)
            .await;
        assert_eq!(failed.status, status, "{kind}");
        assert!(failed.text.starts_with(says), "{kind}: {}", failed.text);
        let beside = system.ask(Method::GET, "/campaign/1", &bearer).await;
        assert_eq!(beside.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn the_queue_is_served_as_recorded_and_not_twice() {
    let system = System::new();
    let address = "/bull/api/queues?activeQueue=bulk_calls&status=failed&page=1&jobsPerPage=3";
    let answer = system.get(address).await;
    assert_eq!(
        answer.json(),
        body(include_str!("../../recorded/bullboard_failed.json"))
    );
    let tag = answer.headers[header::ETAG].clone();
    let again = Request::get(address).header(header::IF_NONE_MATCH, tag);
    let again = system.send(again, Body::empty()).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    let last = system
        .get("/bull/api/queues?status=completed&page=4&jobsPerPage=10")
        .await;
    let queue = &last.json()["queues"][0];
    assert_eq!(queue["jobs"].as_array().unwrap().len(), 4);
    assert_eq!(queue["pagination"]["pageCount"], 4);
}
