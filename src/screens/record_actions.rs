//! What can be done with one record by itself, wherever it is opened: whether it
//! can be done is the server's word.

use crate::domain::action::{Action, ActionResult};
use crate::domain::lifecycle::verb_label;
use crate::domain::record::RecordDetail;
use crate::state::remote::RemoteHandle;
use crate::state::sending::Sending;
use crate::state::session::Session;
use crate::state::telling::Deed;
use crate::ui::reason_field::given;
use crate::ui::{ActionButton, Button, ButtonKind, Dialog, IconName, ReasonField, Toaster};
use leptos::prelude::*;

/// The actions of the record on screen, and the one that is asked about.
#[derive(Clone, Copy)]
struct Acts {
    session: Session,
    detail: RemoteHandle<RecordDetail>,
    /// The record's ID, whose it is, and the action that the dialog asks about.
    asked: RwSignal<Option<(String, String, Action)>>,
    open: RwSignal<bool>,
    reason: RwSignal<String>,
    /// Record, action and reason.
    sending: Sending<(String, String, Option<String>)>,
    toaster: Toaster,
}

impl Acts {
    /// The action of that name, as it stands now. Tracked.
    fn action(self, name: &str) -> Option<Action> {
        self.detail.state.with(|state| {
            let actions = state.value()?.actions.value()?;
            actions.iter().find(|action| action.name == name).cloned()
        })
    }

    fn press(self, name: &str) {
        let Some(action) = untrack(|| self.action(name)) else {
            return;
        };
        let record = self.detail.state.with_untracked(|state| {
            let record = &state.value()?.record;
            Some((record.id.clone(), record.who().to_owned()))
        });
        let Some((id, who)) = record else { return };
        let asks = action.must_confirm();
        self.sending.refused.set(None);
        self.reason.set(String::new());
        self.asked.set(Some((id, who, action)));
        if asks {
            self.open.set(true);
        } else {
            self.send();
        }
    }

    fn send(self) {
        let Some((id, _, action)) = self.asked.get_untracked() else {
            return;
        };
        let session = self.session;
        self.sending.send(
            (id, action.name, given(self.reason)),
            |(id, action, _)| Deed::ask(session.around, action, id),
            move |(id, action, reason), key| {
                session.client().act_on_record(id, action, reason, key)
            },
            move |result| self.answered(result),
        );
    }

    /// What was not done is told where it was asked for. Either way the record
    /// is asked for again, with the lists around it.
    fn answered(self, result: Option<ActionResult>) {
        if let Some(result) = result {
            self.open.set(false);
            self.toaster.show(&result.told());
        } else if !self.open.get_untracked() {
            self.toaster.show(&self.refusal().unwrap_or_default());
        }
        self.session.refresh.update(|n| *n = n.wrapping_add(1));
    }

    /// "Retry was not done. …" Tracked.
    fn refusal(self) -> Option<String> {
        let error = self.sending.refused.get()?;
        Some(
            [
                &*self.verb(),
                " was not done. ",
                &error.to_string(),
                " ",
                error.advice(),
            ]
            .concat(),
        )
    }

    /// "Retry". Tracked.
    fn verb(self) -> String {
        self.asked.with(|asked| {
            let action = asked.as_ref().map(|(.., action)| verb_label(&action.name));
            action.unwrap_or_default()
        })
    }
}

/// A button for each action that the record has, and the dialog that it asks with.
#[component]
pub fn RecordActions(
    /// The console.
    session: Session,
    /// The record.
    detail: RemoteHandle<RecordDetail>,
    /// 24 px high instead of 30, for use inside cards.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let acts = Acts {
        session,
        detail,
        asked: RwSignal::new(None),
        open: RwSignal::new(false),
        reason: RwSignal::new(String::new()),
        sending: Sending::new(),
        toaster: expect_context(),
    };
    let names = Memo::new(move |_| {
        detail.state.with(|state| {
            let actions = state.value().and_then(|detail| detail.actions.value());
            let names = actions.into_iter().flatten();
            names.map(|action| action.name.clone()).collect::<Vec<_>>()
        })
    });
    let buttons = move || {
        let names = names.get().into_iter();
        names
            .map(|name| button(acts, name, small))
            .collect::<Vec<_>>()
    };
    view! {
        {buttons}
        <Question acts/>
    }
}

fn button(acts: Acts, name: String, small: bool) -> impl IntoView {
    let wanted = name.clone();
    let action = Memo::new(move |_| acts.action(&wanted));
    let label = Signal::derive(move || {
        let action = action.get();
        action.map(|action| action.label()).unwrap_or_default()
    });
    let available = Signal::derive(move || action.get().is_some_and(|action| action.available));
    let reason = Signal::derive(move || action.get()?.why_not());
    let on_press = move |()| acts.press(&name);
    view! {
        <ActionButton label icon=IconName::Restart small available reason busy=acts.sending.pending on_press/>
    }
}

/// Asks before an action, with what it would do.
#[component]
fn Question(acts: Acts) -> impl IntoView {
    let title = Signal::derive(move || {
        let who = acts
            .asked
            .with(|asked| asked.as_ref().map(|(_, who, _)| who.clone()));
        [&*acts.verb(), " ", &who.unwrap_or_default(), "?"].concat()
    });
    let effect = move || {
        let asked = acts.asked.get();
        asked.and_then(|(.., action)| action.effect.value().cloned())
    };
    let footer = move || {
        let no_reason = Signal::derive(|| None::<String>);
        view! {
            <Button label="Leave it as it is" autofocus=true on_press=move |()| acts.open.set(false)/>
            <ActionButton
                label=Signal::derive(move || acts.verb())
                kind=ButtonKind::Primary
                available=true
                reason=no_reason
                busy=acts.sending.pending
                on_press=move |()| acts.send()
            />
        }
    };
    view! {
        <Dialog open=acts.open title footer>
            <p class="secondary">{effect}</p>
            <ReasonField label="Reason (sent along)" reason=acts.reason/>
            <p class="dialog-refused" role="alert">{move || acts.refusal()}</p>
        </Dialog>
    }
}
