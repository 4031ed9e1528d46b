//! What can be done: start a sample, release the rest, stop.

use super::plan::rest;
use super::refusal::Refusal;
use super::{Plan, Step};
use crate::domain::action::READ_ONLY;
use crate::domain::canary::{STOP, is_finished, rule};
use crate::state::retrying::Asked;
use crate::ui::{ActionButton, ButtonKind};
use leptos::prelude::*;

/// The buttons; each that is shut says why.
#[component]
pub fn Foot(plan: Plan) -> impl IntoView {
    let running = Memo::new(move |_| plan.is_running());
    view! {
        <div class="retry-foot">
            <Sample plan/>
            <Rest plan/>
            {move || running.get().then(|| view! { <Stop plan/> })}
            <p class="secondary">{move || note(plan)}</p>
        </div>
        <Refusal plan asked=Asked::Action/>
    }
}

#[component]
fn Sample(plan: Plan) -> impl IntoView {
    let label = Signal::derive(move || {
        let contacts = plan.chosen_contacts().unwrap_or(0);
        let size = plan.size.get().min(contacts);
        match size {
            0 => "Retry a sample…".to_owned(),
            1 => "Retry 1 contact…".to_owned(),
            size => ["Retry ", &*size.to_string(), "-contact sample…"].concat(),
        }
    });
    let reason = Memo::new(move |_| why_not(plan));
    let available = Signal::derive(move || reason.with(Option::is_none));
    // A press while a sample would be the wrong next step stays possible, but
    // the release is then what stands out.
    let kind = ButtonKind::Primary;
    let open = move |()| {
        if let Ok(selection) = plan.selection.get_untracked() {
            plan.retrying.rehearse(selection);
            plan.rehearsal.set(true);
        }
    };
    view! { <ActionButton label kind available reason on_press=open/> }
}

/// Why no sample can be started; `None` when one can.
fn why_not(plan: Plan) -> Option<String> {
    if plan.triage.session.config().read_only {
        return Some(READ_ONLY.to_owned());
    }
    if !plan.triage.session.offers("targeted_retries") {
        return Some("The API does not offer targeted retries.".to_owned());
    }
    if let Some(id) = plan.retrying.running() {
        return Some(match plan.is_running() {
            true => "A retry is not over. Release or stop it first.".to_owned(),
            false => ["Another retry, ", &*id, ", is not over. Open it below."].concat(),
        });
    }
    if plan
        .retrying
        .list
        .state
        .with(|state| state.value().is_none())
    {
        let failed = plan
            .retrying
            .list
            .state
            .with(|state| state.error().map(|error| error.cause()));
        return Some(match failed {
            Some(cause) => [
                "Whether another retry runs is not known: ",
                &*cause,
                ". Refresh the evidence.",
            ]
            .concat(),
            None => "Whether another retry runs is being read.".to_owned(),
        });
    }
    plan.selection.get().err()
}

#[component]
fn Rest(plan: Plan) -> impl IntoView {
    let label = Signal::derive(move || {
        let rest = plan.retrying.retry().map(|retry| rest(&retry));
        let contacts = rest.unwrap_or_else(|| plan.chosen_contacts());
        let count = |count: i64| plan.triage.write(|formats| formats.count(count));
        let contacts = contacts.filter(|contacts| *contacts > 0).map(count);
        contacts.map_or_else(
            || "Retry all…".to_owned(),
            |all| ["Retry all ", &*all, "…"].concat(),
        )
    });
    let read_only = plan.triage.session.config().read_only;
    let reason = Memo::new(move |_| match plan.verdict.get() {
        _ if read_only => Some(READ_ONLY.to_owned()),
        Some(verdict) => plan.triage.write(|formats| verdict.why_shut(formats)),
        None => Some(["A sample comes first. ", &*rule(plan.size.get())].concat()),
    });
    let available = Signal::derive(move || reason.with(Option::is_none));
    let busy = Signal::derive(move || plan.retrying.is_pending(Asked::Action));
    let open = move |()| plan.confirming.set(Some(Step::Release));
    view! { <ActionButton label kind=ButtonKind::Secondary available reason busy on_press=open/> }
}

#[component]
fn Stop(plan: Plan) -> impl IntoView {
    let reason = Memo::new(move |_| {
        let retry = plan.retrying.retry()?;
        if is_finished(&retry) {
            return Some("The retry is over.".to_owned());
        }
        let actions = retry.actions.value()?;
        let stop = actions
            .iter()
            .find(|action| action.name == STOP && !action.available)?;
        let silent = "The API does not say why.";
        Some(stop.reason.as_deref().unwrap_or(silent).to_owned())
    });
    let available = Signal::derive(move || reason.with(Option::is_none));
    let busy = Signal::derive(move || plan.retrying.is_pending(Asked::Action));
    let open = move |()| plan.confirming.set(Some(Step::Stop));
    view! { <ActionButton label="Stop…" kind=ButtonKind::DangerOutline available reason busy on_press=open/> }
}

/// What stands beside the buttons: what opens the one that is shut.
fn note(plan: Plan) -> Option<String> {
    if let Some(why) = why_not(plan).filter(|_| !plan.is_running()) {
        return Some(why);
    }
    match plan.verdict.get() {
        None => Some(
            [
                "Retry all opens after the sample: ",
                &*rule(plan.size.get()),
            ]
            .concat(),
        ),
        Some(_) => None,
    }
}
