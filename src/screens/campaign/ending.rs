//! The confirmation of what cannot be undone: the question, whom it affects,
//! and a reason for the record.

use crate::domain::action::Action;
use crate::domain::lifecycle::{affected, verb_label};
use crate::state::live::use_live;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::Dialog;
use crate::ui::reason_field::{ReasonField, given};
use leptos::prelude::*;

/// Asks before an action that the server marks as one to confirm.
#[component]
pub fn Confirm(
    /// The action that was pressed; nothing while the dialog is closed.
    asked: RwSignal<Option<Action>>,
    /// Called with the action and the reason given.
    on_confirm: Callback<(Action, Option<String>)>,
) -> impl IntoView {
    let live = use_live();
    let open = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    Effect::new(move |_| {
        if asked.with(Option::is_some) {
            reason.set(String::new());
            open.set(true);
        }
    });
    Effect::new(move |_| {
        if !open.get() {
            asked.set(None);
        }
    });
    let verb = Memo::new(move |_| {
        asked.with(|asked| {
            asked
                .as_ref()
                .map(|a| verb_label(&a.name))
                .unwrap_or_default()
        })
    });
    let ends = Memo::new(move |_| {
        asked.with(|a| {
            a.as_ref()
                .is_some_and(|a| matches!(a.name.as_str(), "cancel" | "stop"))
        })
    });
    let title = Signal::derive(move || {
        live.snapshot
            .with(|snapshot| format!("{} {}?", verb.get(), snapshot.campaign.name))
    });
    let effect = move || {
        asked.with(|a| {
            a.as_ref()
                .and_then(|a| a.effect.as_deref().map(str::to_owned))
        })
    };
    let groups = live.shows(affected);
    let confirm = move |()| {
        let Some(action) = asked.get_untracked() else {
            return;
        };
        let reason = given(reason);
        open.set(false);
        on_confirm.run((action, reason));
    };
    let footer = move || {
        let keep = if ends.get() {
            "Keep it running"
        } else {
            "Keep it paused"
        };
        let kind = if ends.get() {
            ButtonKind::Danger
        } else {
            ButtonKind::Primary
        };
        let label = Signal::derive(move || format!("{} campaign", verb.get()));
        view! {
            <Button label=keep autofocus=true on_press=move |()| open.set(false)/>
            <Button kind label on_press=confirm/>
        }
    };
    view! {
        <Dialog open title footer>
            <p class="secondary">{effect}</p>
            {move || ends.get().then(|| view! {
                <dl class="dialog-counts">
                    {groups.get().into_iter().map(|(label, count)| view! {
                        <div><dt>{label}</dt><dd>{count}</dd></div>
                    }).collect::<Vec<_>>()}
                </dl>
                <ReasonField label="Reason (shown in campaign details)" reason/>
            })}
        </Dialog>
    }
}
