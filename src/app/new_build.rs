//! Says that the host has a new version. Reloading is the operator's choice: what
//! is on screen, or half typed, stays until then.

use crate::state::new_build::NewBuild;
use crate::state::session::Session;
use crate::ui::{Announcer, Button};
use leptos::prelude::*;

const SENTENCE: &str = "A new version of Ringside is there. Reload when you like.";

/// The note, in a corner of the page.
#[component]
pub fn NewBuildNote(
    /// The console.
    session: Session,
) -> impl IntoView {
    let new = NewBuild::follow(session);
    let announcer: Announcer = expect_context();
    let shown = Memo::new(move |_| new.is_there());
    Effect::new(move |_| {
        if shown.get() {
            announcer.say(SENTENCE);
        }
    });
    let reload = move |()| session.around.reload();
    let later = move |()| new.put_off();
    move || {
        shown.get().then(|| {
            view! {
                <section class="corner-note" aria-label="New version">
                    <p>{SENTENCE}</p>
                    <p class="note-actions">
                        <Button small=true label="Reload" on_press=reload/>
                        <Button small=true label="Later" on_press=later/>
                    </p>
                </section>
            }
        })
    }
}
