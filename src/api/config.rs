//! What `config.json` may say. Read once, at start; the build knows none of it.
//!
//! The first figures need little of it, so that little is read here and
//! leniently; [`settings`] reads all of it, tells every mistake, and comes with
//! a later piece of the module.

use crate::domain::json::{Document, Json, Kind};

pub mod settings;

/// The settings that the first figures need.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Where the API is: absolute, or relative to the page. No trailing slash
    /// is needed. Default: `api`.
    pub api_base: String,
    /// `hash` (the default: works from any folder of any static host) or
    /// `path` (needs a rewrite rule to `index.html`).
    pub routes: Routes,
    /// BCP 47 tag of the language whose figures are written; empty for the
    /// browser's.
    pub locale: String,
    /// ISO 4217 code for amounts that come without one; may be empty.
    pub currency: String,
    /// IANA name of the zone for times of no campaign; empty for the browser's.
    pub time_zone: String,
    /// Whether nothing may be changed from here.
    pub read_only: bool,
    /// What of the navigation is not shown.
    pub hide: Vec<String>,
    /// Whether something ends a session that a cookie holds.
    pub can_sign_out: bool,
    /// Whether the API speaks our contract and takes requests as they are.
    pub is_direct: bool,
    /// Whether the file is not even an object of JSON.
    pub is_broken: bool,
    /// The file as it was read.
    pub text: String,
}

/// How a screen's address is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Routes {
    /// Behind `#`.
    #[default]
    Hash,
    /// As the path of the URL.
    Path,
}

impl Config {
    /// Reads the file. What does not fit counts as not said.
    pub fn read(text: String) -> Self {
        let document = Document::parse(&text).ok();
        let root = document.as_ref().map(Document::root);
        let root = root.filter(|root| root.kind() == Kind::Object);
        let said = |key: &str| root.and_then(|root| root.get(key));
        let word = |key: &str| said(key).and_then(|value| Some(value.text()?.into_owned()));
        let is_path = word("routes").is_some_and(|word| word == "path");
        let features = said("features");
        let read_only = features.and_then(|features| features.get("readOnly"));
        let hide = features.and_then(|features| features.get("hide"));
        let hide = hide.into_iter().flat_map(|hide| hide.items());
        let auth = said("auth");
        Self {
            api_base: word("apiBase").unwrap_or_else(|| "api".to_owned()),
            routes: if is_path { Routes::Path } else { Routes::Hash },
            locale: word("locale").unwrap_or_default(),
            currency: word("currency").unwrap_or_default(),
            time_zone: word("timeZone").unwrap_or_default(),
            read_only: read_only.is_some_and(|flag| flag.kind() == Kind::Bool(true)),
            hide: hide
                .filter_map(|part| Some(part.text()?.into_owned()))
                .collect(),
            can_sign_out: auth.is_some_and(|auth| auth.get("signOut").is_some()),
            is_direct: said("mapping").is_none()
                && auth.is_none_or(is_direct)
                && said("apiBase")
                    .is_none_or(|base| base.text().is_some_and(|text| is_base(&text))),
            is_broken: root.is_none(),
            text: text.clone(),
        }
    }
}

/// Whether this may be the address of an API: one of the web without a name and
/// password, or one relative to the page. What is not is told, and not asked.
fn is_base(text: &str) -> bool {
    if text.trim().is_empty() || text.contains(|c: char| "?#\\".contains(c) || c.is_whitespace()) {
        return false;
    }
    let (scheme, rest) = match text.split_once("//") {
        Some((scheme, rest)) if scheme.is_empty() || scheme.ends_with(':') => (scheme, rest),
        _ => {
            return !text
                .split('/')
                .next()
                .is_some_and(|first| first.contains(':'));
        }
    };
    let host = rest.split('/').next().unwrap_or_default();
    let is_web = ["", "http:", "https:"]
        .iter()
        .any(|web| scheme.eq_ignore_ascii_case(web));
    is_web && !host.is_empty() && !host.contains('@')
}

/// Whether requests need nothing that the browser does not add by itself.
fn is_direct(auth: Json<'_>) -> bool {
    let direct = ["cookie", "none", "proxy"];
    let mode = auth.get("mode").and_then(|mode| mode.text());
    mode.is_none_or(|mode| direct.contains(&&*mode))
        && auth.get("csrf").is_none()
        && auth.get("signedOut").is_none()
}

#[cfg(test)]
mod tests;
