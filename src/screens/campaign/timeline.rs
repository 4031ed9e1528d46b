//! The campaign over time: what its dials came to, and what bent the curve.

use crate::charts::timeline::drawing;
use crate::domain::timeline::{self, TimelineChart};
use crate::part;
use crate::screens::part::LazyPart;
use crate::state::live::use_live;
use crate::ui::{Card, ChartHost, ChartPin, ChartPins, FigureTable, Legend, LegendEntry};
use leptos::prelude::*;

part!(
    /// Fetches the picture: nobody waits for the code that draws.
    fetch, charts, plot
);

/// The card, only if there is more than one span of time to show.
#[component]
pub fn Timeline() -> impl IntoView {
    let live = use_live();
    let found = live.shows(timeline::chart);
    let there = Memo::new(move |_| found.with(Option::is_some));
    // Empty only while the card is on its way out.
    let chart = Memo::new(move |_| found.get().unwrap_or_default());
    move || {
        there.get().then(|| {
            provide_context(chart);
            view! { <TimelineCard chart/> }
        })
    }
}

#[component]
fn TimelineCard(chart: Memo<TimelineChart>) -> impl IntoView {
    let heading = Signal::derive(move || chart.with(|chart| chart.heading.clone()));
    let entries = Signal::derive(move || {
        let entry = |series: &timeline::Series| LegendEntry {
            series: series.series,
            label: series.label.to_owned(),
            value: series.total.clone(),
        };
        chart.with(|chart| chart.series.iter().map(entry).collect::<Vec<_>>())
    });
    view! {
        <Card title="Campaign timeline" sub=heading actions=move || view! { <Legend entries/> } part="timeline">
            <div class="card-body">
                <LazyPart fetch what="The timeline" skeleton=|| view! { <div class="chart-space"></div> }.into_any()/>
            </div>
        </Card>
    }
}

fn plot() -> AnyView {
    let live = use_live();
    let chart: Memo<TimelineChart> = expect_context();
    let picture = live.shows(move |_, formats| chart.with(|chart| drawing(chart, formats)));
    let summary = Signal::derive(move || chart.with(|chart| chart.summary.clone()));
    let option = Signal::derive(move || picture.with(|picture| picture.json.clone()));
    let height = Signal::derive(move || picture.with(|picture| picture.height));
    let head = Signal::derive(move || chart.with(|chart| chart.head.to_vec()));
    let rows = Signal::derive(move || {
        chart.with(|chart| chart.rows.iter().map(|row| row.to_vec()).collect())
    });
    let table = move || view! { <FigureTable label="Campaign timeline" head rows/> };
    let pins = Signal::derive(move || {
        let pin = |pin: &timeline::Pin| ChartPin {
            number: pin.number.to_string(),
            time: pin.time.clone(),
            text: match &pin.who {
                Some(who) => [&*pin.text, ", ", who].concat(),
                None => pin.text.clone(),
            },
        };
        chart.with(|chart| chart.pins.iter().map(pin).collect())
    });
    let shaded = Signal::derive(move || chart.with(|chart| chart.filling_note.clone()));
    let notes = move || view! { <ChartPins pins shaded/> };
    view! { <ChartHost label="Campaign timeline" summary option height notes table/> }.into_any()
}
