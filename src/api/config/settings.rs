//! All of `config.json`, with everything that is wrong in it.

use super::is_base;
use crate::api::auth::Auth;
use crate::api::checked::fault::Fault;
use crate::api::checked::reading::{At, Faults};
use crate::domain::json::{Document, Kind};
use crate::domain::link::web_link;

mod told;

pub use told::{is_fatal, whole_file};

/// The keys that may stand in the file, in the order of the documentation.
pub const KEYS: [&str; 13] = [
    "$schema",
    "apiBase",
    "mapping",
    "auth",
    "routes",
    "workspace",
    "project",
    "features",
    "locale",
    "currency",
    "timeZone",
    "links",
    "embeddingOrigins",
];

/// What can be hidden: entries of the navigation.
pub const HIDEABLE: [&str; 6] = ["campaigns", "calls", "records", "live", "jobs", "triage"];

/// Everything that the file says beyond what the first figures need.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The mapping document, where the API does not speak our contract.
    pub mapping: Option<MappingSource>,
    /// How requests are signed; `None` where the file does not say.
    pub auth: Option<Auth>,
    /// The workspace where the API names none.
    pub workspace: Option<Named>,
    /// The project to begin with where none is chosen, by its ID.
    pub project: Option<String>,
    /// What is not shown, by the names of [`HIDEABLE`].
    pub hide: Vec<String>,
    /// Links of the house, label and address.
    pub links: Vec<(String, String)>,
    /// Origins that may embed this console.
    pub embedding_origins: Vec<String>,
}

/// Where a mapping is, and what its templates are given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MappingSource {
    /// Absolute, or relative to the page.
    pub url: String,
    /// Constants by name; they replace the mapping's own.
    pub variables: Vec<(String, String)>,
}

/// Something with an ID and a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Opaque.
    pub id: String,
    /// What people call it.
    pub name: String,
}

impl Settings {
    /// Reads the file; what is wrong is told and counts as not said.
    pub fn read(text: &str) -> (Self, Vec<Fault>) {
        let document = match Document::parse(text) {
            Ok(document) if document.root().kind() == Kind::Object => document,
            parsed => return (Self::default(), vec![whole_file(text, parsed.err())]),
        };
        let faults = Faults::default();
        let settings = read(&At::root(document.root(), &faults));
        (settings, faults.all())
    }
}

fn read(at: &At<'_>) -> Settings {
    at.only(&KEYS);
    at.maybe("apiBase", base);
    at.maybe("routes", |at| {
        at.word("kind of address", &[("hash", ()), ("path", ())])
    });
    at.maybe("locale", locale);
    at.maybe("currency", currency);
    at.maybe("timeZone", At::name);
    let features = at.get("features");
    if let Some(features) = &features {
        features.only(&["readOnly", "hide"]);
        features.maybe("readOnly", At::flag);
    }
    let hide = features.and_then(|features| features.get("hide"));
    Settings {
        mapping: at.maybe("mapping", mapping),
        auth: at.get("auth").map(|at| Auth::read(&at)),
        workspace: at.maybe("workspace", named),
        project: at.maybe("project", At::name),
        hide: hide.map(|hide| all(&hide, hidden)).unwrap_or_default(),
        links: at.get("links").map(|at| all(&at, link)).unwrap_or_default(),
        embedding_origins: at
            .get("embeddingOrigins")
            .map(|at| all(&at, origin))
            .unwrap_or_default(),
    }
}

/// What is readable of a list, which may be empty.
fn all<T>(at: &At<'_>, read: impl Fn(&At<'_>) -> Option<T>) -> Vec<T> {
    if at.json.kind() == Kind::List && at.json.items().next().is_none() {
        return Vec::new();
    }
    at.items().iter().filter_map(read).collect()
}

fn base(at: &At<'_>) -> Option<String> {
    let text = at.name()?;
    if text.contains('@') && !is_base(&text) {
        // What is told is shown to whoever looks: not what may be a password.
        at.fault(
            "this is no address of an API, or holds a user name and password",
            "Write the address without them: this file is public. \"auth\" says how one signs in",
        );
    } else if !is_base(&text) {
        at.fault(
            format!("\"{text}\" is no address of an API"),
            "Write an address like \"https://dialer.example.com/api\", or one relative to the page like \"api\"",
        );
    }
    Some(text)
}

fn mapping(at: &At<'_>) -> Option<MappingSource> {
    if at.json.kind() == Kind::Text {
        return Some(MappingSource {
            url: at.name()?,
            variables: Vec::new(),
        });
    }
    at.only(&["url", "variables"]);
    let url = at.need("url", "\"mappings/dograh.json\"")?.name()?;
    let variables = at.get("variables").map(|at| at.entries());
    let variable = |(name, value): (String, At<'_>)| Some((name, value.text()?));
    Some(MappingSource {
        url,
        variables: variables
            .unwrap_or_default()
            .into_iter()
            .filter_map(variable)
            .collect(),
    })
}

fn named(at: &At<'_>) -> Option<Named> {
    at.only(&["id", "name"]);
    let name = at.need("name", "\"Northwind\"")?.name()?;
    Some(Named {
        id: at.maybe("id", At::name).unwrap_or_else(|| name.clone()),
        name,
    })
}

fn hidden(at: &At<'_>) -> Option<String> {
    at.word("part of the navigation", &HIDEABLE.map(|name| (name, ())))?;
    at.text()
}

fn locale(at: &At<'_>) -> Option<String> {
    let text = at.name()?;
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    if !text.split('-').all(is_part) {
        at.fault(
            format!("\"{text}\" is no language tag"),
            "Write a tag like \"de-DE\" or \"en-GB\"",
        );
    }
    Some(text)
}

fn currency(at: &At<'_>) -> Option<String> {
    let text = at.name()?;
    if text.len() != 3 || !text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        at.fault(
            format!("\"{text}\" is no currency"),
            "Write the three letters of ISO 4217, such as \"EUR\"",
        );
    }
    Some(text)
}

fn link(at: &At<'_>) -> Option<(String, String)> {
    at.only(&["label", "url"]);
    let label = at.need("label", "\"Runbook\"")?.name()?;
    let address = at.need("url", "\"https://wiki.example.com/runbook\"")?;
    let url = address.name()?;
    let followed = web_link(&url).or_else(|| mail_link(&url));
    if followed.is_none() {
        address.fault(
            "this address may not be followed",
            "Begin it with \"https://\", \"http://\" or \"mailto:\"",
        );
    }
    Some((label, followed?))
}

/// `mailto:` and a plain address, nothing that sets more of a letter.
fn mail_link(text: &str) -> Option<String> {
    let (scheme, address) = text.split_once(':')?;
    let plain = |c: char| !c.is_control() && !c.is_whitespace() && !"<>\"\\?".contains(c);
    let fits = scheme.eq_ignore_ascii_case("mailto") && address.chars().all(plain);
    (fits && address.contains('@')).then(|| text.to_owned())
}

/// Scheme, host and port, as browsers compare them.
fn origin(at: &At<'_>) -> Option<String> {
    let text = at.name()?;
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let is_host = |host: &str| {
        let plain = |byte: u8| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-:[]".contains(&byte)
        };
        !host.is_empty() && host.bytes().all(plain)
    };
    if !host.is_some_and(is_host) {
        at.fault(
            format!("\"{text}\" is no origin"),
            "Write scheme, host and port alone, such as \"https://portal.example\"; there are no wildcards",
        );
        return None;
    }
    Some(text)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests;
