//! What the numbered pins of a chart stand for.

use leptos::prelude::*;

/// One pin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartPin {
    /// Its number on the chart.
    pub number: String,
    /// When: "10:45".
    pub time: String,
    /// What, and who: "Concurrency 40 → 60, A. Ruiz".
    pub text: String,
}

/// The list below a chart: its pins, and what is shaded.
#[component]
pub fn ChartPins(
    /// In the order of their numbers.
    #[prop(into)]
    pins: Signal<Vec<ChartPin>>,
    /// What the shade says: "14:30 bucket is still filling".
    #[prop(into)]
    shaded: Signal<Option<String>>,
) -> impl IntoView {
    let lines = move || pins.get().into_iter().map(line).collect::<Vec<_>>();
    let shade = move || {
        shaded.get().map(|text| {
            view! {
                <li class="chart-shaded">
                    <i class="chart-pin" aria-hidden="true"></i>
                    <span>{text}</span>
                </li>
            }
        })
    };
    let is_empty = move || pins.with(Vec::is_empty) && shaded.with(Option::is_none);
    view! { <ul class="chart-pins" hidden=is_empty>{lines}{shade}</ul> }
}

fn line(pin: ChartPin) -> impl IntoView {
    view! {
        <li>
            <span class="chart-pin">{pin.number}</span>
            <span><b>{pin.time}</b> " " {pin.text}</span>
        </li>
    }
}
