//! The header: which campaign, its status, how old the figures are, what can
//! be done.

use super::stage::is_running;
use super::{actions, likely_end};
use crate::domain::format::Formats;
use crate::domain::snapshot::Snapshot;
use crate::domain::status::CampaignStatus;
use crate::domain::timestamp::Timestamp;
use crate::screens::part::LazyPart;
use crate::state::live::use_live;
use crate::ui::badge::Badge;
use crate::ui::copy_text::CopyText;
use crate::ui::tooltip::Tooltip;
use leptos::prelude::*;

/// Name, status, age, actions, and the facts that identify the campaign.
#[component]
pub fn Head() -> impl IntoView {
    let live = use_live();
    let name = live.shows(|snapshot, _| snapshot.campaign.name.clone());
    let id = live.shows(|snapshot, _| snapshot.campaign.id.0.clone());
    let facts = live.shows(facts);
    let running = is_running(live);
    let end_space = || view! { <li class="fact-space"></li> }.into_any();
    let list = move || {
        facts
            .get()
            .into_iter()
            .map(|fact| view! { <li>{fact}</li> })
            .collect::<Vec<_>>()
    };
    view! {
        <div class="page-head" part="head">
            <div class="page-title">
                <h1>{name}</h1>
                <Status/>
            </div>
            <div class="page-side">
                <Age/>
                <LazyPart fetch=actions::fetch what="The buttons" skeleton=|| view! { <div class="page-actions"></div> }.into_any()/>
            </div>
            <ul class="facts">
                <li><CopyText text=id label="Copy campaign ID"/></li>
                {list}
                {move || running.get().then(|| view! {
                    <LazyPart fetch=likely_end::fetch what="The likely end" skeleton=end_space/>
                })}
            </ul>
        </div>
    }
}

/// The campaign's status, with its meaning.
#[component]
pub fn Status() -> impl IntoView {
    let status = use_live().shows(|snapshot, _| {
        let status = CampaignStatus::from_wire(&snapshot.campaign.status);
        (
            status.tone(),
            status.glyph(),
            status.label().to_string(),
            status.meaning(),
        )
    });
    let meaning = Signal::derive(move || {
        let (_, _, label, meaning) = status.get();
        meaning.map_or_else(|| format!("The API's own status: {label}."), str::to_owned)
    });
    view! {
        <Tooltip text=meaning>
            {move || {
                let (tone, glyph, label, _) = status.get();
                view! { <Badge tone glyph label/> }
            }}
        </Tooltip>
    }
}

/// When the figures were read, and how long ago that is: the one text on the
/// page that moves by itself.
#[component]
pub fn Age() -> impl IntoView {
    let live = use_live();
    let stale = live.stale();
    let at = live.shows(|snapshot, formats| formats.clock_seconds(&snapshot.captured_at));
    let base = live.shows(|_, _| ());
    let since = Memo::new(move |_| {
        base.track();
        let previous = live
            .history
            .with(|history| history.previous().and_then(|figures| figures.captured_ms));
        previous.map(|at| {
            let snapshot = live.snapshot.get();
            live.conclude(&snapshot, |_, formats| {
                formats.clock(&Timestamp::from_ms(at))
            })
        })
    });
    view! {
        <p class="age" data-stale=move || stale.get().then_some("")>
            <b>{move || if stale.get() { "Last good " } else { "Updated " }} {at}</b>
            <span data-part="age">{live.page.session.age(live.page.remote)}</span>
            {move || match (stale.get(), since.get()) {
                (true, _) => "; changes not shown".to_owned(),
                (false, Some(at)) => format!("; ▲▼ show change since {at}"),
                (false, None) => String::new(),
            }}
        </p>
    }
}

fn facts(snapshot: &Snapshot, formats: &Formats<'_>) -> Vec<String> {
    let campaign = &snapshot.campaign;
    let agent = campaign
        .agent
        .as_deref()
        .map(|agent| format!("Agent {agent}"));
    let priority =
        campaign
            .priority
            .copied()
            .map(|level| match campaign.priority_levels.copied() {
                Some(levels) => format!("Priority {level} of {levels}"),
                None => format!("Priority {level}"),
            });
    let started = campaign
        .started_at
        .value()
        .map(|at| format!("Started {}", formats.date_time(at)));
    let starts = campaign.starts_at.value().filter(|_| started.is_none());
    let starts = starts.map(|at| format!("Starts {}", formats.date_time(at)));
    let ended = campaign
        .ended_at
        .value()
        .map(|at| format!("Ended {}", formats.date_time(at)));
    [agent, priority, started, starts, ended]
        .into_iter()
        .flatten()
        .collect()
}
