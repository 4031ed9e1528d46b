//! The sign-in: a panel over what is on screen, which stays as it is.

use crate::api::access::{Access, Lapse};
use crate::living::spawn_with;
use crate::part;
use crate::state::door::Known;
use crate::state::session::{Session, use_session};
use crate::ui::{Button, Dialog, IconName};
use leptos::prelude::*;
use std::rc::Rc;

mod elsewhere;
mod form;
mod proof;
pub mod word;

use elsewhere::Elsewhere;
use form::Form;

part!(
    /// Fetches the panel.
    fetch, door, build
);

/// The form that the button at the foot of the panel sends.
const FORM: &str = "sign-in-form";

/// What the parts of the panel share.
#[derive(Clone, Copy)]
struct Panel {
    session: Session,
    access: StoredValue<Rc<Access>, LocalStorage>,
    is_busy: RwSignal<bool>,
    /// Why the last try came to nothing.
    trouble: RwSignal<Option<String>>,
}

fn build() -> AnyView {
    let session = use_session();
    let known = RwSignal::new_local(None::<Known>);
    spawn_with(known, async move {
        let door = session.door();
        // Without it the page says what is wrong with its settings.
        if let Ok(there) = door.known().await {
            known.try_set(Some(there));
        }
    });
    (move || known.get().map(|known| view! { <Question session known/> })).into_any()
}

#[component]
fn Question(session: Session, known: Known) -> impl IntoView {
    let auth = known.access.auth().clone();
    let panel = Panel {
        session,
        access: StoredValue::new_local(known.access),
        is_busy: RwSignal::new(false),
        trouble: RwSignal::new(word::taken()),
    };
    let open = session.signing.is_asked;
    // Whatever was told belongs to an earlier question.
    Effect::new(move |_| {
        if !open.get() {
            panel.trouble.set(None);
        }
    });
    let types = auth.asks_operator();
    let mode = StoredValue::new(auth.mode);
    let body = move || {
        let mode = mode.get_value();
        if types {
            view! { <Form panel mode/> }.into_any()
        } else {
            view! { <Elsewhere mode/> }.into_any()
        }
    };
    let trouble = move || {
        let told = panel.trouble.get();
        told.map(|told| view! { <p class="sign-in-trouble" role="alert">{told}</p> })
    };
    let footer = move || {
        let mode = mode.get_value();
        view! {
            <Button label="Not now" on_press=move |()| open.set(false)/>
            {if types {
                view! { <Send panel/> }.into_any()
            } else {
                view! { <elsewhere::Answers panel mode/> }.into_any()
            }}
        }
    };
    view! {
        <Dialog open title="Sign in" footer>
            <p>{move || reason(panel)}</p>
            {body}
            {trouble}
        </Dialog>
    }
}

/// Why the panel is there.
fn reason(panel: Panel) -> &'static str {
    let lapse = panel.access.with_value(|access| access.lapse());
    let known = panel.session.capabilities.state;
    if lapse == Lapse::Expired || known.with(|state| state.value().is_some()) {
        "Your session has ended. What is on screen stays; it goes on once you have signed in."
    } else {
        "The dialer API asks who you are."
    }
}

#[component]
fn Send(panel: Panel) -> impl IntoView {
    let label = move || {
        if panel.is_busy.get() {
            "Signing in…"
        } else {
            "Sign in"
        }
    };
    view! {
        <button
            type="submit"
            form=FORM
            class="button"
            data-kind="primary"
            aria-busy=move || panel.is_busy.get().then_some("true")
        >
            {label}
        </button>
    }
}

/// Shown in the top bar after the panel was put off.
#[component]
pub fn SignInButton(
    /// The console.
    session: Session,
) -> impl IntoView {
    let signing = session.signing;
    let is_put_off = Memo::new(move |_| signing.is_out.get() && !signing.is_asked.get());
    move || {
        is_put_off.get().then(|| {
            view! { <Button icon=IconName::Lock label="Sign in" on_press=move |()| signing.is_asked.set(true)/> }
        })
    }
}
