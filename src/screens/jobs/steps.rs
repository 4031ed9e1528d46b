//! The steps of a journey, on one scale of time.

use crate::domain::journey::StepStatus;
use crate::domain::journey::told::{StepRow, Told};
use crate::screens::most::{MOST, cut};
use crate::ui::GlyphIcon;
use crate::ui::bar::percent;
use leptos::prelude::*;

/// The steps, in order.
#[component]
pub fn Steps(
    /// The journey on screen.
    told: Memo<Told>,
) -> impl IntoView {
    let scale = Memo::new(move |_| told.with(|told| told.scale.clone()));
    let steps = move || {
        let steps = told.with(|told| told.steps.iter().take(MOST).cloned().collect::<Vec<_>>());
        steps.into_iter().map(step).collect::<Vec<_>>()
    };
    let count = Memo::new(move |_| told.with(|told| told.steps.len()));
    let unreadable = Memo::new(move |_| told.with(|told| told.unreadable));
    let none = Memo::new(move |_| told.with(|told| told.steps.is_empty() && told.unreadable == 0));
    view! {
        <div class="steps-head"><h3>"Steps"</h3> <span>{scale}</span></div>
        <ol class="steps" aria-label="Steps">{steps}</ol>
        {move || cut(count.get())}
        <p class="secondary" hidden=move || !none.get()>"No step is reported for this record."</p>
        <p class="secondary" hidden=move || unreadable.get() == 0>
            {move || unreadable.get().to_string()} " of the steps could not be read."
        </p>
    }
}

fn step(row: StepRow) -> impl IntoView {
    let tone = row.status.tone().name();
    let failed = row.status == StepStatus::Failed;
    let slow = row
        .slow
        .then(|| view! { <span class="step-slow">"slow, past 2 min"</span> });
    let spoken = row.status.label().into_owned();
    let spoken = (spoken != row.outcome)
        .then(|| view! { <span class="visually-hidden">{spoken} ", "</span> });
    view! {
        <li class="step" data-tone=tone data-failed=failed.then_some("") data-slow=row.slow.then_some("")>
            <GlyphIcon glyph=row.status.glyph()/>
            <p class="step-name">
                <code>{row.name}</code> " " {spoken} <span>{row.outcome}</span> " " {slow}
            </p>
            <span class="step-duration">{row.duration.text}</span>
            <span class="step-bar" aria-hidden="true">
                <i style:margin-inline-start=percent(row.from) style:inline-size=percent(row.length)></i>
            </span>
            {row.message.map(|message| view! { <p class="step-message">{message}</p> })}
        </li>
    }
}
