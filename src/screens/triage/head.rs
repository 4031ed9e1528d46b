//! The head: what is looked into, how old the evidence is, and reading it
//! again.

use super::Triage;
use crate::domain::format::Zone;
use crate::domain::timestamp::Timestamp;
use crate::ui::{ActionButton, CopyText, IconName};
use leptos::prelude::*;

/// Title, age, Refresh evidence, and the IDs.
#[component]
pub fn Head(
    /// The incident.
    triage: Triage,
) -> impl IntoView {
    let busy = Signal::derive(move || triage.is_asking());
    let no_reason = Signal::derive(|| None::<String>);
    view! {
        <header class="page-head">
            <div class="page-title"><h1>"Triage: " {move || triage.name()}</h1></div>
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
                </div>
            </div>
            <ul class="facts">
                <Identity label="Campaign" id=Signal::derive(move || triage.campaign_id())/>
                <Identity label="Job" id=Signal::derive(move || triage.job_id())/>
            </ul>
        </header>
    }
}

#[component]
fn Identity(label: &'static str, id: Signal<Option<String>>) -> impl IntoView {
    let id = Memo::new(move |_| id.get());
    let there = Memo::new(move |_| id.with(Option::is_some));
    let text = Signal::derive(move || id.get().unwrap_or_default());
    let copy = ["Copy ", &*label.to_lowercase(), " ID"].concat();
    move || {
        there.get().then(|| {
            view! { <li>{label} " " <CopyText text label=copy.clone()/></li> }
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
