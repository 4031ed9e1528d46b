//! Waiting, but not forever.

use js_sys::Promise;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;
use wasm_bindgen_futures::JsFuture;

/// What was awaited did not come in time.
pub(super) struct TooLong;

/// Waits for `awaited`, but not longer than `seconds`.
pub(super) async fn within<F: Future>(seconds: u32, awaited: F) -> Result<F::Output, TooLong> {
    let mut timer = Timer::of_seconds(seconds);
    let mut awaited = pin!(awaited);
    poll_fn(|context| {
        if let Poll::Ready(output) = awaited.as_mut().poll(context) {
            return Poll::Ready(Ok(output));
        }
        let over = Pin::new(&mut timer.over).poll(context);
        over.map(|_| Err(TooLong))
    })
    .await
}

/// A time that passes; forgotten when it is dropped.
struct Timer {
    over: JsFuture,
    handle: Option<i32>,
}

impl Timer {
    fn of_seconds(seconds: u32) -> Self {
        let millis = i32::try_from(seconds.saturating_mul(1000)).unwrap_or(i32::MAX);
        let mut handle = None;
        let over = Promise::new(&mut |resolve, _| {
            handle = web_sys::window().and_then(|window| {
                let set =
                    window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
                set.ok()
            });
        });
        Self {
            over: JsFuture::from(over),
            handle,
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(window), Some(handle)) = (web_sys::window(), self.handle) {
            window.clear_timeout_with_handle(handle);
        }
    }
}
