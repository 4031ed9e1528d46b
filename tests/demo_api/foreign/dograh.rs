//! Dograh 1.42 as recorded: campaigns, their progress, runs and phone numbers,
//! behind a login call and a bearer token. Start, pause and resume change what
//! it answers next, until the demo is reset.

mod campaigns;
mod runs;
mod sign_in;

use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use super::recorded::body;
use campaigns::Campaigns;
use sign_in::Tokens;

/// The system with what was done to it, shared by all requests.
#[derive(Clone, Debug, Default)]
pub struct Dograh(Arc<Mutex<Inside>>);

#[derive(Debug, Default)]
struct Inside {
    campaigns: Campaigns,
    tokens: Tokens,
}

impl Dograh {
    /// Puts the campaigns back to the recording. Whoever is signed in stays so.
    pub fn reset(&self) {
        self.with(|inside| inside.campaigns = Campaigns::default());
    }

    fn with<T>(&self, work: impl FnOnce(&mut Inside) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The routes below `/api/v1`.
pub fn router(dograh: &Dograh) -> Router {
    let signed_in = Router::new()
        .route("/campaign/", get(list))
        .route("/campaign/{campaign}", get(one))
        .route("/campaign/{campaign}/progress", get(progress))
        .route("/campaign/{campaign}/runs", get(run_page))
        .route("/campaign/{campaign}/{action}", post(act))
        .route(
            "/organizations/telephony-configs/{config}/phone-numbers",
            get(numbers),
        )
        .layer(from_fn_with_state(dograh.clone(), sign_in::needed));
    Router::new()
        .route("/auth/login", post(sign_in::login))
        .route("/campaign", get(with_slash))
        .merge(signed_in)
        .with_state(dograh.clone())
        .fallback(async || refused(StatusCode::NOT_FOUND, "Not Found"))
}

/// A refusal as the system words it.
struct Refusal(StatusCode, Value);

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "detail": self.1 }))).into_response()
    }
}

fn refused(status: StatusCode, detail: impl Into<Value>) -> Response {
    Refusal(status, detail.into()).into_response()
}

fn no_campaign() -> Response {
    refused(StatusCode::NOT_FOUND, "Campaign not found")
}

/// The list's address without its slash leads, absolutely, to the one with it.
async fn with_slash(headers: HeaderMap) -> Response {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let host = host.unwrap_or("127.0.0.1");
    let location = format!("http://{host}/foreign/dograh/api/v1/campaign/");
    (
        StatusCode::TEMPORARY_REDIRECT,
        [(header::LOCATION, location)],
    )
        .into_response()
}

async fn list(State(dograh): State<Dograh>) -> Json<Value> {
    Json(dograh.with(|inside| json!({"campaigns": inside.campaigns.all()})))
}

async fn one(State(dograh): State<Dograh>, Path(id): Path<String>) -> Response {
    match dograh.with(|inside| inside.campaigns.one(&id).cloned()) {
        Some(campaign) => Json(campaign).into_response(),
        None => no_campaign(),
    }
}

async fn progress(State(dograh): State<Dograh>, Path(id): Path<String>) -> Response {
    match dograh.with(|inside| inside.campaigns.progress(&id)) {
        Some(progress) => Json(progress).into_response(),
        None => no_campaign(),
    }
}

async fn run_page(
    State(dograh): State<Dograh>,
    Path(id): Path<String>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Response {
    if dograh.with(|inside| inside.campaigns.one(&id).is_none()) {
        return no_campaign();
    }
    match runs::page(&id, &asked) {
        Ok(page) => Json(page).into_response(),
        Err(refusal) => refusal.into_response(),
    }
}

async fn act(State(dograh): State<Dograh>, Path((id, action)): Path<(String, String)>) -> Response {
    match dograh.with(|inside| inside.campaigns.act(&id, &action)) {
        Some(Ok(campaign)) => Json(campaign).into_response(),
        Some(Err(conflict)) => refused(StatusCode::BAD_REQUEST, conflict),
        None => refused(StatusCode::NOT_FOUND, "Not Found"),
    }
}

async fn numbers(Path(config): Path<String>) -> Response {
    if config == "1" {
        let recorded = include_str!("../../recorded/dograh_numbers.json");
        Json(body(recorded)).into_response()
    } else {
        refused(StatusCode::NOT_FOUND, "Telephony configuration not found")
    }
}
