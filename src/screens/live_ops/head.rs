//! The head: how old the cards are, and holding or refreshing them.

use crate::domain::format::Zone;
use crate::domain::timestamp::Timestamp;
use crate::state::live_ops::{EVERY, use_live_ops, write};
use crate::ui::{ActionButton, ButtonKind, Icon, IconName};
use leptos::prelude::*;

/// Changes over less than this, in milliseconds, say nothing of their span.
const MINUTE: i64 = 60_000;

/// Title, what moves and what does not, age, Hold cards, Refresh all.
#[component]
pub fn Head() -> impl IntoView {
    let live = use_live_ops();
    let lead = move || match live.held.get() {
        true => "Cards are held. Nothing is asked until you release them or press Refresh all."
            .to_owned(),
        false => format!("Cards update every {EVERY} s. Lists below hold still until you refresh."),
    };
    let busy = Signal::derive(move || live.is_refreshing());
    let no_reason = Signal::derive(|| None::<String>);
    view! {
        <div class="page-head" part="head">
            <div class="live-title">
                <h1>"Live Ops"</h1>
                <p class="secondary">{lead}</p>
            </div>
            <div class="page-side">
                <Age/>
                <div class="page-actions">
                    <Hold/>
                    <ActionButton
                        label="Refresh all"
                        icon=IconName::Refresh
                        kind=ButtonKind::Secondary
                        available=true
                        reason=no_reason
                        busy
                        on_press=move |()| live.refresh_all()
                    />
                </div>
            </div>
        </div>
    }
}

/// When the oldest of the cards was read, and what the changes are against.
#[component]
fn Age() -> impl IntoView {
    let live = use_live_ops();
    let session = live.session;
    let oldest = Memo::new(move |_| live.oldest());
    let at = Memo::new(move |_| {
        let (read, _) = oldest.get()?;
        let told = live
            .cards
            .with(|cards| write(session, cards, |formats| formats.clock_seconds(&read)));
        Some(told)
    });
    let age = Memo::new(move |_| {
        let came = Timestamp::from_ms(oldest.get()?.1);
        let now = session.clock.get();
        Some(
            session
                .presentation
                .written_in(&Zone::Utc, now, |formats| formats.ago(&came)),
        )
    });
    let against = Memo::new(move |_| {
        let reach = live
            .past
            .with(|past| past.reach())
            .filter(|ms| *ms >= MINUTE)?;
        let reach = reach as f64 / 1000.0;
        let told = session.presentation.written_in(&Zone::Utc, 0, |formats| {
            formats.wait_in_minutes(reach.min(600.0))
        });
        Some(["; ▲▼ show the last ", &*told].concat())
    });
    view! {
        <p class="age">
            {move || at.get().map(|at| view! { <b>"Cards " {at}</b> })}
            <span data-part="age">{age}</span>
            <span>{against}</span>
        </p>
    }
}

/// Holds the cards still, and lets them go again.
#[component]
fn Hold() -> impl IntoView {
    let live = use_live_ops();
    let held = live.held;
    let press = move |_| {
        held.update(|held| *held = !*held);
        if !held.get_untracked() {
            live.catch_up();
        }
    };
    view! {
        <button
            type="button"
            class="button"
            data-kind="secondary"
            aria-pressed=move || if held.get() { "true" } else { "false" }
            on:click=press
        >
            <Icon name=IconName::Pause/>
            <span>"Hold cards"</span>
        </button>
    }
}
