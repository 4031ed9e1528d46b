//! What stands between the client and an API that is not simply asked: one
//! that wants to be signed in to, or that speaks a contract of its own. What
//! implements it is fetched with a later piece of the module.

use super::client::Fetched;
use super::error::ApiError;
use super::exchange::Verb;
use gloo_net::http::Response;
use std::future::Future;
use std::pin::Pin;
use web_sys::AbortSignal;

/// A question of the contract on its way to a relay.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What it does: `Get` or `Post`.
    pub verb: Verb,
    /// Below the API's base, with its query: `/campaigns?page=2`.
    pub address: String,
    /// The body, contract JSON.
    pub body: Option<String>,
    /// The idempotency key of something that is to be done.
    pub key: Option<String>,
    /// The ETag of the value in hand.
    pub etag: Option<String>,
    /// Ends the request when the asker no longer wants the answer.
    pub signal: Option<AbortSignal>,
}

/// What becomes of something that was asked.
pub type Awaited<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

/// Asks an API in the contract's stead.
pub trait Relay {
    /// The answer of the contract: the bytes of its JSON.
    fn ask(&self, asked: Asked) -> Awaited<Fetched<Vec<u8>>>;

    /// An answer that is read piece by piece, whatever its status.
    fn open(&self, asked: Asked) -> Awaited<Response>;
}
