//! What `config.json` may say. Read once, at start; the build knows none of it.

use serde::Deserialize;

/// The deployment's settings. Every key is optional.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Config {
    /// Where the API is: absolute, or relative to the page. No trailing slash
    /// is needed. Default: `api`.
    pub api_base: String,
    /// `hash` (the default: works from any folder of any static host) or
    /// `path` (needs a rewrite rule to `index.html`).
    pub routes: Routes,
}

/// How a screen's address is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_optional_and_unknown_keys_are_ignored() {
        let config: Config = serde_json::from_str(r#"{"theme":"dark"}"#).unwrap();
        assert_eq!(config, Config::default());
        let config: Config =
            serde_json::from_str(r#"{"apiBase":"https://x.example/v1","routes":"path"}"#).unwrap();
        assert_eq!(config.api_base, "https://x.example/v1");
        assert_eq!(config.routes, Routes::Path);
    }
}
