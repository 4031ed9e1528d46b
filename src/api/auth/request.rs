//! The requests that begin and end a session.

use crate::api::checked::reading::At;
use crate::api::exchange::{Outgoing, Verb};
use crate::domain::json::{Kind, Made};
use crate::domain::percent::encoded;

const VERBS: [(&str, Verb); 5] = [
    ("GET", Verb::Get),
    ("POST", Verb::Post),
    ("PUT", Verb::Put),
    ("PATCH", Verb::Patch),
    ("DELETE", Verb::Delete),
];

/// The request that asks for a token.
#[derive(Clone, Debug, PartialEq)]
pub struct SignInRequest {
    /// What it does; `Post` unless said otherwise.
    pub verb: Verb,
    /// Joined to the API's base.
    pub path: String,
    /// What is sent, with the placeholders `{user}` and `{password}`.
    pub body: Made,
    /// Whether the body goes as a form instead of JSON.
    pub form: bool,
}

impl SignInRequest {
    pub(super) fn read(at: &At<'_>) -> Option<Self> {
        at.only(&["method", "path", "body", "form"]);
        let body = at.need(
            "body",
            r#"{"username": "{user}", "password": "{password}"}"#,
        )?;
        if body.json.kind() != Kind::Object {
            body.fault("this is no object", "Write an object of what is sent");
            return None;
        }
        let made = Made::copy(&body.json);
        if !made.text().contains("{password}") {
            body.fault(
                "the password is sent nowhere",
                "Put \"{password}\" where it belongs",
            );
        }
        Some(Self {
            verb: at
                .maybe("method", |at| at.word("method", &VERBS))
                .unwrap_or(Verb::Post),
            path: path(&at.need("path", "\"/auth/token\"")?)?,
            body: made,
            form: at.maybe("form", At::flag).unwrap_or(false),
        })
    }

    /// The request for one name and password.
    pub fn filled(&self, base: &str, user: &str, password: &str) -> Outgoing {
        // One pass, so that a name that looks like a placeholder stays a name.
        let fill = |text: &str| {
            let parts = text.split("{user}");
            let parts =
                parts.map(|part| part.split("{password}").collect::<Vec<_>>().join(password));
            parts.collect::<Vec<_>>().join(user)
        };
        let body = self.body.clone().with_texts(&|_, text| fill(text));
        let (kind, text) = if self.form {
            ("application/x-www-form-urlencoded", form(&body))
        } else {
            ("application/json", body.text())
        };
        Outgoing {
            verb: self.verb,
            url: joined(base, &self.path),
            headers: vec![("Content-Type".to_owned(), kind.to_owned())],
            body: Some(text),
        }
    }
}

/// The request that ends a session at the API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// What it does; `Post` unless said otherwise.
    pub verb: Verb,
    /// Joined to the API's base.
    pub path: String,
}

impl Ending {
    pub(super) fn read(at: &At<'_>) -> Option<Self> {
        at.only(&["method", "path"]);
        Some(Self {
            verb: at
                .maybe("method", |at| at.word("method", &VERBS))
                .unwrap_or(Verb::Post),
            path: path(&at.need("path", "\"/auth/logout\"")?)?,
        })
    }

    /// The request.
    pub fn request(&self, base: &str) -> Outgoing {
        Outgoing {
            verb: self.verb,
            url: joined(base, &self.path),
            headers: Vec::new(),
            body: None,
        }
    }
}

/// A path below the API's base: what holds a secret goes nowhere else.
fn path(at: &At<'_>) -> Option<String> {
    let text = at.name()?;
    let leaves = text.contains("://") || text.starts_with("//") || text.contains('\\');
    if leaves {
        at.fault(
            "this leaves the API's own address",
            "Write a path below apiBase, such as \"/auth/token\"",
        );
        return None;
    }
    Some(text)
}

fn joined(base: &str, path: &str) -> String {
    let base = base.trim_end_matches('/');
    [base, "/", path.trim_start_matches('/')].concat()
}

/// The members of an object as a form.
fn form(body: &Made) -> String {
    let Made::Object(members) = body else {
        return String::new();
    };
    let value = |value: &Made| match value {
        Made::Text(text) | Made::Number(text) => encoded(text),
        other => encoded(other.text().trim_end()),
    };
    let pairs = members.iter();
    let pairs = pairs.map(|(name, it)| [&*encoded(name), "=", &*value(it)].concat());
    pairs.collect::<Vec<_>>().join("&")
}
