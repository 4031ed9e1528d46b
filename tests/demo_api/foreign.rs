//! Other companies' APIs beside our own, as the systems themselves answer:
//! nothing in them knows of the contract. Consoles in folders beside them read
//! them through the mappings that are shipped.

mod bull;
mod dograh;
mod mistake;
mod recorded;
#[cfg(test)]
mod tests;
mod trouble;

use std::path::Path;

use axum::Router;
use axum::middleware::from_fn_with_state;
use serde_json::{Value, json};

use crate::console;
use crate::fault::Outages;
pub use dograh::Dograh;

/// The prefix of everything here.
pub const PREFIX: &str = "/foreign";

/// The routes below [`PREFIX`]. `outages` make parts of them fail: `POST
/// /demo/fail?path=/foreign/dograh/api/v1/campaign/1/progress&kind=fault-503`.
pub fn router(dograh: &Dograh, outages: Outages, dist: Option<&Path>) -> Router {
    let systems = Router::new()
        .nest("/dograh/api/v1", dograh::router(dograh))
        .nest("/bull/api", bull::router());
    // The address is looked at before a route takes it apart.
    Router::new().merge(consoles(dist)).fallback_service(
        Router::new()
            .fallback_service(systems)
            .layer(from_fn_with_state(outages, trouble::layer)),
    )
}

fn consoles(dist: Option<&Path>) -> Router {
    let config = |base: &str, mapping: &str| -> Value {
        json!({
            "apiBase": base,
            "mapping": mapping,
            "workspace": {"id": "northwind", "name": "Northwind"},
        })
    };
    let dograh = config("../api/v1", "mappings/dograh.json");
    let bull = config("../api", "mappings/bull-board.json");
    let mistaken = config("../api/v1", "mistaken.json");
    Router::new()
        .merge(console::at("/dograh/console/", dist, &dograh, &[]))
        .merge(console::at("/bull/console/", dist, &bull, &[]))
        .merge(console::at(
            "/dograh/mistaken/",
            dist,
            &mistaken,
            &[("mistaken.json", mistake::mapping())],
        ))
}

/// What to open, for whoever starts the demo: what it is, and where below the server's root.
pub const CONSOLES: [(&str, &str); 2] = [
    (
        "Dograh through a mapping (operator@example.com, password ringside)",
        "foreign/dograh/console/",
    ),
    ("Bull Board through a mapping", "foreign/bull/console/"),
];
