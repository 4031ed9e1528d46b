//! Step 4, the retry strategy: which failures to try again, a sample of them
//! first, and the rest only when the sample went well.

use super::Triage;
use crate::domain::canary::Verdict;
use crate::domain::canary::state::RetryState;
use crate::domain::glyph::Glyph;
use crate::domain::tone::Tone;
use crate::ui::Badge;
use crate::ui::element_id::element_id;
use leptos::prelude::*;
use plan::{Plan, Step, is_nameable};

mod board;
mod choice;
mod confirm;
mod dispatches;
mod dry_run;
mod earlier;
mod foot;
mod plan;
mod refusal;

/// The card.
#[component]
pub fn RetryStrategy(
    /// The incident.
    triage: Triage,
) -> impl IntoView {
    let plan = Plan::open(triage);
    let badge = move || {
        let (tone, glyph, label) = standing(plan);
        view! { <Badge tone glyph label/> }
    };
    let id = element_id("retry");
    let labelled_by = id.clone();
    view! {
        <section class="card" aria-labelledby=labelled_by data-part="retry">
            <header class="card-head">
                <span class="step-number" aria-hidden="true">"4"</span>
                <h2 class="card-title" id=id>"Retry strategy"</h2>
                <div class="card-badge">{badge}</div>
            </header>
            <div class="card-body retry-strategy">
                <choice::Choice plan/>
                <board::Board plan/>
                <foot::Foot plan/>
                <earlier::Earlier plan/>
            </div>
            <dry_run::DryRun plan/>
            <confirm::Confirm plan/>
        </section>
    }
}

/// How the card stands: whether it needs a person.
fn standing(plan: Plan) -> (Tone, Glyph, String) {
    let needed = || {
        (
            Tone::Accent,
            Glyph::CircleInfo,
            "Needs your decision".to_owned(),
        )
    };
    let Some(retry) = plan.retrying.retry() else {
        return match plan.selection.with(Result::is_ok) {
            true => needed(),
            false => (Tone::Mute, Glyph::CircleInfo, "Nothing to retry".to_owned()),
        };
    };
    let state = RetryState::from_wire(&retry.state);
    match plan.verdict.get() {
        Some(Verdict::Passed { .. }) => needed(),
        Some(Verdict::Shut { .. }) => (Tone::Warn, Glyph::TriangleAlert, "Kept shut".to_owned()),
        _ => (state.tone(), state.glyph(), state.label().into_owned()),
    }
}
