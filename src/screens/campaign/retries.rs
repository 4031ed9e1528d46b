//! Whether calling again helps, and which variant does better.

use crate::domain::ab_test::{AbResults, VariantRow, results};
use crate::domain::retries::{RetryRow, table};
use crate::domain::tone::Tone;
use crate::screens::text_cell::text;
use crate::state::live::{Live, use_live};
use crate::ui::{Badge, Card, Fragment, MeterBar, TableFrame};
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
        rows.into_iter().map(retry_row).collect::<Vec<_>>()
    };
    let verdict = move || shown.get().map(|table| table.verdict);
    move || {
        there.get().then(|| {
            view! {
                <Card title="Retry effectiveness" sub part="retries">
                    <TableFrame label="Retry effectiveness" head><tbody>{rows}</tbody></TableFrame>
                    <p class="card-note">{verdict}</p>
                </Card>
            }
        })
    }
}

fn retry_row(row: RetryRow) -> impl IntoView {
    let small = row
        .small_sample
        .then_some("Too few attempts to judge: under 20.");
    let fraction = row.fraction.unwrap_or(0.0);
    view! {
        <tr>
            <th scope="row">{row.label}</th>
            <td class="num">{row.dialed}</td>
            <td class="num">{row.answered}</td>
            <td class="num strong" data-kind=small.map(|_| "small-sample") title=small>{row.rate}</td>
            <td class="meter-cell"><MeterBar fraction tone=bar_tone(row.small_sample)/></td>
            <td class="num">{row.reached}</td>
            <td class="num">{row.cost_per_answer}</td>
        </tr>
    }
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
        rows.into_iter().map(variant_row).collect::<Vec<_>>()
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
                    <TableFrame label="A/B test" head><tbody>{rows}</tbody></TableFrame>
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

fn variant_row(row: VariantRow) -> impl IntoView {
    let small = row.small_sample.then_some("Too few calls to compare.");
    view! {
        <tr>
            <th scope="row">{row.name} <span class="sub">{row.sub}</span></th>
            {Fragment::from(text(row.calls, "calls", "num"))}
            {Fragment::from(text(row.reached, "reached", "num"))}
            <td class="num strong" data-kind=small.map(|_| "small-sample") title=small>{row.rate}</td>
        </tr>
    }
}
