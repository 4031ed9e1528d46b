//! Failures on demand: ids that make the demo API fail in a chosen
//! way, so that every failure can be opened by hand and by a test.
//!
//! `fault-KIND` fails always, `flaky-KIND` at every second reading,
//! `refuse-KIND` only when asked to act; `~anything` behind it gives a test
//! turns of its own. The list fails when it is searched for such an id. The
//! kinds and what an operator should see are in `docs/sentinels.md`.

mod absence;
mod altered;
mod called;
mod contract;
mod contradiction;
mod good;
mod hostile;
mod huge;
mod kind;
mod misfit;
mod other;
mod outage;
mod refusal;
mod runs;
mod sentinel;
mod turns;
mod values;
mod wire;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
pub use contract::{Edit, Fate, Nature, Property, schema_of, walk};
pub use good::{full, with_content};
pub use hostile::HostileTexts;
pub use kind::Kind;
pub use outage::Outages;
use sentinel::{Mode, Place, Sentinel};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;
use turns::Turns;
pub use wire::answer as broken_on_the_wire;

/// Puts the sentinels in front of the routes of the API.
///
/// Use this and not `api.layer(..)`: a router matches the path
/// before its own layers run, so that a handler would still be given the id of
/// the sentinel after [`layer`] has rewritten the address.
pub fn around(api: Router, outages: Outages) -> Router {
    Router::new()
        .fallback_service(api)
        .layer(from_fn_with_state(outages, layer))
}

/// Answers sentinels, and what an outage covers, and passes everything else on. The
/// path may come with or without the `/api` prefix.
async fn layer(State(outages): State<Outages>, request: Request, next: Next) -> Response {
    let asked = Sentinel::of(request.uri());
    let Some(sentinel) = asked.or_else(|| outages.of(request.method(), request.uri())) else {
        return next.run(request).await;
    };
    if is_good_turn(&sentinel, request.method()) {
        return good::answer(&sentinel, request, next).await;
    }
    let mut response = failed(&sentinel, request, next).await;
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn is_good_turn(sentinel: &Sentinel, method: &Method) -> bool {
    let acts = method == Method::POST;
    match sentinel.mode {
        Mode::Always => false,
        Mode::ActionsOnly => !acts,
        Mode::Alternating => acts || !takes_failing_turn(sentinel),
    }
}

fn takes_failing_turn(sentinel: &Sentinel) -> bool {
    static TURNS: LazyLock<Mutex<Turns>> =
        LazyLock::new(|| Mutex::new(Turns::remembering(REMEMBERED_ADDRESSES)));
    let address = format!("{} {}", sentinel.id, sentinel.good_uri.path());
    TURNS
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take(&address)
}

/// More than any test run or shift opens.
const REMEMBERED_ADDRESSES: usize = 10_000;
const SLOW: Duration = Duration::from_secs(3);
/// Longer than a console should wait without a word.
const LATE: Duration = Duration::from_secs(12);

async fn failed(sentinel: &Sentinel, request: Request, next: Next) -> Response {
    if let Some(refused) = refusal::answer(sentinel) {
        return refused;
    }
    match sentinel.kind {
        Kind::Slow => good_after(SLOW, sentinel, request, next).await,
        Kind::Late => good_after(LATE, sentinel, request, next).await,
        Kind::Hang => {
            tokio::time::sleep(wire::STALLED).await;
            wire::cut(&Bytes::new())
        }
        kind => match good::content(sentinel, request, next).await {
            Ok((parts, mut answer)) => {
                altered::alter(kind, &sentinel.place, &mut answer);
                wire::answer(kind, &Bytes::from(answer.to_string()))
                    .unwrap_or_else(|| with_content(parts, &answer))
            }
            Err(as_it_is) if sentinel.place == Place::Report => broken_file(kind, as_it_is).await,
            Err(as_it_is) => as_it_is,
        },
    }
}

/// A good file, broken on the wire where the kind does that, under its own headers.
async fn broken_file(kind: Kind, file: Response) -> Response {
    let (parts, bytes) = full(file).await;
    let broken = wire::answer(kind, &bytes).filter(|_| parts.status.is_success());
    match broken {
        Some(page) if kind == Kind::LoginPage => page,
        Some(broken) => {
            let mut headers = parts.headers;
            headers.remove(header::CONTENT_LENGTH);
            let (mut parts, body) = broken.into_parts();
            parts.headers.extend(headers);
            Response::from_parts(parts, body)
        }
        None => Response::from_parts(parts, Body::from(bytes)),
    }
}

async fn good_after(
    delay: Duration,
    sentinel: &Sentinel,
    request: Request,
    next: Next,
) -> Response {
    tokio::time::sleep(delay).await;
    good::answer(sentinel, request, next).await
}

#[cfg(test)]
mod stub;
#[cfg(test)]
mod tests;
