//! Which requests behind this page could not be read, told where they belong.

use super::task_asked::ShownTasks;
use crate::domain::format::Formats;
use crate::domain::parts::{PartNote, Told, notes};
use crate::domain::snapshot::Snapshot;
use crate::state::live::Live;
use leptos::prelude::*;

/// A member of the snapshot, and whether its section is on the page.
type Section = (&'static str, fn(&Snapshot) -> bool);

/// The sections that tell of their own parts, by the member that they draw,
/// and whether they are on the page.
const SECTIONS: [Section; 3] = [
    ("tasks", |snapshot| !snapshot.tasks.is_absent()),
    ("numbers", |snapshot| !snapshot.numbers.is_absent()),
    ("dispatch", |snapshot| !snapshot.dispatch.is_absent()),
];

/// What is to be said in the section that draws `member`.
pub fn of_section(live: Live, member: &'static str) -> Memo<Vec<PartNote>> {
    live.shows(move |snapshot, formats| told(snapshot, Told::Of(&[member]), formats))
}

/// What is to be said above the tasks: of the page on screen, where it is one
/// that was asked for by itself.
pub fn of_tasks(live: Live, shown: ShownTasks) -> Memo<Vec<PartNote>> {
    let of_snapshot = of_section(live, "tasks");
    Memo::new(move |_| {
        let snapshot = live.snapshot.get();
        shown.with(|page| match page {
            Some(page) if !page.parts.is_absent() => live.conclude(&snapshot, |_, formats| {
                notes(
                    &page.parts,
                    Told::NotOf(&[]),
                    page.captured_at.value(),
                    formats,
                )
            }),
            _ => of_snapshot.get(),
        })
    })
}

/// What is to be said of everything that no section on the page tells.
pub fn of_the_rest(live: Live) -> Memo<Vec<PartNote>> {
    live.shows(|snapshot, formats| {
        let there = SECTIONS.iter().filter(|(_, there)| there(snapshot));
        let there: Vec<&str> = there.map(|(member, _)| *member).collect();
        told(snapshot, Told::NotOf(&there), formats)
    })
}

fn told(snapshot: &Snapshot, told: Told<'_>, formats: &Formats<'_>) -> Vec<PartNote> {
    notes(&snapshot.parts, told, Some(&snapshot.captured_at), formats)
}
