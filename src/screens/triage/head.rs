//! The head: what is looked into, how old the evidence is, and reading it
//! again.

use super::Triage;
use super::diagnostics::{CopyDiagnostics, HandOver};
use crate::domain::campaign::CampaignId;
use crate::domain::format::Zone;
use crate::domain::job::JobId;
use crate::domain::route::{JobsPlace, Route};
use crate::domain::timestamp::Timestamp;
use crate::state::session::use_session;
use crate::ui::{ActionButton, Badge, CopyText, IconName};
use leptos::prelude::*;

/// Title, age, Refresh evidence, and the IDs.
#[component]
pub fn Head(
    /// The incident.
    triage: Triage,
    /// What is taken along.
    hand_over: HandOver,
) -> impl IntoView {
    let busy = Signal::derive(move || triage.is_asking());
    let no_reason = Signal::derive(|| None::<String>);
    view! {
        <div class="page-head" part="head">
            <div class="page-title"><h1>"Triage: " {move || triage.name()}</h1> <Status triage/></div>
            <div class="page-side">
                <Age triage/>
                <div class="page-actions">
                    <ActionButton
                        label="Refresh evidence"
                        icon=IconName::Refresh
                        available=true
                        reason=no_reason
                        busy
                        on_press=move |()| triage.refresh()
                    />
                    <CopyDiagnostics hand_over/>
                </div>
            </div>
            <ul class="facts">
                <Identity label="Campaign" id=Signal::derive(move || triage.campaign_id()) way=of_campaign/>
                <Identity label="Job" id=Signal::derive(move || triage.job_id()) way=of_job/>
            </ul>
        </div>
    }
}

fn of_campaign(id: &str) -> (&'static str, Route) {
    let route = Route::to_campaign(CampaignId(id.to_owned()));
    ("Open campaign", route)
}

fn of_job(id: &str) -> (&'static str, Route) {
    let place = JobsPlace::of(JobId(id.to_owned()));
    ("Open job", Route::Jobs(place))
}

/// How bad the likely cause is, once the evidence was read.
#[component]
fn Status(triage: Triage) -> impl IntoView {
    let severity = Memo::new(move |_| {
        let settled = triage.is_settled();
        triage
            .assessment
            .with(|assessment| settled.then(|| assessment.cause.severity.clone()))
    });
    move || {
        severity.get().map(|severity| {
            let label = severity.label().into_owned();
            view! { <Badge tone=severity.tone() glyph=severity.glyph() label/> }
        })
    }
}

/// An ID to copy, and the page of what it names.
#[component]
fn Identity(
    label: &'static str,
    id: Signal<Option<String>>,
    way: fn(&str) -> (&'static str, Route),
) -> impl IntoView {
    let navigation = use_session().navigation;
    let id = Memo::new(move |_| id.get());
    move || {
        id.get().map(|id| {
            let (name, route) = way(&id);
            let copy = ["Copy ", &*label.to_lowercase(), " ID"].concat();
            let address = navigation.href(&route);
            let text = Signal::stored(id);
            view! { <li>{label} " " <CopyText text label=copy/> " " <a href=address>{name}</a></li> }
        })
    }
}

/// "Evidence from 14:32:08 CST", and how long ago that was.
#[component]
fn Age(triage: Triage) -> impl IntoView {
    let session = triage.session;
    let read = Memo::new(move |_| {
        let read = Timestamp::from_ms(triage.captured_ms()?);
        Some(triage.write(|formats| formats.clock_seconds(&read)))
    });
    let age = Memo::new(move |_| {
        let came = Timestamp::from_ms(triage.fetched_at()?);
        let now = session.clock.get();
        let presentation = session.presentation;
        Some(presentation.written_in(&Zone::Utc, now, |formats| formats.ago(&came)))
    });
    view! {
        <p class="age">
            {move || read.get().map(|read| view! { <b>"Evidence from " {read}</b> })}
            <span data-part="age">{age}</span>
        </p>
    }
}
