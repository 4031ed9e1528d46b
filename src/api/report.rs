//! The attempt report: a file that is read piece by piece, however long.

use super::client::{Client, accepted, builder, failure};
use super::error::{ApiError, ErrorKind};
use crate::domain::campaign::CampaignId;
use gloo_net::http::Method;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, ReadableStreamDefaultReader};

/// A report that has begun to arrive.
#[derive(Debug)]
pub struct Report {
    /// Rows to come, without the header, when told.
    pub total: Option<u64>,
    reader: ReadableStreamDefaultReader,
}

impl Client {
    /// Asks for a campaign's attempts. The request, and the report when it has
    /// begun, end with `signal`.
    pub async fn attempt_report(
        self,
        campaign: CampaignId,
        signal: &AbortSignal,
    ) -> Result<Report, ApiError> {
        let url = self.endpoints.attempt_report(&campaign.0);
        let request = builder(&url, Method::GET, signal).header("Accept", "text/csv");
        let answer = request.send().await.map_err(|error| failure(&error))?;
        if !answer.ok() {
            // It has an error's body, whose reading tells which.
            accepted(answer).await?;
            return Err(not_a_file());
        }
        let header = |name: &str| answer.headers().get(name).unwrap_or_default();
        if !header("Content-Type").starts_with("text/csv") {
            return Err(not_a_file());
        }
        let total = header("X-Total-Rows").parse().ok();
        let body = answer.body().ok_or_else(not_a_file)?;
        let reader = body.get_reader().dyn_into().map_err(|_| not_a_file())?;
        Ok(Report { total, reader })
    }
}

impl Report {
    /// The next piece; `None` at the end.
    pub async fn next(&self) -> Result<Option<Uint8Array>, ApiError> {
        let cut = |_| ApiError::new(ErrorKind::Unreachable);
        let read = JsFuture::from(self.reader.read()).await.map_err(cut)?;
        let piece = Reflect::get(&read, &"value".into()).map_err(cut)?;
        Ok(piece.dyn_into().ok())
    }
}

fn not_a_file() -> ApiError {
    ApiError::new(ErrorKind::Unreadable {
        path: String::new(),
        expected: "a CSV file, and the answer is something else".to_owned(),
    })
}
