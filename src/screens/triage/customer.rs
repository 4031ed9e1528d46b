//! What the customer can be told now.

use super::Triage;
use crate::domain::triage::CustomerUpdate;
use crate::ui::{Button, Card, IconName, use_copier};
use leptos::prelude::*;

/// The update, its next action and when to expect it, ready to copy.
#[component]
pub fn Customer(
    /// The incident.
    triage: Triage,
) -> impl IntoView {
    let update = Memo::new(move |_| {
        triage
            .assessment
            .with(|assessment| assessment.update.clone())
    });
    let eta = Memo::new(move |_| update.with(|update| update.eta.clone()));
    let copier = use_copier();
    let copy = move |()| copier.copy(&update.with_untracked(written), "Update copied.");
    view! {
        <Card title="For the customer" part="customer">
            <div class="card-body stack">
                <p class="customer-text">{move || update.with(|update| update.text.clone())}</p>
                <p class="customer-text"><b>"Next: "</b> {move || update.with(|update| update.next_action.clone())}</p>
                <div class="evidence-actions">
                    <Button icon=IconName::Copy label="Copy update" on_press=copy/>
                    <span class="secondary">{move || eta.get().map(|eta| ["ETA ", &*eta].concat())}</span>
                </div>
            </div>
        </Card>
    }
}

fn written(update: &CustomerUpdate) -> String {
    let eta = update.eta.as_ref();
    let eta = eta.map_or_else(String::new, |eta| ["\nETA: ", &**eta].concat());
    [&*update.text, "\nNext: ", &update.next_action, &eta].concat()
}
