//! What an API does not have, told in its place: for a screen, before anything
//! is asked of it; for columns and sections, in a line.

use crate::api::client::Fetched;
use crate::api::error::{ApiError, ErrorKind};
use crate::domain::provision::not_reported;
use crate::domain::route::Route;
use crate::state::remote::Answer;
use crate::state::session::{Session, use_session};
use crate::ui::{EmptyState, NotReported, Skeleton, SkeletonKind};
use leptos::leptos_dom::helpers::set_timeout_with_handle;
use leptos::prelude::*;
use std::future::ready;
use std::time::Duration;

/// A screen waits so long to hear whether the API has what it shows; then it asks.
const PATIENCE: Duration = Duration::from_secs(2);

/// The screen `screen` where the API has its resource, else a panel that says
/// so; nothing is asked for then.
pub fn if_provided(
    resource: &'static str,
    title: &'static str,
    screen: fn() -> AnyView,
) -> AnyView {
    let session = use_session();
    let known = session.capabilities.state;
    let waited = RwSignal::new(false);
    if let Ok(handle) = set_timeout_with_handle(move || waited.set(true), PATIENCE) {
        on_cleanup(move || handle.clear());
    }
    let is_decided = Memo::new(move |_| {
        waited.get() || known.with(|state| state.value().is_some() || state.error().is_some())
    });
    let has = Memo::new(move |_| session.has(resource));
    (move || match (is_decided.get(), has.get()) {
        (false, _) => view! { <Skeleton kind=SkeletonKind::Rows(10)/> }.into_any(),
        (true, true) => screen(),
        (true, false) => view! { <Panel session resource title/> }.into_any(),
    })
    .into_any()
}

#[component]
fn Panel(session: Session, resource: &'static str, title: &'static str) -> impl IntoView {
    session.title.set(None);
    view! {
        <div class="screen">
            <div class="page-head" part="head"><div class="page-title"><h1>{title}</h1></div></div>
            <section class="card" aria-label=title>
                <NotHere session resource/>
            </section>
        </div>
    }
}

/// What a list knows of one thing, as the answer of an API that has no more of
/// it; `found` is nothing where it is not on the page of the list on screen.
pub fn from_row<T: 'static>(found: Option<T>) -> Answer<T> {
    let elsewhere = "This API only lists them, and it is not on the page of the list that is open.";
    let missing = || ApiError {
        kind: ErrorKind::NotFound(Some(elsewhere.to_owned())),
        request_id: None,
        code: None,
    };
    let answer = |value| Fetched::New { value, etag: None };
    Box::pin(ready(found.map(answer).ok_or_else(missing)))
}

/// Says in a pane that what would stand there is not reported.
#[component]
pub fn NotHere(
    /// The console.
    session: Session,
    /// What is not reported, by its resource.
    resource: &'static str,
) -> impl IntoView {
    view! {
        <EmptyState
            title=not_reported(resource)
            text="So nothing was asked for. What it has instead, and why, is listed here:"
            action=move || view! { <WhatIsProvided session/> }
        />
    }
}

/// A link to the page that lists what the API has.
#[component]
pub fn WhatIsProvided(
    /// The console.
    session: Session,
) -> impl IntoView {
    let address = session.navigation.href(&Route::Api);
    view! { <a class="row-link" href=address>"What this API provides"</a> }
}

/// "Not reported by this API: From, Score." with the way to the reasons; absent
/// where nothing is missing.
#[component]
pub fn Unreported(
    /// The console.
    session: Session,
    /// What is missing, by its names on screen.
    #[prop(into)]
    what: Signal<String>,
) -> impl IntoView {
    let address = session.navigation.href(&Route::Api);
    let any = Memo::new(move |_| what.with(|what| !what.is_empty()));
    move || {
        any.get().then(|| {
            let address = address.clone();
            view! { <NotReported what href=address/> }
        })
    }
}
