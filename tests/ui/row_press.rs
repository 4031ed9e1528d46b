//! Controls of a row that leave their press to it.

use leptos::prelude::*;
use ringside::ui::{KeyedRows, Markup, TableFrame};
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{Stage, settle};

#[wasm_bindgen_test]
async fn a_marked_control_leaves_its_press_to_the_row_while_it_is_available() {
    let pressed = RwSignal::new(Vec::<String>::new());
    let opened = RwSignal::new(Vec::<String>::new());
    let stage = Stage::show(move || {
        let cells = |(id, off): (String, bool)| {
            let press = Markup::new("button").with("data-press", "");
            let off = off.then_some("true");
            vec![
                Markup::new("th").with("scope", "row").text(id),
                Markup::new("td").child(press.with_some("aria-disabled", off).text("Remove")),
                Markup::new("td").child(Markup::new("a").with("href", "#x").text("Elsewhere")),
            ]
        };
        view! {
            <TableFrame label="Tasks" head=|| ()>
                <KeyedRows
                    rows=Signal::stored(vec![("a".to_owned(), false), ("b".to_owned(), true)])
                    key=|(id, _): &(String, bool)| id.clone()
                    cells
                    on_open=move |id: String| opened.update(|all| all.push(id))
                    on_press=move |id: String| pressed.update(|all| all.push(id))
                />
            </TableFrame>
        }
    })
    .await;
    for id in ["a", "b"] {
        stage.find(&format!("tr[data-row={id}] button")).click();
        stage.find(&format!("tr[data-row={id}] a")).click();
    }
    settle().await;
    assert_eq!(pressed.get_untracked(), ["a"]);
    assert!(opened.with_untracked(Vec::is_empty));

    stage.find("tr[data-row=b] th").click();
    settle().await;
    assert_eq!(opened.get_untracked(), ["b"]);
    assert_eq!(pressed.get_untracked(), ["a"]);
}
