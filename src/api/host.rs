//! What stands around one console: the JavaScript that mounts it, and through it
//! the page. The members are described in `docs/embedding-element.md`; whatever
//! is not there counts as not said.

use super::error::{ApiError, ErrorKind};
use super::sending::PATIENCE;
use gloo_net::http::Response;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What a console was mounted with.
#[derive(Clone, Debug)]
pub struct Host(JsValue);

impl Host {
    /// The object that JavaScript passes to `mount`.
    pub fn new(object: JsValue) -> Self {
        Self(object)
    }

    /// A member.
    pub fn member(&self, name: &str) -> Option<JsValue> {
        Reflect::get(&self.0, &name.into())
            .ok()
            .filter(|value| !value.is_undefined() && !value.is_null())
    }

    /// A member that is text, and not empty.
    pub fn text(&self, name: &str) -> Option<String> {
        self.member(name)?
            .as_string()
            .filter(|text| !text.is_empty())
    }

    /// Sets a member that is text.
    pub fn set(&self, name: &str, text: &str) {
        // Fails only on a frozen object, and whoever mounts a console makes a new one.
        let _ = Reflect::set(&self.0, &name.into(), &text.into());
    }

    /// Whether a member is `true`.
    pub fn is(&self, name: &str) -> bool {
        self.member(name) == Some(JsValue::TRUE)
    }

    /// A member that can be called.
    pub fn method(&self, name: &str) -> Option<Function> {
        self.member(name)?.dyn_into().ok()
    }

    /// Calls a member, where there is one that does not throw.
    pub fn call(&self, name: &str, argument: &JsValue) -> Option<JsValue> {
        self.method(name)?.call1(&self.0, argument).ok()
    }

    /// The answer of a request that was started while this module was still on
    /// its way; whoever reads its address first takes it over.
    pub(super) fn started(&self, url: &str) -> Option<Promise> {
        self.call("take", &url.into())?.dyn_into().ok()
    }

    /// The text of the mapping document; what came instead where it was refused.
    /// `None` where there is none, or no answer.
    pub async fn mapping(&self) -> Option<String> {
        let promise: Promise = self.member("mapping")?.dyn_into().ok()?;
        JsFuture::from(promise).await.ok()?.as_string()
    }

    /// Asks for a bearer token, because of `reason`. `None` where the page
    /// around offers none.
    pub(super) fn token(&self, reason: &str) -> Option<Promise> {
        let why = Object::new();
        Reflect::set(&why, &"reason".into(), &reason.into()).ok()?;
        let answer = self.call("fetchToken", &why)?;
        Some(Promise::resolve(&answer))
    }

    /// Whether the page around offers tokens.
    pub(super) fn offers_token(&self) -> bool {
        self.method("fetchToken").is_some()
    }
}

/// What became of a request that was started early.
pub(super) async fn answer_of(promise: Promise) -> Result<Response, ApiError> {
    let failed = |error: JsValue| {
        let timed_out = error
            .dyn_ref::<js_sys::Error>()
            .is_some_and(|e| e.name() == "TimeoutError");
        ApiError::new(if timed_out {
            ErrorKind::TimedOut(PATIENCE)
        } else {
            ErrorKind::Unreachable
        })
    };
    let response = JsFuture::from(promise).await.map_err(failed)?;
    let response: web_sys::Response = response.dyn_into().map_err(failed)?;
    Ok(Response::from(response))
}
