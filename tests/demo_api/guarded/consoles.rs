//! The consoles, each set up for one way of signing in.

use std::path::Path;

use axum::Router;
use serde_json::{Value, json};

use super::MODES;
use super::Mode;
use crate::console;

/// Further consoles: their settings hold one thing each.
fn others() -> [(&'static str, Value); 5] {
    let api = "../../api";
    let login = |path: &str| {
        json!({
            "mode": "login",
            "request": {"path": path, "body": {"username": "{user}", "password": "{password}"}},
            "token": "data.access_token",
        })
    };
    [
        (
            "quiet",
            json!({
                "apiBase": api,
                "auth": {"mode": "none"},
                "features": {"readOnly": true, "hide": ["calls", "triage"]},
                "workspace": {"name": "House of config"},
                "locale": "de-DE",
                "timeZone": "Asia/Tokyo",
                "links": [
                    {"label": "Runbook", "url": "https://wiki.example/runbook"},
                    {"label": "Trap", "url": "javascript:alert(1)"},
                ],
                "colour": "red",
            }),
        ),
        (
            "faulty",
            json!({"apiBase": format!("{api}?x=1"), "auth": {"mode": "cookie"}, "locale": "de_DE", "projcet": "x"}),
        ),
        // Its API is somewhere below an address that leads to another origin.
        (
            "away",
            json!({"apiBase": "../login/api/away", "auth": login("../token")}),
        ),
        // What should end its sessions is not there.
        ("stuck", {
            let ending = json!({"path": "/sign-out-gone"});
            json!({"apiBase": "../login/api", "auth": with(login("/token"), "signOut", ending)})
        }),
        // Its token is not taken where it is sent.
        ("untaken", {
            let auth = with(login("/token"), "scheme", json!("Token"));
            json!({"apiBase": "../login/api", "auth": auth})
        }),
    ]
}

fn with(mut settings: Value, name: &str, value: Value) -> Value {
    if let Some(members) = settings.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
    settings
}

/// All of them.
pub fn router(dist: Option<&Path>) -> Router {
    let mut all = Router::new();
    for mode in MODES {
        let address = format!("/{}/console/", mode.name());
        let config =
            json!({"$schema": "config.schema.json", "apiBase": "../api", "auth": auth(mode)});
        all = all.merge(console::at(&address, dist, &config, &[]));
    }
    for (name, config) in others() {
        all = all.merge(console::at(&format!("/{name}/"), dist, &config, &[]));
    }
    all
}

fn auth(mode: Mode) -> Value {
    match mode {
        Mode::Cookie => json!({
            "mode": "cookie",
            "csrf": {"cookie": "csrftoken", "header": "X-CSRFToken"},
            "signInUrl": "/auth/cookie/api/sign-in",
            "signOut": {"path": "/sign-out"},
        }),
        Mode::Login => json!({
            "mode": "login",
            "request": {
                "path": "/token",
                "body": {"username": "{user}", "password": "{password}"},
            },
            "token": "data.access_token",
            "signOut": {"path": "/sign-out"},
        }),
        Mode::Key => json!({"mode": "key", "header": "X-Demo-Key"}),
        Mode::Basic | Mode::Host | Mode::Proxy => json!({"mode": mode.name()}),
    }
}
