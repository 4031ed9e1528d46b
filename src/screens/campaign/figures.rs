//! The key figures: tiles and the progress bar.

use super::metrics;
use super::stage::is_draft;
use crate::domain::kpi;
use crate::screens::part::LazyPart;
use crate::state::live::{Live, use_live};
use crate::ui::{Legend, LegendEntry, SegmentBar, TileStrip, TileView};
use leptos::prelude::*;

/// The KPI strip. A draft has none: nothing has happened yet.
#[component]
pub fn Figures() -> impl IntoView {
    let live = use_live();
    let draft = is_draft(live);
    move || (!draft.get()).then(|| view! { <Strip live/> })
}

#[component]
fn Strip(live: Live) -> impl IntoView {
    let tiles = live.recalls(|history, snapshot, formats| {
        kpi::tiles(snapshot, history.previous(), history, formats)
    });
    let stale = live.stale();
    let as_of = live.shows(|snapshot, formats| formats.clock(&snapshot.captured_at));
    let stale_line = Signal::derive(move || stale.get().then(|| format!("as of {}", as_of.get())));
    let keys =
        Memo::new(move |_| tiles.with(|tiles| tiles.iter().map(|t| t.key).collect::<Vec<_>>()));
    let strip = move || {
        keys.get()
            .into_iter()
            .filter_map(|key| {
                let first =
                    tiles.with_untracked(|tiles| tiles.iter().find(|t| t.key == key).cloned())?;
                let tile = Memo::new(move |before: Option<&kpi::Tile>| {
                    let found = tiles.with(|tiles| tiles.iter().find(|t| t.key == key).cloned());
                    found
                        .or_else(|| before.cloned())
                        .unwrap_or_else(|| first.clone())
                });
                Some(view! { <TileView tile stale=stale_line/> })
            })
            .collect::<Vec<_>>()
    };
    view! {
        <section class="card figures" part="figures" aria-label="Progress and key figures" data-stale=move || stale.get().then_some("")>
            <TileStrip label="Key figures">{strip}</TileStrip>
            <Progress live/>
            <LazyPart fetch=metrics::fetch what="The dialer's metrics" skeleton=|| ().into_any()/>
        </section>
    }
}

#[component]
fn Progress(live: Live) -> impl IntoView {
    let segments = live.shows(|snapshot, _| kpi::segments(snapshot));
    let note = live.shows(kpi::legend_note);
    let there = Memo::new(move |_| segments.with(Option::is_some));
    let shown = Signal::derive(move || segments.get().unwrap_or_default());
    let legend = Memo::new(move |_| {
        let snapshot = live.snapshot.get();
        live.conclude(&snapshot, |snapshot, formats| {
            let entry = |part: kpi::Segment| LegendEntry {
                series: part.series,
                label: part.label.to_owned(),
                value: formats.count(part.count),
            };
            kpi::segments(snapshot)
                .unwrap_or_default()
                .into_iter()
                .map(entry)
                .collect::<Vec<_>>()
        })
    });
    move || {
        there.get().then(|| {
            view! {
                <div class="figures-progress">
                    <SegmentBar segments=shown/>
                    <div class="figures-legend">
                        <Legend entries=legend/>
                        <p>{note}</p>
                    </div>
                </div>
            }
        })
    }
}
