//! Dialogs, the drawer, menus, toasts.

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use ringside::ui::{Button, Dialog, Drawer, Menu, MenuItem};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use super::stage::{Stage, focused, is_open, next_frame, press, settle, until};

async fn dialog(open: RwSignal<bool>) -> Stage {
    Stage::show(move || {
        view! {
            <button id="opener" on:click=move |_| open.set(true)>"Cancel…"</button>
            <Dialog
                open
                title="Cancel Q4 policy renewals?"
                footer=move || {
                    view! {
                        <Button label="Cancel campaign" on_press=|| ()/>
                        <Button label="Keep it running" autofocus=true on_press=move || open.set(false)/>
                    }
                }
            >
                <p>"1,204 contacts would never be called."</p>
            </Dialog>
        }
    })
    .await
}

#[wasm_bindgen_test]
async fn a_dialog_focuses_the_safe_choice_and_gives_the_focus_back() {
    let open = RwSignal::new(false);
    let stage = dialog(open).await;
    assert!(
        stage.look("dialog p").is_none(),
        "nothing is built while it is closed"
    );
    let opener = stage.find("#opener");
    opener.focus().unwrap();
    opener.click();
    settle().await;

    let element = stage.find("dialog");
    assert!(element.matches(":modal").unwrap());
    let title = stage.find(&format!(
        "#{}",
        element.get_attribute("aria-labelledby").unwrap()
    ));
    assert_eq!(title.text_content().unwrap(), "Cancel Q4 policy renewals?");
    assert_eq!(focused().text_content().unwrap(), "Keep it running");

    focused().unchecked_into::<web_sys::HtmlElement>().click();
    settle().await;
    assert!(!element.has_attribute("open"));
    assert!(focused().is_same_node(Some(&opener)));
}

#[wasm_bindgen_test]
async fn a_dialog_closes_by_esc_and_opens_again() {
    let open = RwSignal::new(true);
    let stage = dialog(open).await;
    let element = stage.find("dialog");
    for _ in 0..2 {
        assert!(element.has_attribute("open"));
        // What the browser does on Esc; a made-up key event has no such effect.
        let request: Function = Reflect::get(&element, &"requestClose".into())
            .unwrap()
            .unchecked_into();
        request.call0(&element).unwrap();
        next_frame().await;
        assert!(!open.get_untracked(), "the signal hears of it");
        open.set(true);
        settle().await;
    }
}

#[wasm_bindgen_test]
async fn a_drawer_makes_its_surroundings_inert_until_it_closes() {
    let open = RwSignal::new(false);
    let stage = Stage::show(move || {
        view! {
            <nav id="nav" class="nav"></nav>
            <div id="page">
            <header id="top"></header>
            <main>
                <section id="list">
                    <button id="opener" on:click=move |_| open.set(true)>"Wei Zhang"</button>
                </section>
                <Drawer open title="Wei Zhang" on_close=move || open.set(false)>
                    <p>"Waiting to retry."</p>
                </Drawer>
            </main>
            </div>
        }
    })
    .await;
    let opener = stage.find("#opener");
    opener.focus().unwrap();
    opener.click();
    settle().await;
    let drawer = stage.find("[role=dialog]");
    assert!(is_open(&drawer));
    assert!(focused().is_same_node(Some(&drawer)));
    until(|| stage.look("[inert]").is_some()).await;
    assert!(stage.find("#list").has_attribute("inert"));
    assert!(stage.find("#top").has_attribute("inert"));
    assert!(!stage.find("#nav").has_attribute("inert"));

    press(&drawer, "Escape");
    settle().await;
    assert!(!is_open(&drawer));
    assert!(stage.look("[inert]").is_none());
    assert!(
        focused().is_same_node(Some(&opener)),
        "the focus is back where it was"
    );
    assert!(stage.look("[role=dialog] p").is_none());

    opener.click();
    settle().await;
    stage.find(".drawer-scrim").click();
    settle().await;
    assert!(!open.get_untracked(), "a press beside it closes it");
    next_frame().await;
    next_frame().await;
    assert!(
        stage.look("[inert]").is_none(),
        "closed before the page around was made inert, it leaves nothing so"
    );

    opener.click();
    settle().await;
    opener.focus().unwrap();
    until(|| stage.look("[inert]").is_some()).await;
    assert!(
        focused().is_same_node(Some(&drawer)),
        "a key that was typed ahead of its content leads nowhere else"
    );
}

async fn menu(chosen: RwSignal<Vec<&'static str>>) -> Stage {
    let items = move || {
        let item = move |name: &'static str| {
            MenuItem::new(name, move || chosen.update(|all| all.push(name)))
        };
        vec![
            item("Pause"),
            MenuItem {
                available: false,
                reason: Some("Only for a paused campaign.".to_owned()),
                effect: Some("Dials again.".to_owned()),
                ..item("Resume")
            },
            item("Clone"),
        ]
    };
    Stage::show(move || view! { <Menu label="More actions" items=Signal::derive(items)/> }).await
}

#[wasm_bindgen_test]
async fn keys_move_in_a_menu() {
    let stage = menu(RwSignal::new(Vec::new())).await;
    let trigger = stage.find("button[aria-haspopup]");
    trigger.focus().unwrap();
    trigger.click();
    until(|| focused().matches("[role=menuitem]").unwrap()).await;
    assert_eq!(
        trigger.get_attribute("aria-expanded").as_deref(),
        Some("true")
    );
    let label = || {
        focused()
            .query_selector(".menu-label")
            .unwrap()
            .map(|label| label.text_content().unwrap())
    };
    assert_eq!(
        label().as_deref(),
        Some("Pause"),
        "the first item has the focus"
    );
    for (key, expected) in [
        ("ArrowDown", "Resume"),
        ("ArrowDown", "Clone"),
        ("ArrowDown", "Pause"),
        ("ArrowUp", "Clone"),
        ("Home", "Pause"),
        ("End", "Clone"),
        ("r", "Resume"),
        ("r", "Resume"),
        ("p", "Pause"),
    ] {
        press(&focused(), key);
        assert_eq!(label().as_deref(), Some(expected), "after {key}");
    }
}

#[wasm_bindgen_test]
async fn an_unavailable_item_stays_with_its_reason_and_does_nothing() {
    let chosen = RwSignal::new(Vec::new());
    let stage = menu(chosen).await;
    stage.find("button[aria-haspopup]").click();
    until(|| stage.look("[role=menuitem]").is_some()).await;
    let item = stage.find("[role=menuitem][aria-disabled]");
    assert_eq!(
        item.text_content().unwrap(),
        "ResumeOnly for a paused campaign."
    );
    item.click();
    assert!(chosen.get_untracked().is_empty());
    assert!(
        is_open(&stage.find("[role=menu]")),
        "the reason stays readable"
    );

    stage.find("[role=menuitem]").click();
    next_frame().await;
    assert_eq!(chosen.get_untracked(), ["Pause"]);
    assert!(!is_open(&stage.find("[role=menu]")));
}

#[wasm_bindgen_test]
async fn a_drawer_that_goes_with_its_screen_leaves_nothing_inert() {
    let there = RwSignal::new(true);
    let stage = Stage::show(move || {
        view! {
            <section id="list"></section>
            {move || {
                there.get().then(|| view! { <Drawer open=true title="Wei Zhang" on_close=|| ()>"Waiting"</Drawer> })
            }}
        }
    })
    .await;
    until(|| stage.look("[inert]").is_some()).await;
    assert!(stage.find("#list").has_attribute("inert"));
    there.set(false);
    settle().await;
    assert!(stage.look("[inert]").is_none());
}
