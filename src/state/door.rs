//! The way to an API that is not simply asked. What knows it, signs requests
//! and may read another contract, comes with a later piece of the module; what
//! is asked before waits for it.

use super::faults::Faults;
use super::part::Fetching;
use crate::api::access::Access;
use crate::api::client::Fetched;
use crate::api::config::Config;
use crate::api::config::settings::Settings;
use crate::api::error::{ApiError, ErrorKind};
use crate::api::host::Host;
use crate::api::relay::{Asked, Awaited, Relay};
use crate::part;
use gloo_net::http::Response;
use js_sys::Promise;
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

mod opening;

/// The way, known or not yet.
#[derive(Clone)]
pub struct Door(Rc<Inside>);

struct Inside {
    config: Config,
    host: Host,
    faults: Faults,
    known: RefCell<Option<Known>>,
    /// What waits for it, while it is being made.
    opening: RefCell<Option<Promise>>,
}

/// What is known of an API once its piece of the module is there.
#[derive(Clone)]
pub struct Known {
    /// Signs requests.
    pub access: Rc<Access>,
    /// Asks in the contract's stead.
    pub relay: Rc<dyn Relay>,
    /// All of the deployment's settings.
    pub settings: Rc<Settings>,
}

/// Makes the way; `None` when the settings or the mapping forbid it, which is
/// told to [`Faults`].
type Opening = fn(Config, Host, Faults) -> Pin<Box<dyn Future<Output = Option<Known>>>>;

part!(
    /// Fetches what makes the way.
    fetch_opening, door, opening::open, Opening
);

impl Door {
    /// The way to the API of these settings.
    pub fn new(config: Config, host: Host, faults: Faults) -> Self {
        Self(Rc::new(Inside {
            config,
            host,
            faults,
            known: RefCell::default(),
            opening: RefCell::default(),
        }))
    }

    /// The way, made when it is needed first.
    pub async fn known(&self) -> Result<Known, ApiError> {
        if let Some(known) = self.0.known.borrow().clone() {
            return Ok(known);
        }
        let inside = Rc::clone(&self.0);
        let make = move || future_to_promise(make(inside));
        let opening = self.0.opening.borrow_mut().get_or_insert_with(make).clone();
        let _ = JsFuture::from(opening).await;
        let known = self.0.known.borrow().clone();
        known.ok_or(ApiError::new(ErrorKind::Unreachable))
    }
}

async fn make(inside: Rc<Inside>) -> Result<JsValue, JsValue> {
    let fetched: Fetching<Opening> = fetch_opening();
    let known = match fetched.await {
        Ok(open) => open(inside.config.clone(), inside.host.clone(), inside.faults).await,
        Err(_) => None,
    };
    *inside.known.borrow_mut() = known;
    // What failed may be tried again.
    *inside.opening.borrow_mut() = None;
    Ok(JsValue::UNDEFINED)
}

impl Relay for Door {
    fn ask(&self, asked: Asked) -> Awaited<Fetched<Vec<u8>>> {
        let door = self.clone();
        Box::pin(async move { door.known().await?.relay.ask(asked).await })
    }

    fn open(&self, asked: Asked) -> Awaited<Response> {
        let door = self.clone();
        Box::pin(async move { door.known().await?.relay.open(asked).await })
    }
}
