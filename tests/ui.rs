//! The widgets, in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

#[path = "ui/charts.rs"]
mod charts;
#[path = "ui/clock.rs"]
mod clock;
#[path = "ui/controls.rs"]
mod controls;
#[path = "ui/feedback.rs"]
mod feedback;
#[path = "ui/locale.rs"]
mod locale;
#[path = "ui/markup.rs"]
mod markup;
#[path = "ui/overlays.rs"]
mod overlays;
#[path = "ui/row_press.rs"]
mod row_press;
#[path = "ui/rows.rs"]
mod rows;
#[path = "ui/stage.rs"]
mod stage;
#[path = "ui/steering.rs"]
mod steering;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
