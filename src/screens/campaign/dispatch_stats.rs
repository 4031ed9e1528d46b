//! The figures of dispatch health: what is queued, and how fast it dials.

use crate::domain::dialing_pace::dialing_pace;
use crate::domain::dispatch_notes;
use crate::domain::glyph::Glyph;
use crate::domain::tone::Tone;
use crate::state::live::Live;
use crate::ui::{Fragment, Markup, Note};
use leptos::prelude::*;

/// Slots, queue and what is in flight.
#[component]
pub fn Stats(
    /// The page.
    live: Live,
) -> impl IntoView {
    let stats = live.shows(dispatch_notes::stats);
    move || stat_grid(stats.get())
}

fn stat_grid(stats: Vec<dispatch_notes::Stat>) -> Option<Fragment> {
    let cell = |stat: dispatch_notes::Stat| {
        Markup::new("div")
            .class("stat")
            .child(Markup::new("dt").text(stat.label))
            .child(Markup::new("dd").class("stat-value").text(stat.value))
            .child(Markup::new("dd").class("stat-sub").text(stat.sub))
    };
    (!stats.is_empty()).then(|| {
        let grid = Markup::new("dl").class("stat-grid");
        Fragment::from(grid.children(stats.into_iter().map(cell)))
    })
}

/// How fast it dials, and why it is still when it is; only if sent.
#[component]
pub fn Pace(
    /// The page.
    live: Live,
) -> impl IntoView {
    let pace = live.shows(dialing_pace);
    let there = Memo::new(move |_| pace.with(Option::is_some));
    let stats = move || pace.get().and_then(|pace| stat_grid(pace.stats));
    let idle = move || pace.get().and_then(|pace| pace.idle);
    let idle = Memo::new(move |_| idle());
    let idle = move || {
        idle.get().map(|idle| {
            let glyph = match idle.tone {
                Tone::Bad => Glyph::OctagonX,
                Tone::Warn => Glyph::TriangleAlert,
                _ => Glyph::CircleInfo,
            };
            view! { <Note tone=idle.tone glyph>{idle.text}</Note> }
        })
    };
    move || {
        there.get().then(|| {
            view! {
                <section class="part" aria-label="Pace">
                    <h3 class="part-head">"Pace"</h3>
                    {stats}
                    {idle}
                </section>
            }
        })
    }
}
