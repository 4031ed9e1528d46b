//! The first request, which `boot.js` starts.

use super::error::{ApiError, ErrorKind};
use super::sending::PATIENCE;
use gloo_net::http::Response;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// `boot.js` starts the first request while this module is still on its way;
/// the first read of the same address takes that answer over.
pub(super) fn started(url: &str) -> Option<js_sys::Promise> {
    let boot = js_sys::Reflect::get(&js_sys::global(), &"ringsideBoot".into()).ok()?;
    let take = js_sys::Reflect::get(&boot, &"take".into()).ok()?;
    let promise = take
        .dyn_ref::<js_sys::Function>()?
        .call1(&boot, &url.into())
        .ok()?;
    promise.dyn_into().ok()
}

/// What became of a request that was started at boot.
pub(super) async fn answer_of(promise: js_sys::Promise) -> Result<Response, ApiError> {
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

/// The text of the mapping document, which `boot.js` fetches while this module
/// is on its way; what came instead where it was refused. `None` where there is
/// none, or no answer.
pub async fn mapping() -> Option<String> {
    let boot = js_sys::Reflect::get(&js_sys::global(), &"ringsideBoot".into()).ok()?;
    let promise = js_sys::Reflect::get(&boot, &"mapping".into()).ok()?;
    let promise: js_sys::Promise = promise.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_string()
}
