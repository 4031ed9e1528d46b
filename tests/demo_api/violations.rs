//! What browsers report of pages that break their policy.

use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};

/// Where browsers report to. `report-to` would be newer, and takes up to a minute to report.
pub const REPORTS: &str = "/demo/violations";

/// Every report since the start; a reset forgets none.
type Reports = Arc<Mutex<Vec<String>>>;

/// `POST` takes a report, `GET` lists all.
pub fn router() -> Router {
    Router::new()
        .route(REPORTS, get(all).post(report))
        .with_state(Reports::default())
}

async fn all(State(reports): State<Reports>) -> Json<Vec<String>> {
    let reports = reports.lock().unwrap_or_else(PoisonError::into_inner);
    Json(reports.clone())
}

async fn report(State(reports): State<Reports>, body: Bytes) -> StatusCode {
    let mut reports = reports.lock().unwrap_or_else(PoisonError::into_inner);
    reports.push(String::from_utf8_lossy(&body).into_owned());
    StatusCode::NO_CONTENT
}
