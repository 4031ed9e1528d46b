//! Beginning and ending a session.

use super::{Access, Signer, fetching};
use crate::api::auth::{Entered, Mode, Secret};
use crate::api::error::{ApiError, ErrorKind};
use crate::api::exchange::{Incoming, Outgoing};
use crate::api::problem::refused;
use crate::api::sending::PATIENCE;
use web_sys::AbortSignal;

/// Longest wait for the answer to a sign-out, in seconds: whoever leaves does
/// not stay for it.
const ENDING: u32 = 4;

/// Why a sign-in did not come to be.
#[derive(Clone, Debug, PartialEq)]
pub enum NotSignedIn {
    /// What was typed in is not taken, with the API's words when it gave some.
    Refused(Option<String>),
    /// It could not be tried.
    Failed(ApiError),
    /// The answer is good and holds no token at the path that is configured.
    NoToken(String),
    /// What was typed in holds characters that no header can carry.
    NotSendable,
    /// The page around was asked and gave no token.
    HostRefused,
    /// The page around offers no token.
    NoHost,
}

impl NotSignedIn {
    /// What is told of it.
    pub fn told(&self) -> String {
        match self {
            Self::Refused(None) => "The API does not take this name and password.".to_owned(),
            Self::Refused(Some(words)) => {
                format!("The API does not take this name and password. {words}")
            }
            Self::Failed(error) => format!("{error} {}", error.advice()),
            Self::NoToken(path) => format!(
                "The API let you in, but its answer holds no token at {path}. Tell support: auth.token names another place."
            ),
            Self::NotSendable => {
                "This holds characters that cannot be sent in a header. Check for a slip of the keyboard.".to_owned()
            }
            Self::HostRefused => "The page around Ringside gave no sign-in. Reload it.".to_owned(),
            Self::NoHost => {
                "The page around Ringside offers no sign-in. Tell support: fetchToken is missing.".to_owned()
            }
        }
    }

    /// Without words that hold what must not be shown.
    fn without(self, secret: &str) -> Self {
        let tells = |words: &str| !secret.is_empty() && words.contains(secret);
        match self {
            Self::Refused(Some(words)) if tells(&words) => Self::Refused(None),
            Self::Failed(error) if tells(&error.to_string()) => {
                Self::Failed(ApiError::new(ErrorKind::Unreachable))
            }
            other => other,
        }
    }
}

impl Access {
    /// Takes what was typed in: a login call asks for a token with it; a key,
    /// or a name and password, sign by themselves and are first proven by the
    /// next request.
    pub async fn sign_in(&self, entered: &Entered) -> Result<(), NotSignedIn> {
        match &self.auth.mode {
            Mode::Login(login) => {
                let request = &login.request;
                let request = request.filled(&self.base, &entered.user, &entered.password);
                let body = self.token_answer(&request).await;
                // An API that repeats what it was sent is not repeated.
                let body = body.map_err(|why| why.without(&entered.password))?;
                let token = login.token_of(&body);
                let token = token.ok_or_else(|| NotSignedIn::NoToken(login.token.clone()))?;
                self.keep(Secret::of_login(login, &token), entered)
            }
            Mode::Host => {
                if !self.host.offers_token() {
                    return Err(NotSignedIn::NoHost);
                }
                let asked = self.ask_host("asked").await;
                asked.map_err(|_| NotSignedIn::HostRefused)
            }
            mode => match Secret::of_entered(mode, entered) {
                Some(secret) => self.keep(secret, entered),
                None => Ok(()),
            },
        }
    }

    /// Forgets what signs the requests, at once, and then ends the session at
    /// the API where something does.
    pub async fn sign_out(&self) -> Result<(), ApiError> {
        let secret = {
            let mut held = self.held.borrow_mut();
            held.signer = None;
            held.turn = held.turn.max(1);
            held.secret.take()
        };
        let ended = match &self.auth.ending {
            Some(ending) => {
                let signal = AbortSignal::timeout_with_u32(ENDING * 1000);
                let request = ending.request(&self.base);
                let answer = self.fetch_as(&request, &signal, secret.as_ref()).await;
                answer.map(|answer| answer.status())
            }
            None => Ok(200),
        };
        match ended {
            // A session that is over already needs no ending.
            Ok(status) if status < 400 || status == 401 => Ok(()),
            Ok(status) => Err(ApiError::new(ErrorKind::Refused {
                status,
                message: None,
            })),
            Err(error) if matches!(error.kind, ErrorKind::TimedOut(_)) => {
                Err(ApiError::new(ErrorKind::TimedOut(ENDING)))
            }
            Err(error) => Err(error),
        }
    }

    fn keep(&self, secret: Secret, entered: &Entered) -> Result<(), NotSignedIn> {
        if secret.header().is_none() {
            return Err(NotSignedIn::NotSendable);
        }
        let signer = match entered.user.trim() {
            "" => Signer::Keyed(secret.clone()),
            name => Signer::Named(name.to_owned()),
        };
        self.take(secret, Some(signer));
        Ok(())
    }

    /// The answer of the login call. It is sent unsigned.
    async fn token_answer(&self, request: &Outgoing) -> Result<Vec<u8>, NotSignedIn> {
        self.held.borrow_mut().secret = None;
        let signal = AbortSignal::timeout_with_u32(PATIENCE * 1000);
        let answer = self.fetch(request, &signal).await;
        let answer = answer.map_err(NotSignedIn::Failed)?;
        let incoming = fetching::incoming(answer).await;
        let incoming = incoming.map_err(NotSignedIn::Failed)?;
        if (200..300).contains(&incoming.status) {
            return Ok(incoming.body);
        }
        let status = incoming.status;
        let now = js_sys::Date::now() as i64;
        Err(match status {
            400 | 401 | 403 | 422 => {
                // Read as any refusal: that of a login does not end a session.
                let incoming = Incoming {
                    status: 400,
                    ..incoming
                };
                let words = refused(&incoming, now).message().map(str::to_owned);
                NotSignedIn::Refused(words)
            }
            _ => NotSignedIn::Failed(refused(&incoming, now)),
        })
    }
}
