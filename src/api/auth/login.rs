//! A bearer token from a login call.

use super::answer::words_at;
use super::{SignInRequest, header};
use crate::api::checked::reading::At;
use crate::domain::json::Document;

/// How a token is asked for, and how it signs.
#[derive(Clone, Debug, PartialEq)]
pub struct Login {
    /// What is sent.
    pub request: SignInRequest,
    /// Where in the answer the token stands: `access_token` or `data.token`.
    pub token: String,
    /// The header that carries it.
    pub header: String,
    /// The word before it; empty for none.
    pub scheme: String,
}

impl Login {
    pub(super) fn read(at: &At<'_>) -> Option<Self> {
        let example =
            r#"{"path": "/auth/token", "body": {"username": "{user}", "password": "{password}"}}"#;
        let request = at.need("request", example)?;
        Some(Self {
            request: SignInRequest::read(&request)?,
            token: at.need("token", "\"access_token\"")?.name()?,
            header: at
                .maybe("header", header)
                .unwrap_or_else(|| "Authorization".to_owned()),
            scheme: at
                .maybe("scheme", At::text)
                .unwrap_or_else(|| "Bearer".to_owned()),
        })
    }

    /// The token of a good answer.
    pub fn token_of(&self, body: &[u8]) -> Option<String> {
        let text = std::str::from_utf8(body).ok()?;
        let document = Document::parse(text).ok()?;
        let token = words_at(document.root(), &self.token)?;
        (!token.is_empty() && token != "null").then_some(token)
    }
}
