//! Table rows: what a refresh touches, and where the focus goes.

use leptos::prelude::*;
use ringside::ui::{KeyedRows, Markup, TableFrame};
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{Stage, Watch, focused, next_frame, press, settle, until};

#[derive(Clone, PartialEq)]
struct Task {
    id: String,
    attempts: u32,
}

fn task(id: &str, attempts: u32) -> Task {
    Task {
        id: id.to_owned(),
        attempts,
    }
}

fn page(ids: std::ops::Range<u32>) -> Vec<Task> {
    ids.map(|id| task(&format!("t{id}"), 1)).collect()
}

async fn table(rows: RwSignal<Vec<Task>>, opened: RwSignal<Option<String>>) -> Stage {
    Stage::show(move || {
        let cells = |task: Task| {
            let link = Markup::new("a").with("href", "#task").text(task.id);
            let tone = if task.attempts > 1 { "warn" } else { "none" };
            vec![
                Markup::new("th").with("scope", "row").child(link),
                Markup::new("td")
                    .class("num")
                    .with("data-tone", tone)
                    .text(task.attempts.to_string()),
            ]
        };
        view! {
            <TableFrame label="Tasks" head=|| view! { <tr><th scope="col">"Contact"</th></tr> }>
                <KeyedRows
                    rows
                    key=|task: &Task| task.id.clone()
                    cells
                    selected=opened
                    on_open=move |id: String| opened.set(Some(id))
                />
            </TableFrame>
        }
    })
    .await
}

fn row(stage: &Stage, id: &str) -> web_sys::HtmlElement {
    stage.find(&format!("tr[data-row={id}]"))
}

#[wasm_bindgen_test]
async fn a_refresh_touches_the_changed_cell_alone() {
    let rows = RwSignal::new(vec![task("a", 1), task("b", 1), task("c", 1)]);
    let stage = table(rows, RwSignal::new(None)).await;
    let watch = Watch::over(&stage.root);

    rows.set(vec![task("a", 1), task("b", 2), task("c", 1)]);
    settle().await;
    assert_eq!(watch.changes(), ["attributes", "characterData"]);
    assert_eq!(stage.texts("td"), ["1", "2", "1"]);

    rows.set(vec![task("a", 1), task("b", 2), task("c", 1)]);
    settle().await;
    assert!(
        watch.changes().is_empty(),
        "the same rows again change nothing"
    );
}

#[wasm_bindgen_test]
async fn the_focus_follows_its_row() {
    let rows = RwSignal::new(vec![task("a", 1), task("b", 1), task("c", 1)]);
    let stage = table(rows, RwSignal::new(None)).await;
    row(&stage, "b").focus().unwrap();

    rows.set(vec![task("b", 1), task("c", 1), task("a", 1)]);
    settle().await;
    assert_eq!(stage.texts("th a"), ["b", "c", "a"]);
    assert!(
        focused().is_same_node(Some(&row(&stage, "b"))),
        "the row moved with the focus"
    );

    rows.set(vec![task("d", 1), task("c", 1), task("a", 1), task("b", 1)]);
    settle().await;
    assert!(focused().is_same_node(Some(&row(&stage, "b"))));

    rows.set(vec![task("d", 1), task("c", 1), task("a", 1)]);
    settle().await;
    assert!(
        focused().is_same_node(Some(&row(&stage, "a"))),
        "the row is gone: the last one has it"
    );
}

#[wasm_bindgen_test]
async fn a_link_inside_a_row_that_moves_keeps_the_focus() {
    let rows = RwSignal::new(vec![task("a", 1), task("b", 1)]);
    let stage = table(rows, RwSignal::new(None)).await;
    let link = stage.find("tr[data-row=b] a");
    link.focus().unwrap();
    rows.set(vec![task("b", 1), task("a", 1)]);
    settle().await;
    assert!(focused().is_same_node(Some(&link)));
}

#[wasm_bindgen_test]
async fn another_page_is_swapped_whole() {
    let rows = RwSignal::new(page(0..50));
    let stage = table(rows, RwSignal::new(None)).await;
    row(&stage, "t3").focus().unwrap();
    let watch = Watch::over(&stage.find("table"));

    rows.set(page(50..100));
    settle().await;
    let changes = watch.changes();
    let nodes = changes.iter().filter(|kind| *kind == "childList").count();
    assert!(
        nodes <= 3,
        "the body in one piece, not row by row: {changes:?}"
    );
    assert_eq!(stage.texts("tbody tr").len(), 50);
    assert_eq!(stage.find("tbody th").text_content().unwrap(), "t50");
}

#[wasm_bindgen_test]
async fn rows_that_come_and_go_are_drawn() {
    let rows = RwSignal::new(Vec::new());
    let stage = table(rows, RwSignal::new(None)).await;
    assert!(stage.texts("tbody tr").is_empty());
    rows.set(vec![task("a", 1), task("a", 9), task("b", 1)]);
    settle().await;
    assert_eq!(
        stage.texts("td"),
        ["1", "1"],
        "the first of two rows with one key"
    );
    rows.set(vec![task("b", 5)]);
    settle().await;
    assert_eq!(stage.texts("td"), ["5"]);
    rows.set(Vec::new());
    settle().await;
    assert!(stage.texts("tbody tr").is_empty());
    rows.set(vec![task("b", 6)]);
    settle().await;
    assert_eq!(stage.texts("td"), ["6"]);
}

#[wasm_bindgen_test]
async fn keys_move_between_rows_and_open_them() {
    let opened = RwSignal::new(None);
    let stage = table(
        RwSignal::new(vec![task("a", 1), task("b", 1), task("c", 1)]),
        opened,
    )
    .await;
    let stops = || stage.texts("tr[tabindex='0'] a");
    assert_eq!(stops(), ["a"], "one row is in the tab order");

    row(&stage, "a").focus().unwrap();
    for (key, expected) in [
        ("j", "b"),
        ("ArrowDown", "c"),
        ("ArrowDown", "c"),
        ("k", "b"),
        ("ArrowUp", "a"),
        ("End", "c"),
        ("Home", "a"),
        ("j", "b"),
    ] {
        press(&focused(), key);
        assert_eq!(
            focused().get_attribute("data-row").as_deref(),
            Some(expected),
            "after {key}"
        );
    }
    settle().await;
    assert_eq!(stops(), ["b"]);

    press(&focused(), "Enter");
    assert_eq!(opened.get_untracked().as_deref(), Some("b"));
    // It is marked once what it opens is on screen.
    let marked = || stage.texts("tr[aria-selected=true] a");
    until(|| marked() == ["b"]).await;
    assert_eq!(marked(), ["b"]);

    stage.find("tr[data-row=c] a").click();
    assert_eq!(
        opened.get_untracked().as_deref(),
        Some("b"),
        "a link is a link"
    );
    stage.find("tr[data-row=c] td").click();
    assert_eq!(opened.get_untracked().as_deref(), Some("c"));
}

#[wasm_bindgen_test]
async fn a_table_wider_than_its_place_can_be_scrolled_by_keyboard() {
    let stage = table(RwSignal::new(vec![task("a", 1)]), RwSignal::new(None)).await;
    let region = stage.find(".table-region");
    next_frame().await;
    assert_eq!(region.get_attribute("tabindex"), None);
    let table = stage.find("table");
    table.style().set_property("width", "3000px").unwrap();
    region.style().set_property("overflow-x", "auto").unwrap();
    until(|| region.has_attribute("tabindex")).await;
    assert_eq!(region.get_attribute("role").as_deref(), Some("region"));
}
