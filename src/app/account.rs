//! Who is signed in, and the way out.

use super::sign_in::{SignInButton, word};
use crate::living::spawn_with;
use crate::state::session::Session;
use crate::ui::menu::{Menu, MenuItem};
use crate::ui::{IconName, Toaster};
use leptos::prelude::*;

/// The menu, where the console can end what it has begun, and the button that
/// brings a panel back that was put off.
#[component]
pub fn Account(
    /// The console.
    session: Session,
) -> impl IntoView {
    let can_leave = RwSignal::new(false);
    let typed = RwSignal::new(None::<String>);
    let round = session.signing.is_out;
    Effect::new(move |_| {
        if round.get() || !session.is_signed_in_here() {
            return;
        }
        spawn_with(can_leave, async move {
            let door = session.door();
            if let Ok(known) = door.known().await {
                can_leave.try_set(known.access.auth().can_sign_out());
                typed.try_set(known.access.user());
            }
        });
    });
    let user = Memo::new(move |_| {
        let told = session.capabilities.state.with(|state| {
            let user = state.value()?.user.value()?;
            Some(user.name.clone())
        });
        told.or_else(|| typed.get())
    });
    let shown = Memo::new(move |_| can_leave.get() && !session.signing.is_out.get());
    let label = Signal::derive(move || match user.get() {
        Some(name) => ["Signed in as ", &*name].concat(),
        None => "Signed in".to_owned(),
    });
    let toaster: Toaster = expect_context();
    let items = Signal::derive(move || {
        vec![MenuItem {
            effect: Some([&*label.get(), ". This tab forgets it and starts anew."].concat()),
            ..MenuItem::new("Sign out", move || leave(session, toaster))
        }]
    });
    view! {
        <SignInButton session/>
        {move || shown.get().then(|| view! { <Menu label icon=IconName::Person items/> })}
    }
}

/// Ends the session and starts anew: nothing that was read stays in memory.
fn leave(session: Session, toaster: Toaster) {
    spawn_with(session.around, async move {
        let door = session.door();
        let Ok(known) = door.known().await else {
            return;
        };
        toaster.show("Signing out…");
        let ended = known.access.sign_out().await;
        match ended {
            Err(error) if !known.access.auth().holds_secret() => {
                toaster.show(&format!("You are still signed in. {error}"));
            }
            ended => {
                if ended.is_err() {
                    word::leave(word::Word::Unconfirmed);
                }
                session.around.reload();
            }
        }
    });
}
