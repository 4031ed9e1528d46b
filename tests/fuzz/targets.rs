//! What is fuzzed: each target takes any bytes and says what is wrong with what came of them.

mod answers;
mod figures;
mod mapping;
mod routes;
mod settings;
mod tables;

use std::hash::{DefaultHasher, Hash, Hasher};

/// What came of an input: a number that is another one where something else came of it, or what is
/// wrong.
pub type Came = Result<u64, String>;

/// A target.
pub struct Target {
    pub name: &'static str,
    pub run: fn(&[u8]) -> Came,
    /// What a byte of the input, and an input at all, may take of memory, counted over all that is
    /// asked for on the way.
    pub allowance: (usize, usize),
}

pub const TARGETS: [Target; 6] = [
    Target {
        name: "answers",
        run: answers::run,
        allowance: (16_000, 4_000_000),
    },
    Target {
        name: "figures",
        run: figures::run,
        allowance: (4_000, 8_000_000),
    },
    Target {
        name: "mapping",
        run: mapping::run,
        allowance: (4_000, 8_000_000),
    },
    Target {
        name: "routes",
        run: routes::run,
        allowance: (2_000, 400_000),
    },
    Target {
        name: "settings",
        run: settings::run,
        allowance: (20_000, 1_000_000),
    },
    Target {
        name: "tables",
        run: tables::run,
        allowance: (200, 100_000),
    },
];

/// One number of what came.
fn sign(of: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// Holds what has to hold.
fn hold(holds: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what()) }
}
