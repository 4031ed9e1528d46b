//! What was noticed: four cards, of which the address chooses one.

use super::Triage;
use crate::domain::triage::Symptom;
use crate::state::navigation::Entry;
use crate::ui::element_id::element_id;
use leptos::prelude::*;

/// The cards. The one that the evidence shows says so.
#[component]
pub fn Symptoms(
    /// The incident.
    triage: Triage,
) -> impl IntoView {
    let name = element_id("symptom");
    let suggested = Memo::new(move |_| {
        let settled = triage.is_settled();
        triage
            .assessment
            .with(|assessment| assessment.suggested.filter(|_| settled))
    });
    let card = |symptom: Symptom| {
        let checked = move || triage.symptom.get() == Some(symptom);
        let is_suggested = Memo::new(move |_| suggested.get() == Some(symptom));
        let choose = move |_| {
            let code = symptom.code().to_owned();
            triage.choose(|place| place.with_symptom(Some(code)), Entry::New);
        };
        view! {
            <label class="symptom">
                <input type="radio" name=name.clone() prop:checked=checked on:change=choose/>
                <span>
                    {symptom.label()}
                    {move || is_suggested.get().then(|| view! {
                        <span class="symptom-mark">" Suggested by the evidence"</span>
                    })}
                </span>
            </label>
        }
    };
    let cards = Symptom::ALL.map(card).into_iter().collect::<Vec<_>>();
    view! {
        <fieldset class="symptoms">
            <legend class="visually-hidden">"Symptom"</legend>
            {cards}
        </fieldset>
    }
}
