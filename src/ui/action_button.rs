//! A button for an action that the server may not allow now.

use leptos::{ev, prelude::*};

use super::{
    button::ButtonKind,
    element_id::element_id,
    icon::{Icon, IconName},
    tip::{TipText, Tipped},
};

/// A button that stays in place and in the tab order when its action is
/// unavailable, and then says why. It never fires while unavailable or busy.
#[component]
pub fn ActionButton(
    /// What it does; "…" at the end when a dialog follows.
    #[prop(into)]
    label: Signal<String>,
    /// Picture before the label.
    #[prop(optional, into)]
    icon: Option<IconName>,
    /// 24 px high instead of 30, for use inside cards.
    #[prop(optional)]
    small: bool,
    /// Its weight while available.
    #[prop(optional)]
    kind: ButtonKind,
    /// Whether the action can be taken now.
    #[prop(into)]
    available: Signal<bool>,
    /// Why it cannot, in a sentence.
    #[prop(into)]
    reason: Signal<Option<String>>,
    /// Whether it was pressed and is not answered yet.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Called on press.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let id = element_id("reason");
    let described_by = {
        let id = id.clone();
        move || (!available.get()).then(|| id.clone())
    };
    let tip = move || TipText {
        title: unavailable_title(&label.get_untracked()),
        lines: reason.get_untracked().into_iter().collect(),
    };
    // Always in the page, so that the reason is read without opening the tip.
    let spoken = move || {
        (!available.get()).then(|| {
            let title = unavailable_title(&label.get());
            reason.get().map_or(title.clone(), |reason| {
                [title.as_str(), " ", reason.as_str()].concat()
            })
        })
    };
    let flag = |on: bool| on.then_some("true");
    // A good answer may turn this button into the opposite action within the
    // time of a double click: its second half must not take the first back.
    let pressed = StoredValue::new(String::new());
    let press = move |event: ev::MouseEvent| {
        let now = label.get_untracked();
        let is_meant = event.detail() <= 1 || pressed.with_value(|before| *before == now);
        if is_meant && available.get_untracked() && !busy.get_untracked() {
            pressed.set_value(now);
            on_press.run(());
        }
    };
    let picture = move || {
        let name = if busy.get() {
            Some(IconName::Busy)
        } else {
            icon
        };
        name.map(|name| view! { <Icon name/> })
    };
    view! {
        <Tipped text=move || (!available.try_get_untracked()?).then(tip)>
            <button
                type="button"
                class="button"
                data-kind=kind.name()
                data-size=small.then_some("small")
                data-unavailable=move || (!available.get()).then_some("")
                aria-disabled=move || flag(!available.get() || busy.get())
                aria-busy=move || flag(busy.get())
                aria-describedby=described_by
                on:click=press
            >
                {picture}
                <span>{label}</span>
            </button>
            <span id=id hidden=true>{spoken}</span>
        </Tipped>
    }
}

/// "Restart is not available now."
fn unavailable_title(label: &str) -> String {
    [label.trim_end_matches('…'), " is not available now."].concat()
}
