//! The wire: where the API is, how its answers are read, and what went wrong
//! when they could not be. Knows no signals and no DOM.

#[cfg(target_arch = "wasm32")]
pub mod access;
pub mod auth;
#[cfg(target_arch = "wasm32")]
pub mod build;
pub mod checked;
#[cfg(target_arch = "wasm32")]
pub mod client;
pub mod config;
pub mod decode;
pub mod endpoint;
pub mod error;
pub mod exchange;
#[cfg(target_arch = "wasm32")]
pub mod foreign;
#[cfg(target_arch = "wasm32")]
pub mod guarded;
#[cfg(target_arch = "wasm32")]
pub mod host;
#[cfg(target_arch = "wasm32")]
mod live_ops;
pub mod mapping;
pub mod problem;
#[cfg(target_arch = "wasm32")]
pub mod relay;
#[cfg(target_arch = "wasm32")]
pub mod report;
#[cfg(target_arch = "wasm32")]
pub mod retries;
#[cfg(target_arch = "wasm32")]
pub mod runs;
#[cfg(target_arch = "wasm32")]
mod sending;
#[cfg(target_arch = "wasm32")]
mod timer;
#[cfg(target_arch = "wasm32")]
pub mod triage;
