//! An API of our contract that wants to be signed in to.

use super::access::Access;
use super::client::Fetched;
use super::error::ApiError;
use super::exchange::{Incoming, Outgoing};
use super::problem::refused;
use super::relay::{Asked, Awaited, Relay};
use gloo_net::http::Response;
use std::rc::Rc;

/// Asks our own contract, signed.
pub struct Guarded {
    access: Rc<Access>,
}

impl Guarded {
    /// By this way.
    pub fn new(access: Rc<Access>) -> Self {
        Self { access }
    }

    fn outgoing(&self, asked: &Asked, accepts: &str) -> Outgoing {
        let base = self.access.base().trim_end_matches('/');
        let mut headers = vec![("Accept".to_owned(), accepts.to_owned())];
        let mut add = |name: &str, value: Option<&str>| {
            headers.extend(value.map(|value| (name.to_owned(), value.to_owned())));
        };
        add("If-None-Match", asked.etag.as_deref());
        add("Idempotency-Key", asked.key.as_deref());
        add(
            "Content-Type",
            asked.body.as_ref().map(|_| "application/json"),
        );
        Outgoing {
            verb: asked.verb,
            url: [base, &*asked.address].concat(),
            headers,
            body: asked.body.clone(),
        }
    }
}

impl Relay for Guarded {
    fn ask(&self, asked: Asked) -> Awaited<Fetched<Vec<u8>>> {
        let access = Rc::clone(&self.access);
        let outgoing = self.outgoing(&asked, "application/json");
        Box::pin(async move {
            let answer = access.send(&outgoing, asked.signal.as_ref()).await?;
            fetched(answer)
        })
    }

    fn open(&self, asked: Asked) -> Awaited<Response> {
        let access = Rc::clone(&self.access);
        let outgoing = self.outgoing(&asked, "text/csv");
        Box::pin(async move {
            let forever = || web_sys::AbortSignal::timeout_with_u32(u32::MAX);
            let signal = asked.signal.unwrap_or_else(forever);
            access.open(&outgoing, &signal).await
        })
    }
}

fn fetched(answer: Incoming) -> Result<Fetched<Vec<u8>>, ApiError> {
    match answer.status {
        304 => Ok(Fetched::Unchanged),
        200..300 => Ok(Fetched::New {
            etag: answer.header("etag").map(str::to_owned),
            value: answer.body,
        }),
        _ => Err(refused(&answer, js_sys::Date::now() as i64)),
    }
}
