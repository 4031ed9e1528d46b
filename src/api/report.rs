//! The attempt report: a file that is read piece by piece, however long.

use super::client::Client;
use super::error::{ApiError, ErrorKind};
use super::exchange::Verb;
use super::relay::Asked;
use super::sending::{accepted, builder, failure};
use super::timer::{TooLong, within};
use crate::domain::campaign::CampaignId;
use gloo_net::http::{Method, Response};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, ReadableStreamDefaultReader};

/// Longest wait for the next byte of a report, in seconds: a report of any
/// length may take its time, but not silently.
const SILENCE: u32 = 60;

/// A report that has begun to arrive.
#[derive(Debug)]
pub struct Report {
    /// Rows to come, without the header, when told.
    pub total: Option<u64>,
    reader: ReadableStreamDefaultReader,
}

impl Client {
    /// Asks for a campaign's attempts. The request, and the report when it has
    /// begun, end with `signal`; it fails when nothing arrives for a minute.
    pub async fn attempt_report(
        self,
        campaign: CampaignId,
        signal: &AbortSignal,
    ) -> Result<Report, ApiError> {
        let url = self.endpoints.attempt_report(&campaign.0);
        let answered = within(SILENCE, self.begin(url, signal)).await;
        let answered = answered.map_err(|TooLong| ErrorKind::TimedOut(SILENCE));
        let answer = self.heard(answered.map_err(ApiError::new)?)?;
        if !answer.ok() {
            // It has an error's body, whose reading tells which.
            self.heard(accepted(answer).await)?;
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

    async fn begin(&self, address: String, signal: &AbortSignal) -> Result<Response, ApiError> {
        if let Some(relay) = &self.relay {
            return relay
                .open(Asked {
                    verb: Verb::Get,
                    address,
                    body: None,
                    key: None,
                    etag: None,
                    signal: Some(signal.clone()),
                })
                .await;
        }
        let request = builder(&address, Method::GET, signal).header("Accept", "text/csv");
        request.send().await.map_err(|error| failure(&error))
    }
}

impl Report {
    /// The next piece; `None` at the end.
    pub async fn next(&self) -> Result<Option<Uint8Array>, ApiError> {
        let cut = |_| ApiError::new(ErrorKind::Unreachable);
        let read = within(SILENCE, JsFuture::from(self.reader.read())).await;
        let read = read.map_err(|TooLong| ApiError::new(ErrorKind::Stalled(SILENCE)))?;
        let read = read.map_err(cut)?;
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
