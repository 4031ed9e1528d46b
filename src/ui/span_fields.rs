//! A stretch of time to be set: both ends, on the clocks that are shown.

use super::dialog_field::DialogField;
use leptos::prelude::*;

/// Both ends as they stand in the fields: "2026-11-12T14:32", or nothing.
#[derive(Clone, Copy)]
pub struct SpanDraft {
    /// The earlier end.
    pub from: RwSignal<String>,
    /// The later end.
    pub to: RwSignal<String>,
    /// Whether they stand the wrong way round.
    pub backwards: Memo<bool>,
}

impl SpanDraft {
    /// Empty fields.
    pub fn empty() -> Self {
        let [from, to] = [(); 2].map(|()| RwSignal::new(String::new()));
        // Both are on the same clocks and in the same notation, so text compares.
        let backwards = Memo::new(move |_| {
            let (from, to) = (from.get(), to.get());
            !from.is_empty() && !to.is_empty() && from >= to
        });
        Self {
            from,
            to,
            backwards,
        }
    }
}

/// The fields of a dialog that sets a stretch of time, and what is wrong with it.
#[component]
pub fn SpanFields(
    /// What they hold.
    draft: SpanDraft,
    /// What the later end is.
    to_label: &'static str,
    /// The zone of the clocks.
    zone: Memo<String>,
    /// What an empty field means, in a sentence.
    empty: &'static str,
) -> impl IntoView {
    let field = |text: RwSignal<String>| {
        view! {
            <input
                class="field"
                type="datetime-local"
                prop:value=text
                on:input=move |event| text.set(event_target_value(&event))
            />
        }
    };
    view! {
        <DialogField label="From">{field(draft.from)}</DialogField>
        <DialogField label=to_label>{field(draft.to)}</DialogField>
        <p class="secondary">"Times in " {zone} ". " {empty}</p>
        <p class="dialog-refused" role="status">
            {move || draft.backwards.get().then_some("The end must be later than the beginning.")}
        </p>
    }
}
