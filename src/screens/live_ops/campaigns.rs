//! The campaigns at work, a card each. Cards keep their places: one that comes
//! stands last, and one that ends stays, until the lists are told to move.

use super::card_note::{Awaited, CardNote};
use crate::domain::campaign::CampaignId;
use crate::domain::glyph::Glyph;
use crate::domain::live_ops::{
    CampaignCard, CardKind, Cards, campaign_cards, campaign_count, campaign_places,
};
use crate::domain::route::Route;
use crate::domain::tone::Tone;
use crate::screens::most::{MOST, cut};
use crate::state::live_ops::{LiveOps, use_live_ops};
use crate::ui::bar::percent;
use crate::ui::{AreaSparkline, Badge, EmptyState, SkeletonKind};
use leptos::prelude::*;

const KIND: CardKind = CardKind::Campaigns;

/// The cards, or why there are none.
#[component]
pub fn RunningCampaigns() -> impl IntoView {
    let live = use_live_ops();
    let order = Memo::new(move |before: Option<&(u32, Vec<CampaignId>)>| {
        let moved = live.moved.get();
        let kept = before.filter(|(then, _)| *then == moved);
        let kept = kept.map_or_else(Vec::new, |(_, order)| order.clone());
        let places = |cards: &Cards| campaign_places(cards, kept, MOST);
        (moved, live.cards.with(places))
    });
    let cards = live.shows(move |cards, formats| {
        order.with(|(_, order)| campaign_cards(cards, order, formats))
    });
    let count = live.shows(|cards, _| campaign_count(cards));
    let ids = move || order.with(|(_, order)| order.clone());
    let any = Memo::new(move |_| order.with(|(_, order)| !order.is_empty()));
    let answered = live.shows(|cards, _| cards.has(KIND));
    let empty = move || {
        (answered.get() && !any.get()).then(|| {
            view! {
                <div class="card">
                    <EmptyState
                        title="No campaign is running"
                        text="Running and paused campaigns stand here. Start one from its page."
                    />
                </div>
            }
        })
    };
    view! {
        <section class="running" aria-labelledby="running-campaigns">
            <h2 class="card-title" id="running-campaigns">
                "Running campaigns " <span class="card-sub">"lines in use; the curve is attempts per step since the window opened"</span>
            </h2>
            <CardNote kind=KIND/>
            <Awaited kind=KIND skeleton=SkeletonKind::Block/>
            {empty}
            <ul class="running-cards">
                <For each=ids key=|id| id.clone() children=move |id| view! { <CampaignPlace live cards id/> }/>
            </ul>
            {move || cut(count.get())}
        </section>
    }
}

#[component]
fn CampaignPlace(live: LiveOps, cards: Memo<Vec<CampaignCard>>, id: CampaignId) -> impl IntoView {
    let wanted = id.clone();
    let shown = Memo::new(move |before: Option<&(bool, Option<CampaignCard>)>| {
        let found = cards.with(|cards| cards.iter().find(|card| card.id == wanted).cloned());
        match found {
            Some(card) => (true, Some(card)),
            None => (false, before.and_then(|(_, card)| card.clone())),
        }
    });
    let text = move |of: fn(&CampaignCard) -> String| {
        Memo::new(move |_| shown.with(|(_, card)| card.as_ref().map(of).unwrap_or_default()))
    };
    let address = live.session.navigation.href(&Route::to_campaign(id));
    let fraction = Memo::new(move |_| {
        percent(shown.with(|(_, card)| card.as_ref().map_or(0.0, |card| card.fraction)))
    });
    let few = Memo::new(move |_| {
        shown.with(|(_, card)| card.as_ref().is_some_and(|card| card.small_sample))
    });
    let curve = Memo::new(move |_| {
        shown.with(|(_, card)| {
            card.as_ref()
                .map(|card| card.curve.clone())
                .unwrap_or_default()
        })
    });
    let name = text(|card| card.name.clone());
    let progress = text(|card| card.progress.clone());
    let lines = text(|card| card.lines.clone());
    let answers = text(|card| card.answers.clone());
    let curve_text = text(|card| card.curve_text.clone());
    view! {
        <li class="card running-card">
            <div class="running-head"><a href=address>{name}</a> <span>{progress}</span></div>
            <span class="mini-bar" aria-hidden="true"><span data-series="completed" style:inline-size=fraction></span></span>
            <div class="running-body">
                <div>
                    <p><b class="running-lines">{lines}</b> " lines"</p>
                    <p class="secondary" data-kind=move || few.get().then_some("small-sample")>{answers}</p>
                </div>
                <AreaSparkline values=curve/>
                <span class="visually-hidden">{curve_text}</span>
            </div>
            <Standing shown/>
        </li>
    }
}

/// Its status when it does not run, and what holds it back.
#[component]
fn Standing(shown: Memo<(bool, Option<CampaignCard>)>) -> impl IntoView {
    let badges = Memo::new(move |_| {
        shown.with(|(is_there, card)| {
            let mut badges = Vec::new();
            if !is_there {
                let gone = "No longer among the running".to_owned();
                badges.push((Tone::Mute, Glyph::DashedCircle, gone));
            }
            let status = card.as_ref().and_then(|card| card.status.as_ref());
            badges.extend(
                status.map(|status| (status.tone(), status.glyph(), status.label().into_owned())),
            );
            let why = card.as_ref().and_then(|card| card.why.as_ref());
            badges.extend(
                why.map(|(severity, text)| (severity.tone(), severity.glyph(), text.clone())),
            );
            badges
        })
    });
    view! {
        <div class="running-why">
            {move || badges.get().into_iter().map(|(tone, glyph, label)| view! { <Badge tone glyph label/> }).collect::<Vec<_>>()}
        </div>
    }
}
