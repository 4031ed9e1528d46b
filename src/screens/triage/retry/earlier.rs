//! Earlier retries of the same campaign or run.

use super::Plan;
use crate::domain::canary::state::RetryState;
use crate::domain::format::Formats;
use crate::domain::route::Route;
use crate::domain::targeted_retry::Retry;
use crate::ui::QuietStatus;
use leptos::prelude::*;

/// So many are listed.
const MOST: usize = 5;

#[derive(Clone, PartialEq)]
struct Line {
    id: String,
    state: RetryState,
    when: String,
    figures: String,
}

/// A short list; nothing where there are none.
#[component]
pub fn Earlier(plan: Plan) -> impl IntoView {
    let lines = Memo::new(move |_| {
        let shown = plan.retrying.id.get();
        plan.retrying.with_listed(|own| {
            let others = own.iter().filter(|retry| Some(&retry.id) != shown.as_ref());
            plan.triage.write(|formats| {
                others
                    .take(MOST)
                    .map(|retry| line(retry, formats))
                    .collect::<Vec<_>>()
            })
        })
    });
    let there = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    let item = move |line: Line| {
        let Line {
            id,
            state,
            when,
            figures,
        } = line;
        let place = plan.triage.place.get().with_retry(Some(id.clone()));
        let href = plan.triage.session.navigation.href(&Route::Triage(place));
        view! {
            <li>
                <QuietStatus tone=state.tone() glyph=state.glyph() label=state.label().into_owned()/>
                <a href=href><code>{id}</code></a>
                <span>{when}</span>
                <span class="secondary">{figures}</span>
            </li>
        }
    };
    view! {
        <section class="retry-earlier" aria-label="Other retries" hidden=move || !there.get()>
            <h3>"Other retries"</h3>
            <ul>{move || lines.get().into_iter().map(item).collect::<Vec<_>>()}</ul>
        </section>
    }
}

fn line(retry: &Retry, formats: &Formats<'_>) -> Line {
    let when = retry
        .created_at
        .value()
        .map(|at| formats.date_time(at))
        .unwrap_or_default();
    let by = retry
        .created_by
        .as_deref()
        .map_or_else(String::new, |by| [" by ", by].concat());
    let counts = retry.counts.value();
    let dispatched =
        counts.and_then(|counts| Some((counts.dispatched.copied()?, counts.eligible.copied()?)));
    let errors = counts.and_then(|counts| counts.errors.copied());
    let dispatched =
        dispatched.map(|(some, all)| [&*formats.of(some, all), " dispatched"].concat());
    let errors = errors.map(|errors| [&*formats.count(errors), " failed"].concat());
    let figures: Vec<String> = dispatched.into_iter().chain(errors).collect();
    Line {
        id: retry.id.clone(),
        state: RetryState::from_wire(&retry.state),
        when: [&*when, &by].concat(),
        figures: figures.join(", "),
    }
}
