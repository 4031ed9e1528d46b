//! A bearer token from the page around.

use super::Access;
use crate::api::auth::Secret;
use crate::api::error::{ApiError, ErrorKind};
use crate::api::sending::PATIENCE;
use crate::api::timer::within;
use wasm_bindgen_futures::JsFuture;

impl Access {
    /// Asks the host for a token; several requests that need one at the same
    /// time await the same answer. `reason` is `start`, `rejected` or `asked`.
    pub(super) async fn ask_host(&self, reason: &str) -> Result<(), ApiError> {
        let under_way = self.asking.borrow().clone();
        let (promise, is_first) = match under_way {
            Some(promise) => (promise, false),
            None => (self.host.token(reason).ok_or_else(signed_out)?, true),
        };
        if is_first {
            *self.asking.borrow_mut() = Some(promise.clone());
        }
        let turn = self.held.borrow().turn;
        let answer = within(PATIENCE, JsFuture::from(promise)).await;
        *self.asking.borrow_mut() = None;
        let answer = match answer {
            Ok(answer) => answer.ok().and_then(|token| token.as_string()),
            Err(_) => None,
        };
        // The first of those that wait takes it; the others find it taken.
        if self.held.borrow().turn != turn {
            return Ok(());
        }
        let token = answer.filter(|token| !token.trim().is_empty());
        let Some(token) = token else {
            let mut held = self.held.borrow_mut();
            held.secret = None;
            held.turn = held.turn.max(1);
            return Err(signed_out());
        };
        self.take(Secret::of_bearer(token.trim()), None);
        Ok(())
    }
}

fn signed_out() -> ApiError {
    ApiError::new(ErrorKind::SignedOut)
}
