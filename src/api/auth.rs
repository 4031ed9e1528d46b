//! How an API wants to be signed in to, as `config.json` or a mapping says it.

use super::checked::reading::{At, Faults};
use crate::domain::json::{Document, Kind};

mod answer;
mod login;
mod request;
mod secret;

pub use answer::SignedOutAnswer;
pub use login::Login;
pub use request::{Ending, SignInRequest};
pub use secret::{Entered, Secret};

/// How requests are signed, and which answers mean that they no longer are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Auth {
    /// What signs a request.
    pub mode: Mode,
    /// What ends the session at the API, where something does.
    pub ending: Option<Ending>,
    /// Answers beside 401 that mean "sign in again".
    pub signed_out: Vec<SignedOutAnswer>,
}

/// What signs a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Mode {
    /// The cookie of the page's own origin.
    Cookie {
        /// What proves that a request comes from the page.
        csrf: Option<Csrf>,
        /// Where one signs in.
        sign_in_url: Option<String>,
    },
    /// A bearer token from the page's host.
    Host,
    /// A bearer token from a login call.
    Login(Box<Login>),
    /// Name and password with every request.
    Basic,
    /// A key in a header.
    Key {
        /// The header's name.
        header: String,
    },
    /// Nothing.
    None,
    /// Nothing: a proxy adds it.
    Proxy,
}

impl Default for Mode {
    fn default() -> Self {
        Self::Cookie {
            csrf: None,
            sign_in_url: None,
        }
    }
}

/// A cookie whose value is repeated in a header of every request that writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Csrf {
    /// The cookie's name.
    pub cookie: String,
    /// The header's name.
    pub header: String,
}

/// The header of a key where none is named.
const KEY_HEADER: &str = "X-API-Key";

const MODES: [(&str, Word); 7] = [
    ("cookie", Word::Cookie),
    ("host", Word::Host),
    ("login", Word::Login),
    ("basic", Word::Basic),
    ("key", Word::Key),
    ("none", Word::None),
    ("proxy", Word::Proxy),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Cookie,
    Host,
    Login,
    Basic,
    Key,
    None,
    Proxy,
}

impl Word {
    /// The keys that belong to a mode, beside those of all.
    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Cookie => &["csrf", "signInUrl", "signOut"],
            Self::Login => &["request", "token", "header", "scheme", "signOut"],
            Self::Key => &["header"],
            Self::Host | Self::Basic | Self::None | Self::Proxy => &[],
        }
    }
}

impl Auth {
    /// Every key there is, for the schema.
    pub const KEYS: [&str; 9] = [
        "mode",
        "signedOut",
        "csrf",
        "signInUrl",
        "signOut",
        "request",
        "token",
        "header",
        "scheme",
    ];

    /// Reads the member `auth` of a document; what is wrong is told to it.
    pub fn read(at: &At<'_>) -> Self {
        if at.json.kind() != Kind::Object {
            let _ = at.entries();
            return Self::default();
        }
        let word = match at.get("mode") {
            Some(mode) => mode.word("mode", &MODES),
            None => Some(Word::Cookie),
        };
        let Some(word) = word else {
            return Self::default();
        };
        let keys = [&["mode", "signedOut"], word.keys()].concat();
        at.only(&keys);
        let mode = match word {
            Word::Cookie => Mode::Cookie {
                csrf: at.maybe("csrf", csrf),
                sign_in_url: at.maybe("signInUrl", address),
            },
            Word::Host => Mode::Host,
            Word::Login => {
                Login::read(at).map_or_else(Mode::default, |login| Mode::Login(Box::new(login)))
            }
            Word::Basic => Mode::Basic,
            Word::Key => Mode::Key {
                header: at
                    .maybe("header", header)
                    .unwrap_or_else(|| KEY_HEADER.to_owned()),
            },
            Word::None => Mode::None,
            Word::Proxy => Mode::Proxy,
        };
        Self {
            mode,
            ending: at.maybe("signOut", Ending::read),
            signed_out: at
                .get("signedOut")
                .map(|list| {
                    list.items()
                        .iter()
                        .filter_map(SignedOutAnswer::read)
                        .collect()
                })
                .unwrap_or_default(),
        }
    }

    /// Reads what a mapping says of it, which was checked with the mapping.
    pub fn of_text(json: &str) -> Self {
        let faults = Faults::default();
        let document = Document::parse(json).ok();
        let read = |document: &Document<'_>| Self::read(&At::root(document.root(), &faults));
        document.as_ref().map(read).unwrap_or_default()
    }

    /// Whether a secret that the console holds signs the requests.
    pub fn holds_secret(&self) -> bool {
        !matches!(self.mode, Mode::Cookie { .. } | Mode::None | Mode::Proxy)
    }

    /// Whether the operator types in what signs them in.
    pub fn asks_operator(&self) -> bool {
        matches!(self.mode, Mode::Login(_) | Mode::Basic | Mode::Key { .. })
    }

    /// Whether the console can end what it has begun; what the host begins is
    /// the host's to end.
    pub fn can_sign_out(&self) -> bool {
        self.asks_operator() || self.ending.is_some()
    }
}

fn csrf(at: &At<'_>) -> Option<Csrf> {
    at.only(&["cookie", "header"]);
    Some(Csrf {
        cookie: at.need("cookie", "\"csrftoken\"")?.name()?,
        header: header(&at.need("header", "\"X-CSRFToken\"")?)?,
    })
}

/// An address of the web, or a path on this host.
fn address(at: &At<'_>) -> Option<String> {
    let text = at.name()?;
    let link = crate::domain::link::web_link(&text);
    if link.is_none() {
        at.fault(
            "this is no address that may be opened",
            "Write an address that begins with https:// or with /",
        );
    }
    link
}

/// The name of a header.
fn header(at: &At<'_>) -> Option<String> {
    let text = at.name()?;
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    if !text.bytes().all(is_token) {
        at.fault(
            format!("\"{text}\" is no name of a header"),
            "Write letters, digits and hyphens alone",
        );
        return None;
    }
    Some(text)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests;
