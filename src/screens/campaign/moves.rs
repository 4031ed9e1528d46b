//! What to do when the answer rate craters: actions where the API offers them,
//! advice where it does not.

use super::containment::{Containing, Containment, SET_CONCURRENCY, SET_WINDOW, use_containing};
use crate::domain::effect::{Move, moves, worst_number};
use crate::state::live::Live;
use crate::ui::ActionButton;
use leptos::prelude::*;

/// The moves in the order to try them, folded until they are needed.
#[component]
pub fn Moves(
    /// The page.
    live: Live,
) -> impl IntoView {
    let containing = use_containing();
    let shown = live.shows(|snapshot, _| moves(snapshot));
    let worst = live.shows(|snapshot, _| worst_number(snapshot));
    let rows = move || {
        let row = |at_move: Move| one(containing, at_move, worst.get());
        shown.get().into_iter().map(row).collect::<Vec<_>>()
    };
    view! {
        <details class="fold moves">
            <summary>"When the answer rate craters"</summary>
            <ol class="moves-list">{rows}</ol>
        </details>
    }
}

fn one(containing: Containing, wanted: Move, worst: Option<String>) -> impl IntoView {
    let button = wanted.action.and_then(|action| {
        let containment = match &*action.name {
            SET_CONCURRENCY => Containment::Concurrency,
            SET_WINDOW => Containment::Window,
            _ => Containment::Number(worst?),
        };
        let label = match &containment {
            Containment::Concurrency => "Lower concurrency…",
            Containment::Number(_) => "Remove the worst number…",
            Containment::Window => "Narrow the window…",
        };
        let reason = action.why_not();
        let reason = Signal::stored(reason);
        let available = action.available;
        let press = move |()| containing.ask(containment.clone());
        Some(view! { <ActionButton label available reason small=true on_press=press/> })
    });
    view! {
        <li>
            <p><b>{wanted.label} ". "</b> {wanted.text}</p>
            {button}
        </li>
    }
}
