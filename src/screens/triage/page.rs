//! One incident: its head, then the evidence beside what comes of it.

use super::Triage;
use super::cause::Cause;
use super::checks::Checks;
use super::customer::Customer;
use super::diagnostics::{DiagnosticsBundle, HandOver};
use super::escalation::Escalation;
use super::head::Head;
use super::retry::RetryStrategy;
use super::stale::Stale;
use super::symptoms::Symptoms;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Page(
    /// The incident.
    triage: Triage,
) -> impl IntoView {
    let session = triage.session;
    let hand_over = HandOver::of(triage);
    Effect::new(move |_| session.presentation.campaign_zone.set(triage.zone()));
    Effect::new(move |_| {
        let name = triage.name();
        session.around.name_window(&["Triage: ", &*name].concat());
        session.title.set(Some(name));
    });
    on_cleanup(move || {
        session.presentation.campaign_zone.try_set(None);
        session.title.try_set(None);
        session.around.unname_window();
    });
    view! {
        <div class="screen triage">
            <Head triage hand_over/>
            <Stale triage/>
            <Symptoms triage/>
            <Cause triage/>
            <div class="triage-columns">
                <div class="triage-main">
                    <Checks triage/>
                    <RetryStrategy triage/>
                </div>
                <div class="triage-side">
                    <DiagnosticsBundle hand_over/>
                    <Escalation triage hand_over/>
                    <Customer triage/>
                </div>
            </div>
        </div>
    }
}
