//! Tasks by status and by blocker, as badges that filter the table.

use super::task_filters::set_tasks;
use crate::domain::attempt_state::AttemptState;
use crate::domain::blocker::Blocker;
use crate::domain::dispatch::BlockerCount;
use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::route::toggled;
use crate::domain::snapshot::Snapshot;
use crate::domain::tone::Tone;
use crate::state::live::Live;
use crate::ui::StatusChip;
use leptos::prelude::*;

/// A chip's parts: wire word, label, tone, glyph, count.
type Chip = (String, String, Tone, Glyph, String);

fn states(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<Chip> {
    let tally = snapshot
        .counts
        .value()
        .and_then(|counts| counts.by_status.value());
    let chip = |(word, count): (&str, i64)| {
        let state = AttemptState::from_wire(word);
        (
            word.to_owned(),
            state.label().to_string(),
            state.tone(),
            state.glyph(),
            formats.count(count),
        )
    };
    let mut found: Vec<(&str, i64)> = tally
        .map(|tally| tally.iter().filter(|(_, n)| *n != 0).collect())
        .unwrap_or_default();
    found.sort_by_cached_key(|(word, _)| AttemptState::from_wire(word));
    found.into_iter().map(chip).collect()
}

/// Every task by its status; each badge filters the task table.
#[component]
pub fn ByStatus(
    /// The page.
    live: Live,
) -> impl IntoView {
    let chips = live.shows(states);
    let sum = live.shows(|snapshot, formats| {
        let tally = snapshot
            .counts
            .value()
            .and_then(|counts| counts.by_status.value())?;
        Some(format!(
            "sum {}",
            formats.count(
                tally
                    .iter()
                    .fold(0_i64, |sum, (_, n)| sum.saturating_add(n))
            )
        ))
    });
    let pressed = Memo::new(move |_| live.query().with(|query| query.status.clone()));
    let press = move |word: String| {
        set_tasks(live, move |query| {
            let status = toggled(query.status.clone(), &word);
            query.with_status(status)
        })
    };
    move || {
        let chips = chips.get();
        let pressed = pressed.get();
        let sum = sum.get();
        (!chips.is_empty()).then(move || {
            view! {
                <section class="part" aria-label="Tasks by status">
                    <h3 class="part-head">"Tasks by status" <span>{sum}</span></h3>
                    <ul class="chips">{chip_list(chips, &pressed, press)}</ul>
                </section>
            }
        })
    }
}

fn blocked(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<Chip> {
    let rows = snapshot
        .dispatch
        .value()
        .and_then(|dispatch| dispatch.blockers.value());
    let chip = |row: &BlockerCount| {
        let blocker = Blocker::from_wire(&row.code);
        (
            row.code.clone(),
            blocker.label().to_string(),
            blocker.tone(),
            blocker.glyph(),
            formats.count(row.count),
        )
    };
    rows.map(|rows| rows.iter().filter(|row| row.count != 0).map(chip).collect())
        .unwrap_or_default()
}

/// What keeps the waiting tasks, only if some are kept.
#[component]
pub fn Blockers(
    /// The page.
    live: Live,
) -> impl IntoView {
    let chips = live.shows(blocked);
    let sum = live.shows(|snapshot, formats| {
        let rows = snapshot
            .dispatch
            .value()
            .and_then(|dispatch| dispatch.blockers.value())?;
        let sum = rows
            .iter()
            .fold(0_i64, |sum, row| sum.saturating_add(row.count));
        Some(format!("sum {}", formats.count(sum)))
    });
    let pressed = Memo::new(move |_| live.query().with(|query| query.blocker.clone()));
    let press = move |word: String| {
        set_tasks(live, move |query| {
            let blocker = toggled(query.blocker.clone(), &word);
            query.with_blocker(blocker)
        })
    };
    move || {
        let chips = chips.get();
        let pressed = pressed.get();
        let sum = sum.get();
        (!chips.is_empty()).then(move || {
            view! {
                <section class="part" aria-label="Callable tasks, blocker codes">
                    <h3 class="part-head">"Callable tasks, blocker codes" <span>{sum}</span></h3>
                    <ul class="chips" data-tinted="">{chip_list(chips, &pressed, press)}</ul>
                </section>
            }
        })
    }
}

fn chip_list<F: Fn(String) + Copy + Send + Sync + 'static>(
    chips: Vec<Chip>,
    pressed: &[String],
    press: F,
) -> Vec<impl IntoView + use<F>> {
    let draw = |(word, label, tone, glyph, count): Chip| {
        let on = pressed.contains(&word);
        let raw = word.clone();
        view! {
            <li title=raw>
                <StatusChip tone glyph label count pressed=on on_press=move |()| press(word.clone())/>
            </li>
        }
    };
    chips.into_iter().map(draw).collect()
}
