//! What completed calls came to: dispositions and sentiment, as bars.

use crate::charts::bars::drawing;
use crate::domain::breakdown::{self, Breakdown};
use crate::domain::format::Formats;
use crate::domain::snapshot::Snapshot;
use crate::part;
use crate::screens::part::LazyPart;
use crate::state::live::{Live, use_live};
use crate::state::part::Fetching;
use crate::ui::{Card, ChartHost, FigureTable};
use leptos::prelude::*;

type Conclude = fn(&Snapshot, &Formats<'_>) -> Option<Breakdown>;

part!(
    /// Fetches the bars of the dispositions.
    fetch_dispositions, charts, dispositions
);
part!(
    /// Fetches the bars of the sentiment.
    fetch_sentiment, charts, sentiment
);

/// Both cards side by side, each only if there is something to show.
#[component]
pub fn Breakdowns() -> impl IntoView {
    view! {
        <div class="pair">
            <BarCard conclude=breakdown::dispositions fetch=fetch_dispositions part="dispositions"/>
            <BarCard conclude=breakdown::sentiment fetch=fetch_sentiment part="sentiment"/>
        </div>
    }
}

#[component]
fn BarCard(conclude: Conclude, fetch: fn() -> Fetching, part: &'static str) -> impl IntoView {
    let live = use_live();
    let there = live.shows(move |snapshot, formats| conclude(snapshot, formats).is_some());
    let shown = shown(live, conclude);
    let title = Signal::derive(move || shown.with(|shown| shown.title.clone()));
    let sub = Signal::derive(move || shown.with(|shown| shown.heading.clone()));
    let note = Memo::new(move |_| shown.with(|shown| shown.note.clone()));
    let space = || view! { <div class="chart-space"></div> }.into_any();
    move || {
        there.get().then(|| {
            view! {
                <Card title sub part>
                    <div class="card-body stack">
                        <LazyPart fetch what="The chart" skeleton=space/>
                        <p class="secondary" hidden=move || note.with(String::is_empty)>{note}</p>
                    </div>
                </Card>
            }
        })
    }
}

/// The bars on screen; empty only while their card is on its way out.
fn shown(live: Live, conclude: Conclude) -> Memo<Breakdown> {
    live.shows(move |snapshot, formats| conclude(snapshot, formats).unwrap_or_default())
}

fn dispositions() -> AnyView {
    bars(breakdown::dispositions)
}

fn sentiment() -> AnyView {
    bars(breakdown::sentiment)
}

fn bars(conclude: Conclude) -> AnyView {
    let shown = shown(use_live(), conclude);
    let picture = Memo::new(move |_| shown.with(drawing));
    let label = Signal::derive(move || shown.with(|shown| shown.title.clone()));
    let summary = Signal::derive(move || shown.with(|shown| shown.summary.clone()));
    let option = Signal::derive(move || picture.with(|picture| picture.json.clone()));
    let height = Signal::derive(move || picture.with(|picture| picture.height));
    let head = Signal::derive(move || shown.with(|shown| shown.head.map(str::to_owned).to_vec()));
    let rows = Signal::derive(move || {
        let row = |bar: &breakdown::PartBar| {
            vec![bar.label.clone(), bar.count.clone(), bar.percent.clone()]
        };
        shown.with(|shown| shown.bars.iter().map(row).collect())
    });
    let table = move || view! { <FigureTable label head rows/> };
    view! { <ChartHost label summary option height table/> }.into_any()
}
