//! What the customer can be told now.

use super::Triage;
use crate::domain::triage::CustomerUpdate;
use crate::ui::{Button, Card, IconName, use_copier};
use leptos::prelude::*;

/// The update with its next action, and when to expect it, ready to copy.
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
    let text = Memo::new(move |_| update.with(|update| update.text.clone()));
    let expected = Memo::new(move |_| update.with(eta));
    let copier = use_copier();
    let copy = move |()| {
        let told = update.with_untracked(|update| [&*update.text, " ", &eta(update)].concat());
        copier.copy(told.trim_end(), "Update copied.");
    };
    view! {
        <Card title="For the customer" part="customer">
            <div class="card-body stack">
                <p class="customer-text">{text}</p>
                <div class="evidence-actions">
                    <Button icon=IconName::Copy label="Copy update" on_press=copy/>
                    <span class="secondary">{expected}</span>
                </div>
            </div>
        </Card>
    }
}

/// "ETA 15:05 to 15:20 CST", or nothing where it cannot be told.
fn eta(update: &CustomerUpdate) -> String {
    let eta = update.eta.as_ref();
    eta.map_or_else(String::new, |eta| ["ETA ", &**eta].concat())
}
