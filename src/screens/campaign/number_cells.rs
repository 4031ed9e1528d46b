//! The cells of a pool number's row.

use super::actions::reason_of;
use super::containment::{Containment, use_containing};
use crate::domain::action::Action;
use crate::domain::number_row::NumberRow;
use crate::domain::tone::Tone;
use crate::screens::text_cell::text;
use crate::ui::{MeterBar, QuietStatus};
use leptos::prelude::*;

/// One row. A flagged number, and the one that spoils the pool, can be removed
/// where the API offers that.
pub fn cells(
    row: NumberRow,
    removal: Memo<Option<Action>>,
    spoiling: Memo<Option<String>>,
) -> impl IntoView {
    let id = row.id.clone();
    let number = row.number.clone();
    let flagged = row
        .status
        .as_ref()
        .is_some_and(|status| status.tone() == Tone::Bad);
    let remove = move || {
        let concerns = flagged || spoiling.with(|worst| worst.as_deref() == Some(&*id));
        removal
            .get()
            .filter(|_| concerns)
            .map(|action| remove_button(action, id.clone(), &number))
    };
    let status = row
        .status
        .map(|status| (status.tone(), status.glyph(), status.label()));
    let status = match status {
        Some((tone, glyph, label)) => view! { <QuietStatus tone glyph label/> }.into_any(),
        None => view! { <span class="dash">"Not reported"</span> }.into_any(),
    };
    let tone = if row.small_sample {
        Tone::Mute
    } else {
        Tone::Accent
    };
    let small = row
        .small_sample
        .then_some("Too few attempts to judge: under 20.");
    let fraction = row.answer_fraction.unwrap_or(0.0);
    view! {
        <th scope="row">
            {row.number}
            {row.label.map(|label| view! { <span class="sub">{label}</span> })}
        </th>
        {text(row.provider, "provider", "")}
        <td>{status}</td>
        {text(row.attempts, "attempts", "num")}
        {text(row.answered, "answered", "num")}
        <td data-col="rate" class="num strong" data-kind=small.map(|_| "small-sample") title=small>
            {row.answer_rate.text}
        </td>
        <td data-col="rate" class="meter-cell"><MeterBar fraction tone/></td>
        {text(row.weight, "weight", "num")}
        {text(row.reputation, "reputation", "")}
        <td class="row-action">{remove}</td>
    }
}

fn remove_button(action: Action, id: String, number: &str) -> impl IntoView + use<> {
    let containing = use_containing();
    let label = ["Remove ", number, "…"].concat();
    let reason = reason_of(&action);
    let available = action.available;
    let press = move |_| {
        if available {
            containing.ask(Containment::Number(id.clone()));
        }
    };
    view! {
        <button
            type="button"
            class="text-button"
            aria-label=label
            aria-disabled=(!available).then_some("true")
            title=reason
            on:click=press
        >
            "Remove…"
        </button>
    }
}
