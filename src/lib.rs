//! Ringside: the console that operators keep open all shift to watch outbound
//! calling campaigns.
//!
//! The rooms and the one direction of their imports are described in the
//! README ("A map of `src`"); `tests/layers.rs` holds them to it.

pub mod api;
pub mod charts;
pub mod domain;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod entrance;
#[cfg(target_arch = "wasm32")]
pub mod living;
#[cfg(target_arch = "wasm32")]
pub mod screens;
#[cfg(target_arch = "wasm32")]
pub mod state;
#[cfg(target_arch = "wasm32")]
pub mod ui;
