//! What was refused, why, and what becomes of it: beside the button that asked.

use super::Plan;
use crate::api::error::ApiError;
use crate::domain::targeted_retry::{NOTHING_ELIGIBLE, RETRY_RUNNING};
use crate::state::once::is_unanswered;
use crate::state::retrying::Asked;
use leptos::prelude::*;

/// The latest refusal of one kind of request.
#[component]
pub fn Refusal(plan: Plan, asked: Asked) -> impl IntoView {
    let told = Memo::new(move |_| {
        let refused = plan.retrying.refused.get();
        let (_, error) = refused.filter(|(what, _)| *what == asked)?;
        Some((words(asked, &error), error.request_id))
    });
    view! {
        <div class="dialog-refused" role="alert">
            {move || told.get().map(|((fact, more), request)| view! {
                <p><b>{fact}</b> " " {more} {request.map(|id| view! { " Request " <code>{id}</code> })}</p>
            })}
        </div>
    }
}

fn words(asked: Asked, error: &ApiError) -> (&'static str, String) {
    let fact = match asked {
        Asked::DryRun => "The dry run was not made.",
        Asked::Start => "Nothing was started.",
        Asked::Action => "Nothing was changed.",
    };
    let told = [&*error.to_string(), " ", error.advice()].concat();
    match error.code.as_deref() {
        Some(NOTHING_ELIGIBLE) => (
            fact,
            "Nobody of the selection may be retried any more.".to_owned(),
        ),
        Some(RETRY_RUNNING) => (
            fact,
            "Another retry is not over; the card shows it.".to_owned(),
        ),
        _ if asked != Asked::DryRun && is_unanswered(&error.kind) => (
            "Whether it was done is not known.",
            [&*told, " Pressing again is safe: it is done once."].concat(),
        ),
        _ => (fact, told),
    }
}
