//! Keeps the view on screen under a name.

use crate::domain::route::ListQuery;
use crate::domain::saved_view::{MOST, NAME_LIMIT, name};
use crate::state::saved_views::SavedViewsOf;
use crate::ui::{Button, ButtonKind, Dialog, DialogField};
use leptos::prelude::*;

/// Asks for the name.
#[component]
pub fn SaveView<Q: ListQuery>(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What would be kept.
    here: Memo<Q>,
    /// Where it would be kept.
    saved: SavedViewsOf<Q>,
) -> impl IntoView {
    let draft = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        if open.get() {
            draft.set(String::new());
            refused.set(None);
        }
    });
    let save = move || {
        let draft = draft.get_untracked();
        if name(&draft).is_none() {
            refused.set(Some("Give the view a name.".to_owned()));
        } else if saved.add(&draft, here.get_untracked()) {
            open.set(false);
        } else {
            refused.set(Some(format!(
                "There are {MOST} views already. Delete one first."
            )));
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            save();
        }
    };
    let footer = move || {
        view! {
            <Button label="Close" on_press=move |()| open.set(false)/>
            <Button kind=ButtonKind::Primary label="Save view" on_press=move |()| save()/>
        }
    };
    view! {
        <Dialog open title="Save this view" footer>
            <DialogField label="Name">
                <input
                    class="field"
                    type="text"
                    autofocus=true
                    autocomplete="off"
                    maxlength=NAME_LIMIT.to_string()
                    prop:value=draft
                    on:input=move |event| draft.set(event_target_value(&event))
                    on:keydown=on_key
                />
            </DialogField>
            <p class="secondary">
                "Filters, times and order are kept in this browser, under the name. The search text and the contact are not: nothing about customers is stored."
            </p>
            <p class="dialog-refused" role="status">{refused}</p>
        </Dialog>
    }
}
