//! What completed calls came to: dispositions and sentiment, as bars.

use crate::charts::bars::drawing;
use crate::domain::breakdown::{self, Breakdown};
use crate::domain::format::Formats;
use crate::domain::snapshot::Snapshot;
use crate::part;
use crate::screens::part::LazyPart;
use crate::state::live::use_live;
use crate::ui::{Card, ChartHost, FigureTable};
use leptos::prelude::*;

type Conclude = fn(&Snapshot, &Formats<'_>) -> Option<Breakdown>;

part!(
    /// Fetches the bars: nobody waits for the code that draws.
    fetch, charts, bars
);

/// Both cards side by side, each only if there is something to show.
#[component]
pub fn Breakdowns() -> impl IntoView {
    view! {
        <div class="pair">
            <BarCard conclude=breakdown::dispositions part="dispositions"/>
            <BarCard conclude=breakdown::sentiment part="sentiment"/>
        </div>
    }
}

#[component]
fn BarCard(conclude: Conclude, part: &'static str) -> impl IntoView {
    let live = use_live();
    let found = live.shows(conclude);
    let there = Memo::new(move |_| found.with(Option::is_some));
    // Empty only while the card is on its way out.
    let shown = Memo::new(move |_| found.get().unwrap_or_default());
    let title = Signal::derive(move || shown.with(|shown| shown.title.clone()));
    let sub = Signal::derive(move || shown.with(|shown| shown.heading.clone()));
    let note = Memo::new(move |_| shown.with(|shown| shown.note.clone()));
    let space = || view! { <div class="chart-space"></div> }.into_any();
    move || {
        there.get().then(|| {
            provide_context(shown);
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

fn bars() -> AnyView {
    let shown: Memo<Breakdown> = expect_context();
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
