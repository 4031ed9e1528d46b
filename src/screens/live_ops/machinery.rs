//! Runtime and carriers: what carries the work, each in one row.

use super::card_note::{Awaited, CardNote};
use crate::domain::live_ops::{CardKind, HealthRow, health};
use crate::screens::most::{MOST, cut};
use crate::state::live_ops::use_live_ops;
use crate::ui::{Card, QuietStatus, SkeletonKind};
use leptos::prelude::*;

/// The card.
#[component]
pub fn Machinery() -> impl IntoView {
    let live = use_live_ops();
    let rows = live.shows(health);
    let items = move || {
        rows.get()
            .into_iter()
            .take(MOST)
            .map(item)
            .collect::<Vec<_>>()
    };
    view! {
        <Card title="Runtime and carriers" part="machinery">
            <CardNote kind=CardKind::Runtime/>
            <CardNote kind=CardKind::Callbacks/>
            <CardNote kind=CardKind::Credits/>
            <Awaited kind=CardKind::Runtime skeleton=SkeletonKind::Rows(6)/>
            <ul class="health">{items}</ul>
            {move || cut(rows.with(Vec::len))}
        </Card>
    }
}

fn item(row: HealthRow) -> impl IntoView {
    view! {
        <li>
            <span class="health-name">{row.name} {row.code.map(|code| view! { " " <code>{code}</code> })}</span>
            <QuietStatus tone=row.tone glyph=row.glyph label=row.word/>
            <span class="secondary">{row.detail}</span>
        </li>
    }
}
