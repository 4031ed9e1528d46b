//! Who has shown who they are.

use axum::http::{HeaderMap, header};

use super::{COOKIE, CSRF, KEY, Mode};
use crate::problem::Problem;

/// `dana:open-sesame-7` in base 64.
const BASIC: &str = "Basic ZGFuYTpvcGVuLXNlc2FtZS03";

/// The sessions there are, and what another origin heard.
#[derive(Default)]
pub struct Sessions {
    open: Vec<String>,
    begun: usize,
    /// Until somebody signs in again: what has no session of its own is refused for as long.
    is_over: bool,
    pub heard: Vec<Vec<String>>,
}

impl Sessions {
    /// A new session.
    pub fn begin(&mut self) -> String {
        self.begun += 1;
        self.is_over = false;
        let session = format!("session-{}-5ecre7", self.begun);
        self.open.push(session.clone());
        session
    }

    /// Ends all.
    pub fn expire(&mut self) {
        self.open.clear();
        self.is_over = true;
    }

    /// Ends the session of a request.
    pub fn end(&mut self, headers: &HeaderMap) -> Result<(), Problem> {
        if cookie(headers, COOKIE).is_some() {
            repeats_csrf(headers)?;
        }
        let sent = bearer(headers).or_else(|| cookie(headers, COOKIE));
        self.open.retain(|open| Some(open.as_str()) != sent);
        Ok(())
    }

    /// Whether a request may pass.
    pub fn allows(&mut self, mode: Mode, headers: &HeaderMap, writes: bool) -> Result<(), Problem> {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let is_open =
            |sent: Option<&str>| sent.is_some_and(|sent| self.open.iter().any(|open| open == sent));
        let passes = match mode {
            Mode::Cookie => {
                let passes = is_open(cookie(headers, COOKIE));
                if passes && writes {
                    repeats_csrf(headers)?;
                }
                passes
            }
            Mode::Login | Mode::Host => is_open(bearer(headers)),
            Mode::Basic | Mode::Key => {
                let right = match mode {
                    Mode::Basic => text("authorization") == Some(BASIC),
                    _ => text("x-demo-key") == Some(KEY),
                };
                // What is sent with every request is refused once after an expiry.
                right && !std::mem::take(&mut self.is_over)
            }
            // It adds what it has: a sign-in that has run out is not added.
            Mode::Proxy => !self.is_over,
        };
        if passes {
            Ok(())
        } else {
            Err(Problem::signed_out())
        }
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let sent = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    sent.strip_prefix("Bearer ")
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get(header::COOKIE)?.to_str().ok()?;
    let mut pairs = all
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value)
}

fn repeats_csrf(headers: &HeaderMap) -> Result<(), Problem> {
    let sent = headers.get(CSRF.1).and_then(|value| value.to_str().ok());
    match (sent, cookie(headers, CSRF.0)) {
        (Some(sent), Some(known)) if sent == known => Ok(()),
        _ => Err(Problem::forbidden(
            "The request does not repeat the cookie csrftoken.",
        )),
    }
}
