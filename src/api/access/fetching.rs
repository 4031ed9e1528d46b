//! The request as the browser sends it.

use super::Access;
use crate::api::auth::{Csrf, Mode, Secret};
use crate::api::error::{ApiError, ErrorKind};
use crate::api::exchange::{Incoming, Outgoing, Verb};
use crate::api::sending::failure;
use crate::domain::percent::decoded;
use gloo_net::http::{Method, RequestBuilder, Response};
use js_sys::Reflect;
use web_sys::{AbortSignal, RequestCredentials, RequestRedirect, ResponseType};

impl Access {
    /// Sends a request, signed. Nothing that signs it leaves the API's origin.
    pub(super) async fn fetch(
        &self,
        outgoing: &Outgoing,
        signal: &AbortSignal,
    ) -> Result<Response, ApiError> {
        let secret = self.held.borrow().secret.clone();
        self.fetch_as(outgoing, signal, secret.as_ref()).await
    }

    /// Sends a request, signed with this secret.
    pub(super) async fn fetch_as(
        &self,
        outgoing: &Outgoing,
        signal: &AbortSignal,
        secret: Option<&Secret>,
    ) -> Result<Response, ApiError> {
        let home = origin(&self.base);
        let there = origin(&outgoing.url);
        if there.is_none() || there != home {
            return Err(ApiError::new(ErrorKind::Redirected));
        }
        let mut request = RequestBuilder::new(&outgoing.url)
            .method(method(outgoing.verb))
            .abort_signal(Some(signal));
        let accepts = outgoing.headers.iter();
        let mut accepts = accepts.filter(|(name, _)| name.eq_ignore_ascii_case("accept"));
        if accepts.next().is_none() {
            request = request.header("Accept", "application/json");
        }
        for (name, value) in &outgoing.headers {
            request = headed(request, name, value);
        }
        request = match self.auth.holds_secret() {
            true => signed(request, secret),
            false => self.cookied(request, outgoing.verb, there == own_origin()),
        };
        let request = match &outgoing.body {
            Some(body) => request.body(body.clone()),
            None => request.build(),
        };
        let answer = request.map_err(|error| failure(&error))?.send().await;
        let answer = answer.map_err(|error| failure(&error))?;
        if answer.type_() == ResponseType::Opaqueredirect {
            return Err(ApiError::new(ErrorKind::Redirected));
        }
        Ok(answer)
    }

    fn cookied(&self, request: RequestBuilder, verb: Verb, is_own: bool) -> RequestBuilder {
        let request = request
            .credentials(RequestCredentials::SameOrigin)
            .header("X-Requested-With", "ringside");
        let csrf = match &self.auth.mode {
            Mode::Cookie { csrf, .. } => csrf.as_ref(),
            _ => None,
        };
        let token = csrf.and_then(|csrf| Some((csrf, cookie(csrf)?)));
        match token {
            Some((csrf, token)) if is_own && verb != Verb::Get => {
                headed(request, &csrf.header, &token)
            }
            _ => request,
        }
    }
}

fn signed(request: RequestBuilder, secret: Option<&Secret>) -> RequestBuilder {
    // Without cookies no browser asks for a password of its own accord; and a
    // redirect would take the header along.
    let request = request
        .credentials(RequestCredentials::Omit)
        .redirect(RequestRedirect::Manual);
    match secret.and_then(Secret::header) {
        Some((name, value)) => headed(request, name, value),
        None => request,
    }
}

/// Adds a header if it can be one; browsers throw at the rest.
fn headed(request: RequestBuilder, name: &str, value: &str) -> RequestBuilder {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let fits = !name.is_empty()
        && name.bytes().all(is_token)
        && value.bytes().all(|byte| (0x20..0x7f).contains(&byte));
    if fits {
        request.header(name, value)
    } else {
        request
    }
}

fn method(verb: Verb) -> Method {
    match verb {
        Verb::Get => Method::GET,
        Verb::Post => Method::POST,
        Verb::Put => Method::PUT,
        Verb::Patch => Method::PATCH,
        Verb::Delete => Method::DELETE,
    }
}

/// Status, headers and body of an answer.
pub(super) async fn incoming(answer: Response) -> Result<Incoming, ApiError> {
    let status = answer.status();
    let headers = answer.headers().entries();
    let headers = headers.map(|(name, value)| (name.to_lowercase(), value));
    let headers = headers.collect();
    let body = match answer.binary().await {
        Ok(body) => body,
        // A refusal is told by its status even when its words were cut off.
        Err(_) if status >= 400 => Vec::new(),
        Err(error) => return Err(failure(&error)),
    };
    Ok(Incoming {
        status,
        headers,
        body,
    })
}

fn page() -> Option<String> {
    web_sys::window()?.location().href().ok()
}

fn own_origin() -> Option<String> {
    web_sys::window()?.location().origin().ok()
}

/// The origin of an address, absolute or relative to the page.
fn origin(address: &str) -> Option<String> {
    let url = web_sys::Url::new_with_base(address, &page()?).ok()?;
    Some(url.origin())
}

/// What the cookie of a name holds.
fn cookie(csrf: &Csrf) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let all = Reflect::get(&document, &"cookie".into())
        .ok()?
        .as_string()?;
    let pairs = all
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='));
    let mut found = pairs.filter(|(name, _)| *name == csrf.cookie);
    found.next().map(|(_, value)| decoded(value))
}
