//! The cells of a pool number's row.

use super::containment::{Containing, Containment};
use crate::domain::action::Action;
use crate::domain::number_row::NumberRow;
use crate::domain::tone::Tone;
use crate::screens::text_cell::text;
use crate::ui::{MeterBar, QuietStatus};
use leptos::prelude::*;

/// A row, and whether its number can be taken out of the pool. Known before it
/// is drawn: a part that changed by itself would be drawn anew at every refresh.
#[derive(Clone, PartialEq)]
pub struct PoolRow {
    /// The row.
    pub row: NumberRow,
    /// There for a flagged number, and for the one that spoils the pool, where
    /// the API offers that.
    pub removal: Option<Removal>,
}

/// Taking a number out of the pool.
#[derive(Clone, PartialEq)]
pub struct Removal {
    available: bool,
    reason: Option<String>,
}

impl PoolRow {
    /// The row with its removal, if any.
    pub fn of(row: NumberRow, action: Option<&Action>, worst: Option<&str>) -> Self {
        let status = row.status.as_ref();
        let flagged = status.is_some_and(|status| status.tone() == Tone::Bad);
        let concerns = flagged || worst == Some(&*row.id);
        let removal = action.filter(|_| concerns).map(|action| Removal {
            available: action.available,
            reason: action.why_not(),
        });
        Self { row, removal }
    }
}

/// The cells of one row.
pub fn cells(containing: Containing, PoolRow { row, removal }: PoolRow) -> impl IntoView {
    let remove = removal.map(|removal| remove_button(containing, removal, &row));
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

fn remove_button(containing: Containing, removal: Removal, row: &NumberRow) -> AnyView {
    let id = row.id.clone();
    let label = ["Remove ", &*row.number, "…"].concat();
    let Removal { available, reason } = removal;
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
    .into_any()
}
