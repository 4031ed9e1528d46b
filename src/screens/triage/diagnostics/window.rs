//! Setting the time window.

use super::HandOver;
use crate::domain::call::span;
use crate::domain::diagnostics::time_window;
use crate::domain::timestamp::Timestamp;
use crate::ui::{Button, ButtonKind, Dialog, SpanDraft, SpanFields};
use leptos::prelude::*;

/// Both ends of the window, on the clocks of the incident.
#[component]
pub fn WindowDialog(
    /// What is taken along.
    hand_over: HandOver,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let draft = SpanDraft::empty();
    let SpanDraft {
        from,
        to,
        backwards,
    } = draft;
    Effect::new(move |_| {
        if open.get() {
            untrack(|| {
                let ends = hand_over.tell(time_window).ok();
                let shown = |at: Option<&Timestamp>| {
                    let text = at.map(|at| at.text.as_str());
                    hand_over.write(|formats| span::to_field(text, formats))
                };
                from.set(shown(ends.as_ref().map(|[from, _]| from)));
                to.set(shown(ends.as_ref().map(|[_, to]| to)));
            });
        }
    });
    let zone = Memo::new(move |_| hand_over.write(|formats| formats.zone_label()));
    let read = move |field: RwSignal<String>| {
        let text = field.get_untracked();
        let moment = untrack(|| hand_over.write(|formats| span::from_field(&text, formats)));
        moment.map(Timestamp::from_text)
    };
    let apply = move |()| {
        if !backwards.get_untracked() {
            hand_over.window.set([read(from), read(to)]);
            open.set(false);
        }
    };
    let refill = move |()| {
        hand_over.window.set([None, None]);
        open.set(false);
    };
    let footer = move || {
        view! {
            <Button label="Close" on_press=move |()| open.set(false)/>
            <Button label="Take it from the evidence" on_press=refill/>
            <Button kind=ButtonKind::Primary label="Set the time window" on_press=apply/>
        }
    };
    view! {
        <Dialog open title="Time window of the incident" footer>
            <SpanFields draft to_label="To" zone empty="An empty field is taken from the evidence."/>
        </Dialog>
    }
}
