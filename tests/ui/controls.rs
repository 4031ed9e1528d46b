//! Buttons, tips, tiles, raw data.

use leptos::prelude::*;
use ringside::{
    domain::kpi::{Delta, Formula, Judgement, Tile},
    ui::{ActionButton, FormulaTip, IconName, JsonView, Sparkline, TileView},
};
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{Stage, focused, is_open, press, settle, tell, until};

#[wasm_bindgen_test]
async fn an_unavailable_action_says_why_and_never_fires() {
    let pressed = RwSignal::new(0);
    let available = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let reason = RwSignal::new(Some("The campaign is running.".to_owned()));
    let stage = Stage::show(move || {
        view! {
            <ActionButton
                label="Restart…"
                icon=IconName::Restart
                available
                reason
                busy
                on_press=move || pressed.update(|count| *count += 1)
            />
        }
    })
    .await;
    let button = stage.find("button");

    button.focus().unwrap();
    assert!(
        focused().is_same_node(Some(&button)),
        "it stays in the tab order"
    );
    assert_eq!(
        button.get_attribute("aria-disabled").as_deref(),
        Some("true")
    );
    let described_by = button.get_attribute("aria-describedby").unwrap();
    let reason = stage.find(&format!("#{described_by}"));
    assert_eq!(
        reason.text_content().unwrap(),
        "Restart is not available now. The campaign is running."
    );
    let tip = stage.find("[role=tooltip]");
    assert!(is_open(&tip), "the focus shows the reason");
    assert_eq!(
        stage.texts("[role=tooltip] b"),
        ["Restart is not available now."]
    );
    assert_eq!(
        stage.texts("[role=tooltip] span"),
        ["The campaign is running."]
    );
    button.click();
    assert_eq!(pressed.get_untracked(), 0);

    available.set(true);
    busy.set(true);
    settle().await;
    button.click();
    assert_eq!(
        pressed.get_untracked(),
        0,
        "a busy action does not fire twice"
    );
    assert_eq!(button.get_attribute("aria-busy").as_deref(), Some("true"));

    busy.set(false);
    settle().await;
    assert_eq!(button.get_attribute("aria-disabled"), None);
    assert_eq!(button.get_attribute("aria-describedby"), None);
    button.click();
    assert_eq!(pressed.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn a_tip_opens_on_focus_and_hover_and_closes_on_esc() {
    let stage = Stage::show(|| {
        view! { <FormulaTip label="Answer rate" title="Answered ÷ dialed" lines=vec!["2 ÷ 4".to_owned()]/> }
    })
    .await;
    let (button, tip) = (stage.find("button"), stage.find("[role=tooltip]"));
    assert!(!is_open(&tip));

    assert_eq!(tip.child_element_count(), 0, "a closed tip costs nothing");

    button.focus().unwrap();
    assert!(is_open(&tip), "on the top layer, where nothing clips it");
    assert_eq!(
        stage.texts("[role=tooltip] *"),
        ["Answered ÷ dialed", "2 ÷ 4"]
    );
    press(&button, "Escape");
    assert!(!is_open(&tip));
    button.blur().unwrap();

    let anchor = stage.find(".tipped");
    tell(&anchor, "pointerenter");
    assert!(is_open(&tip));
    tell(&anchor, "pointerleave");
    assert!(!is_open(&tip));
}

fn tile() -> Tile {
    Tile {
        key: "answer_rate",
        label: "Answer rate",
        value: "0".to_owned(),
        reported: false,
        small_sample: false,
        sub: String::new(),
        delta: None,
        trend: Vec::new(),
        formula: None,
        contradiction: None,
    }
}

#[wasm_bindgen_test]
async fn a_figure_that_is_not_reported_is_never_a_zero() {
    let shown = RwSignal::new(tile());
    let stage = Stage::show(move || view! { <TileView tile=shown/> }).await;
    assert_eq!(stage.texts(".tile-value"), ["Not reported"]);

    shown.set(Tile {
        reported: true,
        ..tile()
    });
    settle().await;
    assert_eq!(
        stage.texts(".tile-value"),
        ["0"],
        "a reported zero is a zero"
    );
}

#[wasm_bindgen_test]
async fn a_tile_speaks_its_change_and_shows_its_contradiction() {
    let whole = Tile {
        delta: Some(Delta {
            text: "▼ 0.1 pt".to_owned(),
            judgement: Judgement::Bad,
            spoken: "down 0.1 points".to_owned(),
        }),
        formula: Some(Formula {
            title: "Answered ÷ finished dials",
            lines: vec!["1 ÷ 2".to_owned()],
        }),
        contradiction: Some("146 reported, 156 counted.".to_owned()),
        ..tile()
    };
    let shown = RwSignal::new(whole);
    let stale = RwSignal::new(None::<String>);
    let stage = Stage::show(move || view! { <TileView tile=shown stale/> }).await;
    let change = stage.find(".tile-delta");
    assert_eq!(change.text_content().unwrap(), "▼ 0.1 pt");
    assert_eq!(
        change.get_attribute("aria-label").as_deref(),
        Some("down 0.1 points")
    );
    assert_eq!(
        change.get_attribute("data-judgement").as_deref(),
        Some("bad")
    );
    let marker = stage.find(".contradiction button");
    marker.focus().unwrap();
    assert!(
        focused().is_same_node(Some(&marker)),
        "the marker can be reached by keyboard"
    );
    assert_eq!(
        stage.texts(".contradiction [role=tooltip]"),
        ["146 reported, 156 counted."]
    );

    stale.set(Some("as of 14:32".to_owned()));
    settle().await;
    assert_eq!(
        stage.texts(".tile-delta"),
        ["as of 14:32"],
        "old figures show no change"
    );
    assert_eq!(change.get_attribute("aria-label"), None);

    shown.set(tile());
    settle().await;
    assert!(stage.look(".contradiction").is_none());
}

#[wasm_bindgen_test]
async fn a_line_survives_whatever_figures_come() {
    let values = RwSignal::new(vec![f64::NAN, 3.0]);
    let stage = Stage::show(move || view! { <Sparkline values/> }).await;
    let points = || {
        stage
            .root
            .query_selector("polyline")
            .unwrap()
            .unwrap()
            .get_attribute("points")
            .unwrap()
    };
    assert_eq!(points(), "", "one value is no course");
    values.set(vec![5.0, 5.0]);
    settle().await;
    assert_eq!(points(), "1.5,6.0 42.5,6.0 ", "a level line in the middle");
    values.set(vec![-1e300, f64::INFINITY, 1e300]);
    settle().await;
    assert_eq!(points(), "1.5,10.5 42.5,1.5 ");
}

#[wasm_bindgen_test]
async fn raw_data_is_drawn_once_it_is_opened() {
    let stage =
        Stage::show(|| view! { <JsonView label="Capacity debug (JSON)" value="{}"/> }).await;
    assert!(stage.look("pre").is_none());
    stage.find("summary").click();
    until(|| stage.look("pre").is_some()).await;
    assert_eq!(stage.texts("pre"), ["{}"]);
}
