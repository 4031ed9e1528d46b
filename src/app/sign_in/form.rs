//! Name and password, or a key, typed in. They are kept in the fields alone
//! until they are sent, and the fields are emptied then.

use super::{FORM, Panel};
use crate::api::auth::{Entered, Mode};
use crate::living::spawn_with;
use crate::ui::DialogField;
use leptos::prelude::*;
use leptos::{ev, html};

/// The fields of the panel.
#[component]
pub fn Form(panel: Panel, mode: Mode) -> impl IntoView {
    let is_key = matches!(mode, Mode::Key { .. });
    let user = NodeRef::<html::Input>::new();
    let password = NodeRef::<html::Input>::new();
    let typed = |field: NodeRef<html::Input>| {
        let field = field.get_untracked();
        field.map(|field| field.value()).unwrap_or_default()
    };
    let focus = move |field: NodeRef<html::Input>| {
        if let Some(field) = field.get_untracked() {
            // Fails only for an element that is no longer in the page.
            let _ = field.focus();
        }
    };
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if panel.is_busy.get_untracked() {
            return;
        }
        let entered = Entered {
            user: typed(user),
            password: typed(password),
        };
        if entered.password.is_empty() {
            focus(password);
            return;
        }
        panel.is_busy.set(true);
        panel.trouble.set(None);
        spawn_with(panel.session.around, async move {
            let answer = panel.sign_in(&entered).await;
            if let Some(field) = password.get_untracked() {
                field.set_value("");
            }
            panel.is_busy.try_set(false);
            if let Err(told) = answer {
                panel.trouble.try_set(Some(told));
                focus(password);
            }
        });
    };
    let first = if is_key { password } else { user };
    first.on_load(|field| {
        let _ = field.focus();
    });
    let name = move || {
        view! {
            <DialogField label="User name">
                <input
                    class="field"
                    type="text"
                    name="username"
                    autocomplete="username"
                    autocapitalize="off"
                    spellcheck="false"
                    required
                    node_ref=user
                />
            </DialogField>
        }
    };
    let label = if is_key { "API key" } else { "Password" };
    view! {
        <form id=FORM class="sign-in-form" on:submit=send>
            {(!is_key).then(name)}
            <DialogField label>
                <input
                    class="field"
                    type="password"
                    name="password"
                    autocomplete=if is_key { "off" } else { "current-password" }
                    required
                    node_ref=password
                />
            </DialogField>
        </form>
    }
}
