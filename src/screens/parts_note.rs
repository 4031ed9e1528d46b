//! The parts of an answer that could not be read, or are older than it, told
//! in the section that they fill.

use crate::domain::glyph::Glyph;
use crate::domain::parts::{PartNote, Parts, Told, notes};
use crate::domain::timestamp::Timestamp;
use crate::domain::tone::Tone;
use crate::screens::list_head;
use crate::state::remote::RemoteHandle;
use crate::state::session::Session;
use crate::ui::Note;
use leptos::prelude::*;

/// A line for each; absent where all is as it should be.
#[component]
pub fn PartsNote(
    /// What is to be said, from [`crate::domain::parts::notes`].
    #[prop(into)]
    notes: Signal<Vec<PartNote>>,
) -> impl IntoView {
    let notes = Memo::new(move |_| notes.get());
    let line = |note: PartNote| {
        let (tone, glyph) = match note.failed {
            true => (Tone::Warn, Glyph::TriangleAlert),
            false => (Tone::Mute, Glyph::CircleInfo),
        };
        view! { <Note tone glyph>{note.text}</Note> }
    };
    move || {
        let notes = notes.get();
        (!notes.is_empty()).then(|| {
            view! { <div class="parts-note">{notes.into_iter().map(line).collect::<Vec<_>>()}</div> }
        })
    }
}

/// What is to be said of the parts of a whole answer, a list or a thing by
/// itself. `of` gives its parts and when it was read.
#[component]
pub fn PartsOf<T: Send + Sync + 'static>(
    /// The console.
    session: Session,
    /// The answer.
    remote: RemoteHandle<T>,
    /// Its parts, and when it was read.
    of: fn(&T) -> (&Parts, Option<&Timestamp>),
) -> impl IntoView {
    let told = Memo::new(move |_| {
        remote.state.with(|state| {
            let Some(answer) = state.value() else {
                return Vec::new();
            };
            let (parts, at) = of(answer);
            list_head::write(session, at, None, |formats| {
                notes(parts, Told::NotOf(&[]), at, formats)
            })
        })
    });
    view! { <PartsNote notes=told/> }
}
