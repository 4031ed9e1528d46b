//! The login call, and the bearer that everything else wants.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::{Dograh, refused};

/// Who may sign in.
const EMAIL: &str = "operator@example.com";
/// With what.
const PASSWORD: &str = "ringside";

/// The tokens that were handed out.
#[derive(Debug, Default)]
pub struct Tokens(Vec<String>);

impl Tokens {
    fn issue(&mut self) -> String {
        let token = format!("eyJhbGciOiJub25lIn0.demo{}", self.0.len() + 1);
        self.0.push(token.clone());
        token
    }
}

/// `POST /auth/login`.
pub async fn login(State(dograh): State<Dograh>, Json(asked): Json<Value>) -> Response {
    let is = |name: &str, value: &str| asked.get(name).and_then(Value::as_str) == Some(value);
    if !is("email", EMAIL) || !is("password", PASSWORD) {
        return refused(StatusCode::UNAUTHORIZED, "Invalid email or password");
    }
    let token = dograh.with(|inside| inside.tokens.issue());
    let user = json!({"id": 1, "email": EMAIL, "organization_id": 1, "provider_id": "oss_1"});
    Json(json!({"token": token, "user": user})).into_response()
}

/// Lets through who carries a token.
pub async fn needed(State(dograh): State<Dograh>, request: Request, next: Next) -> Response {
    let sent = request.headers().get(header::AUTHORIZATION);
    let Some(sent) = sent.and_then(|value| value.to_str().ok()) else {
        return refused(StatusCode::UNAUTHORIZED, "Authorization header required");
    };
    let token = sent.strip_prefix("Bearer ").unwrap_or_default();
    if dograh.with(|inside| inside.tokens.0.iter().any(|known| known == token)) {
        next.run(request).await
    } else {
        refused(StatusCode::UNAUTHORIZED, "Invalid or expired token")
    }
}
