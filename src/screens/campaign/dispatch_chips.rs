//! Tasks by status and by blocker, as badges that filter the table.

use super::task_filters::set_tasks;
use crate::domain::attempt_state::AttemptState;
use crate::domain::blocker::Blocker;
use crate::domain::dispatch::BlockerCount;
use crate::domain::format::Formats;
use crate::domain::glyph::Glyph;
use crate::domain::route::{TaskQuery, toggled};
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

fn states_sum(snapshot: &Snapshot) -> Option<i64> {
    let tally = snapshot.counts.value()?.by_status.value()?;
    Some(sum(tally.iter().map(|(_, count)| count)))
}

fn blocked_sum(snapshot: &Snapshot) -> Option<i64> {
    let rows = snapshot.dispatch.value()?.blockers.value()?;
    Some(sum(rows.iter().map(|row| row.count)))
}

fn sum(counts: impl Iterator<Item = i64>) -> i64 {
    counts.fold(0, i64::saturating_add)
}

/// A row of chips that filter the task table.
#[derive(Clone, Copy)]
struct Row {
    title: &'static str,
    tinted: bool,
    chips: fn(&Snapshot, &Formats<'_>) -> Vec<Chip>,
    sum: fn(&Snapshot) -> Option<i64>,
    chosen: fn(&TaskQuery) -> &Vec<String>,
    choose: fn(TaskQuery, Vec<String>) -> TaskQuery,
}

/// Every task by its status.
#[component]
pub fn ByStatus(
    /// The page.
    live: Live,
) -> impl IntoView {
    let row = Row {
        title: "Tasks by status",
        tinted: false,
        chips: states,
        sum: states_sum,
        chosen: |query| &query.status,
        choose: TaskQuery::with_status,
    };
    view! { <ChipRow live row/> }
}

/// What keeps the waiting tasks, only if some are kept.
#[component]
pub fn Blockers(
    /// The page.
    live: Live,
) -> impl IntoView {
    let row = Row {
        title: "Callable tasks, blocker codes",
        tinted: true,
        chips: blocked,
        sum: blocked_sum,
        chosen: |query| &query.blocker,
        choose: TaskQuery::with_blocker,
    };
    view! { <ChipRow live row/> }
}

#[component]
fn ChipRow(live: Live, row: Row) -> impl IntoView {
    let chips = live.shows(row.chips);
    let sum = live.shows(move |snapshot, formats| {
        (row.sum)(snapshot).map(|sum| format!("sum {}", formats.count(sum)))
    });
    let pressed = Memo::new(move |_| live.query().with(|query| (row.chosen)(query).clone()));
    let press = move |word: String| {
        set_tasks(live, move |query| {
            let chosen = toggled((row.chosen)(&query).clone(), &word);
            (row.choose)(query, chosen)
        })
    };
    move || {
        let chips = chips.get();
        let pressed = pressed.get();
        let sum = sum.get();
        (!chips.is_empty()).then(move || {
            view! {
                <section class="part" aria-label=row.title>
                    <h3 class="part-head">{row.title} " " <span>{sum}</span></h3>
                    <ul class="chips" data-tinted=row.tinted.then_some("")>
                        {chip_list(chips, &pressed, press)}
                    </ul>
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
