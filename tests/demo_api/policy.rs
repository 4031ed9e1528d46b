//! The headers of the console's files: those that `public/hosts/policy.json` has every host send.

use std::sync::LazyLock;

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use serde_json::Value;

use crate::violations::REPORTS;

static POLICY: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../public/hosts/policy.json")).unwrap_or_default()
});

/// Who may show `embed.html` in a frame: pages served by the same machine.
const FRAMED_BY: &str = "'self' http://127.0.0.1:* http://localhost:*";

/// What a file is to the policy.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Page,
    Frame,
    File,
}

impl Kind {
    fn of(path: &str, sent: &HeaderMap) -> Self {
        let kind = sent.get(header::CONTENT_TYPE);
        let is_page = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        // An answer that nothing has changed names no kind, and browsers take over its headers.
        match is_page {
            _ if path.ends_with("/embed.html") => Self::Frame,
            true => Self::Page,
            false => Self::File,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Frame => "frame",
            Self::File => "file",
        }
    }
}

/// The policy of a page that is nothing but a form.
pub const FORM: &str = "default-src 'none'; base-uri 'none'; form-action 'self'; \
    frame-ancestors 'none'; report-uri /demo/violations";

/// Adds the headers to those of an answer; `found` says whether it is the file.
pub fn add(path: &str, found: bool, headers: &mut HeaderMap) {
    let kind = Kind::of(path, headers);
    let cache = if found && is_hashed(path) {
        "hashed"
    } else {
        "revalidated"
    };
    let cache = POLICY.pointer(&format!("/cache/{cache}"));
    set(headers, header::CACHE_CONTROL, text(cache));
    set(
        headers,
        header::CONTENT_SECURITY_POLICY,
        &content_security_policy(kind),
    );
    for group in ["every", kind.name()] {
        for (name, value) in members(&format!("/headers/{group}")) {
            if let Ok(name) = name.parse::<HeaderName>() {
                set(headers, name, text(Some(value)));
            }
        }
    }
}

fn members(place: &str) -> impl Iterator<Item = (&'static String, &'static Value)> {
    let object = POLICY.pointer(place).and_then(Value::as_object);
    object.into_iter().flatten()
}

fn text(value: Option<&'static Value>) -> &'static str {
    value.and_then(Value::as_str).unwrap_or_default()
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

fn content_security_policy(kind: Kind) -> String {
    let said = members("/csp").map(|(name, value)| {
        let value = match (kind, &**name) {
            (Kind::Frame, "frame-ancestors") => FRAMED_BY,
            _ => text(Some(value)),
        };
        format!("{name} {value}")
    });
    let reports = format!("report-uri {REPORTS}");
    let said = said.chain([reports]);
    said.collect::<Vec<_>>().join("; ")
}

/// Whether a file's name carries a hash of its content, as in `ringside-3fa95c01_bg.wasm`.
fn is_hashed(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or_default();
    file.split(['-', '.', '_'])
        .skip(1)
        .any(|part| part.len() >= 8 && part.bytes().all(|letter| letter.is_ascii_hexdigit()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_good() {
        assert!(is_hashed("/ringside-3fa95c0177a1b2c3_bg.wasm"));
        assert!(is_hashed("/assets/main-0123abcd.css"));
        assert!(is_hashed("/echarts.0123abcd.js"));
        assert!(!is_hashed("/index.html"));
        assert!(!is_hashed("/boot.js"));
        assert!(!is_hashed("/charts-extra.js"));
    }

    #[test]
    fn the_demo_sends_what_every_host_sends() {
        let mut sent = HeaderMap::new();
        sent.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        );
        let mut framed = sent.clone();
        add("/", true, &mut sent);
        add("/console/embed.html", true, &mut framed);
        let policy = sent["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("default-src 'none'; "), "{policy}");
        assert!(policy.contains("; frame-ancestors 'none'"), "{policy}");
        let safe = policy.replace("'wasm-unsafe-eval'", "");
        assert!(!safe.contains("unsafe") && !safe.contains('*') && !safe.contains("http"));
        assert!(policy.ends_with(REPORTS) && FORM.ends_with(REPORTS));
        let policy = framed["content-security-policy"].to_str().unwrap();
        assert!(
            policy.contains(&format!("frame-ancestors {FRAMED_BY};")),
            "{policy}"
        );
        let mut file = HeaderMap::new();
        add("/module-3fa95c0177a1b2c3.wasm", true, &mut file);
        assert_eq!(file["access-control-allow-origin"], "*");
        assert_eq!(file["x-content-type-options"], "nosniff");
        assert!(
            file["cache-control"]
                .to_str()
                .unwrap()
                .ends_with("immutable")
        );
        add("/module-3fa95c0177a1b2c3.wasm", false, &mut file);
        assert_eq!(file["cache-control"], "no-cache");
    }
}
