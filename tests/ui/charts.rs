//! The chart host, with a chart module that only keeps a record.

use js_sys::Function;
use leptos::prelude::*;
use ringside::ui::{ChartHost, ChartPin, ChartPins, ChartSource, FigureTable};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{Stage, get, next_frame, settle, until};

/// Makes a source of the chart module and starts a new record of what
/// is asked of it. `works` is whether it can be fetched.
fn provide_module(works: bool) {
    let code = "
        const record = window.chartRecord = { fetched: 0, drawn: [], alive: 0 };
        const openChart = (place) => {
            record.alive += 1;
            return {
                draw: (json) => { JSON.parse(json); record.drawn.push(json); },
                dispose: () => { record.alive -= 1; },
            };
        };
        window.chartSource = async () => {
            record.fetched += 1;
            if (!works) throw new Error('offline');
            return { openChart };
        };";
    Function::new_with_args("works", code)
        .call1(&JsValue::UNDEFINED, &works.into())
        .unwrap();
}

fn record() -> JsValue {
    get(&window(), "chartRecord")
}

fn drawn() -> Vec<String> {
    let drawn: js_sys::Array = get(&record(), "drawn").into();
    drawn.iter().map(|json| json.as_string().unwrap()).collect()
}

fn number(name: &str) -> f64 {
    get(&record(), name).as_f64().unwrap()
}

/// Lets observers and what they cause run; they tell once a frame.
async fn frames() {
    for _ in 0..6 {
        next_frame().await;
    }
}

#[component]
fn Host(option: RwSignal<String>) -> impl IntoView {
    let source = get(&window(), "chartSource").dyn_into().ok();
    provide_context(ChartSource(StoredValue::new_local(source)));
    let rows = vec![vec!["09:00".to_owned(), "64".to_owned()]];
    let table = move || {
        let (head, rows) = (vec!["From".to_owned(), "Answered".to_owned()], rows.clone());
        view! { <FigureTable label="Campaign timeline" head rows/> }
    };
    view! {
        <ChartHost
            label="Campaign timeline"
            summary="2,583 of 6,282 attempts were answered."
            option
            height=190
            table
        />
    }
}

#[wasm_bindgen_test]
async fn a_chart_is_drawn_redrawn_and_gone_with_its_owner() {
    provide_module(true);
    let option = RwSignal::new("[1]".to_owned());
    let shown = RwSignal::new(true);
    let stage = Stage::show(move || {
        view! { <Show when=move || shown.get()><Host option/></Show> }
    })
    .await;
    let place = stage.find(".chart-plot");
    assert_eq!(
        place.get_bounding_client_rect().height(),
        190.0,
        "kept free from the start"
    );
    until(|| drawn().len() == 1).await;
    assert_eq!(drawn(), ["[1]"]);
    assert_eq!(place.get_attribute("aria-busy"), None);

    option.set("[2]".to_owned());
    settle().await;
    assert_eq!(drawn(), ["[1]", "[2]"]);
    assert_eq!((number("alive"), number("fetched")), (1.0, 1.0));

    shown.set(false);
    settle().await;
    assert_eq!(number("alive"), 0.0);
    option.set("[3]".to_owned());
    settle().await;
    assert_eq!(drawn().len(), 2);
}

#[wasm_bindgen_test]
async fn the_picture_is_its_sentence_and_the_table_a_press_away() {
    provide_module(true);
    let stage = Stage::show(|| view! { <Host option=RwSignal::new("[]".to_owned())/> }).await;
    let name = stage
        .find("[role=img]")
        .get_attribute("aria-labelledby")
        .unwrap();
    assert_eq!(
        stage.find(&format!("#{name}")).text_content().unwrap(),
        "2,583 of 6,282 attempts were answered."
    );
    let button = stage.find("button");
    assert_eq!(
        button.get_attribute("aria-expanded").as_deref(),
        Some("false")
    );
    assert!(stage.look("table").is_none());

    button.click();
    settle().await;
    assert_eq!(
        button.get_attribute("aria-expanded").as_deref(),
        Some("true")
    );
    assert_eq!(stage.texts("thead th"), ["From", "Answered"]);
    assert_eq!(stage.texts("tbody th[scope=row]"), ["09:00"]);
    assert_eq!(stage.texts("tbody td.num"), ["64"]);

    button.click();
    settle().await;
    assert!(stage.look("table").is_none());
}

#[wasm_bindgen_test]
async fn a_chart_that_cannot_be_had_leaves_its_figures() {
    for broken_option in [false, true] {
        provide_module(broken_option);
        let option = RwSignal::new("not JSON".to_owned());
        let stage = Stage::show(move || view! { <Host option/> }).await;
        until(|| stage.look("table").is_some()).await;
        assert!(stage.look(".chart-missing:not([hidden])").is_some());
        assert!(stage.look("[role=img]:not([hidden])").is_none());
        assert_eq!(number("alive"), 0.0, "what was opened is closed");
    }
}

#[wasm_bindgen_test]
async fn nothing_is_fetched_for_a_chart_far_below() {
    provide_module(true);
    let stage = Stage::show(|| {
        view! {
            <div style:block-size="5000px"></div>
            <Host option=RwSignal::new("[]".to_owned())/>
        }
    })
    .await;
    frames().await;
    assert_eq!(number("fetched"), 0.0);

    stage.find(".chart").scroll_into_view();
    until(|| drawn().len() == 1).await;
    assert_eq!((number("fetched"), drawn().len()), (1.0, 1));
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

#[wasm_bindgen_test]
async fn a_chart_that_leaves_while_it_is_fetched_is_never_opened() {
    provide_module(true);
    let stage = Stage::show(|| view! { <Host option=RwSignal::new("[]".to_owned())/> }).await;
    drop(stage);
    frames().await;
    assert_eq!((number("alive"), drawn().len()), (0.0, 0));
}

#[wasm_bindgen_test]
async fn pins_are_listed_and_an_empty_list_is_not_there() {
    let pins = RwSignal::new(vec![ChartPin {
        number: "1".to_owned(),
        time: "10:45".to_owned(),
        text: "Concurrency 40 → 60, A. Ruiz".to_owned(),
    }]);
    let shaded = RwSignal::new(Some("14:30 bucket is still filling".to_owned()));
    let stage = Stage::show(move || view! { <ChartPins pins shaded/> }).await;
    assert_eq!(
        stage.texts("li"),
        [
            "110:45 Concurrency 40 → 60, A. Ruiz",
            "14:30 bucket is still filling"
        ]
    );
    pins.set(Vec::new());
    shaded.set(None);
    settle().await;
    assert!(stage.look("ul:not([hidden])").is_none());
}
