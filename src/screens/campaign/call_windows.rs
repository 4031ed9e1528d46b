//! The hours in which the campaign may dial.

use super::containment::{Containment, SET_WINDOW, offered, use_containing};
use crate::domain::call_hours::{CallHours, HoursRow, call_hours};
use crate::domain::details::{Definition, call_window};
use crate::domain::glyph::Glyph;
use crate::domain::tone::Tone;
use crate::state::live::{Live, use_live};
use crate::ui::bar::percent;
use crate::ui::{ActionButton, Badge, Card};
use leptos::prelude::*;

/// The card, only if the API reports call windows.
#[component]
pub fn CallWindows() -> impl IntoView {
    let live = use_live();
    let there = live.shows(|snapshot, _| snapshot.call_window.value().is_some());
    move || there.get().then(|| view! { <WindowCard live/> })
}

#[component]
fn WindowCard(live: Live) -> impl IntoView {
    let hours = live.shows(call_hours);
    let rows = live.shows(call_window);
    let open = live.shows(|snapshot, _| snapshot.call_window.value().is_some_and(|w| w.open));
    let note = live.shows(|snapshot, _| {
        let window = snapshot.call_window.value()?;
        window.note.as_deref().map(str::to_owned)
    });
    let badge = move || {
        if open.get() {
            view! { <Badge tone=Tone::Ok glyph=Glyph::CircleCheck label="Open"/> }
        } else {
            view! { <Badge tone=Tone::Mute glyph=Glyph::Moon label="Closed"/> }
        }
    };
    let containing = use_containing();
    let narrowing = offered(live, SET_WINDOW);
    let narrow = move || {
        narrowing.get().map(|action| {
            let reason = Signal::stored(action.why_not());
            let press = move |()| containing.ask(Containment::Window);
            view! {
                <p><ActionButton label="Narrow today's window…" available=action.available reason small=true on_press=press/></p>
            }
        })
    };
    view! {
        <Card title="Call windows" badge=move || badge part="windows">
            <div class="card-body stack">
                {move || hours.get().map(week)}
                <dl class="definition">{move || rows.get().into_iter().map(line).collect::<Vec<_>>()}</dl>
                {move || note.get().map(|note| view! { <p class="secondary">{note}</p> })}
                {narrow}
            </div>
        </Card>
    }
}

fn line(row: Definition) -> impl IntoView {
    view! { <dt>{row.label}</dt> <dd>{row.value}</dd> }
}

/// A bar a run of days, all on one scale of a day, with the present time.
fn week(hours: CallHours) -> impl IntoView {
    let now = hours.now;
    let rows = hours
        .rows
        .into_iter()
        .map(|row| days(row, now))
        .collect::<Vec<_>>();
    view! { <dl class="hours">{rows}</dl> }
}

fn days(row: HoursRow, now: f64) -> impl IntoView {
    let spans = row.spans.into_iter().map(|(from, to)| {
        view! { <i class="hours-open" style:inset-inline-start=percent(from) style:inline-size=percent(to - from)></i> }
    });
    let mark = row
        .today
        .then(|| view! { <i class="hours-now" style:inset-inline-start=percent(now)></i> });
    view! {
        <dt>{row.days}</dt>
        <dd class="hours-bar" aria-hidden="true">{spans.collect::<Vec<_>>()} {mark}</dd>
        <dd>{row.hours}</dd>
    }
}
