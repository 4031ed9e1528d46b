//! Toasts and the live region.

use leptos::prelude::*;
use ringside::ui::{Announcer, LiveRegion, Toasts, provide_feedback};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{
    clock::Clock,
    stage::{Stage, settle, tell},
};

#[wasm_bindgen_test]
async fn toasts_come_one_at_a_time_and_wait_while_they_are_read() {
    let clock = Clock::take_over();
    let toaster = RwSignal::new(None);
    let stage = Stage::show(move || {
        let (shows, announcer) = provide_feedback();
        toaster.set(Some(shows));
        view! {
            <Toasts toaster=shows/>
            <LiveRegion announcer/>
        }
    })
    .await;
    let show = |text| toaster.get_untracked().unwrap().show(text);

    show("Evidence copied.");
    settle().await;
    show("Report saved.");
    settle().await;
    assert_eq!(stage.texts(".toast-text"), ["Report saved."]);
    assert_eq!(stage.texts("[aria-live]"), ["Report saved."]);
    assert_eq!(
        clock.running(),
        [6000.0],
        "the newer one has its whole time"
    );

    let toast = stage.find(".toast");
    tell(&toast, "pointerenter");
    assert!(clock.running().is_empty());
    tell(&toast, "pointerleave");
    assert_eq!(clock.running(), [6000.0]);
    stage.find(".toast-close").focus().unwrap();
    assert!(clock.running().is_empty(), "so does the focus");
    stage.find(".toast-close").blur().unwrap();

    clock.run_out().await;
    assert!(stage.look(".toast").is_none());
    assert_eq!(stage.texts("[aria-live]"), ["Report saved."]);
}

#[wasm_bindgen_test]
async fn the_same_words_are_announced_again() {
    let announcer = Announcer::new();
    let stage = Stage::show(move || view! { <LiveRegion announcer/> }).await;
    announcer.say("Updated. No change.");
    settle().await;
    let first = stage.texts("[aria-live]");
    announcer.say("Updated. No change.");
    settle().await;
    assert_ne!(
        stage.texts("[aria-live]"),
        first,
        "a screen reader needs a difference"
    );
}
