//! What `config.json` may say. Read once, at start; the build knows none of it.

use crate::domain::json::{FromJson, Json, Trouble};

/// The deployment's settings. Every key is optional.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Where the API is: absolute, or relative to the page. No trailing slash
    /// is needed. Default: `api`.
    pub api_base: String,
    /// `hash` (the default: works from any folder of any static host) or
    /// `path` (needs a rewrite rule to `index.html`).
    pub routes: Routes,
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

impl Default for Config {
    fn default() -> Self {
        Self {
            api_base: "api".into(),
            routes: Routes::Hash,
        }
    }
}

impl FromJson for Config {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        let mut config = Self::default();
        if let Some(base) = json.get("apiBase") {
            config.api_base = String::from_json(&base, trouble);
        }
        if let Some(routes) = json.get("routes") {
            config.routes = Routes::from_json(&routes, trouble);
        }
        config
    }
}

impl FromJson for Routes {
    fn from_json(json: &Json<'_>, trouble: &mut Trouble) -> Self {
        match json.text().as_deref() {
            Some("path") => return Self::Path,
            Some("hash") => {}
            _ => trouble.refuse(json, "hash or path"),
        }
        Self::Hash
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::json::decode;

    #[test]
    fn every_key_is_optional_and_unknown_keys_are_ignored() {
        let config: Config = decode(r#"{"theme":"dark"}"#).unwrap();
        assert_eq!(config, Config::default());
        let config: Config =
            decode(r#"{"apiBase":"https://x.example/v1","routes":"path"}"#).unwrap();
        assert_eq!(config.api_base, "https://x.example/v1");
        assert_eq!(config.routes, Routes::Path);
    }

    #[test]
    fn a_setting_that_is_none_is_told() {
        for (json, path) in [
            (r#"{"apiBase":7}"#, "apiBase"),
            (r#"{"routes":"Path"}"#, "routes"),
            (r#"{"routes":null}"#, "routes"),
        ] {
            assert_eq!(decode::<Config>(json).unwrap_err().path, path, "{json}");
        }
    }
}
