//! One section of a campaign by itself, for a page around that shows no more.
//! Ways to other places are left out by the styles: there is no other place.

use super::action_menu::intervals;
use super::containment::Containing;
use super::evidence::Numbers;
use super::tasks::TasksOnScreen;
use super::{
    banners, containment_dialog, dispatch, drawer, figures, head, numbers, polling, tasks,
    tell_refreshes, timeline, verdict,
};
use crate::domain::campaign::CampaignId;
use crate::domain::glyph::Glyph;
use crate::domain::panel::{Nothing, Panel};
use crate::domain::route::{Route, TaskQuery};
use crate::domain::tone::Tone;
use crate::part;
use crate::screens::listed::Listed;
use crate::screens::loaded::Loaded;
use crate::state::live::{Live, Opened};
use crate::state::session::use_session;
use crate::ui::{ActionButton, Card, IconName, Menu, Note, Skeleton, SkeletonKind};
use leptos::prelude::*;

part!(
    /// Fetches the section that the page around asks for.
    fetch, campaign_panel, build
);

fn build() -> AnyView {
    let session = use_session();
    let word = session.around.host().text("panel").unwrap_or_default();
    let Some(panel) = Panel::from_word(&word) else {
        let fact = ["There is no panel “", &*word, "”."].concat();
        return wrong("Ringside", fact, ["Known are ", &*known(), "."].concat());
    };
    let route = session.navigation.route();
    let campaign = Memo::new(move |_| {
        route.with(|route| match route {
            Route::Campaign { id, .. } => Some(id.clone()),
            _ => None,
        })
    });
    let homeless = move || {
        let how = "Name one by campaign-id, or by a route such as /campaigns/cmp_8f3k2q.";
        let fact = ["The panel “", panel.word(), "” needs a campaign."].concat();
        wrong(panel.heading(), fact, how.to_owned())
    };
    (move || match campaign.get() {
        Some(id) => view! { <Alone panel id/> }.into_any(),
        None => homeless(),
    })
    .into_any()
}

/// "kpi, verdict and timeline".
fn known() -> String {
    let words: Vec<&str> = Panel::ALL.into_iter().map(Panel::word).collect();
    match words.split_last() {
        Some((last, others)) => [&*others.join(", "), " and ", last].concat(),
        None => String::new(),
    }
}

/// What whoever set the panel up must correct.
fn wrong(heading: &'static str, fact: String, how: String) -> AnyView {
    view! {
        <div class="panel" role="alert">
            <Card title=heading>
                <div class="card-body">
                    <Note tone=Tone::Warn glyph=Glyph::TriangleAlert><b>{fact}</b> " " {how}</Note>
                </div>
            </Card>
        </div>
    }
    .into_any()
}

#[component]
fn Alone(panel: Panel, id: CampaignId) -> impl IntoView {
    let page = Opened::new(use_session(), id);
    polling::start(page);
    let unnamed = Memo::new(move |_| page.remote.state.with(|state| state.value().is_none()));
    view! {
        <div class="screen panel">
            {move || unnamed.get().then(|| view! { <h2 class="visually-hidden">{panel.heading()}</h2> })}
            <Loaded
                remote=page.remote
                what=panel.subject()
                skeleton=move || bones(panel)
                content=move |snapshot| {
                    let live = Live::follow(page, snapshot);
                    tell_refreshes(live);
                    view! { <Section live panel/> }.into_any()
                }
            />
        </div>
    }
}

/// The section's place, with its heading where it has one on screen.
fn bones(panel: Panel) -> AnyView {
    let kind = match panel {
        Panel::Verdict => return view! { <Skeleton kind=SkeletonKind::Verdict/> }.into_any(),
        Panel::Kpi => {
            return view! {
                <div class="card" aria-hidden="true"><div class="tile-strip">
                    {(0..8).map(|_| view! { <div class="tile"><Skeleton kind=SkeletonKind::Tile/></div> }).collect::<Vec<_>>()}
                </div></div>
            }
            .into_any();
        }
        Panel::Timeline => SkeletonKind::Block,
        Panel::Dispatch | Panel::Tasks | Panel::Numbers => SkeletonKind::Rows(8),
    };
    view! {
        <div class="card" aria-hidden="true">
            <div class="card-head"><p class="card-title">{panel.heading()}</p></div>
            <div class="card-body"><Skeleton kind/></div>
        </div>
    }
    .into_any()
}

#[component]
fn Section(live: Live, panel: Panel) -> impl IntoView {
    Containing::provide();
    Numbers::provide();
    provide_context(Listed::default());
    provide_context(TasksOnScreen::default());
    let nothing = live.shows(move |snapshot, _| panel.nothing(snapshot));
    let nothing = Memo::new(move |_| {
        let asks = panel == Panel::Tasks && live.query().get() != TaskQuery::default();
        nothing.get().filter(|_| !asks)
    });
    let is_bare = Memo::new(move |_| nothing.with(Option::is_some));
    let told = move || {
        nothing.get().map(
            |Nothing {
                 tone,
                 glyph,
                 fact,
                 more,
             }| {
                view! { <Note tone glyph><b>{fact}</b> " " {more}</Note> }
            },
        )
    };
    view! {
        <Head live/>
        {(panel == Panel::Numbers).then(|| view! { <banners::Refused/> })}
        <banners::Stale still=None/>
        {move || if is_bare.get() {
            view! { <Card title=panel.heading()><div class="card-body">{told}</div></Card> }.into_any()
        } else {
            drawn(panel)
        }}
    }
}

fn drawn(panel: Panel) -> AnyView {
    match panel {
        Panel::Kpi => view! { <figures::Figures/> }.into_any(),
        Panel::Verdict => view! { <verdict::Verdict/> }.into_any(),
        Panel::Dispatch => view! { <dispatch::DispatchHealth/> }.into_any(),
        Panel::Timeline => view! { <timeline::Timeline/> }.into_any(),
        Panel::Tasks => view! { <tasks::Tasks/> <drawer::TaskDrawer/> }.into_any(),
        Panel::Numbers => {
            view! { <numbers::NumberPool/> <containment_dialog::ContainmentDialog/> }.into_any()
        }
    }
}

/// Which campaign, how old the figures are, and how they are asked for anew.
#[component]
fn Head(live: Live) -> impl IntoView {
    let name = live.shows(|snapshot, _| snapshot.campaign.name.clone());
    let refreshing = Signal::derive(move || live.page.remote.state.with(|state| state.is_asking()));
    let no_reason = Signal::derive(|| None::<String>);
    let items = Signal::derive(move || intervals(live.page.session).collect::<Vec<_>>());
    view! {
        <div class="panel-head">
            <p class="panel-campaign"><b>{name}</b> <head::Status/></p>
            <head::Age/>
            <div class="panel-actions">
                <ActionButton
                    label="Refresh"
                    icon=IconName::Refresh
                    available=true
                    reason=no_reason
                    busy=refreshing
                    on_press=move |()| live.page.remote.refresh()
                />
                <Menu label="How often to refresh" icon=IconName::Dots items/>
            </div>
        </div>
    }
}
