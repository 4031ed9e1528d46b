//! Failures as RFC 9457 problem details, each with the ID of its request.

use axum::body::Body;
use axum::extract::{OriginalUri, Request};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};

/// The header that carries a request's ID.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Something that the API refuses or fails to do.
#[derive(Clone, Debug)]
pub struct Problem {
    status: StatusCode,
    kind: &'static str,
    title: &'static str,
    detail: String,
    /// What a program can go by.
    code: Option<&'static str>,
    /// A member of its own, by its name.
    extra: Option<Box<(&'static str, String)>>,
    errors: Vec<(String, String)>,
    /// Seconds after which it is worth trying again.
    retry_after: Option<u32>,
}

impl Problem {
    fn new(
        status: StatusCode,
        kind: &'static str,
        title: &'static str,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            status,
            kind,
            title,
            detail: detail.into(),
            code: None,
            extra: None,
            errors: Vec::new(),
            retry_after: None,
        }
    }

    /// 400: the request cannot be read.
    pub fn unreadable(detail: impl Into<String>) -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "bad-request",
            "The request cannot be read",
            detail,
        )
    }

    /// 401: nobody is signed in.
    pub fn signed_out() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "signed-out",
            "Signed out",
            "Nobody is signed in, or the session has ended.",
        )
    }

    /// 403: not this request.
    pub fn forbidden(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", "Forbidden", detail)
    }

    /// 404: there is no such thing.
    pub fn missing(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found", "Not found", detail)
    }

    /// 405: the address exists, the method does not.
    pub fn method() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method-not-allowed",
            "Method not allowed",
            "This address does not answer that method. The contract lists what it does.",
        )
    }

    /// 409: not now.
    pub fn conflict(detail: impl Into<String>) -> Self {
        Self::new(
            StatusCode::CONFLICT,
            "not-available",
            "Not available now",
            detail,
        )
    }

    /// 409: the plan does not allow it.
    pub fn limit(code: &'static str, detail: impl Into<String>) -> Self {
        let mut problem = Self::new(
            StatusCode::CONFLICT,
            "plan-limit",
            "Plan limit reached",
            detail,
        );
        problem.code = Some(code);
        problem
    }

    /// 409 with a code that a program can go by.
    pub fn refused(code: &'static str, detail: impl Into<String>) -> Self {
        Self::conflict(detail).coded(code)
    }

    /// With a code that a program can go by.
    pub fn coded(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    /// With a member of its own.
    pub fn with(mut self, name: &'static str, value: String) -> Self {
        self.extra = Some(Box::new((name, value)));
        self
    }

    /// 422: values that do not fit, each with where it stands.
    pub fn invalid(errors: Vec<(String, String)>) -> Self {
        let detail = errors
            .iter()
            .map(|(_, detail)| detail.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let mut problem = Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "invalid",
            "Values do not fit",
            detail,
        );
        problem.errors = errors;
        problem
    }

    /// 422 for one value.
    pub fn value(pointer: &str, detail: impl Into<String>) -> Self {
        Self::invalid(vec![(pointer.to_owned(), detail.into())])
    }

    /// 503: the rows of the largest campaign are still being written.
    pub fn preparing() -> Self {
        let mut problem = Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "preparing",
            "Not ready yet",
            "The demo is still writing this campaign's million rows. It is ready in a few seconds.",
        );
        problem.retry_after = Some(3);
        problem
    }

    /// 500: the demo itself failed.
    pub fn failed(detail: impl Into<String>) -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "server-failed",
            "The demo API failed",
            detail,
        )
    }

    fn body(&self, instance: &str, request_id: &str) -> Value {
        let mut body = json!({
            "type": format!("https://ringside.example/problems/{}", self.kind),
            "title": self.title,
            "status": self.status.as_u16(),
            "detail": self.detail,
            "instance": instance,
            "request_id": request_id,
        });
        if let (Some(code), Some(fields)) = (self.code, body.as_object_mut()) {
            fields.insert(String::from("code"), Value::from(code));
        }
        if let (Some(extra), Some(fields)) = (&self.extra, body.as_object_mut()) {
            fields.insert(extra.0.to_owned(), Value::from(extra.1.as_str()));
        }
        if !self.errors.is_empty()
            && let Some(fields) = body.as_object_mut()
        {
            let errors: Vec<Value> = self
                .errors
                .iter()
                .map(|(pointer, detail)| json!({"pointer": pointer, "detail": detail}))
                .collect();
            fields.insert(String::from("errors"), Value::from(errors));
        }
        body
    }
}

impl From<rusqlite::Error> for Problem {
    fn from(error: rusqlite::Error) -> Self {
        Self::failed(format!("The database did not answer: {error}"))
    }
}

impl IntoResponse for Problem {
    /// Without a body: [`stamp`] writes it, because only it knows the request's ID.
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Middleware: gives every request an ID, every answer its header, and every [`Problem`] its body.
pub async fn stamp(request: Request, next: Next) -> Response {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let request_id = format!("req_{:05x}", count.wrapping_mul(0x9E37_79B1) & 0xF_FFFF);
    // The address as it was asked for, with the prefix that nesting takes away.
    let asked = request.extensions().get::<OriginalUri>();
    let instance = asked
        .map_or_else(|| request.uri(), |asked| &asked.0)
        .path_and_query()
        .map_or_else(String::new, ToString::to_string);
    let mut response = next.run(request).await;
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        let body = problem.body(&instance, &request_id).to_string();
        *response.body_mut() = Body::from(body);
        let headers = response.headers_mut();
        if let Some(seconds) = problem.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        headers.remove(header::CONTENT_LENGTH);
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
    }
    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::from_str(&request_id) {
        headers.entry(REQUEST_ID).or_insert(value);
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-cache"));
    response
}
