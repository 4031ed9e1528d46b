//! Dispatch and queue health: why it is, or is not, dialing, with the figure
//! behind each answer.

use super::dispatch_chips::{Blockers, ByStatus};
use super::dispatch_stats::{Pace, Stats};
use super::part_notes;
use super::verdict::follow;
use crate::domain::block::Block;
use crate::domain::dispatch::Dispatch;
use crate::domain::dispatch_notes::{self, Note as Facts};
use crate::domain::forecast::forecast;
use crate::domain::glyph::Glyph;
use crate::domain::json_text::indented;
use crate::domain::rich::clipped;
use crate::domain::tone::Tone;
use crate::screens::parts_note::PartsNote;
use crate::state::live::{Live, use_live};
use crate::ui::badge::Badge;
use crate::ui::banner::Note;
use crate::ui::bar::percent;
use crate::ui::button::Button;
use crate::ui::card::Card;
use crate::ui::glyph::glyph_mark;
use crate::ui::json_view::JsonView;
use crate::ui::markup::{Fragment, Markup};
use crate::ui::rich_text::RichText;
use leptos::prelude::*;

/// Most hints shown, and most characters of one.
const HINTS: usize = 12;
const HINT_LENGTH: usize = 500;

/// The card, only if the snapshot holds dispatch health. A block that came but
/// cannot be read is said to be so.
#[component]
pub fn DispatchHealth() -> impl IntoView {
    let live = use_live();
    let state = live.shows(|snapshot, _| match &snapshot.dispatch {
        Block::Absent | Block::Empty => None,
        Block::Value(_) => Some(None),
        Block::Unreadable(unreadable) => Some(Some(unreadable.clone())),
    });
    move || match state.get() {
        None => None,
        Some(None) => Some(view! { <Health live/> }.into_any()),
        Some(Some(unreadable)) => Some(
            view! {
                <Card title="Dispatch and queue health">
                    <div class="card-body">
                        <Note tone=Tone::Warn glyph=Glyph::TriangleAlert>
                            <b>"Dispatch health came in a form that cannot be read. "</b>
                            {unreadable.to_string()} " The rest of this page is current."
                        </Note>
                    </div>
                </Card>
            }
            .into_any(),
        ),
    }
}

#[component]
fn Health(live: Live) -> impl IntoView {
    let intro = live.shows(dispatch_notes::intro);
    let badge = live.shows(|snapshot, _| dispatch_notes::badge(snapshot));
    let badge = move || {
        let badge = badge.get();
        view! { <Badge tone=badge.tone glyph=badge.glyph label=badge.label/> }
    };
    view! {
        <Card title="Dispatch and queue health" sub=intro badge=move || badge part="dispatch">
            <div class="card-body stack">
                <PartsNote notes=part_notes::of_section(live, "dispatch")/>
                <Stats live/>
                <Pace live/>
                <Notes live/>
                <Forecast live/>
                <ByStatus live/>
                <Blockers live/>
                <Checks live/>
                <Hints live/>
                <Debug live/>
            </div>
        </Card>
    }
}

#[component]
fn Notes(live: Live) -> impl IntoView {
    let notes = live.shows(dispatch_notes::notes);
    let note = move |facts: Facts| {
        let link = facts.link.map(|action| {
            let target = action.target;
            view! { <Button small=true label=action.label on_press=move |()| follow(live, &target)/> }
        });
        view! {
            <Note tone=facts.tone glyph=facts.glyph>
                <RichText rich=facts.text/> " " {link}
            </Note>
        }
    };
    move || notes.get().into_iter().map(note).collect::<Vec<_>>()
}

#[component]
fn Forecast(live: Live) -> impl IntoView {
    let forecast = live.shows(forecast);
    move || {
        forecast.get().map(|forecast| {
            let cells = forecast.cells.into_iter().map(|cell| {
                let fill = Markup::new("dd")
                    .class("forecast-fill")
                    .with("aria-hidden", "true")
                    .styled("inline-size", percent(cell.fraction));
                Markup::new("div")
                    .class("forecast-cell")
                    .with_some("data-fix", cell.needs_fix.then_some(""))
                    .child(Markup::new("dt").text(cell.label))
                    .child(Markup::new("dd").text(cell.value_text))
                    .child(fill)
            });
            let cells = Markup::new("dl").class("forecast").children(cells);
            view! {
                <section class="part" aria-label="When pending contacts become callable">
                    <h3 class="part-head">
                        "When pending contacts become callable"
                        <span class="part-end">{forecast.total_text}</span>
                    </h3>
                    {Fragment::from(cells)}
                </section>
            }
        })
    }
}

#[component]
fn Checks(live: Live) -> impl IntoView {
    let checks = live.shows(dispatch_notes::checks);
    let rows = move || {
        let rows = checks.get().into_iter().map(|check| {
            Markup::new("li")
                .class("check")
                .with("data-tone", check.tone.name())
                .child(glyph_mark(check.glyph))
                .child(Markup::new("span").text(check.question))
                .child(Markup::new("span").class("check-answer").text(check.answer))
        });
        Fragment::from(Markup::new("ul").class("checks").children(rows))
    };
    view! {
        <section class="part" aria-label="Checks">
            <h3 class="part-head">"Checks"</h3>
            {rows}
        </section>
    }
}

#[component]
fn Hints(live: Live) -> impl IntoView {
    let hints = live.shows(|snapshot, _| {
        let hints = snapshot.dispatch.value().and_then(|d| d.hints.value());
        let hints = hints.map(Vec::as_slice).unwrap_or_default();
        hints
            .iter()
            .take(HINTS)
            .map(|hint| clipped(hint, HINT_LENGTH))
            .collect::<Vec<_>>()
    });
    move || {
        let hints = hints.get();
        (!hints.is_empty()).then(|| view! {
            <section class="part" aria-label="Hints">
                <h3 class="part-head">"Hints"</h3>
                <ul class="hints">
                    {hints.into_iter().map(|hint| view! { <li>{hint}</li> }).collect::<Vec<_>>()}
                </ul>
            </section>
        })
    }
}

#[component]
fn Debug(live: Live) -> impl IntoView {
    let json = live.shows(|snapshot, _| snapshot.dispatch.value().and_then(debug_json));
    let captured = live.shows(|snapshot, formats| {
        format!("captured {}", formats.clock_seconds(&snapshot.captured_at))
    });
    let there = Memo::new(move |_| json.with(Option::is_some));
    let value = Signal::derive(move || json.get().unwrap_or_default());
    move || {
        there.get().then(|| {
            view! {
                <JsonView label="Capacity debug (JSON)" sub=captured value/>
            }
        })
    }
}

fn debug_json(dispatch: &Dispatch) -> Option<String> {
    dispatch
        .capacity_debug
        .value()
        .map(|json| indented(&json.0))
}
