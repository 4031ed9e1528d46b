//! How long the workspace's tasks have been where they are.

use super::card_note::{Awaited, CardNote};
use crate::domain::live_ops::CardKind;
use crate::domain::state_age::board_of;
use crate::screens::age_table::AgeTable;
use crate::state::live_ops::use_live_ops;
use crate::ui::{Card, EmptyState, SkeletonKind};
use leptos::prelude::*;

const KIND: CardKind = CardKind::States;

/// The board of all campaigns.
#[component]
pub fn Ages() -> impl IntoView {
    let live = use_live_ops();
    let shown = live.shows(|cards, formats| {
        let states = cards.states.as_deref()?.states.value()?;
        board_of(states, formats)
    });
    let there = Memo::new(move |_| shown.with(Option::is_some));
    let answered = live.shows(|cards, _| cards.has(KIND));
    let empty = move || {
        answered.get().then(|| {
            view! {
                <EmptyState
                    title="No task is in a state"
                    text="Tasks appear here as soon as a campaign dials."
                />
            }
        })
    };
    move || match there.get() {
        true => view! { <AgeTable shown note=|| view! { <CardNote kind=KIND/> }/> }.into_any(),
        false => view! {
            <Card title="Age in state" part="ages">
                <CardNote kind=KIND/>
                <Awaited kind=KIND skeleton=SkeletonKind::Rows(7)/>
                {empty}
            </Card>
        }
        .into_any(),
    }
}
