//! The stretch of time that the call log is kept to. The address carries
//! moments, so that a link shows the same calls tomorrow.

use super::Calls;
use crate::domain::call::CallPage;
use crate::domain::call::span::{self, Preset};
use crate::ui::{Button, ButtonKind, Dialog, Menu, MenuItem};
use leptos::prelude::*;
use std::sync::Arc;

/// A menu of stretches, and a dialog for any other.
#[component]
pub fn Times(
    /// The call log.
    calls: Calls,
    /// Its page on screen.
    page: RwSignal<Arc<CallPage>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let items = Signal::derive(move || {
        let preset = |preset: Preset| {
            MenuItem::new(preset.label(), move || {
                let begin = page.with_untracked(|page| {
                    untrack(|| calls.write(page, |formats| preset.begin(formats)))
                });
                calls.ask(move |query| query.with_times(Some(begin), None));
            })
        };
        let any = MenuItem::new("Any time", move || {
            calls.ask(|query| query.with_times(None, None));
        });
        let custom = MenuItem {
            starts_group: true,
            ..MenuItem::new("From and to…", move || open.set(true))
        };
        let presets = Preset::ALL.into_iter().map(preset);
        presets.chain([any, custom]).collect::<Vec<_>>()
    });
    view! {
        <span class="times"><Menu label="Started" items/></span>
        <FromAndTo calls page open/>
    }
}

/// Both ends of the stretch, on the clocks of the zone that is shown.
#[component]
fn FromAndTo(calls: Calls, page: RwSignal<Arc<CallPage>>, open: RwSignal<bool>) -> impl IntoView {
    let from = RwSignal::new(String::new());
    let to = RwSignal::new(String::new());
    let shown = move |moment: Option<String>| {
        page.with_untracked(|page| {
            calls.write(page, |formats| span::to_field(moment.as_deref(), formats))
        })
    };
    let read = move |field: RwSignal<String>| {
        page.with_untracked(|page| {
            field
                .with_untracked(|text| calls.write(page, |formats| span::from_field(text, formats)))
        })
    };
    Effect::new(move |_| {
        if open.get() {
            let query = calls.query.get_untracked();
            untrack(|| {
                from.set(shown(query.after));
                to.set(shown(query.before));
            });
        }
    });
    let zone =
        Memo::new(move |_| page.with(|page| calls.write(page, |formats| formats.zone_label())));
    // Both are on the same clocks and in the same notation, so text compares.
    let backwards = Memo::new(move |_| {
        let (from, to) = (from.get(), to.get());
        !from.is_empty() && !to.is_empty() && from >= to
    });
    let apply = move |()| {
        if !backwards.get_untracked() {
            let ends = untrack(|| (read(from), read(to)));
            open.set(false);
            calls.ask(move |query| query.with_times(ends.0, ends.1));
        }
    };
    let footer = move || {
        view! {
            <Button label="Close" on_press=move |()| open.set(false)/>
            <Button kind=ButtonKind::Primary label="Show these calls" on_press=apply/>
        }
    };
    view! {
        <Dialog open title="Calls started between" footer>
            {field("From", from)}
            {field("To, not included", to)}
            <p class="secondary">"Times in " {zone} ". An empty field leaves that end open."</p>
            <p class="dialog-refused" role="status">
                {move || backwards.get().then_some("The end must be later than the beginning.")}
            </p>
        </Dialog>
    }
}

fn field(label: &'static str, text: RwSignal<String>) -> impl IntoView {
    view! {
        <label class="dialog-field">
            <span>{label}</span>
            <input
                class="field"
                type="datetime-local"
                prop:value=text
                on:input=move |event| text.set(event_target_value(&event))
            />
        </label>
    }
}
