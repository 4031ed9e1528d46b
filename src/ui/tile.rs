//! KPI tiles, joined into a strip.

use leptos::{either::Either, prelude::*};

use crate::domain::{
    glyph::Glyph,
    kpi::{Delta, Judgement, Tile},
};

use super::{
    glyph::GlyphIcon,
    sparkline::Sparkline,
    tooltip::{FormulaTip, Tooltip},
};

/// Joined tiles: 9 in a row, 5 in a narrow container, 3 on a phone.
#[component]
pub fn TileStrip(
    /// "Key figures".
    #[prop(into)]
    label: Signal<String>,
    /// Whether the figures are from before a failed refresh: dashed outline.
    #[prop(optional, into)]
    stale: Signal<bool>,
    /// The tiles.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="tile-strip" role="group" aria-label=label data-stale=move || stale.get().then_some("")>
            {children()}
        </div>
    }
}

/// One figure with its denominator, its change and its course.
#[component]
pub fn TileView(
    /// The figure, finished by the domain.
    #[prop(into)]
    tile: Signal<Tile>,
    /// "as of 14:32" while refreshes fail; takes the place of the change.
    #[prop(optional, into)]
    stale: Signal<Option<String>>,
) -> impl IntoView {
    let label = tile.with_untracked(|tile| tile.label);
    let explained = Memo::new(move |_| tile.with(|tile| tile.formula.is_some()));
    let title = move || {
        tile.with(|tile| tile.formula.as_ref().map(|it| it.title))
            .unwrap_or_default()
            .to_owned()
    };
    let lines = move || {
        tile.with(|tile| {
            tile.formula
                .as_ref()
                .map(|it| it.lines.clone())
                .unwrap_or_default()
        })
    };
    let head = move || {
        if explained.get() {
            Either::Left(view! {
                <FormulaTip label title=Signal::derive(title) lines=Signal::derive(lines)/>
            })
        } else {
            Either::Right(view! { <span>{label}</span> })
        }
    };
    let kind = Memo::new(move |_| tile.with(value_kind));
    let value = Memo::new(move |_| tile.with(value_text));
    let sub = Memo::new(move |_| tile.with(|tile| tile.sub.clone()));
    view! {
        <div
            class="tile"
            role="group"
            aria-label=label
            data-key=tile.with_untracked(|tile| tile.key)
        >
            <div class="tile-label">{head} <Contradicted tile/></div>
            <div class="tile-value" data-kind=kind>{value}</div>
            <div class="tile-sub">{sub}</div>
            <TileChange tile stale/>
        </div>
    }
}

/// The marker of figures that do not fit together; both are in its tip.
#[component]
fn Contradicted(tile: Signal<Tile>) -> impl IntoView {
    let text =
        Signal::derive(move || tile.with(|tile| tile.contradiction.clone().unwrap_or_default()));
    let there = Memo::new(move |_| tile.with(|tile| tile.contradiction.is_some()));
    move || {
        there.get().then(|| {
            view! {
                <span class="contradiction" data-tone="warn">
                    <Tooltip text>
                        <GlyphIcon glyph=Glyph::TriangleAlert/>
                        <span class="visually-hidden">"Figures contradict each other"</span>
                    </Tooltip>
                </span>
            }
        })
    }
}

/// The change since the refresh before, or the time of the last good figures.
#[component]
fn TileChange(tile: Signal<Tile>, stale: Signal<Option<String>>) -> impl IntoView {
    let delta = Memo::new(move |_| tile.with(|tile| tile.delta.clone()));
    let change = move || match stale.get() {
        Some(as_of) => Change {
            text: as_of,
            spoken: None,
            judgement: "neutral",
        },
        None => delta.get().map(Change::of).unwrap_or_default(),
    };
    let change = Memo::new(move |_| change());
    let trend = Signal::derive(move || tile.with(|tile| tile.trend.clone()));
    view! {
        <div class="tile-change">
            <span
                class="tile-delta"
                data-judgement=move || change.with(|it| it.judgement)
                role=move || change.with(|it| it.spoken.is_some().then_some("img"))
                aria-label=move || change.with(|it| it.spoken.clone())
            >
                {move || change.with(|it| it.text.clone())}
            </span>
            <Sparkline values=trend/>
        </div>
    }
}

/// What stands on the last line of a tile.
#[derive(Clone, Default, PartialEq)]
struct Change {
    text: String,
    /// In words, for screen readers: in place of the arrow.
    spoken: Option<String>,
    judgement: &'static str,
}

impl Change {
    fn of(delta: Delta) -> Self {
        let judgement = match delta.judgement {
            Judgement::Neutral => "neutral",
            Judgement::Good => "good",
            Judgement::Bad => "bad",
        };
        Self {
            text: delta.text,
            spoken: Some(delta.spoken).filter(|spoken| !spoken.is_empty()),
            judgement,
        }
    }
}

fn value_kind(tile: &Tile) -> &'static str {
    match (tile.reported, tile.small_sample) {
        (false, _) => "not-reported",
        (true, true) => "small-sample",
        (true, false) => "figure",
    }
}

/// What is not reported is said so, whatever text came with it.
fn value_text(tile: &Tile) -> String {
    if tile.reported {
        tile.value.clone()
    } else {
        "Not reported".to_owned()
    }
}
