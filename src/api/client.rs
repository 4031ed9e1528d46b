//! Sends requests and reads answers. One request, one result: no state, no
//! retries, no cache; whoever asks decides what to keep.

use super::boot;
use super::decode::decode;
use super::endpoint::Endpoints;
use super::error::{ApiError, ErrorKind};
use super::problem::Refusal;
use crate::domain::action::{ActionBody, ActionResult};
use crate::domain::call::CallPage;
use crate::domain::campaign::{CampaignId, CampaignPage};
use crate::domain::capabilities::Capabilities;
use crate::domain::found::FindResults;
use crate::domain::json::FromJson;
use crate::domain::number::NumberPage;
use crate::domain::raw_json::Sourced;
use crate::domain::route::{CallQuery, CampaignQuery, TaskQuery};
use crate::domain::snapshot::Snapshot;
use crate::domain::task::{TaskDebug, TaskId, TaskPage};
use gloo_net::http::{Method, RequestBuilder, Response};
use web_sys::{AbortSignal, RequestCredentials};

/// Longest wait for an answer, in seconds, body included.
pub(super) const PATIENCE: u32 = 20;

/// What came of a read.
#[derive(Clone, Debug, PartialEq)]
pub enum Fetched<T> {
    /// A new value, with its ETag when the API sent one.
    New {
        /// The decoded answer.
        value: T,
        /// For the next `If-None-Match`.
        etag: Option<String>,
    },
    /// 304: what was there still holds.
    Unchanged,
}

/// How one read is asked for.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Aborts the request when the asker no longer wants the answer.
    pub signal: AbortSignal,
    /// The ETag of the value in hand.
    pub etag: Option<String>,
}

/// The API of one deployment. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {
    pub(super) endpoints: Endpoints,
}

impl Client {
    /// A client for the API at `base`.
    pub fn new(base: &str) -> Self {
        Self {
            endpoints: Endpoints::new(base),
        }
    }

    /// Who is asking, in which workspace.
    pub async fn capabilities(self, ask: Ask) -> Result<Fetched<Capabilities>, ApiError> {
        read(&self.endpoints.capabilities(), ask).await
    }

    /// What a text finds, over everything.
    pub async fn find(self, text: String, ask: Ask) -> Result<Fetched<FindResults>, ApiError> {
        read(&self.endpoints.find(&text), ask).await
    }

    /// A page of campaigns.
    pub async fn campaigns(
        self,
        query: CampaignQuery,
        ask: Ask,
    ) -> Result<Fetched<CampaignPage>, ApiError> {
        read(&self.endpoints.campaigns(&query), ask).await
    }

    /// A campaign's snapshot.
    pub async fn snapshot(
        self,
        campaign: CampaignId,
        ask: Ask,
    ) -> Result<Fetched<Snapshot>, ApiError> {
        read(&self.endpoints.snapshot(&campaign.0), ask).await
    }

    /// A page of a campaign's tasks.
    pub async fn tasks(
        self,
        campaign: CampaignId,
        query: TaskQuery,
        ask: Ask,
    ) -> Result<Fetched<TaskPage>, ApiError> {
        read(&self.endpoints.tasks(&campaign.0, &query), ask).await
    }

    /// One task with its events, and the answer as it was sent.
    pub async fn task(
        self,
        campaign: CampaignId,
        task: TaskId,
        ask: Ask,
    ) -> Result<Fetched<Sourced<TaskDebug>>, ApiError> {
        read(&self.endpoints.task(&campaign.0, &task.0), ask).await
    }

    /// A page of a campaign's number pool.
    pub async fn numbers(
        self,
        campaign: CampaignId,
        place: crate::domain::page::Place,
        ask: Ask,
    ) -> Result<Fetched<NumberPage>, ApiError> {
        read(&self.endpoints.numbers(&campaign.0, &place), ask).await
    }

    /// A page of the workspace's calls.
    pub async fn calls(self, query: CallQuery, ask: Ask) -> Result<Fetched<CallPage>, ApiError> {
        read(&self.endpoints.calls(&query), ask).await
    }

