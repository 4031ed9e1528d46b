//! Elements as data: whatever stood there, what is to stand there does.

use leptos::prelude::*;
use ringside::domain::glyph::Glyph;
use ringside::ui::{Fragment, GlyphIcon, Icon, IconName, Markup, glyph_mark, icon_mark};
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{Stage, Watch, settle};

/// One of each way in which two drawings of the same place may differ.
fn drawing(at: usize) -> Markup {
    let cell = Markup::new("td");
    let span = |text: &'static str| Markup::new("span").class("a").text(text);
    let seen = |text: &'static str| move || view! { <i>{text}</i> }.into_any();
    match at {
        0 => cell,
        1 => cell.class("num").text("12"),
        2 => cell.class(String::from("dash")).text(String::from("12")),
        3 => cell.with("title", "why").text(""),
        4 => cell.child(span("first")).child(span("last")),
        5 => cell
            .child(span("first"))
            .child(Markup::new("b").text("between"))
            .child(span("last")),
        6 => cell.styled("inline-size", "10px".to_owned()).text("wide"),
        7 => cell.styled("inline-size", "20px".to_owned()).text("wide"),
        8 => cell.view("1".to_owned(), seen("one")).text(" so far"),
        9 => cell.view("2".to_owned(), seen("two")),
        10 => cell
            .text("before ")
            .view("1".to_owned(), seen("one"))
            .child(span("after")),
        11 => cell.children((0..5).map(|_| span("many"))),
        12 => Markup::new("th").with("scope", "row").text("12"),
        13 => cell.child(glyph_mark(Glyph::Play)).text(" on"),
        _ => cell.child(icon_mark(IconName::Lock)).text(" off"),
    }
}

const DRAWINGS: usize = 15;

/// The row that a drawing stands in, as it is in the page.
fn row(stage: &Stage) -> String {
    let [row] = stage.htmls("tr").try_into().unwrap();
    row.replace(" style=\"\"", "")
}

async fn show(at: RwSignal<usize>) -> Stage {
    Stage::show(move || {
        let cell = move || Fragment::from(drawing(at.get()));
        view! { <table><tbody><tr>{cell}</tr></tbody></table> }
    })
    .await
}

#[wasm_bindgen_test]
async fn any_drawing_becomes_any_other() {
    let mut afresh = Vec::new();
    for at in 0..DRAWINGS {
        afresh.push(row(&show(RwSignal::new(at)).await));
    }
    let at = RwSignal::new(0);
    let stage = show(at).await;
    for from in 0..DRAWINGS {
        for (to, wanted) in afresh.iter().enumerate() {
            at.set(from);
            settle().await;
            at.set(to);
            settle().await;
            assert_eq!(row(&stage), *wanted, "from {from} to {to}");
        }
    }
}

#[wasm_bindgen_test]
async fn the_same_drawing_again_writes_nothing() {
    for which in 0..DRAWINGS {
        let again = RwSignal::new(0);
        let stage = Stage::show(move || {
            move || {
                again.track();
                Fragment::from(drawing(which))
            }
        })
        .await;
        let watch = Watch::over(&stage.root);
        again.set(1);
        settle().await;
        assert!(watch.changes().is_empty(), "drawing {which}");
    }
}

#[wasm_bindgen_test]
async fn what_is_copied_from_one_prototype_is_not_changed_together() {
    let text = RwSignal::new("one");
    let cell = |text: String| Markup::new("td").class("num").text(text);
    let stage = Stage::show(move || {
        let first = move || Fragment::from(cell(text.get().to_owned()));
        view! { <table><tbody><tr>{first}{Fragment::from(cell("other".to_owned()))}</tr></tbody></table> }
    })
    .await;
    text.set("two");
    settle().await;
    assert_eq!(stage.texts("td"), ["two", "other"]);
}

#[wasm_bindgen_test]
async fn pictures_are_the_same_in_rows_and_elsewhere() {
    for glyph in [Glyph::Play, Glyph::Ringing, Glyph::CircleInfo] {
        let stage = Stage::show(move || {
            view! { <p><GlyphIcon glyph/></p><p>{Fragment::from(glyph_mark(glyph))}</p> }
        })
        .await;
        let [view, data] = stage.htmls("p").try_into().unwrap();
        assert_eq!(view, data, "{glyph:?}");
    }
    for name in [IconName::Lock, IconName::Dots, IconName::Eye] {
        let stage = Stage::show(move || {
            view! { <p><Icon name/></p><p>{Fragment::from(icon_mark(name))}</p> }
        })
        .await;
        let [view, data] = stage.htmls("p").try_into().unwrap();
        assert_eq!(view, data, "{name:?}");
    }
}
