//! How far a file is that is being saved. It stays while the operator works,
//! and says what became of it.

use crate::domain::glyph::Glyph;
use crate::domain::report::Progress;
use crate::domain::tone::Tone;
use crate::state::report::{Phase, Reporting, Saving};
use crate::state::session::{Session, use_session};
use crate::ui::{Announcer, Button, GlyphIcon};
use leptos::prelude::*;

/// The panel, while there is something to say.
#[component]
pub fn ReportPanel() -> impl IntoView {
    let session = use_session();
    let reporting: Reporting = expect_context();
    let announcer: Announcer = expect_context();
    let saving = Memo::new(move |_| reporting.saving());
    let there = Memo::new(move |_| saving.with(Option::is_some));
    Effect::new(move |before: Option<Option<Phase>>| {
        let phase = saving.with(|saving| saving.as_ref().map(|saving| saving.phase.clone()));
        if before.is_some_and(|before| before != phase)
            && let Some(saving) = saving.get_untracked()
        {
            announcer.say(&said(&saving));
        }
        phase
    });
    move || {
        there
            .get()
            .then(|| view! { <Panel session reporting saving/> })
    }
}

#[component]
fn Panel(session: Session, reporting: Reporting, saving: Memo<Option<Saving>>) -> impl IntoView {
    let phase = Memo::new(move |_| {
        saving.with(|saving| saving.as_ref().map(|saving| saving.phase.clone()))
    });
    let progress = Memo::new(move |_| {
        saving.with(|saving| {
            saving
                .as_ref()
                .map(|saving| saving.progress)
                .unwrap_or_default()
        })
    });
    let name = move || saving.with(|saving| saving.as_ref().map(|saving| saving.name.clone()));
    let words = move || {
        let now = crate::state::clock::now();
        session
            .presentation
            .with(None, now, |formats| progress.get().words(formats))
    };
    let running = Memo::new(move |_| phase.with(|phase| *phase == Some(Phase::Running)));
    let outcome = move || {
        let saving = saving.get().filter(|saving| saving.phase != Phase::Running);
        saving.map(|saving| {
            let (tone, glyph) = match saving.phase {
                Phase::Saved => (Tone::Ok, Glyph::CircleCheck),
                _ => (Tone::Bad, Glyph::OctagonX),
            };
            view! { <p class="report-outcome" data-tone=tone.name()><GlyphIcon glyph/> <span>{said(&saving)}</span></p> }
        })
    };
    view! {
        <section class="report-panel" aria-label="File">
            <b class="report-name">{name}</b>
            {move || running.get().then(|| view! { <Bar progress/> })}
            <p class="secondary">{words}</p>
            {outcome}
            {move || if running.get() {
                view! { <Button small=true label="Cancel" on_press=move |()| reporting.cancel()/> }
            } else {
                view! { <Button small=true label="Close" on_press=move |()| reporting.dismiss()/> }
            }}
        </section>
    }
}

/// Without a value where the number of rows is not told.
#[component]
fn Bar(progress: Memo<Progress>) -> impl IntoView {
    view! {
        <progress
            aria-label="Rows saved"
            value=move || progress.get().fraction().map(|part| part.to_string())
        ></progress>
    }
}

/// What has become of a file, in a sentence.
fn said(saving: &Saving) -> String {
    let name = &saving.name;
    match &saving.phase {
        Phase::Running => format!("Saving {name}."),
        Phase::Saved => match saving.progress.unreadable {
            0 => format!("{name} is saved."),
            1 => format!("{name} is saved, without 1 row that could not be read."),
            rows => format!("{name} is saved, without {rows} rows that could not be read."),
        },
        Phase::Failed(error) => format!("{name} was not saved. {error} {}", error.advice()),
        Phase::Short => format!(
            "{name} was not saved: the API sent fewer rows than it had announced. Try again."
        ),
        Phase::NotWritten => format!(
            "{name} was not saved: the browser could not write it. Check the space on the disk."
        ),
    }
}
