//! The summary: six figures of the workspace in one joined strip.

use super::card_note::{Awaited, CardNote};
use crate::domain::kpi::Tile;
use crate::domain::live_ops::{CardKind, CardTile, tiles};
use crate::state::live_ops::use_live_ops;
use crate::ui::{SkeletonKind, TileView};
use leptos::prelude::*;

/// The strip.
#[component]
pub fn Strip() -> impl IntoView {
    let mut told: Vec<CardKind> = Vec::new();
    let places = tiles().map(|tile| {
        let tells = !told.contains(&tile.card);
        told.push(tile.card);
        view! { <Place tile tells/> }
    });
    view! {
        <section aria-label="Summary">
            <div class="tile-strip" data-kind="live">{places.into_iter().collect::<Vec<_>>()}</div>
        </section>
    }
}

#[component]
fn Place(
    tile: CardTile,
    /// Whether it is the one that says what is wrong with their card.
    tells: bool,
) -> impl IntoView {
    let live = use_live_ops();
    let drawn = Memo::new(move |_| {
        live.past.with(|past| {
            live.cards.with(|cards| {
                crate::state::live_ops::write(live.session, cards, |formats| {
                    tile.draw(cards, past, formats)
                })
            })
        })
    });
    let there = Memo::new(move |_| drawn.with(Option::is_some));
    let stale = Signal::derive(move || {
        let feed = live.feed(tile.card)?;
        feed.trouble
            .with(Option::is_some)
            .then(|| "not current".to_owned())
    });
    let content = move || {
        match there.get() {
        true => {
            let shown = Memo::new(move |before: Option<&Tile>| {
                drawn.get().or_else(|| before.cloned()).unwrap_or_default()
            });
            view! { <TileView tile=shown stale/> }.into_any()
        }
        false => view! {
            <div class="tile" role="group" aria-label=tile.label>
                <div class="tile-label"><span>{tile.label}</span></div>
                <Awaited kind=tile.card skeleton=SkeletonKind::Tile/>
                {move || (!tells && stale.get().is_some()).then(|| view! { <div class="tile-sub">"Did not load"</div> })}
            </div>
        }
        .into_any(),
    }
    };
    view! {
        <div class="live-place" data-stale=move || stale.get().is_some().then_some("")>
            {content}
            {tells.then(|| view! { <CardNote kind=tile.card/> })}
        </div>
    }
}
