//! The dialer's own metrics, each with its definition, and the callbacks.

use super::metrics::part_label;
use super::stage::is_draft;
use crate::domain::kpi::{FooterPart, callback_counters, metrics};
use crate::state::live::use_live;
use crate::ui::{Card, RichText};
use leptos::prelude::*;

/// The card, only if the API reports some of them and not for a draft; callbacks only while their
/// detection is in use.
#[component]
pub fn DialerMetrics() -> impl IntoView {
    let live = use_live();
    let counted = live.shows(metrics);
    let callbacks = live.shows(callback_counters);
    let draft = is_draft(live);
    let there = Memo::new(move |_| !draft.get() && counted.with(|parts| !parts.is_empty()));
    let calls_back = Memo::new(move |_| callbacks.with(|parts| !parts.is_empty()));
    move || {
        there.get().then(|| {
            view! {
                <Card title="Dialer metrics" part="metrics">
                    <div class="card-body stack">
                        <dl class="stat-grid">{move || cells(counted.get())}</dl>
                        {move || calls_back.get().then(|| view! {
                            <section class="part" aria-label="Callbacks">
                                <h3 class="part-head">"Callbacks"</h3>
                                <dl class="stat-grid">{move || cells(callbacks.get())}</dl>
                            </section>
                        })}
                    </div>
                </Card>
            }
        })
    }
}

fn cells(parts: Vec<FooterPart>) -> Vec<AnyView> {
    let cell = |part: FooterPart| {
        view! {
            <div class="stat" data-kind=part.small_sample.then_some("small-sample")>
                <dt>{part_label(part.label, part.formula)}</dt>
                <dd class="stat-line"><RichText rich=part.value/></dd>
            </div>
        }
        .into_any()
    };
    parts.into_iter().map(cell).collect()
}
