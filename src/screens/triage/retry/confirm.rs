//! The questions before a release and before a stop.

use super::dry_run::Figures;
use super::plan::rest;
use super::{Plan, Step};
use crate::domain::dry_run::span;
use crate::domain::field::Field;
use crate::domain::format::NONE;
use crate::domain::rich::sentence;
use crate::domain::targeted_retry::{Retry, RetryCounts};
use crate::state::retrying::Asked;
use crate::ui::{ActionButton, Announcer, Button, ButtonKind, Dialog};
use leptos::prelude::*;

/// Asks, and then acts.
#[component]
pub fn Confirm(plan: Plan) -> impl IntoView {
    let open = RwSignal::new(false);
    let step = RwSignal::new(Step::Release);
    let announcer = expect_context::<Announcer>();
    Effect::new(move |_| {
        if let Some(asked) = plan.confirming.get() {
            step.set(asked);
            plan.confirming.set(None);
            let retry = untrack(|| plan.retrying.retry());
            let selection = retry.and_then(|retry| retry.selection.value().cloned());
            match selection.filter(|_| asked == Step::Release) {
                Some(selection) => plan.retrying.rehearse(selection),
                None => plan.retrying.forget(),
            }
            open.set(true);
        }
    });
    let title = Signal::derive(move || match step.get() {
        Step::Release => ["Retry the remaining ", &*left(plan), "?"].concat(),
        Step::Stop => "Stop the retry?".to_owned(),
    });
    let act = move |()| {
        // Only what was shown is acted on, never whatever the address names.
        let Some(retry) = untrack(|| plan.retrying.retry()) else {
            return;
        };
        open.set(false);
        let step = step.get_untracked();
        plan.retrying
            .act(retry.id.clone(), step.action(), None, move |retry| {
                announcer.say(&said(step, &retry));
            });
    };
    let footer = move || {
        let reason = Memo::new(move |_| why_not(plan, step.get()));
        let available = Signal::derive(move || reason.with(Option::is_none));
        let busy = Signal::derive(move || plan.retrying.is_pending(Asked::Action));
        let (keep, verb, kind) = match step.get_untracked() {
            Step::Release => ("Leave it shut", "Retry the rest", ButtonKind::Primary),
            Step::Stop => ("Let it go on", "Stop the retry", ButtonKind::Danger),
        };
        view! {
            <Button label=keep autofocus=true on_press=move |()| open.set(false)/>
            <ActionButton label=verb kind available reason busy on_press=act/>
        }
    };
    view! {
        <Dialog open title footer>
            {move || match step.get() {
                Step::Release => view! { <Release plan/> }.into_any(),
                Step::Stop => view! { <Stop plan/> }.into_any(),
            }}
        </Dialog>
    }
}

/// Why the action cannot be taken; `None` when it can.
fn why_not(plan: Plan, step: Step) -> Option<String> {
    match step {
        Step::Release => {
            let verdict = plan.verdict.get();
            verdict.map_or_else(
                || Some("The retry is not known.".to_owned()),
                |verdict| plan.triage.write(|formats| verdict.why_shut(formats)),
            )
        }
        Step::Stop => (!plan.is_running()).then(|| "The retry is over.".to_owned()),
    }
}

#[component]
fn Release(plan: Plan) -> impl IntoView {
    let lasts = move || {
        let retry = plan.retrying.retry()?;
        let lasts = retry.lasts_seconds.value()?;
        Some(plan.triage.write(|formats| span(lasts, formats)))
    };
    view! {
        <p>"The sample passed. The rest is dialed now; whoever was reached, is in flight or may not be called by then is left out."</p>
        <dl class="dialog-facts" aria-label="The rest">
            <Fact label="The rest" value=Signal::derive(move || left(plan))/>
            <Fact label="It takes (est.)" value=Signal::derive(move || lasts().unwrap_or_else(|| NONE.to_owned()))/>
        </dl>
        <p class="secondary">"The same selection, by a fresh dry run:"</p>
        <Figures plan of_rest=true/>
    }
}

#[component]
fn Stop(plan: Plan) -> impl IntoView {
    view! {
        <p>"Nothing more of it is dispatched. What is in flight may still complete. A stopped retry cannot go on; a new one begins with a sample."</p>
        <dl class="dialog-facts" aria-label="The retry">
            <Fact label="Dispatched" value=Signal::derive(move || figure(plan, |counts| &counts.dispatched))/>
            <Fact label="In flight" value=Signal::derive(move || figure(plan, |counts| &counts.in_flight))/>
            <Fact label="Never dispatched then" value=Signal::derive(move || given_up(plan))/>
        </dl>
    }
}

#[component]
fn Fact(label: &'static str, value: Signal<String>) -> impl IntoView {
    view! { <div><dt>{label}</dt><dd>{value}</dd></div> }
}

fn figure(plan: Plan, of: fn(&RetryCounts) -> &Field<i64>) -> String {
    let retry = plan.retrying.retry();
    told(
        plan,
        retry.and_then(|retry| of(retry.counts.value()?).copied()),
    )
}

/// Contacts that a release would dial.
fn left(plan: Plan) -> String {
    let retry = plan.retrying.retry();
    told(plan, retry.and_then(|retry| rest(&retry)))
}

/// Contacts that would not be dialed any more.
fn given_up(plan: Plan) -> String {
    let retry = plan.retrying.retry();
    let count = retry.and_then(|retry| {
        let counts = retry.counts.value()?;
        let left = counts
            .eligible
            .copied()?
            .checked_sub(counts.dispatched.copied()?)?;
        left.checked_sub(counts.skipped.copied().unwrap_or(0))
    });
    told(plan, count)
}

fn told(plan: Plan, count: Option<i64>) -> String {
    let write = |count: i64| plan.triage.write(|formats| formats.count(count.max(0)));
    count.map_or_else(|| NONE.to_owned(), write)
}

fn said(step: Step, retry: &Retry) -> String {
    let done = match step {
        Step::Release => "The rest was released.",
        Step::Stop => "The retry was stopped.",
    };
    retry
        .message
        .as_deref()
        .map_or_else(|| done.to_owned(), sentence)
}
