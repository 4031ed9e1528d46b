//! Sends requests of the contract and reads their answers, by this module or
//! through a relay.

use super::client::{Ask, Client, Fetched};
use super::decode::decode;
use super::error::{ApiError, ErrorKind};
use super::exchange::Verb;
use super::host::answer_of;
use super::problem::Refusal;
use super::relay::Asked;
use crate::domain::json::FromJson;
use gloo_net::http::{Method, RequestBuilder, Response};
use web_sys::{AbortSignal, RequestCredentials};

/// Longest wait for an answer, in seconds, body included.
pub(super) const PATIENCE: u32 = 20;

impl Client {
    /// Reads what is at an address.
    pub(super) async fn read<T: FromJson>(
        &self,
        url: &str,
        ask: Ask,
    ) -> Result<Fetched<T>, ApiError> {
        Ok(match self.heard(self.fetch(url, ask).await)? {
            Fetched::New { value, etag } => Fetched::New {
                value: decoded(&value)?,
                etag,
            },
            Fetched::Unchanged => Fetched::Unchanged,
        })
    }

    /// Asks for something to be done, once for all requests of the same `key`.
    pub(super) async fn send<T: FromJson>(
        &self,
        url: &str,
        json: String,
        key: &str,
    ) -> Result<T, ApiError> {
        if self.is_read_only {
            return Err(ApiError::new(ErrorKind::ReadOnly));
        }
        decoded(&self.heard(self.post(url, json, Some(key)).await)?)
    }

    /// Asks a question that takes a body. Nothing is done by it.
    pub(super) async fn consult<T: FromJson>(
        &self,
        url: &str,
        json: String,
    ) -> Result<T, ApiError> {
        decoded(&self.heard(self.post(url, json, None).await)?)
    }

    /// Passes an answer on, and the news that the session is over.
    pub(super) fn heard<T>(&self, answer: Result<T, ApiError>) -> Result<T, ApiError> {
        if let Err(ApiError {
            kind: ErrorKind::SignedOut,
            ..
        }) = &answer
        {
            (self.signed_out)();
        }
        answer
    }

    async fn fetch(&self, url: &str, ask: Ask) -> Result<Fetched<Vec<u8>>, ApiError> {
        if let Some(relay) = &self.relay {
            return relay
                .ask(Asked {
                    verb: Verb::Get,
                    address: url.to_owned(),
                    body: None,
                    key: None,
                    etag: ask.etag,
                    signal: Some(ask.signal),
                })
                .await;
        }
        let answer = match self.host.started(url) {
            Some(promise) => answer_of(promise).await?,
            None => send_read(url, &ask).await?,
        };
        fetched(answer).await
    }

    async fn post(&self, url: &str, json: String, key: Option<&str>) -> Result<Vec<u8>, ApiError> {
        if let Some(relay) = &self.relay {
            let asked = Asked {
                verb: Verb::Post,
                address: url.to_owned(),
                body: Some(json),
                key: key.map(str::to_owned),
                etag: None,
                signal: None,
            };
            return match relay.ask(asked).await? {
                Fetched::New { value, .. } => Ok(value),
                Fetched::Unchanged => Ok(Vec::new()),
            };
        }
        let signal = AbortSignal::timeout_with_u32(PATIENCE * 1000);
        let mut request =
            builder(url, Method::POST, &signal).header("Content-Type", "application/json");
        if let Some(key) = key {
            request = request.header("Idempotency-Key", key);
        }
        let request = request.body(json).map_err(|error| failure(&error))?;
        accepted(request.send().await.map_err(|error| failure(&error))?).await
    }
}

/// What a read came to.
pub(super) async fn fetched(answer: Response) -> Result<Fetched<Vec<u8>>, ApiError> {
    if answer.status() == 304 {
        return Ok(Fetched::Unchanged);
    }
    let etag = answer.headers().get("ETag");
    let value = accepted(answer).await?;
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
