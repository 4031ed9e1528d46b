//! What steers a list: search, filters, pages, order.

use leptos::prelude::*;
use ringside::{
    domain::{field::Field, page::PageInfo},
    ui::{
        FilterMenu, FilterOption, Pager, SearchField, SegmentOption, Segmented, SortHead, Sorted,
    },
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{
    clock::Clock,
    stage::{Stage, press, settle, tell, type_into, until},
};

async fn search(value: RwSignal<String>, asked: RwSignal<Vec<String>>) -> Stage {
    Stage::show(move || {
        view! {
            <SearchField
                label="Name, phone, task ID"
                value
                on_search=move |text: String| asked.update(|all| all.push(text))
            />
        }
    })
    .await
}

#[wasm_bindgen_test]
async fn of_what_is_typed_the_last_is_searched() {
    let clock = Clock::take_over();
    let (value, asked) = (RwSignal::new(String::new()), RwSignal::new(Vec::new()));
    let stage = search(value, asked).await;
    let field = stage.find("input");
    for text in ["w", "we", "wei "] {
        type_into(&field, text);
    }
    assert_eq!(clock.running(), [250.0], "earlier questions are dropped");
    clock.run_out().await;
    assert_eq!(asked.get_untracked(), ["wei"]);

    type_into(&field, "wei z");
    press(&field, "Enter");
    assert_eq!(
        asked.get_untracked(),
        ["wei", "wei z"],
        "Enter asks at once"
    );
    assert!(clock.running().is_empty(), "and not again later");
    press(&field, "Enter");
    assert_eq!(
        asked.get_untracked().len(),
        2,
        "the same question is not asked twice"
    );

    press(&field, "Escape");
    assert_eq!(asked.get_untracked().last().unwrap(), "");
}

#[wasm_bindgen_test]
async fn an_echo_does_not_overwrite_what_was_typed_since() {
    let clock = Clock::take_over();
    let (value, asked) = (RwSignal::new(String::new()), RwSignal::new(Vec::new()));
    let stage = search(value, asked).await;
    let field = stage.find("input");
    let text = || field.unchecked_ref::<web_sys::HtmlInputElement>().value();
    type_into(&field, "we");
    clock.run_out().await;
    type_into(&field, "wei");
    value.set("we".to_owned());
    settle().await;
    assert_eq!(text(), "wei");
    clock.run_out().await;
    assert_eq!(asked.get_untracked(), ["we", "wei"]);

    value.set("maya".to_owned());
    settle().await;
    assert_eq!(text(), "maya", "Back changes the field");
}

fn page(number: i64, total: Option<i64>, next: bool) -> PageInfo {
    PageInfo {
        size: 50,
        number: Field::Value(number),
        total: total.map_or(Field::NotReported, Field::Value),
        next: if next {
            Field::Value("cursor".to_owned())
        } else {
            Field::Empty
        },
        ..PageInfo::default()
    }
}

#[wasm_bindgen_test]
async fn a_pager_stops_at_both_ends() {
    let at = RwSignal::new(page(1, Some(4812), true));
    let asked = RwSignal::new(Vec::new());
    let stage = Stage::show(move || {
        view! { <Pager page=at summary="Showing 50 of 4,812 tasks." asked="" on_page=move |page: u32| asked.update(|all| all.push(page))/> }
    })
    .await;
    let button = |place: usize| stage.find(&format!("button:nth-of-type({place})"));
    let off = || [1, 2].map(|place| button(place).has_attribute("aria-disabled"));
    let press_both = || {
        button(1).click();
        button(2).click();
        asked.try_update(std::mem::take).unwrap()
    };
    assert_eq!(off(), [true, false]);
    assert_eq!(press_both(), [2]);
    assert_eq!(stage.texts(".pager-page span"), ["Page", "of 97"]);

    at.set(page(97, Some(4812), false));
    settle().await;
    assert_eq!(off(), [false, true]);
    assert_eq!(press_both(), [96]);

    at.set(page(120, Some(4812), false));
    settle().await;
    assert_eq!(
        press_both(),
        [97],
        "from beyond the end back to the last page"
    );

    at.set(page(3, None, true));
    settle().await;
    assert!(
        stage.look(".pager-page").is_none(),
        "no number of pages is made up"
    );
    assert_eq!(press_both(), [2, 4]);

    at.set(page(1, Some(12), false));
    settle().await;
    assert!(
        stage.find("nav").has_attribute("hidden"),
        "one page needs no pager"
    );
}

#[wasm_bindgen_test]
async fn a_page_can_be_asked_for_by_number() {
    let at = RwSignal::new(page(2, Some(4812), true));
    let asked = RwSignal::new(Vec::new());
    let stage = Stage::show(move || {
        view! { <Pager page=at summary="" asked="" on_page=move |page: u32| asked.update(|all| all.push(page))/> }
    })
    .await;
    let field = stage
        .find("input")
        .unchecked_into::<web_sys::HtmlInputElement>();
    for (typed, shown) in [
        ("50", "50"),
        ("999", "97"),
        ("0", "1"),
        ("x", "2"),
        ("2", "2"),
    ] {
        field.set_value(typed);
        tell(&field, "change");
        assert_eq!(field.value(), shown, "typed {typed}");
    }
    assert_eq!(asked.get_untracked(), [50, 97, 1]);
}

#[wasm_bindgen_test]
async fn filters_keep_their_order_and_what_an_old_link_asked_for() {
    let option = |value: &str| FilterOption {
        value: value.to_owned(),
        label: value.to_owned(),
        count: None,
        mark: None,
    };
    let options = vec![option("pending"), option("ringing"), option("completed")];
    let chosen = RwSignal::new(vec!["gone".to_owned(), "completed".to_owned()]);
    let stage = Stage::show(move || {
        view! { <FilterMenu label="Status" options chosen on_change=move |all| chosen.set(all)/> }
    })
    .await;
    assert!(stage.look("input").is_none(), "built when it opens");
    stage.find("button").click();
    until(|| stage.look("input").is_some()).await;
    stage.find("label:nth-of-type(1) input").click();
    assert_eq!(chosen.get_untracked(), ["pending", "completed", "gone"]);
    settle().await;
    stage.find("label:nth-of-type(3) input").click();
    assert_eq!(chosen.get_untracked(), ["pending", "gone"]);
    settle().await;
    assert_eq!(stage.texts(".chip-number"), ["2"]);
}

#[wasm_bindgen_test]
async fn a_switch_has_one_value() {
    let option = |value: &str| SegmentOption {
        value: value.to_owned(),
        label: value.to_uppercase(),
    };
    let options = vec![option("campaign"), option("mine"), option("utc")];
    let zone = RwSignal::new("campaign".to_owned());
    let stage = Stage::show(move || {
        view! { <Segmented label="Times in" options value=zone on_change=move |value: String| zone.set(value)/> }
    })
    .await;
    let on = || stage.texts("label:has(:checked)");
    assert_eq!(on(), ["CAMPAIGN"]);
    stage.find("label:nth-of-type(3) input").click();
    settle().await;
    assert_eq!(
        (zone.get_untracked().as_str(), on()),
        ("utc", vec!["UTC".to_owned()])
    );
    zone.set("mine".to_owned());
    settle().await;
    assert_eq!(on(), ["MINE"], "it follows a change from outside");
}

#[wasm_bindgen_test]
async fn a_sorted_column_says_so() {
    let sorted = RwSignal::new(None);
    let stage = Stage::show(move || {
        view! { <table><thead><tr><SortHead label="Score" sorted on_sort=move || sorted.set(Some(Sorted::Descending))/></tr></thead></table> }
    })
    .await;
    let head = stage.find("th");
    assert_eq!(head.get_attribute("aria-sort"), None);
    stage.find("th button").click();
    settle().await;
    assert_eq!(
        head.get_attribute("aria-sort").as_deref(),
        Some("descending")
    );
}
