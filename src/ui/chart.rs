//! A chart: the picture, the sentence that sums it up, and the same as a table.

use leptos::{html, prelude::*};

use crate::living::spawn_with;

use super::{element_id::element_id, placement::pixels};
pub use engine::ChartSource;
use engine::{OpenChart, open_chart};
use near_screen::NearScreen;

mod engine;
mod near_screen;
mod pins;
mod table;

pub use pins::{ChartPin, ChartPins};
pub use table::FigureTable;

/// How far the picture has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Not fetched yet: it is far from the screen, or on its way.
    Waiting,
    Drawn,
    /// It could not be fetched or drawn; the table stands in for it.
    Missing,
}

/// Draws a chart once it comes near the screen, and follows its figures, its
/// size and the theme. The place it needs is kept free from the start.
///
/// For assistive technology the picture is its sentence; every figure is in
/// the table, which is a press away, and is there at once when the picture
/// cannot be fetched.
#[component]
pub fn ChartHost(
    /// What it shows: "Campaign timeline".
    #[prop(into)]
    label: Signal<String>,
    /// The chart in a sentence.
    #[prop(into)]
    summary: Signal<String>,
    /// What `public/chart.js` draws, as JSON.
    #[prop(into)]
    option: Signal<String>,
    /// Height of the picture, in px.
    #[prop(into)]
    height: Signal<u32>,
    /// What stands below the picture: [`ChartPins`].
    #[prop(optional, into)]
    notes: ViewFn,
    /// The same figures as a table: [`FigureTable`].
    #[prop(into)]
    table: ViewFn,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let phase = RwSignal::new(Phase::Waiting);
    let open = RwSignal::new(false);
    let sentence = element_id("chart");
    draw_near_screen(place, option, phase, open);
    let is = move |wanted: Phase| phase.get() == wanted;
    let block_size = move || pixels(f64::from(height.get()));
    view! {
        <figure class="chart">
            <div
                class="chart-plot"
                role="img"
                aria-labelledby=sentence.clone()
                aria-busy=move || is(Phase::Waiting).then_some("true")
                hidden=move || is(Phase::Missing)
                style:block-size=block_size
            >
                <div class="chart-picture" aria-hidden="true" node_ref=place></div>
                <i class="chart-waiting" hidden=move || !is(Phase::Waiting)></i>
            </div>
            <p class="chart-missing" hidden=move || !is(Phase::Missing)>
                "The chart did not load. Its figures are in the table below. Reload the page to see it."
            </p>
            {notes.run()}
            <figcaption class="chart-foot">
                <span class="chart-sum" id=sentence>{summary}</span>
                <TableSwitch label open/>
            </figcaption>
            {move || open.get().then(|| framed(label, table.run()))}
        </figure>
    }
}

#[component]
fn TableSwitch(label: Signal<String>, open: RwSignal<bool>) -> impl IntoView {
    let verb = move || match open.get() {
        true => "Hide table",
        false => "Show as table",
    };
    view! {
        <button
            type="button"
            class="text-button"
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            <span>{verb}</span>
            <span class="visually-hidden">{move || [" for ", &*label.get()].concat()}</span>
        </button>
    }
}

/// Long tables scroll in their own place, by keyboard too.
fn framed(label: Signal<String>, table: AnyView) -> impl IntoView {
    let name = move || [&*label.get(), " as a table"].concat();
    view! { <div class="chart-table" role="region" tabindex="0" aria-label=name>{table}</div> }
}

/// Fetches and draws when the place comes near the screen, and again whenever
/// the option changes. What is held in the browser goes with the component.
fn draw_near_screen(
    place: NodeRef<html::Div>,
    option: Signal<String>,
    phase: RwSignal<Phase>,
    table_open: RwSignal<bool>,
) {
    let chart = StoredValue::new_local(None::<OpenChart>);
    let nearness = StoredValue::new_local(None::<NearScreen>);
    let missing = move || {
        // Fails only when the component has gone meanwhile.
        let _ = chart.try_set_value(None);
        let _ = phase.try_set(Phase::Missing);
        let _ = table_open.try_set(true);
    };
    let source = use_context::<ChartSource>();
    let fetch = move || {
        spawn_with(phase, async move {
            let Some(module) = engine::fetch(source).await else {
                return missing();
            };
            let (Some(place), Some(json)) =
                (super::mounted::mounted(place), option.try_get_untracked())
            else {
                return;
            };
            match open_chart(&module, &place).filter(|opened| opened.draw(&json)) {
                Some(opened) => {
                    let _ = chart.try_set_value(Some(opened));
                    let _ = phase.try_set(Phase::Drawn);
                }
                None => missing(),
            }
        });
    };
    place.on_load(move |place| nearness.set_value(Some(NearScreen::of(&place, fetch))));
    Effect::new(move |_| {
        let json = option.get();
        let drawn = chart.with_value(|chart| chart.as_ref().map(|chart| chart.draw(&json)));
        if drawn == Some(false) {
            missing();
        }
    });
}
