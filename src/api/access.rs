//! Signing requests. What signs them is held in memory alone: it is in no
//! storage, no address, no error and no line of the console, and it never
//! leaves the API's own origin.

use super::auth::{Auth, Mode, Secret};
use super::error::{ApiError, ErrorKind};
use super::exchange::{Incoming, Outgoing};
use super::host::Host;
use super::sending::PATIENCE;
use gloo_net::http::Response;
use js_sys::Promise;
use std::cell::RefCell;
use web_sys::AbortSignal;

mod asking;
mod fetching;
mod session;

pub use session::NotSignedIn;

/// The way to one API.
pub struct Access {
    host: Host,
    base: String,
    auth: Auth,
    held: RefCell<Held>,
    /// The host's answer, while it is awaited: parallel requests await one.
    asking: RefCell<Option<Promise>>,
}

/// What is known of the session.
#[derive(Default)]
struct Held {
    secret: Option<Secret>,
    /// How many secrets there have been.
    turn: u32,
    /// Whether the API has taken the one in hand.
    is_proven: bool,
    /// Whether anyone's requests were ever taken.
    has_served: bool,
    /// Who typed in what is in hand.
    signer: Option<Signer>,
    /// Who was let in last.
    owner: Option<Signer>,
}

/// Whoever signs in by typing something.
#[derive(Clone, PartialEq, Eq)]
enum Signer {
    /// By the name that they typed.
    Named(String),
    /// By nothing but their key.
    Keyed(Secret),
}

/// Why nobody is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lapse {
    /// Nobody has signed in yet.
    NotYet,
    /// The API has not taken what was given.
    Refused,
    /// It was taken, and no longer is.
    Expired,
}

impl Access {
    /// The way to the API at `base`.
    pub fn new(base: &str, auth: Auth, host: Host) -> Self {
        Self {
            host,
            base: base.to_owned(),
            auth,
            held: RefCell::default(),
            asking: RefCell::default(),
        }
    }

    /// How requests are signed.
    pub fn auth(&self) -> &Auth {
        &self.auth
    }

    /// The API's base.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Who has signed in here, by the name that they typed.
    pub fn user(&self) -> Option<String> {
        match &self.held.borrow().signer {
            Some(Signer::Named(name)) => Some(name.clone()),
            _ => None,
        }
    }

    /// Whether anyone's requests were taken since the page was opened.
    pub fn has_served(&self) -> bool {
        self.held.borrow().has_served
    }

    /// Takes note of who was let in: whether they are who was in before;
    /// `None` where what they typed does not tell.
    pub fn admit(&self) -> Option<bool> {
        let mut held = self.held.borrow_mut();
        let signer = held.signer.clone();
        let before = std::mem::replace(&mut held.owner, signer.clone());
        Some(before? == signer?)
    }

    /// Sends a request and reads its answer, whatever its status; an answer
    /// that means so is `SignedOut`. `signal` ends it, and so does the client's
    /// patience.
    pub async fn send(
        &self,
        outgoing: &Outgoing,
        signal: Option<&AbortSignal>,
    ) -> Result<Incoming, ApiError> {
        let patience = AbortSignal::timeout_with_u32(PATIENCE * 1000);
        let signal = match signal {
            Some(signal) => AbortSignal::any(&js_sys::Array::of2(signal, &patience)),
            None => patience,
        };
        let mut turn = self.signed_turn().await?;
        let mut is_again = false;
        loop {
            let answer = self.fetch(outgoing, &signal).await?;
            let incoming = fetching::incoming(answer).await?;
            if !self.means_signed_out(&incoming) {
                self.prove(turn);
                return Ok(incoming);
            }
            turn = self.after_refusal(turn, is_again).await?;
            is_again = true;
        }
    }

    /// Begins to read a file that may be of any length.
    pub async fn open(
        &self,
        outgoing: &Outgoing,
        signal: &AbortSignal,
    ) -> Result<Response, ApiError> {
        let mut turn = self.signed_turn().await?;
        let mut is_again = false;
        loop {
            let answer = self.fetch(outgoing, signal).await?;
            if answer.status() != 401 {
                return Ok(answer);
            }
            turn = self.after_refusal(turn, is_again).await?;
            is_again = true;
        }
    }

    /// Why nobody is signed in.
    pub fn lapse(&self) -> Lapse {
        let held = self.held.borrow();
        match (held.turn, held.is_proven) {
            (_, true) => Lapse::Expired,
            (0, false) => Lapse::NotYet,
            (_, false) => Lapse::Refused,
        }
    }

    fn means_signed_out(&self, answer: &Incoming) -> bool {
        let known = &self.auth.signed_out;
        answer.status == 401 || known.iter().any(|known| known.matches(answer))
    }

    /// The secret's turn that a request would be signed with; asks the host
    /// for one where there is none.
    async fn signed_turn(&self) -> Result<u32, ApiError> {
        if !self.auth.holds_secret() || self.held.borrow().secret.is_some() {
            return Ok(self.held.borrow().turn);
        }
        // A host that was asked and refused is asked again by the operator alone.
        if self.auth.mode != Mode::Host || self.held.borrow().turn > 0 {
            return Err(ApiError::new(ErrorKind::SignedOut));
        }
        self.ask_host("start").await?;
        Ok(self.held.borrow().turn)
    }

    /// What to do with a request that was refused: once more with a secret
    /// that came meanwhile, or that the host hands out; else nobody is signed
    /// in.
    async fn after_refusal(&self, turn: u32, is_again: bool) -> Result<u32, ApiError> {
        let (now, holds) = {
            let held = self.held.borrow();
            (held.turn, held.secret.is_some())
        };
        if !is_again && now != turn && holds {
            return Ok(now);
        }
        if !is_again && now == turn && self.auth.mode == Mode::Host {
            self.ask_host("rejected").await?;
            return Ok(self.held.borrow().turn);
        }
        if now == turn {
            self.held.borrow_mut().secret = None;
        }
        Err(ApiError::new(ErrorKind::SignedOut))
    }

    fn take(&self, secret: Secret, signer: Option<Signer>) {
        let mut held = self.held.borrow_mut();
        held.secret = Some(secret);
        held.turn = held.turn.saturating_add(1);
        held.is_proven = false;
        held.signer = signer;
    }

    fn prove(&self, turn: u32) {
        let mut held = self.held.borrow_mut();
        if held.turn == turn {
            held.is_proven = true;
            held.has_served = true;
        }
    }
}
