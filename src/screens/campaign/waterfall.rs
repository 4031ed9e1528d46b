//! The limits between a contact and a line, the smallest marked.

use crate::domain::glyph::Glyph;
use crate::domain::waterfall::{Limit, waterfall};
use crate::state::live::use_live;
use crate::ui::bar::percent;
use crate::ui::glyph::GlyphIcon;
use leptos::prelude::*;

/// One bar a limit, on one scale of lines.
#[component]
pub fn WaterfallRows() -> impl IntoView {
    let live = use_live();
    let waterfall = live.shows(waterfall);
    let rows = move || {
        let waterfall = waterfall.get();
        let scale = waterfall.scale_max;
        let in_use = waterfall
            .in_use
            .map(|lines| percent(lines as f64 / scale.max(1) as f64));
        waterfall
            .rows
            .into_iter()
            .map(|limit| row(limit, scale, in_use.clone()))
            .collect::<Vec<_>>()
    };
    let in_use = Memo::new(move |_| {
        let lines = waterfall.with(|waterfall| waterfall.in_use)?;
        let snapshot = live.snapshot.get();
        Some(live.conclude(&snapshot, |_, formats| formats.count(lines)))
    });
    let missing = move || {
        let names = waterfall.with(|waterfall| waterfall.not_reported.join(", "));
        (!names.is_empty()).then(|| {
            view! { <p class="waterfall-missing">"Not reported by this API: " {names} "."</p> }
        })
    };
    view! {
        <div class="waterfall" role="group" aria-label="Capacity waterfall">
            <p class="waterfall-head">
                <span>"Lines each limit allows. The smallest one decides."</span>
                {move || in_use.get().map(|lines| view! { <span class="waterfall-use">"in use: " {lines}</span> })}
            </p>
            <ul class="waterfall-rows">{rows}</ul>
            {missing}
        </div>
    }
}

fn row(limit: Limit, scale: i64, in_use: Option<String>) -> impl IntoView {
    let fill = percent(limit.fill(scale));
    let binding = limit.binding;
    view! {
        <li class="limit" data-tone=limit.tone.name() data-binding=binding.then_some("")>
            <span class="limit-mark">
                {binding.then(|| view! { <GlyphIcon glyph=Glyph::DiamondAlert/> })}
            </span>
            <span class="limit-label">
                {limit.label}
                {binding.then(|| view! { <span class="visually-hidden">" (decides now)"</span> })}
            </span>
            <span class="limit-bar" aria-hidden="true">
                <span class="limit-track"></span>
                <span class="limit-fill" style:inline-size=fill></span>
                {in_use.map(|at| view! { <span class="limit-use" style:inset-inline-start=at></span> })}
            </span>
            <span class="limit-value">{limit.value_text}</span>
            <span class="limit-owner" title=limit.owner_text.clone()>{limit.owner_text.clone()}</span>
        </li>
    }
}
