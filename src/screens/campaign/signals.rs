//! What the refreshes of this session say together: signs of trouble.

use super::part_notes;
use super::verdict::follow;
use crate::domain::signal::{Signal, signals};
use crate::part;
use crate::screens::parts_note::PartsNote;
use crate::state::live::{Live, use_live};
use crate::ui::{Button, Note, RichText};
use leptos::prelude::*;

part!(
    /// Fetches the signs: they are computed once the figures are on screen.
    fetch, campaign_rest, build
);

fn build() -> AnyView {
    let live = use_live();
    let found = live.recalls(signals);
    let there = Memo::new(move |_| found.with(|found| !found.is_empty()));
    let shown = move || {
        found
            .get()
            .into_iter()
            .map(|found| sign(live, found))
            .collect::<Vec<_>>()
    };
    let section = move || {
        there.get().then(|| {
            view! { <section class="signals" aria-label="Signals of this session">{shown}</section> }
        })
    };
    view! { <PartsNote notes=part_notes::of_the_rest(live)/> {section} }.into_any()
}

fn sign(live: Live, signal: Signal) -> impl IntoView {
    let next = signal.next.map(|action| {
        let target = action.target;
        view! { <Button small=true label=action.label on_press=move |()| follow(live, &target)/> }
    });
    view! {
        <Note tone=signal.tone glyph=signal.glyph>
            <div class="signal" data-signal=signal.key>
                <div>
                    <p><RichText rich=signal.text/></p>
                    <p class="signal-evidence">{signal.evidence.join(" ")}</p>
                </div>
                {next}
            </div>
        </Note>
    }
}
