//! Whether calling again helps, and which variant does better.

use crate::domain::ab_test::{AbResults, VariantRow, results};
use crate::domain::retries::{RetryRow, table};
use crate::domain::tone::Tone;
use crate::screens::text_cell::{row_header, sub, td, text};
use crate::state::live::{Live, use_live};
use crate::ui::{Badge, Card, Fragment, Markup, TableFrame, meter_bar};
use leptos::prelude::*;

/// Retry effectiveness and the A/B test side by side, each only if reported.
#[component]
pub fn RetriesAndVariants() -> impl IntoView {
    let live = use_live();
    view! {
        <div class="pair pair-wide">
            <Retries live/>
            <Variants live/>
        </div>
    }
}

#[component]
fn Retries(live: Live) -> impl IntoView {
    let shown = live.shows(table);
    let there = Memo::new(move |_| shown.with(Option::is_some));
    let sub = Signal::derive(move || {
        shown
            .with(|table| table.as_ref().map(|table| table.heading.clone()))
            .unwrap_or_default()
    });
    let head = || {
        view! {
            <tr>
                <th scope="col">"Attempt"</th>
                <th scope="col" class="num">"Dialed"</th>
                <th scope="col" class="num">"Answered"</th>
                <th scope="col" class="num">"Rate"</th>
                <th scope="col"><span class="visually-hidden">"Rate as a bar"</span></th>
                <th scope="col" class="num">"Reached so far"</th>
                <th scope="col" class="num">"Cost per answer"</th>
            </tr>
        }
    };
    let rows = move || {
        let rows = shown.get().map(|table| table.rows).unwrap_or_default();
        Fragment::from(Markup::new("tbody").children(rows.into_iter().map(retry_row)))
    };
    let verdict = move || shown.get().map(|table| table.verdict);
    move || {
        there.get().then(|| {
            view! {
                <Card title="Retry effectiveness" sub part="retries">
                    <TableFrame label="Retry effectiveness" head>{rows}</TableFrame>
                    <p class="card-note">{verdict}</p>
                </Card>
            }
        })
    }
}

fn retry_row(row: RetryRow) -> Markup {
    let small = row
        .small_sample
        .then_some("Too few attempts to judge: under 20.");
    let bar = meter_bar(row.fraction.unwrap_or(0.0), bar_tone(row.small_sample));
    Markup::new("tr").children([
        row_header().text(row.label),
        td("num").text(row.dialed),
        td("num").text(row.answered),
        rate(row.rate, small),
        td("meter-cell").child(bar),
        td("num").text(row.reached),
        td("num").text(row.cost_per_answer),
    ])
}

/// A rate that says why it proves little.
fn rate(rate: String, small: Option<&'static str>) -> Markup {
    td("num strong")
        .with_some("data-kind", small.map(|_| "small-sample"))
        .with_some("title", small)
        .text(rate)
}

fn bar_tone(small_sample: bool) -> Tone {
    if small_sample {
        Tone::Mute
    } else {
        Tone::Accent
    }
}

#[component]
fn Variants(live: Live) -> impl IntoView {
    let shown = live.shows(results);
    let there = Memo::new(move |_| shown.with(Option::is_some));
    let badge = move || {
        shown.get().map(|results| {
            view! { <Badge tone=results.tone glyph=results.glyph label=results.badge/> }
        })
    };
    let metric = move || shown.get().map(|results| results.metric);
    let head = move || {
        view! {
            <tr>
                <th scope="col">"Variant"</th>
                <th scope="col" class="num">"Calls"</th>
                <th scope="col" class="num">{metric}</th>
                <th scope="col" class="num">"Rate"</th>
            </tr>
        }
    };
    let rows = move || {
        let rows = shown.get().map(|results| results.rows).unwrap_or_default();
        Fragment::from(Markup::new("tbody").children(rows.into_iter().map(variant_row)))
    };
    let cards = move || {
        let card = |results: &AbResults| results.rows.iter().map(variant_card).collect::<Vec<_>>();
        shown.with(|results| results.as_ref().map(card))
    };
    let verdict = move || shown.get().map(|results| results.verdict);
    move || {
        there.get().then(|| {
            view! {
                <Card title="A/B test" badge=move || badge part="variants">
                    <ul class="variant-cards" aria-label="Variants">{cards}</ul>
                    <TableFrame label="A/B test" head>{rows}</TableFrame>
                    <p class="card-note">{verdict}</p>
                </Card>
            }
        })
    }
}

/// The variant's rate at a glance, with the calls behind it.
fn variant_card(row: &VariantRow) -> impl IntoView + use<> {
    let calls = [&*row.reached.text, " of ", &*row.calls.text, " calls"].concat();
    let small = row.small_sample.then_some("small-sample");
    view! {
        <li class="variant-card" data-kind=small>
            <span>{row.name.clone()}</span>
            <b>{row.rate.clone()}</b>
            <small>{calls}</small>
        </li>
    }
}

fn variant_row(row: VariantRow) -> Markup {
    let small = row.small_sample.then_some("Too few calls to compare.");
    Markup::new("tr").children([
        row_header().text(row.name).text(" ").child(sub(row.sub)),
        text(row.calls, "calls", "num"),
        text(row.reached, "reached", "num"),
        rate(row.rate, small),
    ])
}