    /// Asks for an action. Sending it again under the same `key` does nothing
    /// twice.
    pub async fn act(
        self,
        campaign: CampaignId,
        action: String,
        body: ActionBody,
        key: String,
    ) -> Result<ActionResult, ApiError> {
        let url = self.endpoints.action(&campaign.0, &action);
        send(&url, body.json(), &key).await
    }
}

/// Asks for something to be done, once for all requests of the same `key`.
pub(super) async fn send<T: FromJson>(url: &str, json: String, key: &str) -> Result<T, ApiError> {
    post(url, json, |request| request.header("Idempotency-Key", key)).await
}

/// Asks a question that takes a body. Nothing is done by it.
pub(super) async fn consult<T: FromJson>(url: &str, json: String) -> Result<T, ApiError> {
    post(url, json, |request| request).await
}

async fn post<T: FromJson>(
    url: &str,
    json: String,
    add: impl FnOnce(RequestBuilder) -> RequestBuilder,
) -> Result<T, ApiError> {
    let signal = AbortSignal::timeout_with_u32(PATIENCE * 1000);
    let request = builder(url, Method::POST, &signal).header("Content-Type", "application/json");
    let request = add(request).body(json).map_err(|error| failure(&error))?;
    let answer = request.send().await.map_err(|error| failure(&error))?;
    decoded(&accepted(answer).await?)
}

pub(super) async fn read<T: FromJson>(url: &str, ask: Ask) -> Result<Fetched<T>, ApiError> {
    let answer = match boot::started(url) {
        Some(promise) => boot::answer_of(promise).await?,
        None => send_read(url, &ask).await?,
    };
    if answer.status() == 304 {
        return Ok(Fetched::Unchanged);
    }
    let etag = answer.headers().get("ETag");
    let value = decoded(&accepted(answer).await?)?;
    Ok(Fetched::New { value, etag })
}

async fn send_read(url: &str, ask: &Ask) -> Result<Response, ApiError> {
    let either = js_sys::Array::of2(&ask.signal, &AbortSignal::timeout_with_u32(PATIENCE * 1000));
    let mut request = builder(url, Method::GET, &AbortSignal::any(&either));
    if let Some(etag) = &ask.etag {
        request = request.header("If-None-Match", etag);
    }
    request.send().await.map_err(|error| failure(&error))
}

pub(super) fn builder(url: &str, method: Method, signal: &AbortSignal) -> RequestBuilder {
    RequestBuilder::new(url)
        .method(method)
        .abort_signal(Some(signal))
        .credentials(RequestCredentials::SameOrigin)
        .header("Accept", "application/json")
        .header("X-Requested-With", "ringside")
}

/// The bytes of a good answer, or the error that a bad one means.
pub(super) async fn accepted(answer: Response) -> Result<Vec<u8>, ApiError> {
    let status = answer.status();
    let header = |name: &str| answer.headers().get(name);
    let (request_id, retry_after) = (header("X-Request-Id"), header("Retry-After"));
    let body = answer.binary().await.map_err(|error| failure(&error));
    if (200..300).contains(&status) {
        return body.map_err(|error| ApiError {
            request_id,
            ..error
        });
    }
    let body = body.unwrap_or_default();
    let now = js_sys::Date::now() as i64;
    Err(Refusal {
        status,
        request_id,
        retry_after,
        body: &body,
        now,
    }
    .into_error())
}

fn decoded<T: FromJson>(body: &[u8]) -> Result<T, ApiError> {
    decode(body).map_err(|unreadable| {
        ApiError::new(ErrorKind::Unreadable {
            path: unreadable.path,
            expected: unreadable.expected,
        })
    })
}

pub(super) fn failure(error: &gloo_net::Error) -> ApiError {
    let name = match error {
        gloo_net::Error::JsError(js) => js.name.as_str(),
        _ => "",
    };
    ApiError::new(if name == "TimeoutError" {
        ErrorKind::TimedOut(PATIENCE)
    } else {
        ErrorKind::Unreachable
    })
}
