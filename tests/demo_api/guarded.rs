//! Our own contract behind each way of signing in, with a console beside each:
//! `/auth/MODE/api/` and `/auth/MODE/console/`.
//!
//! Everywhere the operator is `dana` with the password `open-sesame-7`, and the key is
//! `key-5ecre7`. `POST /demo/expire` ends every session there is; `GET /demo/heard` tells
//! what reached the address beside ours that `/auth/MODE/api/away` redirects to.

mod consoles;
mod sessions;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use serde_json::{Value, json};

use sessions::Sessions;

use crate::policy;

/// The prefix of everything here.
pub const PREFIX: &str = "/auth";

/// Who may sign in.
pub const USER: &str = "dana";
/// Who may take over, by a login call alone.
const RELIEF: &str = "kim";
/// With what.
pub const PASSWORD: &str = "open-sesame-7";
/// The key of the mode `key`.
pub const KEY: &str = "key-5ecre7";
/// The cookie that holds a session.
const COOKIE: &str = "demo_session";
/// The cookie whose value every request that writes must repeat, and the header for it.
const CSRF: (&str, &str) = ("csrftoken", "X-CSRFToken");

/// The sessions of all modes.
#[derive(Clone, Default)]
pub struct Guard(Arc<Mutex<Sessions>>);

impl Guard {
    fn with<T>(&self, work: impl FnOnce(&mut Sessions) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Ends every session, as time does.
    pub fn expire(&self) {
        self.with(Sessions::expire);
    }

    /// Takes note of the headers of a request that reached another origin.
    fn hears(&self, headers: &HeaderMap) {
        let names = headers.iter();
        let told = names
            .map(|(name, value)| format!("{name}: {value:?}"))
            .collect();
        self.with(|sessions| sessions.heard.push(told));
    }

    /// What reached another origin.
    pub fn heard(&self) -> Vec<Vec<String>> {
        self.with(|sessions| sessions.heard.clone())
    }
}

/// Another origin: it only listens.
pub fn elsewhere(guard: Guard) -> Router {
    Router::new().fallback(async move |request: Request| {
        guard.hears(request.headers());
        let anyone = [
            (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
            (header::ACCESS_CONTROL_ALLOW_HEADERS, "*"),
        ];
        (anyone, Json(json!({"items": []})))
    })
}

/// Everything here: `api` behind each mode, consoles, and the controls. `away` is the address
/// of [`elsewhere`].
pub fn router(guard: &Guard, api: &Router, away: &str, dist: Option<&Path>) -> Router {
    let (ends, hears) = (guard.clone(), guard.clone());
    let expire = async move || {
        ends.expire();
        Json(json!({"sessions": 0}))
    };
    Router::new()
        .nest(PREFIX, modes(guard, api, away, dist))
        .route("/demo/expire", post(expire))
        .route("/demo/heard", get(async move || Json(json!(hears.heard()))))
}

fn modes(guard: &Guard, api: &Router, away: &str, dist: Option<&Path>) -> Router {
    let mut all = consoles::router(dist);
    for mode in MODES {
        let own = Router::new()
            .route("/sign-in", get(page).post(page_sign_in))
            .route("/token", post(token))
            .route("/token-form", post(token_form))
            .route("/sign-out", post(sign_out))
            .with_state(guard.clone());
        let away = away.to_owned();
        let leads_away = move || async move { Redirect::temporary(&away) };
        let behind = Router::new()
            .route("/away/{*rest}", get(leads_away))
            .fallback_service(api.clone())
            .layer(from_fn_with_state((mode, guard.clone()), needed));
        all = all.nest_service(
            &format!("/{}/api", mode.name()),
            own.fallback_service(behind),
        );
    }
    all
}

/// How a request shows who sent it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Cookie,
    Login,
    Basic,
    Key,
    Host,
    Proxy,
}

/// Every mode.
const MODES: [Mode; 6] = [
    Mode::Cookie,
    Mode::Login,
    Mode::Basic,
    Mode::Key,
    Mode::Host,
    Mode::Proxy,
];

impl Mode {
    fn name(self) -> &'static str {
        match self {
            Self::Cookie => "cookie",
            Self::Login => "login",
            Self::Basic => "basic",
            Self::Key => "key",
            Self::Host => "host",
            Self::Proxy => "proxy",
        }
    }
}

/// Lets through who has shown who they are.
async fn needed(
    State((mode, guard)): State<(Mode, Guard)>,
    request: Request,
    next: Next,
) -> Response {
    let writes = !matches!(*request.method(), Method::GET | Method::HEAD);
    match guard.with(|sessions| sessions.allows(mode, request.headers(), writes)) {
        Ok(()) => next.run(request).await,
        Err(problem) if mode == Mode::Basic => {
            let asks = [(header::WWW_AUTHENTICATE, "Basic realm=\"demo\"")];
            (asks, problem).into_response()
        }
        Err(problem) => problem.into_response(),
    }
}

/// `POST token`: as FastAPI's tutorial has it, but in JSON.
async fn token(State(guard): State<Guard>, Json(asked): Json<Value>) -> Response {
    let text = |name: &str| asked.get(name).and_then(Value::as_str).unwrap_or_default();
    handed_out(&guard, text("username"), text("password"))
}

/// The same from a form.
async fn token_form(
    State(guard): State<Guard>,
    Form(asked): Form<Vec<(String, String)>>,
) -> Response {
    let text = |name: &str| {
        let pair = asked.iter().find(|(known, _)| known == name);
        pair.map(|(_, value)| value.as_str()).unwrap_or_default()
    };
    handed_out(&guard, text("username"), text("password"))
}

fn handed_out(guard: &Guard, user: &str, password: &str) -> Response {
    if user == "busy" {
        let wait = [(header::RETRY_AFTER, "30")];
        let told = json!({"detail": "Too many tries"});
        return (StatusCode::TOO_MANY_REQUESTS, wait, Json(told)).into_response();
    }
    if ![USER, RELIEF].contains(&user) || password != PASSWORD {
        // Some APIs repeat what they were sent.
        let told = json!({"detail": format!("{user} with {password} is not known")});
        return (StatusCode::UNAUTHORIZED, Json(told)).into_response();
    }
    let token = guard.with(Sessions::begin);
    Json(json!({"data": {"access_token": token}})).into_response()
}

async fn page() -> Response {
    let text =
        "<!doctype html><title>Sign in</title><form method=post><button>Sign in</button></form>";
    let policy = [(header::CONTENT_SECURITY_POLICY, policy::FORM)];
    (policy, axum::response::Html(text)).into_response()
}

/// The API's own page begins a session that a cookie holds.
async fn page_sign_in(State(guard): State<Guard>) -> Response {
    let session = guard.with(Sessions::begin);
    let cookies = [
        format!("{COOKIE}={session}; Path={PREFIX}/cookie; HttpOnly; SameSite=Strict"),
        format!(
            "{}=csrf-{session}; Path={PREFIX}/cookie; SameSite=Strict",
            CSRF.0
        ),
    ];
    let mut response = "You are signed in. Go back to the console.".into_response();
    for cookie in cookies {
        if let Ok(value) = cookie.parse() {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}

async fn sign_out(State(guard): State<Guard>, headers: HeaderMap) -> Response {
    match guard.with(|sessions| sessions.end(&headers)) {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(problem) => problem.into_response(),
    }
}
