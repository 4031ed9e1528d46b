//! A campaign of a real system, recorded, and served through the contract.
//!
//! Everything is converted from the recorded answers when asked for. What the
//! recording does not report stays absent, never 0 and never null; figures
//! that contradict each other are sent as they are.

mod asked;
mod campaign;
mod numbers;
mod refusal;
mod runs;
mod source;

use asked::Asked;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use refusal::Refusal;
use serde_json::Value;
use source::Recording;

/// The recorded campaigns as rows of the list of campaigns.
pub fn summaries() -> Vec<Value> {
    source::all().iter().map(campaign::summary).collect()
}

/// The routes of the recorded campaigns, without the `/api` prefix.
pub fn router() -> Router {
    source::all()
        .iter()
        .fold(Router::new(), |router, recording| {
            router.nest(&format!("/campaigns/{}", recording.id), routes(recording))
        })
}

fn routes(recording: &'static Recording) -> Router {
    Router::new()
        .route(
            "/snapshot",
            get(move |headers: HeaderMap| async move { snapshot(recording, &headers) }),
        )
        .route(
            "/tasks",
            get(move |Query(pairs)| async move { tasks(recording, pairs) }),
        )
        .route(
            "/tasks/{task}",
            get(move |Path(task): Path<String>| async move { task_debug(recording, &task) }),
        )
        .route(
            "/numbers",
            get(move |Query(pairs)| async move { number_page(recording, pairs) }),
        )
        .route("/actions/{action}", post(refuse_action))
        .method_not_allowed_fallback(refuse_method)
}

/// A recording never changes.
const ETAG: &str = "\"recording-1\"";

fn snapshot(recording: &Recording, headers: &HeaderMap) -> Response {
    let known = headers.get(header::IF_NONE_MATCH);
    if known.is_some_and(|known| known == ETAG) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, ETAG)]).into_response();
    }
    let answer = Json(campaign::snapshot(recording));
    ([(header::ETAG, ETAG)], answer).into_response()
}

fn tasks(recording: &Recording, pairs: Vec<(String, String)>) -> Response {
    match Asked::read(pairs) {
        Ok(asked) if asked.page == 1 => {
            Json(runs::page_wanted(recording, &asked.filter)).into_response()
        }
        Ok(_) => Refusal::new(
            StatusCode::NOT_FOUND,
            "The recording holds the first page of the tasks only.",
        )
        .into_response(),
        Err(refused) => refused.into_response(),
    }
}

fn number_page(recording: &Recording, pairs: Vec<(String, String)>) -> Response {
    match Asked::read(pairs) {
        Ok(asked) if asked.page == 1 => Json(numbers::page(recording)).into_response(),
        Ok(asked) => Json(numbers::page_past_the_end(recording, asked.page)).into_response(),
        Err(refused) => refused.into_response(),
    }
}

fn task_debug(recording: &Recording, task: &str) -> Response {
    match runs::debug(recording, task) {
        Some(debug) => Json(debug).into_response(),
        None => Refusal::new(
            StatusCode::NOT_FOUND,
            "The recording has no task with this ID.",
        )
        .into_response(),
    }
}

async fn refuse_method() -> Refusal {
    Refusal::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "This address does not know that method.",
    )
}

/// Shortest and longest key of the contract, in characters.
const KEY_LENGTH: std::ops::RangeInclusive<usize> = 8..=100;

async fn refuse_action(headers: HeaderMap) -> Refusal {
    let key = headers.get("idempotency-key").map_or(0, HeaderValue::len);
    if KEY_LENGTH.contains(&key) {
        Refusal::new(StatusCode::CONFLICT, campaign::NO_ACTIONS)
    } else {
        Refusal::new(
            StatusCode::BAD_REQUEST,
            "An action needs an Idempotency-Key of 8 to 100 characters.",
        )
    }
}

#[cfg(test)]
mod tests;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod route_tests {
    use super::*;
    use axum::body::{Body, to_bytes};
    use axum::http::Request;
    use serde_json::json;
    use tower::ServiceExt;

    async fn ask(request: axum::http::request::Builder) -> Response {
        let request = request.body(Body::empty()).unwrap();
        router().oneshot(request).await.unwrap()
    }

    async fn read(address: &str) -> Value {
        let response = ask(Request::get(format!("/campaigns/{address}"))).await;
        serde_json::from_slice(&to_bytes(response.into_body(), 1 << 20).await.unwrap()).unwrap()
    }

    async fn status_of(address: &str) -> StatusCode {
        ask(Request::get(format!("/campaigns/{address}")))
            .await
            .status()
    }

    #[tokio::test]
    async fn filters_search_the_recorded_rows_and_claim_no_more() {
        let found = read("cmp_recorded/tasks?disposition=DNC&q=customer%2021").await;
        assert_eq!(found["items"].as_array().unwrap().len(), 1);
        assert_eq!(
            (&found["page"]["total"], &found["page"]["total_is"]),
            (&json!(1), &json!("at_least"))
        );
        assert_eq!(
            read("cmp_recorded/tasks?status=completed").await["items"],
            json!([])
        );
    }

    #[tokio::test]
    async fn debug_shows_the_run_as_recorded() {
        let debug = read("cmp_recorded/tasks/155").await;
        assert_eq!(debug["task"]["id"], "155");
        assert_eq!(
            debug["snapshots"][0]["data"]["gathered_context"]["call_disposition"],
            "dnc"
        );
        assert_eq!(debug.get("events"), None);
        assert_eq!(
            status_of("cmp_recorded/tasks/1").await,
            StatusCode::NOT_FOUND
        );
    }

    #[tokio::test]
    async fn what_was_not_recorded_is_refused_with_the_reason() {
        assert_eq!(
            status_of("cmp_recorded/tasks?page=2").await,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            status_of("cmp_recorded/tasks?page=1&cursor=a").await,
            StatusCode::BAD_REQUEST
        );
        assert_eq!(
            status_of("cmp_recorded/tasks?page=0").await,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(
            status_of("cmp_recorded/tasks?size=201").await,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        for sort in ["shoe-size", "-activity"] {
            let address = format!("cmp_recorded/tasks?sort={sort}");
            assert_eq!(status_of(&address).await, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let pause = || Request::post("/campaigns/cmp_recorded/actions/pause");
        assert_eq!(
            ask(pause()).await.status(),
            StatusCode::BAD_REQUEST,
            "no key"
        );
        let refused = ask(pause().header("Idempotency-Key", "12345678")).await;
        assert_eq!(refused.status(), StatusCode::CONFLICT);
        assert_eq!(
            refused.headers()[header::CONTENT_TYPE],
            "application/problem+json"
        );
    }

    #[tokio::test]
    async fn the_snapshot_is_not_sent_twice() {
        let first = ask(Request::get("/campaigns/cmp_recorded/snapshot")).await;
        let etag = first.headers()[header::ETAG].clone();
        let again =
            Request::get("/campaigns/cmp_recorded/snapshot").header(header::IF_NONE_MATCH, etag);
        assert_eq!(ask(again).await.status(), StatusCode::NOT_MODIFIED);
    }
}
